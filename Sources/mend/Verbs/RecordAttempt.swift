import ArgumentParser
import MendCore
import MendExport

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
    @Option(help: ArgumentHelp("For your eyes only.", valueName: "text")) var note: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let (attempt, history) = try journal.update { history in
            let attempt = Attempt(
                id: NumberedID.next("t", after: history.attempts.map(\.id)), rupture: id,
                at: try at.map { try Parsing.time($0, now: now, zone: history.household.zone) } ?? now, recorded: now,
                outcome: outcome, roadblock: roadblock, note: note)
            var checker = HistoryChecker(history, now: now)
            try checker.add(.attempt(attempt))
            if outcome == .again,
                case .next = try AgendaBuilder(plan: plan, history: history, now: now).outlook(ofRupture: id)
            {
                throw InputError(
                    "\(id) is still open, so there is nothing to begin anew; mend open shows what comes next")
            }
            var after = history
            after.append(.attempt(attempt))
            return ([.put(.attempt(attempt))], (attempt, after))
        }
        Terminal.say(Self.answer(to: outcome))
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

    private static func answer(to outcome: Attempt.Outcome) -> String {
        switch outcome {
        case .repaired: "Noted, and closed. You came back."
        case .partial: "Noted. A part is mended; the rest may take its time."
        case .declined, .notReady: "Noted. A no today is not a no for good."
        case .letGo: "Noted, and let go with kindness. You can begin again whenever you like."
        case .again: "Noted. A fresh start."
        }
    }
}

/// How a rupture stands, in a line.
struct OutlookText {
    let zone: Zone

    func line(_ outlook: AgendaBuilder.Outlook) -> String? {
        switch outlook {
        case .next(let item): "Next: \(AgendaText(zone: zone).moment(item.start)), \(AgendaText.name(of: item.kind))."
        case .atRest: "It is at rest. The weekly reflection mentions it, nothing more."
        case .noPlace(let rung):
            "No place was found for the next step (\(rung.rawValue)) within 60 days: closed times, days away, quiet hours or the "
                + "daily cap leave no room. mend person edit changes them."
        case .closed: nil
        }
    }
}
