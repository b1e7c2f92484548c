import MendCore

/// What one channel has sent, passed over and claimed, read from the journal's deliveries.
///
/// A run claims what is due before it goes out and confirms it afterwards. What a run leaves claimed (it was killed) goes
/// out again as it was, with the same id, so that nothing is lost and a second copy can be told. Deliveries that are later
/// than now are those of a clock that was wrong; they count for nothing.
public struct DeliveryLedger: Sendable {
    public let channel: String

    /// The record that marks a channel's first run.
    static let begin = "begin"
    /// For how long what a dead run had claimed goes out again as it was; later a new choice is the better one.
    static let claimHolds = 24.hours

    public init(channel: String) {
        self.channel = channel
    }

    /// What is to go out now.
    public struct Turn: Sendable {
        /// In order of time; empty when nothing is due.
        public let items: [Item]
        /// Passed over in favour of `items`.
        let passed: [Item]
        /// What the journal must remember before anything goes out.
        public let changes: [Change]
    }

    /// Decides what goes out and claims it.
    /// - Throws: `RepairScheduler.Fault`.
    public func turn(_ history: History, plan: Plan, now: Instant) throws -> Turn {
        let own = history.deliveries.filter { $0.channel == channel && $0.at <= now }
        let settled = own.filter { $0.outcome != .claimed }
        guard let begin = settled.first(where: { $0.item == Self.begin })?.at else {
            return Turn(items: [], passed: [], changes: [record(Self.begin, .passed, at: now)])
        }
        // Everything that had begun by the last delivery was sent or passed over then.
        let since = settled.map(\.at).max() ?? begin
        let zone = history.household.zone
        let items = try AgendaBuilder(plan: plan, history: history, now: now)
            .agenda(from: zone.day(of: since) + -1, through: zone.day(of: now)).items

        let claims = history.deliveries.filter { $0.channel == channel && $0.outcome == .claimed }
        let held = Set(claims.filter { (0...Self.claimHolds).contains(now - $0.at) }.map(\.item))
        let again = items.filter { held.contains($0.id) && $0.start <= now }
        if !again.isEmpty {
            let ids = Set(again.map(\.id))
            return Turn(items: again, passed: [], changes: release(claims.map(\.item).filter { !ids.contains($0) }))
        }
        let due = DueItems(items: items, delivered: Set(settled.map(\.item)), begin: begin, now: now)
        let released = release(claims.map(\.item))
        if due.due.isEmpty {
            return Turn(
                items: [], passed: [], changes: released + due.passed.map { record($0.id, .passed, at: now) })
        }
        return Turn(
            items: due.due, passed: due.passed, changes: released + due.due.map { record($0.id, .claimed, at: now) })
    }

    /// The channel has taken it.
    public func confirm(_ turn: Turn, at now: Instant) -> [Change] {
        turn.items.map { record($0.id, .sent, at: now) } + turn.passed.map { record($0.id, .passed, at: now) }
    }

    /// The channel has not taken it: all of it is still due.
    public func takeBack(_ turn: Turn) -> [Change] {
        release(turn.items.map(\.id))
    }

    private func release(_ items: [String]) -> [Change] {
        items.map { .remove(.delivery(item: $0, channel: channel)) }
    }

    private func record(_ item: String, _ outcome: Delivery.Outcome, at now: Instant) -> Change {
        .put(.delivery(Delivery(item: item, channel: channel, at: now, outcome: outcome)))
    }
}
