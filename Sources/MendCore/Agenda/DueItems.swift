/// What became due on a channel since it last ran.
public struct DueItems: Equatable, Sendable {
    /// To be delivered now, in order of time.
    public let due: [Item]
    /// Passed over: after a gap the newest prompt and each open repair at its present rung are enough.
    public let passed: [Item]

    /// How long weekly, monthly and birthday items stay fresh.
    static let freshFor = 24.hours

    /// - Parameters:
    ///   - items: the agenda from the channel's first run on.
    ///   - delivered: what the channel has sent or passed.
    ///   - openRuptures: ids; what concerns others is passed over, even if it had begun before its repair.
    ///   - begin: when the channel ran first; nothing older is due on it.
    public init(items: [Item], delivered: Set<ItemKey>, openRuptures: Set<String>, begin: Instant, now: Instant) {
        let waiting = items.filter { $0.start > begin && $0.start <= now && !($0.key.map(delivered.contains) ?? false) }
        var newest: [String: Instant] = [:]
        for item in waiting where item.concerns(openRuptures) {
            for subject in Self.subjects(item) { newest[subject] = max(newest[subject] ?? item.start, item.start) }
        }
        let kept = waiting.filter { item in
            switch item.kind {
            case .prompt, .rung:
                item.concerns(openRuptures) && Self.subjects(item).contains { newest[$0] == item.start }
            case .reflection, .reading, .milestone: now - item.start <= Self.freshFor
            }
        }
        let ids = Set(kept.map(\.id))
        due = kept
        passed = waiting.filter { !ids.contains($0.id) }
    }

    /// What an item is about, so that of several the newest stands for all.
    private static func subjects(_ item: Item) -> [String] {
        item.kind.isRepair ? item.ruptures : [item.kind.name]
    }
}

extension Item {
    /// Whether all that it is about is still open: its words may be those of any of its ruptures.
    public func concerns(_ openRuptures: Set<String>) -> Bool {
        openRuptures.isSuperset(of: ruptures)
    }
}
