import MendCore
import MendExamples
import MendJournal
import ShippedPlan
import Testing

@testable import MendDelivery

/// A year of a family in which cron runs a channel every quarter of an hour, while the machine is awake.
@Suite struct QuarterHourYearTests {
    private static let quarter = 15 * 60
    private static let ticks = 365 * 96

    private struct Year {
        var sent: [String] = []
        var passed: [String] = []
        /// What the first run after each sleep sent.
        var digests: [[Item]] = []
    }

    private let plan: Plan
    private let history: History
    private let start: Instant
    /// Every item of the year from the channel's first run on, as it was told in the end.
    private let expected: [Item]

    init() throws {
        let zone = try #require(SystemZones.find("America/New_York"))
        plan = ShippedPlan.load()
        var history = HardFamily.history(zone: zone, ruptures: 12)
        // What closes a rupture hides items that had been sent; here nothing is ever taken back.
        history.attempts.removeAll(where: \.outcome.closes)
        self.history = history
        start = zone.start(of: HardFamily.start)
        let end = start + Self.ticks * Self.quarter
        expected = try AgendaBuilder(plan: plan, history: history, now: end)
            .agenda(from: HardFamily.start, through: HardFamily.start + 365).items
            .filter { [start] in $0.start > start && $0.start <= end - Self.quarter && $0.kind != .rung(.calm) }
    }

    /// Runs the channel over the year. A run between two items, of which nothing can be due, is left out mostly: one in a
    /// hundred is run, to see that it sends nothing.
    ///
    /// - Parameter sleeps: after which runs the machine sleeps, and for how many quarters of an hour.
    private func year(sleeps: [Int: Int] = [:]) throws -> Year {
        let ledger = DeliveryLedger(channel: "mail")
        var history = history
        var year = Year()
        var (tick, slept, last) = (0, false, start - 1)
        var ahead = expected[...]
        while tick < Self.ticks {
            let now = start + tick * Self.quarter
            let isDue = ahead.first.map { $0.start <= now } ?? false
            if isDue || tick < 2 || tick % 100 == 0 {
                let turn = try ledger.turn(history, plan: plan, now: now)
                for change in turn.changes + ledger.confirm(turn, at: now) { history.apply(change) }
                if !isDue { #expect(turn.items.isEmpty, "something is due at \(now), where nothing begins") }
                #expect(turn.items.allSatisfy { slept || $0.start > last }, "what had begun before comes late")
                year.sent += turn.items.map(\.id)
                if slept { year.digests.append(turn.items) }
            }
            ahead = ahead.drop { $0.start <= now }
            last = now
            slept = sleeps[tick] != nil
            // The machine is awake at the end of the year.
            tick = max(tick + 1, min(tick + 1 + (sleeps[tick] ?? 0), Self.ticks - 1))
        }
        year.passed = history.deliveries.filter { $0.outcome == .passed }.compactMap { $0.item?.description }
        #expect(!history.deliveries.contains { $0.outcome == .claimed })
        return year
    }

    @Test func sendsEachItemOnceWhileTheMachineIsAwake() throws {
        let year = try year()
        #expect(year.sent == expected.map(\.id))
        #expect(year.passed.isEmpty)
    }

    /// Forty sleeps of up to ten days.
    @Test(arguments: [1, 2]) func sendsOrPassesEachItemOnceThroughSleeps(seed: UInt64) throws {
        var random = Lehmer(seed: seed)
        let sleeps = Dictionary((0..<40).map { _ in (random.below(Self.ticks), 1 + random.below(960)) }) { $1 }
        let year = try year(sleeps: sleeps)
        let settled = year.sent + year.passed
        #expect(Set(settled).count == settled.count, "seed \(seed): an item twice")
        #expect(Set(settled).symmetricDifference(expected.map(\.id)) == [], "seed \(seed)")
        #expect(!year.passed.isEmpty)
        for digest in year.digests {
            #expect(digest.count { $0.kind == .prompt } <= 1, "seed \(seed): a heap of prompts")
            let ruptures = digest.filter(\.kind.isRepair).flatMap(\.ruptures)
            #expect(Set(ruptures).count == ruptures.count, "seed \(seed): a rupture twice in one digest")
        }
    }
}

extension History {
    mutating func apply(_ change: Change) {
        switch change {
        case .put(let record): put(record)
        case .remove(let key): remove(key)
        }
    }
}

/// A small seeded source of numbers (Lehmer 1951).
private struct Lehmer {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 0xda94_2042_e4dd_58b5
        return Int(state >> 33) % bound
    }
}
