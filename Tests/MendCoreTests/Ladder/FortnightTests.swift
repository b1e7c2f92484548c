import Testing

@testable import MendCore

/// A fortnight with four people and eight cracks, some answered and some not: what rings must be little enough to live with.
@Suite struct FortnightTests {
    private static let days = (first: "2026-01-05", last: "2026-01-18")

    private func fortnight() throws -> Story {
        try Story()
            .person("ada", .preschool, closed: ["mon-fri 08:00-15:00"])
            .person("theo", .schoolAge, closed: ["mon-fri 08:00-15:30"])
            .person("kim", .teen, closed: ["mon-fri 07:45-15:30"])
            .person("sam", .adult, closed: ["mon-fri 08:30-17:00"])
            // No more stories; nobody writes down how it went.
            .rupture("r1", "2026-01-05 18:20", .limitSetting, with: "ada", zone: .yellow, theirs: .red)
            .rupture("r2", "2026-01-06 16:40", .oscillating, with: "theo", theirs: .yellow)
            .rupture("r3", "2026-01-06 20:15", .limitSetting, with: "kim", zone: .yellow)
            .attempt("t1", .repaired, "2026-01-07 17:40", of: "r2")
            .rupture("r4", "2026-01-08 07:20", .limitSetting, with: "theo", zone: .red, theirs: .red)
            .attempt("t6", .partial, "2026-01-08 17:50", of: "r4")
            .attempt("t7", .repaired, "2026-01-09 18:00", of: "r4")
            .rupture("r5", "2026-01-09 21:30", .toxic, with: "sam", zone: .red)
            .attempt("t2", .declined, "2026-01-10 20:35", of: "r5")
            .attempt("t3", .repaired, "2026-01-10 18:10", of: "r3")
            .rupture("r6", "2026-01-12 15:50", .benign, with: "theo")
            .attempt("t4", .repaired, "2026-01-12 17:35", of: "r6")
            .attempt("t5", .repaired, "2026-01-12 21:00", of: "r5")
            .rupture("r7", "2026-01-14 19:05", .toxic, with: "kim", zone: .red, theirs: .red)
            .rupture("r8", "2026-01-15 18:10", .oscillating, with: "sam", theirs: .yellow)
            .attempt("t8", .repaired, "2026-01-16 20:45", of: "r8")
    }

    /// What is delivered or sounds an alarm: everything of the ladder but calm.
    private func ringing() throws -> [Item] {
        try fortnight().items(Self.days.first, Self.days.last, now: "2026-01-19 08:00")
            .filter { $0.kind.isRepair && $0.kind != .rung(.calm) }
    }

    @Test func ringsTwiceADayAtMostOnAverage() throws {
        let ringing = try ringing()
        #expect(ringing.count == 27)
    }

    @Test func meetsNobodyBeforeHalfPastSeven() throws {
        let story = try fortnight()
        let early = try ringing().filter { $0.voice == .together && story.zone.text($0.start).suffix(5) < "07:30" }
        #expect(early.map(\.id) == [])
    }

    /// A roadblock belongs to its try, an hour before.
    @Test func meetsNobodyTwiceADay() throws {
        let story = try fortnight()
        let meetings = try ringing().filter { $0.voice == .together && $0.kind != .rung(.roadblock) }
        let days = Dictionary(grouping: meetings) { "\($0.with.joined()) \(story.zone.day(of: $0.start))" }
        #expect(days.filter { $0.value.count > 1 }.map(\.key).sorted() == [])
    }

    /// Nothing is ever written down of how it went on with Ada.
    @Test func comesSevenTimesAtMostToAPreschoolersSilence() throws {
        let story = try fortnight()
        let reminders = try ringing().filter { $0.with == ["Ada"] }
        #expect(reminders.map { "\(story.zone.text($0.start)) \($0.kind.name)" } == [
            "2026-01-05 18:40 reflect", "2026-01-06 07:30 reconnect", "2026-01-07 17:00 try-again",
            "2026-01-09 16:00 roadblock", "2026-01-09 17:00 try-again", "2026-01-16 20:00 rest",
        ])
    }
}
