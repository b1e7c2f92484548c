import MendCore
import MendText
import Testing

/// The steps to where an item stands, in order of time.
@Suite struct ReasonSentencesTests {
    /// - Parameter start: where the last step leads.
    private func sentences(_ start: String, _ because: [Reason]) throws -> [String] {
        let zone = Zone(identifier: "UTC", initialOffset: 0, changes: [])
        let dates = DateContext(zone: zone, today: try #require(LocalDay("2026-01-05")), style: .dayFirst)
        let item = Item(
            id: "r1.try-again.1", kind: .rung(.tryAgain), start: try #require(TimeText.instant(rfc3339: start)),
            minutes: 10, voice: .together, person: "ada", with: ["Ada"], ruptures: ["r1"], number: 1,
            writtenTitle: "Try again", text: "Go.", prompt: nil, because: because)
        return ReasonSentences(dates: dates, in: .english).sentences(of: item)
    }

    /// The good time of a day may lie before the minute that days are counted from.
    @Test func tellsOnlyTheDayWhereDaysAreCounted() throws {
        let back = Reason(cause: .goodTime, moved: -2_760)
        let spaced = Reason(cause: .spacing(.days(1)), moved: 86_400)
        #expect(
            try sentences("2026-01-09T17:00:00Z", [spaced, back]) == [
                "It starts out from Thu 8 January, 17:46.", "A day after the time before: Fri 9 January.",
                "A good time of that day: Fri 9 January, 17:00.",
            ])
        #expect(
            try sentences("2026-01-15T17:00:00Z", [Reason(cause: .restSpacing(days: 7), moved: 7 * 86_400), back])[1]
                == "7 days after the last time: Thu 15 January.")
        #expect(
            try sentences("2026-01-09T17:00:00Z", [Reason(cause: .attempt(.partial), moved: 86_400), back])[1]
                == "A part is mended; the rest may take a day: Fri 9 January.")
        // A no that waits for the longest waits for days, too.
        #expect(
            try sentences("2026-01-15T17:00:00Z", [Reason(cause: .attempt(.declined), moved: 7 * 86_400), back])[1]
                == "Ada said no, so there is room first: Thu 15 January.")
    }

    @Test func tellsTheMinuteWhereItCounts() throws {
        #expect(
            try sentences("2026-01-09T17:46:00Z", [Reason(cause: .spacing(.days(1)), moved: 86_400)])[1]
                == "A day after the time before: Fri 9 January, 17:46.")
        #expect(
            try sentences(
                "2026-01-09T20:00:00Z",
                [Reason(cause: .spacing(.elapsed(7_200)), moved: 7_200), Reason(cause: .goodTime, moved: 3_600)])[1]
                == "2 hours after the time before: Fri 9 January, 19:00.")
        #expect(
            try sentences("2026-01-09T17:00:00Z", [Reason(cause: .slot, moved: 0)])[1]
                == "Its usual time: it stays at Fri 9 January, 17:00.")
    }

    /// Quiet hours do not end at midnight: that day has no room any more.
    @Test func tellsTheDayBeforeWhichThereIsNoRoom() throws {
        let first = Reason(cause: .spacing(.elapsed(3_600)), moved: 3_600)
        let good = Reason(cause: .goodTime, moved: 17 * 3_600)
        #expect(
            try sentences("2026-01-10T17:00:00Z", [first, Reason(cause: .quietHours, moved: 2 * 3_600), good]) == [
                "It starts out from Fri 9 January, 21:00.", "One hour after the time before: Fri 9 January, 22:00.",
                "Quiet hours: not before Sat 10 January.", "A good time of that day: Sat 10 January, 17:00.",
            ])
        #expect(
            try sentences("2026-01-10T17:00:00Z", [first, Reason(cause: .away, moved: 50 * 3_600), good])[2]
                == "You are away then: not before Sat 10 January.")
        // It stands at midnight itself.
        #expect(
            try sentences("2026-01-10T00:00:00Z", [first, Reason(cause: .closed, moved: 3_600)])[2]
                == "You are busy then: Sat 10 January, 00:00.")
    }
}
