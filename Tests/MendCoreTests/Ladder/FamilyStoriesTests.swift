import Testing

@testable import MendCore

/// Four families, as life goes: every item's time, its ruptures and the rules that put it there.
@Suite struct FamilyStoriesTests {
    /// Monday, half past six: no more stories. Ada is four and asleep by seven, nobody writes anything down afterwards.
    @Test func aPreschoolersBedtimeNoLeftUnanswered() throws {
        let story = try Story().person("ada", .preschool, closed: ["mon-fri 08:00-15:00"])
            .rupture(
                "r1", "2026-01-05 18:20", .limitSetting, zone: .yellow, theirs: .red, excitedAbout: "one more story")
        #expect(
            try story.toldWithRules() == [
                "mon 2026-01-05 18:30 calm r1 | calm-floor",
                "mon 2026-01-05 18:40 reflect r1 | after-calm",
                // Before sleep: at 18:55 fifteen minutes would run into it.
                "tue 2026-01-06 07:30 reconnect r1 | after-reflect, closed-time, good-time",
                "wed 2026-01-07 17:00 try-again 1 r1 | spacing, good-time",
                "fri 2026-01-09 16:00 roadblock 2 r1 | spacing, spacing",
                "fri 2026-01-09 17:00 try-again 2 r1 | spacing",
                // Twice asked, twice not answered: a week later it may rest.
                "fri 2026-01-16 20:00 rest r1 | spacing, good-time",
            ])
        guard case .next(let next) = try story.builder(now: "2026-01-05 19:00").outlook(ofRupture: "r1") else {
            Issue.record("nothing next")
            return
        }
        #expect(next.id == "r1.reconnect")
        #expect(try story.builder(now: "2026-01-20 08:00").outlook(ofRupture: "r1") == .atRest)
    }

    /// Friday evening Bo, fourteen, is shouted at. On Saturday he says no, on Sunday no again, on Tuesday they talk.
    @Test func aFrighteningEveningWithATeenagerRefusedThenMended() throws {
        let evening = try Story().person("bo", .teen, closed: ["mon-fri 07:45-15:30"])
            .rupture("r1", "2026-01-09 19:10", .toxic, recorded: "2026-01-09 19:20", zone: .red, theirs: .red)
        #expect(
            try evening.toldWithRules().prefix(4) == [
                "fri 2026-01-09 19:30 calm r1 | calm-floor",
                "fri 2026-01-09 19:45 reflect r1 | after-calm",
                // Four hours of his own end at 23:10, in quiet hours.
                "sat 2026-01-10 20:00 reconnect r1 | after-reflect, space, quiet-hours, good-time",
                "sun 2026-01-11 20:00 try-again 1 r1 | spacing",
            ])
        let refused =
            try evening
            // "Leave me alone." Never on the same day again; tomorrow's try is as it would have been.
            .attempt("t1", .declined, "2026-01-10 20:10", recorded: "2026-01-10 20:30", roadblock: .shame)
            // Sunday: no again. Sixteen hours are over at noon, the spacing had Tuesday.
            .attempt("t2", .notReady, "2026-01-11 20:05")
        #expect(
            try refused.toldWithRules().dropFirst(2) == [
                "sat 2026-01-10 20:00 reconnect r1 | after-reflect, space, quiet-hours, good-time",
                "sun 2026-01-11 20:00 try-again 1 r1 | spacing",
                "tue 2026-01-13 19:00 roadblock 2 r1 | spacing, spacing",
                "tue 2026-01-13 20:00 try-again 2 r1 | spacing",
                "sat 2026-01-17 20:00 try-again 3 r1 | spacing",
                "sat 2026-01-24 19:00 roadblock 4 r1 | spacing, spacing",
                "sat 2026-01-24 20:00 try-again 4 r1 | spacing",
                "sat 2026-01-31 20:00 rest r1 | spacing",
            ])
        let mended = try refused.attempt("t3", .repaired, "2026-01-13 19:40")
        #expect(
            try mended.toldWithRules().suffix(2) == [
                "sun 2026-01-11 20:00 try-again 1 r1 | spacing",
                "tue 2026-01-13 19:00 roadblock 2 r1 | spacing, spacing",
            ])
        #expect(try mended.builder().outlook(ofRupture: "r1") == .closed)
    }

    /// A partner, and a week of three cracks: one ladder, begun anew with each, until one talk mends the oldest.
    @Test func aWeekOfThreeCracksWithAPartner() throws {
        let week = try Story().person("sam", .adult, closed: ["mon-fri 08:00-17:00"])
            .rupture("r1", "2026-01-05 19:00", .oscillating)
            .rupture("r2", "2026-01-07 20:00", .benign, zone: .yellow)
            .rupture("r3", "2026-01-09 12:30", .limitSetting, recorded: "2026-01-09 18:00")
            .attempt("t1", .repaired, "2026-01-10 10:00", of: "r1")
        #expect(
            try week.toldWithRules() == [
                "mon 2026-01-05 19:10 calm r1 | calm-floor",
                "mon 2026-01-05 19:25 reflect r1 | after-calm",
                "tue 2026-01-06 20:30 reconnect r1 | after-reflect, space, quiet-hours, good-time",
                "wed 2026-01-07 20:10 calm r2+r1 | calm-floor",
                "thu 2026-01-08 20:30 reconnect r2+r1 | after-calm, space, quiet-hours, good-time",
                "fri 2026-01-09 18:00 reconnect r3+r2+r1 | late-record",
                "sun 2026-01-11 20:30 try-again 1 r3+r2 | attempt, good-time",
                "tue 2026-01-13 19:30 roadblock 2 r3+r2 | spacing, spacing",
                "tue 2026-01-13 20:30 try-again 2 r3+r2 | spacing",
                "tue 2026-01-20 20:00 rest r3+r2 | spacing, good-time",
            ])
    }

    /// A baby cries at ten past three, and cries on. In the night nothing rings; at ten it is day.
    @Test func aBabyAtTenPastThree() throws {
        let story = try Story().person("mia", .infant)
            .rupture("r1", "2026-01-06 03:10", .toxic, recorded: "2026-01-06 06:50", zone: .red)
        #expect(
            try story.toldWithRules() == [
                // At the end of quiet hours, at the first of the day that fits.
                "tue 2026-01-06 07:00 reconnect r1 | after-calm, quiet-hours",
                "wed 2026-01-07 10:00 try-again 1 r1 | spacing, good-time",
                "wed 2026-01-14 20:00 rest r1 | spacing, good-time",
            ])
        // She laughs again at eight, and it is written down.
        let mended = try story.attempt("t1", .repaired, "2026-01-06 08:00")
        #expect(try mended.toldWithRules() == ["tue 2026-01-06 07:00 reconnect r1 | after-calm, quiet-hours"])
    }
}
