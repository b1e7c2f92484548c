import ArgumentParser
import MendCore
import MendText

struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(.open)

    @OptionGroup var common: Common

    func run() throws {
        let household = try common.household()
        let builder = try household.agendaBuilder(since: household.today)
        let open = builder.openRuptures
        if open.isEmpty { Terminal.say(DailyPhrase.nothingOpen) }
        for rupture in open {
            let name = household.history.person(rupture.with)?.name ?? rupture.with
            Terminal.heading(
                DailyPhrase.openRupture(
                    rupture.id, with: name, .rupture(rupture.kind), .moment(rupture.at, household.zone)))
            let outlook = OutlookText(zone: household.zone, in: Speech.catalogue)
            if let line = outlook.line(builder.outlook(ofRupture: rupture.id)) {
                Terminal.show(line, indent: 4)
            }
        }
    }
}
