import Foundation
import MendCore
import MendExamples
import MendJournal
import ShippedPlan
import Testing

@testable import MendDelivery

/// A run reads no more than a year of what the journal's channels have sent, and decides as if it had read all.
@Suite struct ChannelHistoryTests {
    private let ledger = DeliveryLedger(channel: "mail")
    private let plan = ShippedPlan.load()
    private let zones: [Zone]

    init() throws {
        zones = try ["America/New_York", "Pacific/Auckland"].map { try #require(SystemZones.find($0)) }
    }

    private func withJournal(_ records: [JournalRecord], _ body: (SQLiteJournal) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mend-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(SQLiteJournal.create(in: folder, records: records, zones: SystemZones.find))
    }

    /// What a turn writes; but a claim that was not read, left by a dead run of years ago, may stay.
    private func changes(_ turn: DeliveryLedger.Turn, having read: History) -> [String] {
        turn.changes.filter { change in
            guard case .remove(.delivery(let item, let channel)) = change else { return true }
            return read.deliveries.contains { $0.item == item && $0.channel == channel }
        }
        .map { "\($0)" }.sorted()
    }

    /// Runs at any hour, with gaps, clocks that are wrong by weeks, runs that die or fail, and a family that moves.
    @Test(arguments: [2, 4, 24]) func decidesAsIfItHadReadAll(seed: UInt64) throws {
        var random = SystemLike(seed: seed)
        let family = HardFamily.history(zone: zones[0], ruptures: 4, seed: seed)
        var leftOut = 0
        var sent = 0
        try withJournal(family.records) { journal in
            var time = zones[0].start(of: HardFamily.start)
            for step in 0..<40 {
                time = time + (random.below(8) == 0 ? 20 * 24 : 1 + random.below(60)).hours
                // A machine that slept for longer than anything is read back.
                if step == 25 { time = time + (800 * 24).hours }
                let now = random.below(10) == 0 ? time + (random.below(80) - 40) * 24.hours : time
                if random.below(30) == 0 {
                    var household = try journal.history().household
                    household.zone = zones[random.below(2)]
                    try journal.write([.put(.household(household))])
                }
                let (whole, part) = (try journal.history(), try journal.history(since: History.memory(before: now)))
                let expected = try ledger.turn(whole, plan: plan, now: now)
                let turn = try ledger.turn(part, plan: plan, now: now)
                #expect(turn.items == expected.items, "seed \(seed) at \(now)")
                #expect(changes(turn, having: part) == changes(expected, having: part), "seed \(seed) at \(now)")
                leftOut += whole.deliveries.count - part.deliveries.count
                sent += turn.items.count
                try journal.write(turn.changes)
                switch random.below(6) {
                case 0: break
                case 1: try journal.write(ledger.takeBack(turn))
                default: try journal.write(ledger.confirm(turn, at: now))
                }
            }
        }
        #expect(sent > 20)
        #expect(leftOut > 20)
    }

    /// Another channel's deliveries tell a fast clock's beginning from a slow clock's now.
    @Test func seesWhatOtherChannelsWroteLater() throws {
        let start = zones[0].start(of: HardFamily.start)
        let begin = Delivery.beginning(of: "mail", at: start + 48.hours)
        let other = Delivery(item: ItemKey("daily.2026-01-02"), channel: "stdout", at: start + 24.hours, outcome: .sent)
        for deliveries in [[begin], [begin, other]] {
            var family = HardFamily.history(zone: zones[0], ruptures: 0)
            family.deliveries = deliveries
            try withJournal(family.records) { journal in
                let turn = try ledger.turn(
                    journal.history(since: History.memory(before: start)), plan: plan, now: start)
                // With nothing else later than now, the beginning was a fast clock's, and is written anew.
                #expect(turn.changes.count == (deliveries.count == 1 ? 1 : 0))
            }
        }
    }
}

/// A small seeded source of numbers.
private struct SystemLike {
    private var hash: StableHash
    private var drawn = 0

    init(seed: UInt64) {
        hash = StableHash("extent", String(seed))
    }

    mutating func below(_ bound: Int) -> Int {
        drawn += 1
        return Int(hash.value(with: drawn) % UInt64(bound))
    }
}
