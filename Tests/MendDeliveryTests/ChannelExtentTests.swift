import Foundation
import MendCore
import MendExamples
import MendJournal
import ShippedPlan
import Testing

@testable import MendDelivery

/// A run reads of the journal's deliveries only what it needs, and decides as if it had read all.
@Suite struct ChannelExtentTests {
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

    /// What a turn writes; but a claim that was not read, left by a dead run whose clock was slow by weeks, may stay.
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
            for _ in 0..<60 {
                time = time + (random.below(8) == 0 ? 20 * 24 : 1 + random.below(60)).hours
                let now = random.below(10) == 0 ? time + (random.below(80) - 40) * 24.hours : time
                if random.below(30) == 0 {
                    var household = try journal.history(.household).household
                    household.zone = zones[random.below(2)]
                    try journal.update(.household) { _ in ([.put(.household(household))], ()) }
                }
                let (whole, part) = (try journal.history(), try journal.history(ledger.extent(now: now)))
                let expected = try ledger.turn(whole, plan: plan, now: now)
                let turn = try ledger.turn(part, plan: plan, now: now)
                #expect(turn.items == expected.items, "seed \(seed) at \(now)")
                #expect(changes(turn, having: part) == changes(expected, having: part), "seed \(seed) at \(now)")
                leftOut += whole.deliveries.count - part.deliveries.count
                sent += turn.items.count
                try journal.update(.household) { _ in (turn.changes, ()) }
                switch random.below(6) {
                case 0: break
                case 1: try journal.update(.household) { _ in (ledger.takeBack(turn), ()) }
                default: try journal.update(.household) { _ in (ledger.confirm(turn, at: now), ()) }
                }
            }
        }
        #expect(sent > 20)
        #expect(leftOut > 100)
    }

    /// Ids are free: a rupture may be called what slots are called.
    @Test func findsWhatWasSentOfARuptureThatIsNamedLikeASlot() throws {
        let start = zones[0].start(of: HardFamily.start)
        let sent = ["begin", "daily.1.rest", "r1.calm"].enumerated().map { number, item in
            Delivery(
                item: item, channel: "mail", at: start + number.hours, outcome: item == "begin" ? .passed : .sent)
        }
        for id in ["daily", "r2"] {
            var family = HardFamily.history(zone: zones[0], ruptures: 0)
            family.ruptures = [Rupture(id: id, with: family.people[0].id, kind: .benign, at: start)]
            family.deliveries = sent
            try withJournal(family.records) { journal in
                let read = try journal.history(ledger.extent(now: start + 24.hours)).deliveries.map(\.item)
                #expect(read.contains("daily.1.rest") == (id == "daily"))
            }
        }
    }

    /// Slots are left out by their day, unless they are newer than what was sent last.
    @Test func leavesOutOldSlotsAlone() throws {
        let start = zones[0].start(of: HardFamily.start)
        let days = (0..<30).map { HardFamily.start + $0 }
        var deliveries = [Delivery(item: "begin", channel: "mail", at: start, outcome: .passed)]
        for day in days {
            for item in ["daily.\(day)", "weekly.\(day)", "monthly.\(day)", "r\(day.number).rest"] {
                deliveries.append(
                    Delivery(item: item, channel: "mail", at: zones[0].start(of: day) + 9.hours, outcome: .sent))
            }
        }
        deliveries.append(Delivery(item: "daily.2025-12-01", channel: "mail", at: start, outcome: .claimed))
        var family = HardFamily.history(zone: zones[0], ruptures: 0)
        family.deliveries = deliveries
        try withJournal(family.records) { journal in
            let read = try journal.history(ledger.extent(now: start + 30 * 24.hours)).deliveries.map(\.item)
            let kept = days[19...].flatMap { ["daily.\($0)", "weekly.\($0)", "monthly.\($0)"] }
            let repairs = days.map { "r\($0.number).rest" }
            #expect(read.sorted() == (kept + repairs + ["begin", "daily.2025-12-01"]).sorted())
        }
    }

    /// Another channel's deliveries tell a fast clock's beginning from a slow clock's now.
    @Test func seesWhatOtherChannelsWroteLater() throws {
        let start = zones[0].start(of: HardFamily.start)
        let begin = Delivery(item: "begin", channel: "mail", at: start + 48.hours, outcome: .passed)
        let other = Delivery(item: "daily.2026-01-02", channel: "stdout", at: start + 24.hours, outcome: .sent)
        for deliveries in [[begin], [begin, other]] {
            var family = HardFamily.history(zone: zones[0], ruptures: 0)
            family.deliveries = deliveries
            try withJournal(family.records) { journal in
                let turn = try ledger.turn(journal.history(ledger.extent(now: start)), plan: plan, now: start)
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
