import ArgumentParser
import MendCore
import MendExport
import MendText

struct ShowGuide: ParsableCommand {
    static let configuration = CommandConfiguration(.guide)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.ruptureID)) var id: String?
    @Flag(help: ArgumentHelp(.wholeGuide)) var all = false
    @Option(help: ArgumentHelp(.format)) var format: Format = .text

    func run() throws {
        let household = try common.household()
        let meant = try household.history.known(by: household.now).meant(by: id)
        let rupture = try household.agendaBuilder().openRupture(meant)
        let guide = Guide(plan: household.plan, history: household.history, rupture: rupture, day: household.today)
        let support = SupportText(
            SupportContacts(plan: household.plan, history: household.history), catalogue: Speech.catalogue)
        let sections = GuideText(guide, support: support, in: Speech.catalogue).sections
        if format == .json {
            let person = rupture.flatMap { household.history.person($0.with) }
            return Terminal.write(GuideJSON.text(sections, about: rupture, with: person, zone: household.zone))
        }
        if rupture == nil, case .person(let person) = meant {
            Terminal.say(OutlookPhrase.nothingOpen(with: person.name))
            Terminal.show()
        }
        if let rupture, let person = household.history.person(rupture.with) {
            let moment = DatePhrase.moment(rupture.at, household.dates)
            Terminal.say(DailyPhrase.repair(with: person.name, moment, rupture: rupture.id), indent: 0)
            Terminal.show()
        }
        // What scrolls the words out of sight is shown where it is asked for, or where there is nothing else.
        let isWhole = all || rupture == nil
        show(sections.filter { isWhole || !$0.isForAQuietDay })
        if !isWhole, let rupture { Terminal.say(DailyPhrase.moreOfTheGuide(rupture: rupture.id), indent: 0) }
    }

    /// A title that comes again, and people to turn to who come again further down, are left out.
    private func show(_ sections: [GuideText.Section]) {
        var title: String?
        for (number, section) in sections.enumerated() {
            if section.title != title { Terminal.showHeading(section.title) }
            title = section.title
            for paragraph in section.paragraphs { Terminal.show(paragraph, indent: 2) }
            let comesAgain = sections.dropFirst(number + 1).contains { $0.points == section.points }
            if section.isFirst || !comesAgain {
                for point in section.points { Terminal.show("- \(point)", indent: 2) }
            }
            Terminal.show()
        }
    }
}
