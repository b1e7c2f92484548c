import ArgumentParser
import MendCore
import MendExport
import MendText

struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "What is still open, and what comes next for each.", discussion: "EXAMPLE\n  mend open")

    @OptionGroup var common: Common

    func run() throws {
        let household = try common.household()
        let builder = try household.agendaBuilder(since: household.today)
        let text = AgendaText(zone: household.zone)
        let open = builder.openRuptures
        if open.isEmpty { Terminal.say("Nothing is open.") }
        for rupture in open {
            let name = household.history.person(rupture.with)?.name ?? rupture.with
            Terminal.heading("\(rupture.id)  \(name), \(rupture.kind.rawValue), \(text.moment(rupture.at))")
            if let line = OutlookText(zone: household.zone).line(builder.outlook(ofRupture: rupture.id)) {
                Terminal.say(line, indent: 4)
            }
        }
    }
}
