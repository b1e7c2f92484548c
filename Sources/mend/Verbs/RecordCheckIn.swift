import ArgumentParser
import MendCore
import MendExport

struct RecordCheckIn: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkin",
        abstract: "Note where the thermometer stands; answers with something that may help.",
        discussion: "EXAMPLE\n  mend checkin --zone yellow --with Ada")

    @OptionGroup var common: Common
    @Option(help: "green (calm), yellow (rising) or red (flooded).") var zone: FeelingZone
    @Option(help: ArgumentHelp("With whom.", valueName: "name")) var with: String?
    @Option(help: ArgumentHelp("When; now unless told.", valueName: "time")) var at: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let (_, practice) = try Notebook(journal: journal, plan: plan, now: now).record(
            CheckInEntry(zone: zone, with: with, at: at))
        Terminal.say("Noted. Every zone may be here.")
        guard let practice else { return }
        Terminal.heading("\n\(practice.title) (\(practice.minutes) min)")
        Terminal.say(practice.text, indent: 2)
        if let caution = practice.caution { Terminal.say(caution, indent: 2) }
    }
}
