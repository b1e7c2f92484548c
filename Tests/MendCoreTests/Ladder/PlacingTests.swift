import Testing

@testable import MendCore

/// Quiet hours, closed times, sleep, days away, and how far ahead a place is looked for.
@Suite struct PlacingTests {
    @Test(arguments: [
        // It ends exactly when quiet hours begin: windows are half-open.
        ("2026-01-05 20:45", ["2026-01-05 20:55 calm", "2026-01-06 07:00 reflect", "2026-01-06 07:10 reconnect"]),
        // A minute later it would reach into them: calm is left out, and reflect counts from where it was due.
        (
            "2026-01-05 20:46",
            ["2026-01-06 07:00 reflect", "2026-01-06 07:10 reconnect", "2026-01-06 11:10 try-again 1"]
        ),
        (
            "2026-01-05 23:30",
            ["2026-01-06 07:00 reflect", "2026-01-06 07:10 reconnect", "2026-01-06 11:10 try-again 1"]
        ),
        // Due exactly at the end of quiet hours.
        ("2026-01-05 06:50", ["2026-01-05 07:00 calm", "2026-01-05 07:15 reflect", "2026-01-05 07:50 reconnect"]),
        (
            "2026-01-05 06:49",
            ["2026-01-05 07:14 reflect", "2026-01-05 07:49 reconnect", "2026-01-05 11:49 try-again 1"]
        ),
    ])
    func keepsQuietHoursFree(_ at: String, expected: [String]) throws {
        #expect(try Story().person("bo", .adult).rupture("r1", at).ladder().prefix(3) == expected[...])
    }

    @Test func keepsSchoolFreeForWhatComesTogether() throws {
        let story = try Story().person("ada", .schoolAge, closed: ["mon-fri 08:00-15:00"]).rupture(
            "r1", "2026-01-05 07:20")
        #expect(
            try story.ladder().prefix(4) == [
                "2026-01-05 07:30 calm", "2026-01-05 07:45 reflect", "2026-01-05 15:00 reconnect",
                "2026-01-05 19:00 try-again 1",
            ])
    }

    @Test func asksTheCaregiverDuringSchool() throws {
        let story = try Story().person("ada", .schoolAge, closed: ["mon-fri 08:00-15:00"], good: "15:00")
            .rupture("r1", "2026-01-05 10:00")
        #expect(
            try story.ladder().prefix(6) == [
                "2026-01-05 10:10 calm", "2026-01-05 10:25 reflect", "2026-01-05 15:00 reconnect",
                "2026-01-05 19:00 try-again 1",
                "2026-01-06 14:00 roadblock 2", "2026-01-06 15:00 try-again 2",
            ])
    }

    /// The whole item must fit before a closed time begins.
    @Test(arguments: [
        ("11:15-12:00", "11:00"), ("11:14-12:00", "12:00"), ("10:00-11:00", "11:00"), ("10:00-11:01", "11:01"),
    ])
    func fitsTheWholeItem(_ window: String, expected: String) throws {
        let story = try Story().person("bo", .adult, closed: ["daily \(window)"]).rupture("r1", "2026-01-05 10:00")
        #expect(try story.ladder().contains("2026-01-05 \(expected) reconnect"))
    }

    /// Monday morning belongs to the window that began on Sunday, not to Monday's own.
    @Test(arguments: [
        ("sun 20:00-12:30", "2026-01-05 12:30"), ("mon 20:00-12:30", "2026-01-05 11:00"),
        ("sat 20:00-12:30", "2026-01-05 11:00"),
    ])
    func countsAnOvernightWindowToTheDayOnWhichItBegins(_ closed: String, expected: String) throws {
        let story = try Story().person("bo", .adult, closed: [closed]).rupture("r1", "2026-01-05 10:00")
        #expect(try story.ladder().contains("\(expected) reconnect"))
    }

    @Test func goesFromOneClosedTimeToTheEndOfTheNext() throws {
        let closed = ["mon 10:30-12:00", "mon 11:30-13:00", "mon 13:10-14:00"]
        let story = try Story().person("bo", .adult, closed: closed).rupture("r1", "2026-01-05 10:00")
        #expect(try story.ladder().contains("2026-01-05 14:00 reconnect"))
    }

    @Test(arguments: [
        (AgeBand.infant, "2026-01-05 22:30"), (.toddler, "2026-01-06 07:00"), (.preschool, "2026-01-06 07:00"),
        (.schoolAge, "2026-01-06 07:00"), (.teen, "2026-01-06 07:00"), (.adult, "2026-01-05 22:30"),
    ])
    func keepsSleepFreeByBand(_ band: AgeBand, expected: String) throws {
        let story = try Story(quiet: "23:30-05:00").person("ada", band, closed: ["mon 18:00-22:30"])
            .rupture("r1", "2026-01-05 18:00")
        #expect(try story.ladder().contains("\(expected) reconnect"))
    }

    @Test func keepsTheHouseholdsOwnSleepFree() throws {
        let story = try Story().person("bo", .adult, sleep: "10:45-13:00").rupture("r1", "2026-01-05 10:00")
        #expect(try story.ladder().contains("2026-01-05 13:00 reconnect"))
    }

    /// Six on 6 January: from then on they sleep from 20:30, not from 19:00.
    @Test func followsTheSleepOfTheItemsDay() throws {
        let story = try Story().person("ada", born: "2020-01-06", good: "20:00").rupture("r1", "2026-01-05 10:00")
        #expect(try story.ladder().contains("2026-01-06 20:00 try-again 2"))
        let younger = try Story().person("ada", born: "2020-01-07", good: "20:00").rupture("r1", "2026-01-05 10:00")
        #expect(try younger.ladder().contains("2026-01-06 08:00 try-again 2"))
    }

    @Test func waitsUntilTheyAreBack() throws {
        let story = try Story().person("ada", .preschool, away: ["2026-01-06/2026-01-08", "2026-01-09/2026-01-09"])
            .rupture("r1", "2026-01-05 10:00")
        #expect(
            try story.ladder().suffix(4) == [
                "2026-01-10 16:00 roadblock 2", "2026-01-10 17:00 try-again 2", "2026-01-12 17:00 try-again 3",
                "2026-01-19 07:00 rest",
            ])
    }

    /// Reconnect after a stay elsewhere needs no good time, only an open moment; the caregiver's own part comes at
    /// once.
    @Test func waitsForReconnectUntilTheyAreBack() throws {
        let story = try Story().person("bo", .adult, away: ["2026-01-05/2026-01-06"]).rupture("r1", "2026-01-05 10:00")
        #expect(
            try story.ladder().prefix(4) == [
                "2026-01-05 10:10 calm", "2026-01-05 10:25 reflect", "2026-01-07 07:00 reconnect",
                "2026-01-07 11:00 try-again 1",
            ])
    }

    /// Every other week elsewhere.
    @Test func skipsTheWeeksElsewhere() throws {
        let away = ["2026-01-12/2026-01-18", "2026-01-26/2026-02-01", "2026-02-09/2026-02-15"]
        let story = try Story().person("ada", .teen, away: away).rupture("r1", "2026-01-05 10:00", .limitSetting)
        #expect(
            try story.ladder().filter { $0.contains("try-again") } == [
                "2026-01-05 16:00 try-again 1", "2026-01-06 20:00 try-again 2", "2026-01-08 20:00 try-again 3",
                "2026-01-19 20:00 try-again 4", "2026-02-02 20:00 try-again 5", "2026-02-16 20:00 try-again 6",
            ])
    }

    // MARK: 60 days

    /// Due on 6 January; the sixtieth day after it is 7 March.
    @Test func looksForSixtyDays() throws {
        let found = try Story().person("bo", .adult, away: ["2026-01-06/2026-03-06"]).rupture("r1", "2026-01-05 10:00")
        #expect(try found.ladder().contains("2026-03-07 20:30 try-again 2"))
        let stuck = try Story().person("bo", .adult, away: ["2026-01-06/2026-03-07"]).rupture("r1", "2026-01-05 10:00")
        #expect(try stuck.ladder().last == "2026-01-05 15:00 try-again 1")
        #expect(try stuck.builder(now: "2026-01-05 16:00").outlook(ofRupture: "r1") == .noPlace(.tryAgain))
    }

    @Test func saysThatReconnectFoundNoPlace() throws {
        let found = try Story().person("bo", .adult, away: ["2026-01-05/2026-03-05"]).rupture("r1", "2026-01-05 10:00")
        #expect(try found.ladder()[2] == "2026-03-06 07:00 reconnect")
        let stuck = try Story().person("bo", .adult, away: ["2026-01-05/2026-03-06"]).rupture("r1", "2026-01-05 10:00")
        #expect(try stuck.ladder() == ["2026-01-05 10:10 calm", "2026-01-05 10:25 reflect"])
        #expect(try stuck.builder(now: "2026-01-05 11:00").outlook(ofRupture: "r1") == .noPlace(.reconnect))
    }

    @Test func goesOnFromAnAttemptWhenNothingWasFound() throws {
        let story = try Story().person("bo", .adult, away: ["2026-01-06/2026-03-10"]).rupture("r1", "2026-01-05 10:00")
            .attempt("a1", .partial, "2026-02-01 12:00")
        #expect(try story.ladder().contains("2026-03-11 20:30 try-again 2"))
    }
}
