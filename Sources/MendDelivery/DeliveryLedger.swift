import MendCore

/// What one channel has sent, passed over and claimed, read from the journal's deliveries.
///
/// A run claims what is due before it goes out and confirms it afterwards. What a run leaves claimed (it was killed) goes
/// out again as it was, with the same id, so that nothing is lost and a second copy can be told. Deliveries that are later
/// than now are those of a clock that was wrong; they count for nothing.
public struct DeliveryLedger: Sendable {
    public let channel: String

    /// For how long what a dead run had claimed goes out again as it was; later a new choice is the better one.
    static let claimHolds = 24.hours

    public init(channel: String) {
        self.channel = channel
    }

    /// What is to go out now.
    public struct Turn: Sendable {
        /// In order of time; empty when nothing is due.
        public let items: [Item]
        /// The ids of the ruptures that are open.
        public let open: Set<String>
        /// What the journal must remember before anything goes out.
        public let changes: [Change]
        /// Passed over in favour of `items`.
        fileprivate var passed: [ItemKey] = []
        /// Whether the channel begins with it.
        fileprivate var isFirst = false
    }

    /// A beginning that lies further ahead than this counts for nothing, where something was written down before now: the channel
    /// begins anew, for nobody would wait that long for the clock. Where all was written down later, it is this clock that is slow.
    static let aheadHolds = 48.hours

    /// How far a channel reaches back at its first run: what was announced a moment ago comes, and nothing of last week.
    static let reach = 24.hours

    /// Decides what goes out and claims it.
    /// - Parameter history: at least what a journal has since `History.memory(before: now)`.
    /// - Throws: `RepairScheduler.Fault`.
    public func turn(_ history: History, plan: Plan, now: Instant) throws -> Turn {
        let own = history.deliveries.filter { $0.channel == channel }
        return try turn(own, of: history, now: now) {
            try DueAgenda(plan: plan, history: history, now: now, since: $0)
        }
    }

    /// The same for one of many channels.
    /// - Parameters:
    ///   - own: the channel's deliveries.
    ///   - agenda: makes the agenda from a day on.
    func turn(
        _ own: [Delivery], of history: History, now: Instant, agenda: (LocalDay) throws -> DueAgenda
    ) throws -> Turn {
        let settled = own.filter { $0.outcome != .claimed && $0.at <= now }
        let known = settled.first { $0.item == nil }?.at
        // A beginning that lies ahead: either it was written by a clock that was fast, or this one is slow.
        if known == nil, let ahead = own.first(where: { $0.item == nil })?.at,
            ahead - now <= Self.aheadHolds || !history.hasRecords(by: now),
            history.hasRecords(after: now, but: channel)
        {
            return Turn(items: [], open: [], changes: [])
        }
        let begin = known ?? history.channelBeginning(firstRun: now)
        let beginning: [Change] = known == nil ? [.put(.delivery(.beginning(of: channel, at: begin)))] : []
        // Everything that had begun when something went out last was sent or passed over then.
        let since = settled.filter { $0.outcome == .sent }.map(\.at).max() ?? begin
        let zone = history.household.zone
        let today = zone.day(of: now)
        // After a gap of more than a year nothing of before it is due any more.
        let first = max(min(zone.day(of: since) + -1, today), today + -History.memoryDays)
        let agenda = try agenda(first)
        let (items, isOpen) = (agenda.items, agenda.openRuptures)

        let claims = own.filter { $0.outcome == .claimed }
        let held = Set(claims.filter { (0...Self.claimHolds).contains(now - $0.at) }.compactMap(\.item))
        let again = items.filter { held.contains($0) && $0.start <= now && $0.concerns(isOpen) }
        if !again.isEmpty {
            let keys = Set(again.compactMap(\.key))
            // Claimed anew, with the same time: a journal that takes nothing lets nothing out.
            return Turn(
                items: again, open: isOpen,
                changes: beginning
                    + claims.map { claim in
                        claim.item.map(keys.contains) ?? false
                            ? .put(.delivery(claim)) : .remove(.delivery(item: claim.item, channel: channel))
                    }, isFirst: known == nil)
        }
        let due = DueItems(
            items: items, delivered: Set(settled.compactMap(\.item)), openRuptures: isOpen, begin: begin, now: now)
        let passed = due.passed.compactMap(\.key)
        return Turn(
            items: due.due, open: isOpen,
            changes: beginning + release(claims.compactMap(\.item)) + passed.map { record($0, .passed, at: now) }
                + due.due.compactMap(\.key).map { record($0, .claimed, at: now) }, passed: passed,
            isFirst: known == nil)
    }

    /// The channel has taken some of it, and the rest is still due.
    func settle(_ turn: Turn, sent: [Item], failed: [Item], at now: Instant) -> [Change] {
        // The next turn looks back a day from what was sent last: older ones would be lost, so all of it stays due.
        guard !sent.isEmpty, failed.allSatisfy({ now - $0.start < 24.hours }) else { return takeBack(turn) }
        return sent.compactMap(\.key).map { record($0, .sent, at: now) } + release(failed.compactMap(\.key))
    }

    /// The channel has taken it.
    public func confirm(_ turn: Turn, at now: Instant) -> [Change] {
        turn.items.compactMap(\.key).map { record($0, .sent, at: now) }
    }

    /// The channel has not taken it: all of it is still due, and a channel that would have begun with it has not.
    public func takeBack(_ turn: Turn) -> [Change] {
        release(turn.items.compactMap(\.key) + turn.passed)
            + (turn.isFirst ? [.remove(.delivery(item: nil, channel: channel))] : [])
    }

    private func release(_ items: [ItemKey]) -> [Change] {
        items.map { .remove(.delivery(item: $0, channel: channel)) }
    }

    private func record(_ item: ItemKey, _ outcome: Delivery.Outcome, at now: Instant) -> Change {
        .put(.delivery(Delivery(item: item, channel: channel, at: now, outcome: outcome)))
    }
}

/// What may be due: the items from a day on to the end of today, and what is open.
struct DueAgenda: Sendable {
    let items: [Item]
    /// Ids.
    let openRuptures: Set<String>

    /// - Throws: `RepairScheduler.Fault`.
    init(plan: Plan, history: History, now: Instant, since first: LocalDay) throws {
        let builder = try AgendaBuilder(plan: plan, history: history, now: now, since: first)
        items = builder.agenda(from: first, through: history.household.zone.day(of: now)).items
        openRuptures = Set(builder.openRuptures.map(\.id))
    }
}

extension Set<ItemKey> {
    fileprivate func contains(_ item: Item) -> Bool { item.key.map(contains) ?? false }
}

extension History {
    /// When a channel begins that runs for the first time: a day before, but not before the household's first record. What that
    /// record itself brings about at once comes.
    fileprivate func channelBeginning(firstRun now: Instant) -> Instant {
        let records = [
            ruptures.map(\.recorded), attempts.map(\.recorded), checkIns.map(\.recorded), holds.map(\.recorded),
            published.map(\.modified), subscriptions.compactMap(\.created), deliveries.map(\.at),
        ]
        return min(now, max(now + -DeliveryLedger.reach, records.joined().min().map { $0 + -1 } ?? now))
    }

    /// Whether somebody had written down anything by then.
    fileprivate func hasRecords(by now: Instant) -> Bool {
        ruptures.contains { $0.recorded <= now } || attempts.contains { $0.recorded <= now }
            || checkIns.contains { $0.recorded <= now } || holds.contains { $0.recorded <= now }
    }

    /// Whether anything but what one channel itself has sent was written down later than an instant.
    fileprivate func hasRecords(after now: Instant, but channel: String) -> Bool {
        ruptures.contains { $0.recorded > now } || attempts.contains { $0.recorded > now }
            || checkIns.contains { $0.recorded > now } || holds.contains { $0.recorded > now }
            || published.contains { $0.modified > now }
            || deliveries.contains { $0.at > now && $0.item != nil && $0.channel != channel }
    }
}
