import ArgumentParser
import MendCore
import MendText

struct RecordAttempt: ParsableCommand {
    static let configuration = CommandConfiguration(.attempt)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.ruptureID)) var id: String
    @Option(help: ArgumentHelp(.outcome)) var outcome: Attempt.Outcome
    @Option(help: ArgumentHelp(.when, valueName: "time")) var at: String?
    @Option(help: ArgumentHelp(.roadblock)) var roadblock: Roadblock?
    @Option(help: ArgumentHelp(.note, valueName: "text")) var note: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let (attempt, history) = try Notebook(journal: journal, plan: plan, now: now).record(
            AttemptEntry(rupture: id, outcome: outcome, at: at, roadblock: roadblock, note: TypedNote.text(note)))
        Terminal.say(DailyPhrase.attempted(outcome))
        if history.attempts.contains(where: { $0.rupture == id && $0.at > attempt.at }) {
            Terminal.note(DailyPhrase.laterAttempt)
        }
        let outlook = try AgendaBuilder(plan: plan, history: history, now: now).outlook(ofRupture: id)
        let text = OutlookText(zone: history.household.zone, in: Speech.catalogue)
        if let line = text.line(outlook) { Terminal.show(line) }
        if outcome.refuses, let rupture = history.rupture(id), let person = history.person(rupture.with) {
            let subject = RepairWording.Subject(
                rung: .tryAgain, number: 1, rupture: rupture, person: person,
                band: person.band(on: history.household.zone.day(of: now)))
            let replies = RepairWording(plan: plan, history: history).replies(for: subject)
            if let reply = replies.first { Terminal.say(DailyPhrase.reply(reply)) }
        }
    }
}
