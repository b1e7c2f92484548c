import ArgumentParser
import MendCore
import MendExport
import MendText

struct ShowGuide: ParsableCommand {
    static let configuration = CommandConfiguration(.guide)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.ruptureID)) var id: String?
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
        for section in sections {
            Terminal.showHeading(section.title)
            for paragraph in section.paragraphs { Terminal.show(paragraph, indent: 2) }
            for point in section.points { Terminal.show("- \(point)", indent: 2) }
            Terminal.show()
        }
    }
}
