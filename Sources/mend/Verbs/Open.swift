import ArgumentParser
import MendCore
import MendExport
import MendText

struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(.open)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.format)) var format: Format = .text

    func run() throws {
        let household = try common.householdFromNow()
        let people = try household.agendaBuilder(since: household.today).people
        if format == .json { return Terminal.write(OutlookJSON.text(people, zone: household.zone)) }
        if people.isEmpty { Terminal.say(DailyPhrase.nothingOpen) }
        let text = PersonOutlookText(dates: household.dates, in: Speech.catalogue)
        for person in people {
            Terminal.show(text.sentences(person), indent: 0)
            for rupture in person.open + person.resting {
                let moment = DatePhrase.moment(rupture.at, household.dates)
                Terminal.say(DailyPhrase.openRupture(rupture.id, .crack(rupture.kind), moment), indent: 4)
            }
        }
    }
}
