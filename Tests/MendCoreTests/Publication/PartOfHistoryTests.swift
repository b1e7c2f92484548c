import Foundation
import MendExamples
import MendJournal
import ShippedPlan
import Testing

@testable import MendCore

/// What is read of a journal for an agenda gives the same agenda as all of it.
@Suite struct PartOfHistoryTests {
    private let plan = ShippedPlan.load()
    private let zone: Zone

    init() throws { zone = try #require(SystemZones.find("America/New_York")) }

    private func withJournal(_ records: [JournalRecord], _ body: (SQLiteJournal) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mend-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(SQLiteJournal.create(in: folder, records: records, zones: SystemZones.find))
    }

    /// What somebody sees of a household on a day.
    private struct Sight: Equatable {
        let week: [Item]
        let people: [PersonOutlook]
        let outlooks: [Outlook]
        let settling: [Change]

        init(_ history: History, _ plan: Plan, now: Instant) throws {
            let today = history.household.zone.day(of: now)
            let builder = try AgendaBuilder(plan: plan, history: history, now: now, since: today)
            week = builder.agenda(from: today, through: today + 6).items
            people = builder.people
            let whole = try AgendaBuilder(plan: plan, history: history, now: now)
            outlooks = history.ruptures.map { whole.outlook(ofRupture: $0.id) }
            settling = try Settlement(history, plan: plan, now: now + 3.hours).changes
        }
    }

    /// Three years and more, settled every few weeks. From the third autumn on nothing is open with one of the children.
    @Test(arguments: [1, 2, 3]) func saysTheSameAsTheWhole(seed: UInt64) throws {
        var family = HardFamily.history(zone: zone, ruptures: 70, days: 3 * 365, seed: seed)
        let autumn = zone.start(of: HardFamily.start + 1_000)
        let ada = family.ruptures.filter { $0.with == family.people[0].id && $0.recorded < autumn }
        family.attempts.removeAll { attempt in attempt.at >= autumn && ada.contains { $0.id == attempt.rupture } }
        family.attempts += ada.map { Attempt(id: "z\($0.id)", rupture: $0.id, at: autumn, outcome: .letGo) }
        var (leftOut, day, number) = (0, HardFamily.start + 3, 0)
        try withJournal([.household(family.household)] + family.people.map(JournalRecord.person)) { journal in
            while day < HardFamily.start + 1_200 {
                number += 1
                day = day + [3, 30, 1, 45, 64][(number + Int(seed)) % 5]
                let now = zone.start(of: day) + (number * 5 % 24).hours
                try journal.write(
                    family.ruptures.filter { $0.recorded <= now }.map { .put(.rupture($0)) }
                        + family.attempts.filter { $0.recorded <= now }.map { .put(.attempt($0)) })
                try journal.update(since: History.memory(before: now)) { history in
                    (try Settlement(history, plan: plan, now: now).changes, ())
                }
                let (whole, part) = try (journal.history(), journal.historyOfAgenda(from: now))
                leftOut += whole.published.count - part.published.count
                guard number % 3 == 0 else { continue }
                let (expected, seen) = try (Sight(whole, plan, now: now), Sight(part, plan, now: now))
                #expect(seen == expected, "seed \(seed) on \(day)")
            }
        }
        #expect(leftOut > 100)
    }

    /// Rungs of a climb that was over three years ago stay as they were shown, though nobody reads back so far.
    @Test func leavesAsItWasWhatIsOlderThanItReads() throws {
        var history = HardFamily.history(zone: zone, ruptures: 1)
        let (first, later) = (zone.start(of: HardFamily.start + 20), zone.start(of: HardFamily.start + 1_100))
        history.attempts = [Attempt(id: "z", rupture: "r1", at: first, outcome: .repaired)]
        try withJournal(history.records) { journal in
            try journal.update { (try Settlement($0, plan: plan, now: first).changes, ()) }
            let rungs = try journal.history().published.filter { $0.item.anchor != nil }
            #expect(!rungs.isEmpty)
            try journal.update(since: History.memory(before: later)) { part in
                (try Settlement(part, plan: plan, now: later).changes, ())
            }
            #expect(try journal.history().published.filter { $0.item.anchor != nil } == rungs)
        }
    }
}
