import ArgumentParser
import MendCore
import MendExport
import MendText

struct RecordAttempt: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attempt",
        abstract: "Record a bid to repair and how it went.",
        discussion: """
            Outcomes: repaired, partial, declined, not-ready, let-go, or again (begin anew after it was closed or at rest).

            EXAMPLES
              mend attempt r1 --outcome repaired
              mend attempt r1 --outcome declined --at '1h ago' --roadblock shame
            """)

    @OptionGroup var common: Common
    @Argument(help: "The rupture's id, such as r1.") var id: String
    @Option(help: "repaired, partial, declined, not-ready, let-go or again.") var outcome: Attempt.Outcome
    @Option(help: ArgumentHelp("When; now unless told.", valueName: "time")) var at: String?
    @Option(help: "What kept you from the door: childhood, shame, guilt or moving-on.") var roadblock: Roadblock?
    @Option(help: ArgumentHelp("For your eyes only; - reads standard input.", valueName: "text")) var note: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let (attempt, history) = try Notebook(journal: journal, plan: plan, now: now).record(
            AttemptEntry(rupture: id, outcome: outcome, at: at, roadblock: roadblock, note: TypedNote.text(note)))
        Terminal.say(outcome.answer)
        if history.attempts.contains(where: { $0.rupture == id && $0.at > attempt.at }) {
            Terminal.note("A later attempt is written down already, so what comes next follows from that one.")
        }
        let outlook = try AgendaBuilder(plan: plan, history: history, now: now).outlook(ofRupture: id)
        if let line = OutlookText(zone: history.household.zone).line(outlook) { Terminal.say(line) }
        if outcome.refuses, let rupture = history.rupture(id), let person = history.person(rupture.with) {
            let subject = RepairWording.Subject(
                rung: .tryAgain, number: 1, rupture: rupture, person: person,
                band: person.band(on: history.household.zone.day(of: now)))
            let replies = RepairWording(plan: plan, history: history).replies(for: subject)
            if let reply = replies.first { Terminal.say("You could say: \(reply)") }
        }
    }
}
