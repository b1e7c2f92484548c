import Testing

@testable import MendCore

/// Where a try-again stands on a later day.
@Suite struct GoodTimeTests {
    @Test func comesAtTheHouseholdsGoodTime() throws {
        let story = try Story().person("bo", .adult, good: "12:15").rupture("r1", "2026-01-05 10:00")
        #expect(
            try story.ladder().suffix(4) == [
                "2026-01-06 11:15 roadblock 2", "2026-01-06 12:15 try-again 2", "2026-01-08 12:15 try-again 3",
                "2026-01-15 07:00 rest",
            ])
    }

    /// 4 h after reconnect are in quiet hours: moved to the next day, it comes at that day's good time.
    @Test func comesAtTheGoodTimeWhenQuietHoursMoveIt() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 16:00")
        #expect(
            try story.ladder().suffix(5) == [
                "2026-01-06 20:30 try-again 1", "2026-01-07 19:30 roadblock 2", "2026-01-07 20:30 try-again 2",
                "2026-01-09 20:30 try-again 3", "2026-01-16 07:00 rest",
            ])
    }

    /// 4 h after reconnect are past midnight, by spacing alone.
    @Test func comesAtTheGoodTimeWhenItsSpacingPassesMidnight() throws {
        let story = try Story(quiet: "03:00-10:00").person("bo", .adult).rupture("r1", "2026-01-05 21:00")
        #expect(
            try story.ladder().prefix(4) == [
                "2026-01-05 21:10 calm", "2026-01-05 21:25 reflect", "2026-01-05 22:00 reconnect",
                "2026-01-06 20:30 try-again 1",
            ])
    }

    /// Reconnect is no try-again: it comes as soon as it may.
    @Test func leavesReconnectWhereItIsAllowedFirst() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 20:30")
        #expect(
            try story.ladder().prefix(4) == [
                "2026-01-05 20:40 calm", "2026-01-05 20:55 reflect", "2026-01-06 07:00 reconnect",
                "2026-01-06 11:00 try-again 1",
            ])
    }

    /// On the day of the rung before, a try-again needs no good time.
    @Test func needsNoGoodTimeOnTheSameDay() throws {
        let story = try Story().person("ada", .preschool, closed: ["daily 14:00-15:00"]).rupture(
            "r1", "2026-01-05 10:00")
        #expect(try story.ladder().contains("2026-01-05 15:00 try-again 1"))
    }

    /// Nothing fits from the good time on: that day's first allowed instant.
    @Test func comesEarlierWhenNothingFitsFromTheGoodTimeOn() throws {
        let story = try Story().person("ada", .preschool, closed: ["daily 16:55-19:00"]).rupture(
            "r1", "2026-01-05 10:00")
        #expect(
            try story.ladder().suffix(4) == [
                // The question needs its five minutes an hour before, and quiet hours end at 07:00.
                "2026-01-06 07:00 roadblock 2", "2026-01-06 08:00 try-again 2", "2026-01-08 07:00 try-again 3",
                "2026-01-15 07:00 rest",
            ])
    }

    /// It is due at that first allowed instant, so a record at noon finds it begun and its number used up.
    @Test func takesItsTurnAtTheFirstAllowedInstant() throws {
        let story = try Story().person("ada", .preschool, closed: ["daily 16:55-19:00"]).rupture(
            "r1", "2026-01-05 10:00"
        )
        .attempt("a1", .declined, "2026-01-06 11:30")
        #expect(
            try story.ladder().dropFirst(4) == [
                "2026-01-06 07:00 roadblock 2", "2026-01-06 08:00 try-again 2", "2026-01-06 12:30 try-again 3",
                "2026-01-13 07:00 rest",
            ])
    }

    /// The good time lies in sleep: the day's first allowed instant, every time.
    @Test func comesEarlierWhenTheGoodTimeIsInSleep() throws {
        let story = try Story().person("ada", .preschool, good: "19:30").rupture("r1", "2026-01-05 10:00")
        #expect(try story.ladder().contains("2026-01-08 07:00 try-again 3"))
    }

    @Test func waitsForTheEndOfAClosedGoodTime() throws {
        let story = try Story().person("ada", .preschool, closed: ["daily 16:00-18:00"]).rupture(
            "r1", "2026-01-05 10:00")
        #expect(
            try story.ladder().suffix(4) == [
                "2026-01-06 17:00 roadblock 2", "2026-01-06 18:00 try-again 2", "2026-01-08 18:00 try-again 3",
                "2026-01-15 07:00 rest",
            ])
    }

    /// Six tomorrow: the good time is that of the item's day.
    @Test func followsTheBandOfTheItemsDay() throws {
        let story = try Story().person("ada", born: "2020-01-08").rupture("r1", "2026-01-05 10:00")
        #expect(try story.ladder().contains("2026-01-06 17:00 try-again 2"))
        #expect(try story.ladder().contains("2026-01-08 17:30 try-again 3"))
    }
}
