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

    /// Tuesday is full with r1's try, but r2's becomes one with it.
    @Test func goesToAFullDayThatHoldsOneOfTheKind() throws {
        let story = try Story(cap: 1).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00").rupture("r2", "2026-01-05 12:00")
        #expect(try story.day("2026-01-06") == ["2026-01-06 20:30 try-again 1 r1+r2"])
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
