import MendCore
import MendText

/// One run of a channel: what became due since the last run is claimed, goes out, and is confirmed.
///
/// Two runs at a time deliver once. Killed at any point, nothing is lost; what the channel had taken without its being
/// confirmed goes out again with the same id.
public struct ChannelRun {
    private let journal: any Journal
    private let plan: Plan
    private let ledger: DeliveryLedger
    private let file: RunFile
    private let outlet: any Outlet

    /// - Parameters:
    ///   - channel: its name.
    ///   - directory: the household's.
    public init(_ channel: String, to outlet: any Outlet, journal: any Journal, plan: Plan, directory: String) {
        self.journal = journal
        self.plan = plan
        self.outlet = outlet
        ledger = DeliveryLedger(channel: channel)
        file = RunFile(directory: directory, channel: channel)
    }

    /// - Returns: how many items went out.
    /// - Throws: `DeliveryFailure`, or what the journal or the outlet throws; then nothing counts as sent.
    @discardableResult
    public func run(now: Instant) throws -> Int {
        let held = try file.hold()
        do {
            let count = try deliver(now)
            held.note(now, hasFailed: false)
            return count
        } catch {
            held.note(now, hasFailed: true)
            throw error
        }
    }

    private func deliver(_ now: Instant) throws -> Int {
        let (turn, household) = try journal.update(since: History.memory(before: now)) { history in
            let settlement = try Settlement(history, plan: plan, now: now)
            let turn = try ledger.turn(settlement.history, plan: plan, now: now)
            // What goes out settles when it has gone out.
            return ((turn.items.isEmpty ? settlement.changes : []) + turn.changes, (turn, history.household))
        }
        guard !turn.items.isEmpty else { return 0 }
        do {
            try outlet.send(turn.items, about: turn.open, of: household, now: now)
        } catch let part as PartlyDelivered {
            try journal.write(ledger.settle(turn, sent: part.sent, failed: part.failed, at: now))
            throw part.failure
        } catch {
            try journal.write(ledger.takeBack(turn))
            throw error
        }
        // By itself, and no larger than the claim: on a disk that is nearly full, what could be claimed can be confirmed.
        try journal.write(ledger.confirm(turn, at: now))
        try journal.update(since: History.memory(before: now)) { history in
            // What has begun and what went out stays as it was, whatever becomes of plan and settings.
            let settlement = try Settlement(history, plan: plan, now: now)
            let shown = Publication(items: turn.items, history: settlement.history, plan: plan, now: now).changes
            return (settlement.changes + shown.map { .put(.published($0)) }, ())
        }
        return turn.items.count
    }

    /// Sends what is due without its counting as sent: a look, for somebody who sits before it. Nothing is written down, so
    /// the next run brings the same again.
    /// - Throws: what the journal or the outlet throws.
    public func look(now: Instant) throws {
        let history = try journal.history(since: History.memory(before: now))
        let turn = try ledger.turn(Settlement(history, plan: plan, now: now).history, plan: plan, now: now)
        guard !turn.items.isEmpty else { return }
        try outlet.send(turn.items, about: turn.open, of: history.household, now: now)
    }

    /// Sends a sample, so that a person can see whether the channel leads where it should. Nothing is written down.
    /// - Throws: `DeliveryFailure`, or what the journal or the outlet throws.
    public func test(now: Instant, in catalogue: Catalogue) throws {
        let household = try journal.history(since: now).household
        let sample = Item(
            id: "test", kind: .prompt, start: now, minutes: 1, voice: .own,
            writtenTitle: catalogue.text(DeliveryPhrase.sampleTitle),
            text: catalogue.text(DeliveryPhrase.sampleText), prompt: nil, because: [])
        try outlet.send([sample], about: [], of: household, now: now)
    }
}
