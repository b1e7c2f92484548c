import ArgumentParser
import MendCore
import MendText

struct RecordAttempt: ParsableCommand {
    static let configuration = CommandConfiguration(.attempt)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.ruptureID)) var id: String?
    @Option(help: ArgumentHelp(.outcome)) var outcome: Attempt.Outcome
    @Option(help: ArgumentHelp(.when, valueName: "time")) var at: String?
    @Option(help: ArgumentHelp(.roadblock)) var roadblock: Roadblock?
    @Option(help: ArgumentHelp(.note, valueName: "text")) var note: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let (id, isGuessed) = try rupture(in: journal.history().known(by: now), plan, now: now)
        let (attempt, history) = try Notebook(journal: journal, plan: plan, now: now).record(
            AttemptEntry(rupture: id, outcome: outcome, at: at, roadblock: roadblock, note: TypedNote.text(note)))
        // Who gave no id is told which one it was.
        if isGuessed, let rupture = history.rupture(id), let person = history.person(rupture.with) {
            let moment = DatePhrase.moment(rupture.at, .here(history.household, now: now))
            Terminal.say(DailyPhrase.repair(with: person.name, moment, rupture: id), indent: 0)
        }
        Terminal.say(DailyPhrase.attempted(outcome))
        if history.attempts.contains(where: { $0.rupture == id && $0.at > attempt.at }) {
            Terminal.note(DailyPhrase.laterAttempt)
        }
        let outlook = try AgendaBuilder(plan: plan, history: history, now: now).outlook(ofRupture: id)
        let text = OutlookText(dates: .here(history.household, now: now), in: Speech.catalogue)
        if let line = text.line(outlook) { Terminal.show(line) }
        if outcome.refuses, let rupture = history.rupture(id), let person = history.person(rupture.with) {
            let subject = RepairWording.Subject(
                rung: .tryAgain, number: 1, rupture: rupture, person: person,
                band: person.band(on: history.household.zone.day(of: now)))
            let replies = RepairWording(plan: plan, history: history).replies(for: subject)
            if let reply = replies.first { Terminal.say(DailyPhrase.reply(reply)) }
        }
    }

    /// The id of the rupture that is meant, and whether another thing than its id was given.
    private func rupture(in history: History, _ plan: Plan, now: Instant) throws -> (id: String, isGuessed: Bool) {
        let meant = try history.meant(by: id)
        if case .rupture(let rupture) = meant { return (rupture.id, false) }
        let builder = try AgendaBuilder(plan: plan, history: history, now: now)
        return (try builder.rupture(meant, for: outcome, in: history).id, true)
    }
}
