import ArgumentParser
import MendCore
import MendText

struct ShowGuide: ParsableCommand {
    static let configuration = CommandConfiguration(.guide)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.ruptureID)) var id: String?

    func run() throws {
        let household = try common.household()
        let rupture: Rupture?
        if let id {
            guard let found = household.history.known(by: household.now).rupture(id) else {
                throw RecordFault.noRupture(id)
            }
            rupture = found
        } else {
            rupture = try household.agendaBuilder().openRuptures.last
        }
        if let rupture, let person = household.history.person(rupture.with) {
            let moment = DatePhrase.moment(rupture.at, household.zone)
            Terminal.say(DailyPhrase.repair(with: person.name, moment, rupture: rupture.id), indent: 0)
            Terminal.show()
        }
        let guide = Guide(plan: household.plan, history: household.history, rupture: rupture, day: household.today)
        let support = SupportText(
            SupportContacts(plan: household.plan, history: household.history), catalogue: Speech.catalogue)
        for section in GuideText(guide, support: support, in: Speech.catalogue).sections {
            Terminal.showHeading(section.title)
            for paragraph in section.paragraphs { Terminal.show(paragraph, indent: 2) }
            for point in section.points { Terminal.show("- \(point)", indent: 2) }
            Terminal.show()
        }
    }
}
