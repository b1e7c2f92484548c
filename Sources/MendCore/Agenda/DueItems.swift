/// What became due on a channel since it last ran. Calm is never carried: its words came with the record.
public struct DueItems: Equatable, Sendable {
    /// To be delivered now, in order of time.
    public let due: [Item]
    /// Passed over: after a gap the newest prompt and each open repair at its present rung are enough.
    public let passed: [Item]

    /// How long weekly, monthly and birthday items stay fresh.
    static let freshFor = 24.hours
    /// How long a check-in ahead of hard hours does: after them it would only remind of them.
    static let checkInsFreshFor = 2.hours

    /// - Parameters:
    ///   - items: the agenda from the channel's first run on.
    ///   - delivered: what the channel has sent or passed.
    ///   - openRuptures: ids; what concerns others is passed over, even if it had begun before its repair.
    ///   - begin: when the channel ran first; nothing older is due on it.
    public init(items: [Item], delivered: Set<ItemKey>, openRuptures: Set<String>, begin: Instant, now: Instant) {
        let waiting = items.filter {
            $0.start > begin && $0.start <= now && $0.kind != .rung(.calm)
                && !($0.key.map(delivered.contains) ?? false)
        }
        var newest: [String: Instant] = [:]
        for item in waiting where item.concerns(openRuptures) {
            newest[item.subject] = max(newest[item.subject] ?? item.start, item.start)
        }
        let kept = waiting.filter { item in
            switch item.kind {
            case .prompt, .rung:
                item.concerns(openRuptures) && newest[item.subject] == item.start
            case .reflection, .reading, .milestone: now - item.start <= Self.freshFor
            case .checkIn: now - item.start <= Self.checkInsFreshFor
            }
        }
        let ids = Set(kept.map(\.id))
        due = kept
        passed = waiting.filter { !ids.contains($0.id) }
    }
}

extension Item {
    /// Whether something that it is about is still open.
    public func concerns(_ openRuptures: Set<String>) -> Bool {
        ruptures.isEmpty || ruptures.contains { openRuptures.contains($0) }
    }

    /// What it is about, so that of several the newest stands for all: the ladder with a person, or a slot.
    package var subject: String {
        kind.isRepair ? Self.subject(ofLadderWith: person ?? "") : kind.name
    }

    /// The same, of the ladder with somebody.
    package static func subject(ofLadderWith person: String) -> String { "with \(person)" }
}
