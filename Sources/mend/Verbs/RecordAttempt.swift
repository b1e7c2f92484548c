import ArgumentParser
import MendCore
import MendText

struct RecordAttempt: ParsableCommand {
    static let configuration = CommandConfiguration(.attempt)

    @OptionGroup var common: Common
    @Argument(
        help: ArgumentHelp(.ruptureAndOutcome, valueName: "rupture-and-outcome"),
        completion: .choices(Attempt.Outcome.self))
    var words: [String] = []
    @Option(name: .withShort("w"), help: ArgumentHelp(.attemptWith, valueName: "name")) var with: String?
    @Option(help: ArgumentHelp(.outcome)) var outcome: Attempt.Outcome?
    @Option(name: .withShort("a"), help: ArgumentHelp(.when, valueName: "time")) var at: String?
    @Option(help: ArgumentHelp(.roadblock)) var roadblock: Roadblock?
    @Option(help: ArgumentHelp(.note, valueName: "text")) var note: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let before = try journal.history().known(by: now)
        let words = try BareWords(words, name: with, choice: outcome) { before.isName($0) || before.rupture($0) != nil }
        // What it is about must be clear before the question is asked.
        let meant = try before.meant(by: words.name)
        guard let outcome = words.choice ?? Asker.terminal?.choice(.howDidItGo, ChoicePhrase.outcome) else {
            throw CommandFault(
                .badCommandLine, .missing(options: ["--outcome"], example: "mend attempt Ada repaired"))
        }
        let id = try rupture(meant, outcome, in: before, plan, now: now)
        let (attempt, history) = try Notebook(journal: journal, plan: plan, now: now).record(
            AttemptEntry(rupture: id, outcome: outcome, at: at, roadblock: roadblock, note: TypedNote.text(note)))
        Terminal.keep()
        let dates = DateContext.here(history.household, now: now)
        if let rupture = history.rupture(id), let person = history.person(rupture.with) {
            let moment = DatePhrase.moment(rupture.at, dates)
            Terminal.say(DailyPhrase.repair(with: person.name, moment, rupture: id), indent: 0)
        }
        Terminal.say(DailyPhrase.attempted(outcome))
        if at != nil { Terminal.say(DailyPhrase.attemptedAt(.nearMoment(attempt.at, dates))) }
        if history.attempts.contains(where: { $0.rupture == id && $0.at > attempt.at }) {
            Terminal.note(DailyPhrase.laterAttempt)
        }
        let builder = try AgendaBuilder(plan: plan, history: history, now: now)
        let outlook = builder.outlook(ofRupture: id)
        let text = OutlookText(dates: dates, in: Speech.catalogue)
        if let line = text.line(outlook) { Terminal.show(line) }
        guard let rupture = history.rupture(id), let person = history.person(rupture.with) else { return }
        if outcome.closes {
            let open = builder.outlook(ofPerson: person.id)?.open ?? []
            if !open.isEmpty { Terminal.say(DailyPhrase.stillOpen(with: person.name, open), indent: 0) }
        }
        if outcome.refuses {
            let subject = RepairWording.Subject(
                rung: .tryAgain, number: 1, rupture: rupture, person: person,
                band: person.band(on: dates.today))
            let replies = RepairWording(plan: plan, history: history).replies(for: subject)
            if let reply = replies.first { Terminal.say(DailyPhrase.reply(reply)) }
        }
    }

    /// The id of the rupture that is meant.
    private func rupture(
        _ meant: Meant, _ outcome: Attempt.Outcome, in history: History, _ plan: Plan, now: Instant
    ) throws -> String {
        if case .rupture(let rupture) = meant { return rupture.id }
        let builder = try AgendaBuilder(plan: plan, history: history, now: now)
        return try builder.rupture(meant, for: outcome, in: history).id
    }
}
