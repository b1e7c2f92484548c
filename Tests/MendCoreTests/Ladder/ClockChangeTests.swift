import Testing

@testable import MendCore

/// The ladder while the clock changes. New York skips 02:00–03:00 on 2026-03-08 and repeats 01:00–02:00 on 2026-11-01.
@Suite struct ClockChangeTests {
    /// Items of r1 as RFC 3339, where the offset tells which of two hours is meant.
    private func ladder(_ story: Story) throws -> [String] {
        try story.builder().items(ofRupture: "r1").map { item in
            "\(TimeText.rfc3339(item.start, story.zone)) \(item.kind.name)\(item.number == 0 ? "" : " \(item.number)")"
        }
    }

    private func story(_ zone: String = "America/New_York", quiet: String = "12:00-13:00", good: String, at: String)
        throws -> Story
    {
        try Story(zone, quiet: quiet, cap: 9).person("bo", .adult, good: good).rupture("r1", at)
    }

    @Test func countsHoursAsElapsedTimeAndDaysByTheCalendar() throws {
        #expect(
            try ladder(story(good: "20:30", at: "2026-03-08 00:30")) == [
                "2026-03-08T00:40:00-05:00 calm", "2026-03-08T00:55:00-05:00 reflect",
                "2026-03-08T01:30:00-05:00 reconnect",
                "2026-03-08T06:30:00-04:00 try-again 1", "2026-03-09T19:30:00-04:00 roadblock 2",
                "2026-03-09T20:30:00-04:00 try-again 2", "2026-03-11T20:30:00-04:00 try-again 3",
                "2026-03-18T13:00:00-04:00 rest",
            ])
    }

    @Test func countsHoursThroughADoubledHour() throws {
        #expect(
            try ladder(story(good: "20:30", at: "2026-10-31 23:15")).prefix(5) == [
                "2026-10-31T23:25:00-04:00 calm", "2026-10-31T23:40:00-04:00 reflect",
                "2026-11-01T00:15:00-04:00 reconnect",
                "2026-11-01T03:15:00-05:00 try-again 1", "2026-11-02T19:30:00-05:00 roadblock 2",
            ])
    }

    /// A good time that the clock skips comes at the same distance after the gap begins; the question is an elapsed
    /// hour ahead.
    @Test func movesASkippedGoodTimeForward() throws {
        let story = try story(good: "02:30", at: "2026-03-07 09:00")
        #expect(
            try ladder(story).dropFirst(3).prefix(4) == [
                "2026-03-07T14:00:00-05:00 try-again 1", "2026-03-08T01:30:00-05:00 roadblock 2",
                "2026-03-08T03:30:00-04:00 try-again 2", "2026-03-10T02:30:00-04:00 try-again 3",
            ])
        #expect(try story.because("try-again", 2).last == "daylight-saving PT1H")
    }

    @Test func takesTheFirstOfADoubledGoodTime() throws {
        #expect(
            try ladder(story(good: "01:30", at: "2026-10-31 09:00")).dropFirst(4).prefix(2) == [
                "2026-11-01T00:30:00-04:00 roadblock 2", "2026-11-01T01:30:00-04:00 try-again 2",
            ])
    }

    /// The end of quiet hours is a single time and goes to 03:30; the window itself is over as soon as the clock
    /// reads 03:00.
    @Test func readsWindowsOnTheClockButSingleTimesByTheRule() throws {
        let rest = try story(quiet: "21:00-02:30", good: "20:30", at: "2026-02-26 10:00")
        #expect(try ladder(rest).last == "2026-03-08T03:30:00-04:00 rest")
        let reflect = try story(quiet: "21:00-02:30", good: "20:30", at: "2026-03-07 20:50")
        #expect(
            try ladder(reflect).prefix(2) == [
                "2026-03-08T03:00:00-04:00 reflect", "2026-03-08T03:10:00-04:00 reconnect",
            ])
    }

    /// Quiet until 01:30: the second 01:00–01:30 is quiet again, and only half an hour lies open between.
    @Test func readsTheDoubledHourTwice() throws {
        let early = try story(quiet: "21:00-01:30", good: "20:30", at: "2026-11-01 01:05")
        #expect(
            try ladder(early).prefix(3) == [
                // Calm at 01:15 is quiet and left out.
                "2026-11-01T01:30:00-04:00 reflect", "2026-11-01T01:30:00-05:00 reconnect",
                "2026-11-01T05:30:00-05:00 try-again 1",
            ])
    }

    /// Half an hour only.
    @Test func followsLordHowe() throws {
        let story = try story("Australia/Lord_Howe", good: "02:15", at: "2026-10-03 09:00")
        #expect(
            try ladder(story).dropFirst(4).prefix(3) == [
                "2026-10-04T01:15:00+10:30 roadblock 2", "2026-10-04T02:45:00+11:00 try-again 2",
                "2026-10-06T02:15:00+11:00 try-again 3",
            ])
        #expect(try story.because("try-again", 2).last == "daylight-saving PT30M")
    }

    @Test func followsLondonDublinAndASouthernSummer() throws {
        for (zone, at, expected) in [
            ("Europe/London", "2026-03-28 23:40", "2026-03-29T05:40:00+01:00 try-again 1"),
            ("Europe/Dublin", "2026-03-28 23:40", "2026-03-29T05:40:00+01:00 try-again 1"),
            ("Australia/Sydney", "2026-10-04 00:30", "2026-10-04T06:30:00+11:00 try-again 1"),
            ("Australia/Sydney", "2026-04-04 23:15", "2026-04-05T03:15:00+10:00 try-again 1"),
            ("Africa/Casablanca", "2026-02-15 00:30", "2026-02-15T04:30:00+00:00 try-again 1"),
        ] {
            #expect(try ladder(story(zone, good: "20:30", at: at)).contains(expected), "\(zone)")
        }
    }

    /// Apia went from Thursday the 29th straight to Saturday the 31st.
    @Test func passesApiasLostDay() throws {
        #expect(
            try ladder(story("Pacific/Apia", quiet: "21:00-07:00", good: "20:00", at: "2011-12-28 10:00")) == [
                "2011-12-28T10:10:00-10:00 calm", "2011-12-28T10:25:00-10:00 reflect",
                "2011-12-28T11:00:00-10:00 reconnect",
                "2011-12-28T15:00:00-10:00 try-again 1", "2011-12-29T19:00:00-10:00 roadblock 2",
                "2011-12-29T20:00:00-10:00 try-again 2", "2011-12-31T20:00:00+14:00 try-again 3",
                "2012-01-07T07:00:00+14:00 rest",
            ])
    }
}
