import ArgumentParser
import MendCore
import MendExport
import MendText

struct ShowGuide: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: "The steps of a repair, the words to say, and replies if the answer is no.",
        discussion: "Without an id it is about the newest open rupture.\n\nEXAMPLE\n  mend guide r1")

    @OptionGroup var common: Common
    @Argument(help: "The rupture's id, such as r1.") var id: String?

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
            let moment = AgendaText(zone: household.zone).moment(rupture.at)
            Terminal.say("A repair with \(person.name), for \(moment) (\(rupture.id)).\n", indent: 0)
        }
        let guide = Guide(plan: household.plan, history: household.history, rupture: rupture, day: household.today)
        for section in guide.sections {
            Terminal.heading(section.title)
            for paragraph in section.paragraphs { Terminal.say(paragraph, indent: 2) }
            for point in section.points { Terminal.say("- \(point)", indent: 2) }
            Terminal.say("")
        }
    }
}
