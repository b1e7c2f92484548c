/// Writes down what has begun, so that no edit, new plan or restored backup moves it, words it anew or brings up anything else
/// in the past.
public struct Settlement: Sendable {
    /// The history as it is once `changes` are written down.
    public let history: History
    /// What must be written down, in the transaction in which the history was read.
    public let changes: [Change]

    /// Settles what has begun by now. Under another plan than the last time nothing that has not begun is placed earlier than
    /// now.
    /// - Throws: `RepairScheduler.Fault`.
    public init(_ history: History, plan: Plan, now: Instant) throws(RepairScheduler.Fault) {
        var history = history
        var changes: [Change] = []
        let fingerprint = plan.fingerprint
        if history.household.plan != fingerprint {
            if history.household.plan != nil { history.household.edited = now }
            history.household.plan = fingerprint
            changes.append(.put(.household(history.household)))
        }
        let items = try Self.begunItems(history, plan: plan, now: now)
        let records = Publication(items: items, history: history, plan: plan, now: now).changes
        for record in records { history.put(.published(record)) }
        self.history = history
        self.changes = changes + records.map { .put(.published($0)) }
    }

    /// What has begun by now, from the last day on of which something was settled; of the ladder all that was not settled yet.
    private static func begunItems(
        _ history: History, plan: Plan, now: Instant
    ) throws(RepairScheduler.Fault) -> [Item] {
        let zone = history.household.zone
        let today = zone.day(of: now)
        let settled = history.published.filter { $0.settled != nil && $0.start < now }.map(\.start).max()
        let first = settled.map(zone.day) ?? history.firstDay(now: now)
        let builder = try AgendaBuilder(plan: plan, history: history, now: now)
        let items = builder.agenda(from: min(first, today), through: today).items.filter { $0.start < now }
        let ids = Set(items.map(\.id))
        return items + builder.unsettledItems.filter { !ids.contains($0.id) }
    }

    /// The changes of an edit of settings, or of what was written down before: what has begun by now stays, and nothing else
    /// is placed earlier.
    static func changes(
        before edit: (History) throws -> [Change], of history: History, plan: Plan, now: Instant
    ) throws -> [Change] {
        let settlement = try Settlement(history, plan: plan, now: now)
        let changes = try edit(settlement.history)
        var household = settlement.history.household
        for case .put(.household(let changed)) in changes { household = changed }
        household.edited = now
        return settlement.changes + changes + [.put(.household(household))]
    }
}

extension Plan {
    /// Stands for all that decides what comes when, with which words.
    public var fingerprint: String {
        var hash = StableHash(id, "\(slots)", "\(ladder)", "\(sleep)", "\(good)")
        for prompt in prompts { hash.add(prompt.id + prompt.title + prompt.text) }
        for reflection in reflections { hash.add(reflection.id + reflection.intro + reflection.questions.joined()) }
        for reading in readings { hash.add(reading.id + reading.text) }
        for text in words.ahead { hash.add(text.id + text.title + text.text) }
        for milestone in milestones { hash.add(milestone.id + milestone.text) }
        return String(hash.value, radix: 36)
    }
}
