import Testing

@testable import MendCore

/// The caregiver's question an hour before an even try.
@Suite struct RoadblockTests {
    @Test(arguments: [
        ("08:00", "2026-01-06 07:00 roadblock 2", "2026-01-06 08:00 try-again 2"),
        // The hour before the good time lies in quiet hours: both move.
        ("07:30", "2026-01-06 07:00 roadblock 2", "2026-01-06 08:00 try-again 2"),
        ("07:59", "2026-01-06 07:00 roadblock 2", "2026-01-06 08:00 try-again 2"),
        ("08:01", "2026-01-06 07:01 roadblock 2", "2026-01-06 08:01 try-again 2"),
        ("20:50", "2026-01-06 19:50 roadblock 2", "2026-01-06 20:50 try-again 2"),
    ])
    func needsItsFiveMinutesAnHourBefore(_ good: String, roadblock: String, tryAgain: String) throws {
        let ladder = try Story().person("bo", .adult, good: good).rupture("r1", "2026-01-05 10:00").ladder()
        #expect(ladder.filter { $0.hasSuffix(" 2") } == [roadblock, tryAgain])
    }

    /// Only the question's own five minutes need to be outside quiet hours, not the hour between.
    @Test func mayHaveQuietHoursBetween() throws {
        let story = try Story(quiet: "12:35-13:20").person("bo", .adult, good: "13:30").rupture(
            "r1", "2026-01-05 09:00")
        #expect(try story.ladder().contains("2026-01-06 12:30 roadblock 2"))
        #expect(try story.ladder().contains("2026-01-06 13:30 try-again 2"))
        let later = try Story(quiet: "12:34-13:20").person("bo", .adult, good: "13:30").rupture(
            "r1", "2026-01-05 09:00")
        #expect(try later.ladder().contains("2026-01-06 13:20 roadblock 2"))
        #expect(try later.ladder().contains("2026-01-06 14:20 try-again 2"))
    }

    @Test func isNotMovedByTheOthersClosedTimes() throws {
        let story = try Story().person("ada", .preschool, closed: ["daily 15:30-17:00"]).rupture(
            "r1", "2026-01-05 10:00")
        #expect(try story.ladder().contains("2026-01-06 16:00 roadblock 2"))
    }

    /// The question lands just past midnight of another day than nothing: it counts on its own day.
    @Test func countsOnItsOwnDay() throws {
        let story = try Story(quiet: "05:00-12:00", cap: 2).person("bo", .adult, good: "00:30").rupture(
            "r1", "2026-01-05 13:00")
        #expect(
            try story.ladder().filter { $0.hasSuffix(" 2") } == [
                "2026-01-06 23:30 roadblock 2", "2026-01-07 00:30 try-again 2",
            ])
    }
}
