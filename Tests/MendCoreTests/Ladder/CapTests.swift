import Testing

@testable import MendCore

/// Three a local day: what counts, what waits, and where it waits.
@Suite struct CapTests {
    /// Bo's reflect and reconnect take the last places of Monday and one more: they wait for nothing. Ada's try does.
    @Test func movesTriesToTheNextDayWithAPlace() throws {
        let story = try Story().person("ada", .preschool).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00", with: "ada").rupture("r2", "2026-01-05 12:00", with: "bo")
        #expect(
            try story.day("2026-01-05", through: "2026-01-20") == [
                "2026-01-05 10:10 calm r1", "2026-01-05 10:20 reflect r1", "2026-01-05 10:30 reconnect r1",
                "2026-01-05 12:10 calm r2", "2026-01-05 12:25 reflect r2", "2026-01-05 13:00 reconnect r2",
                "2026-01-06 17:00 try-again 1 r1", "2026-01-06 20:30 try-again 1 r2",
                "2026-01-07 16:00 roadblock 2 r1", "2026-01-07 17:00 try-again 2 r1",
                // With its question it needs two places, and Wednesday has one.
                "2026-01-08 19:30 roadblock 2 r2", "2026-01-08 20:30 try-again 2 r2",
                "2026-01-09 17:00 try-again 3 r1", "2026-01-10 20:30 try-again 3 r2",
                "2026-01-16 07:00 rest r1", "2026-01-17 07:00 rest r2",
            ])
    }

    @Test func asksNoQuestionUnderACapOfOne() throws {
        let story = try Story(cap: 1).person("bo", .adult).rupture("r1", "2026-01-05 10:00")
        #expect(
            try story.ladder() == [
                "2026-01-05 10:10 calm", "2026-01-05 10:25 reflect", "2026-01-05 11:00 reconnect",
                "2026-01-06 20:30 try-again 1",
                "2026-01-07 20:30 try-again 2", "2026-01-09 20:30 try-again 3", "2026-01-16 07:00 rest",
            ])
    }

    @Test func holdsATryAndItsQuestionUnderACapOfTwo() throws {
        let story = try Story(cap: 2).person("bo", .adult).rupture("r1", "2026-01-05 10:00")
        #expect(
            try story.ladder().suffix(5) == [
                "2026-01-06 20:30 try-again 1", "2026-01-07 19:30 roadblock 2", "2026-01-07 20:30 try-again 2",
                "2026-01-09 20:30 try-again 3", "2026-01-16 07:00 rest",
            ])
    }

    /// Bo's reflect, moved out of the night, takes Friday's only place before Ada's rest is due.
    @Test func letsRestWaitForTheEndOfQuietHours() throws {
        let story = try Story(cap: 1).person("ada", .preschool).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00", with: "ada").rupture("r2", "2026-01-15 20:50", with: "bo")
        #expect(try story.ladder("r1").last == "2026-01-17 07:00 rest")
        #expect(
            try story.ladder("r2").prefix(3) == [
                "2026-01-16 07:00 reflect", "2026-01-16 07:10 reconnect", "2026-01-18 20:30 try-again 1",
            ])
    }

    /// Four frightening moments on one day: calm is for nobody to count.
    @Test func doesNotCountCalm() throws {
        let story = try Story(cap: 3).person("bo", .adult).person("cy", .adult)
            .rupture("r1", "2026-01-05 10:00", with: "bo").rupture("r2", "2026-01-06 20:45", with: "cy")
        // Tuesday holds Cy's calm at 20:55 beside Bo's try and question.
        #expect(
            try story.day("2026-01-06") == [
                "2026-01-06 19:30 roadblock 2 r1", "2026-01-06 20:30 try-again 2 r1", "2026-01-06 20:55 calm r2",
            ])
    }

    /// Away on Tuesday and Wednesday: a full day and days away are both passed.
    @Test func passesFullDaysAndDaysAwayAlike() throws {
        let story = try Story(cap: 1).person("bo", .adult, away: ["2026-01-06/2026-01-07"]).person("cy", .adult)
            .rupture("r1", "2026-01-05 10:00", with: "bo").rupture("r2", "2026-01-08 08:00", with: "cy")
        // Bo's first try waits for Thursday, which Cy's reflect and reconnect fill later on.
        #expect(try story.ladder("r1").contains("2026-01-08 20:30 try-again 1"))
        #expect(try story.ladder("r2").contains("2026-01-09 20:30 try-again 1"))
    }

    @Test func saysThatTheDayWasFull() throws {
        let story = try Story(cap: 1).person("bo", .adult).rupture("r1", "2026-01-05 10:00")
        #expect(
            try story.because("try-again", 1).map { $0.split(separator: " ")[0] } == [
                "spacing", "daily-cap", "good-time",
            ])
    }
}

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

/// Who is placed first when two rungs are due at one instant.
@Suite struct TieTests {
    private static let kinds: [Rupture.Kind] = [.toxic, .limitSetting, .oscillating, .benign]

    /// One place a day: the heavier kind gets Tuesday's, whichever was written down first and whatever its id.
    @Test(arguments: [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])
    func goesToTheHeavierKind(_ heavier: Int, lighter: Int) throws {
        let (heavy, light) = (Self.kinds[heavier], Self.kinds[lighter])
        for ids in [("r1", "r2"), ("r2", "r1")] {
            let base = try Story(cap: 1) { $0.ladder.space.doubledWhenOscillating = [] }.person("bo", .adult).person(
                "cy", .adult)
            let story = try base.rupture(ids.0, "2026-01-05 10:00", light, with: "bo")
                .rupture(ids.1, "2026-01-05 10:00", heavy, with: "cy")
            #expect(try story.ladder(ids.1).contains("2026-01-06 20:30 try-again 1"))
            #expect(try story.ladder(ids.0).contains("2026-01-07 20:30 try-again 1"))
        }
    }

    /// Both second tries are due on Wednesday with their questions; there is room for one pair.
    @Test(arguments: [("r1", "r2"), ("r2", "r1")])
    func goesToTheOlderRupture(_ older: String, _ younger: String) throws {
        let story = try Story().person("bo", .adult).person("cy", .adult)
            .rupture(younger, "2026-01-05 10:05", with: "cy").rupture(older, "2026-01-05 10:00", with: "bo")
        #expect(try story.ladder(older).contains("2026-01-07 20:30 try-again 2"))
        #expect(try story.ladder(younger).contains("2026-01-08 20:30 try-again 2"))
    }

    @Test func goesToTheSmallerId() throws {
        let story = try Story(cap: 1).person("bo", .adult).person("cy", .adult)
            .rupture("r2", "2026-01-05 10:00", with: "bo").rupture("r1", "2026-01-05 10:00", with: "cy")
        #expect(try story.ladder("r1").contains("2026-01-06 20:30 try-again 1"))
        #expect(try story.ladder("r2").contains("2026-01-07 20:30 try-again 1"))
    }

    /// The order in which records are listed decides nothing.
    @Test func doesNotDependOnTheOrderOfRecords() throws {
        let people = try Story().person("bo", .adult).person("cy", .adult)
        let one = try people.rupture("r1", "2026-01-05 10:00", with: "bo").rupture(
            "r2", "2026-01-05 10:10", .toxic, with: "cy")
        let two = try people.rupture("r2", "2026-01-05 10:10", .toxic, with: "cy").rupture(
            "r1", "2026-01-05 10:00", with: "bo")
        #expect(try one.day("2026-01-05", through: "2026-03-05") == two.day("2026-01-05", through: "2026-03-05"))
    }
}
