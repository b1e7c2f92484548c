import ArgumentParser
import MendCore
import MendText

struct RecordCheckIn: ParsableCommand {
    static let configuration = CommandConfiguration(.checkin)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.zoneNow)) var zone: FeelingZone
    @Option(help: ArgumentHelp(.with, valueName: "name")) var with: String?
    @Option(help: ArgumentHelp(.when, valueName: "time")) var at: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let (_, practice) = try Notebook(journal: journal, plan: plan, now: now).record(
            CheckInEntry(zone: zone, with: with, at: at))
        Terminal.keep()
        Terminal.say(DailyPhrase.checkedIn)
        guard let practice else { return }
        Terminal.show()
        Terminal.heading(AgendaPhrase.lasting(practice.title, minutes: practice.minutes))
        Terminal.show(practice.text, indent: 2)
        if let caution = practice.caution { Terminal.show(caution, indent: 2) }
    }
}
