import Testing

@testable import MendCore

/// What is written down late: one rung stands for all that lay before.
@Suite struct LateRecordTests {
    /// By the windows alone: calm 10:10, reflect 10:25, reconnect 11:00.
    @Test(arguments: [
        ("2026-01-05 10:10", ["10:10 calm r1", "10:25 reflect r1", "11:00 reconnect r1"]),
        ("2026-01-05 10:11", ["10:11 calm r1", "10:26 reflect r1", "11:00 reconnect r1"]),
        ("2026-01-05 10:25", ["10:25 calm r1", "10:40 reflect r1", "11:00 reconnect r1"]),
        ("2026-01-05 10:26", ["10:26 reflect r1", "11:00 reconnect r1"]),
        ("2026-01-05 10:55", ["10:55 reflect r1", "11:05 reconnect r1"]),
        ("2026-01-05 11:00", ["11:00 reflect r1", "11:10 reconnect r1"]), ("2026-01-05 11:01", ["11:01 reconnect r1"]),
        ("2026-01-05 15:00", ["15:00 reconnect r1"]),
    ])
    func letsTheLastStandForAll(_ recorded: String, expected: [String]) throws {
        let story = try Story().person("bo", .adult).rupture(
            "r1", "2026-01-05 10:00", .limitSetting, recorded: recorded)
        let monday = try story.told().filter { $0.hasPrefix("mon") }.map { String($0.dropFirst(15)) }
        #expect(monday == expected)
    }

    /// On a later day than the rupture: at its hour of the record's day, or at the record.
    @Test(arguments: [
        ("2026-01-07 09:00", "wed 2026-01-07 20:30 reconnect r1"),
        ("2026-01-07 20:40", "wed 2026-01-07 20:40 reconnect r1"),
        // Nothing fits any more, and before its hour is before the record.
        ("2026-01-07 20:50", "thu 2026-01-08 20:30 reconnect r1"),
    ])
    func reconnectsAtItsHourOfALaterDay(_ recorded: String, expected: String) throws {
        let story = try Story().person("bo", .adult).rupture(
            "r1", "2026-01-05 10:00", .limitSetting, recorded: recorded)
        #expect(try story.told().first == expected)
    }

    /// A left-out calm is one of them; the ladder counts on from the record.
    @Test func countsALeftOutCalm() throws {
        let story = try Story(closed: ["10:05-10:15"]).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00", .limitSetting, recorded: "2026-01-05 10:12")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:27 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 19:30 roadblock 2 r1",
                "thu 2026-01-08 20:30 try-again 2 r1",
                "thu 2026-01-15 20:00 rest r1",
            ])
    }

    /// Written down in the night: calm is left out, and reflect counts from the record.
    @Test func leavesOutACalmThatCannotStandAtTheRecord() throws {
        let story = try Story().person("bo", .adult)
            .rupture("r1", "2026-01-05 20:30", .limitSetting, recorded: "2026-01-05 21:05")
        #expect(
            try story.told() == [
                "tue 2026-01-06 07:30 reflect r1",
                "tue 2026-01-06 20:30 reconnect r1",
                "wed 2026-01-07 20:30 try-again 1 r1",
                "fri 2026-01-09 19:30 roadblock 2 r1",
                "fri 2026-01-09 20:30 try-again 2 r1",
                "fri 2026-01-16 20:00 rest r1",
            ])
    }

    /// Only reflect had lain before: it is due at once, though the day is another.
    @Test func standsAtOnceOnALaterDay() throws {
        let story = try Story().person("bo", .adult)
            .rupture("r1", "2026-01-05 20:50", .limitSetting, recorded: "2026-01-06 07:35")
        #expect(
            try story.told() == [
                "tue 2026-01-06 07:35 reflect r1",
                "tue 2026-01-06 20:30 reconnect r1",
                "wed 2026-01-07 20:30 try-again 1 r1",
                "fri 2026-01-09 19:30 roadblock 2 r1",
                "fri 2026-01-09 20:30 try-again 2 r1",
                "fri 2026-01-16 20:00 rest r1",
            ])
    }

    /// The space is over only with the record of the evening before; the waiver of before sleep goes with it.
    @Test func takesTheWaiverAlong() throws {
        let story = try Story().person("ada", .schoolAge)
            .rupture("r1", "2026-01-05 19:00", .limitSetting, recorded: "2026-01-05 20:00", theirs: .red)
        #expect(
            try story.told().prefix(2) == [
                "mon 2026-01-05 20:00 reconnect r1",
                "tue 2026-01-06 17:30 try-again 1 r1",
            ])
    }
}
