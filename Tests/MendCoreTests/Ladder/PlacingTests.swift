import Testing

@testable import MendCore

/// Windows, places of a day, and how far a place is looked for.
@Suite struct PlacingTests {
    /// Calm that can't stand at its due instant is left out; reflect counts from where it was due.
    @Test func leavesOutACalmThatCannotStand() throws {
        let story = try Story(closed: ["10:08-10:12"]).person("bo", .adult).rupture(
            "r1", "2026-01-05 10:00", .limitSetting)
        #expect(
            try story.told().prefix(2) == [
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
            ])
    }

    /// Its whole length fits: 20:55 to 21:00 is outside of quiet hours, a second later is not.
    @Test func fitsToTheSecond() throws {
        let fits = try Story().person("bo", .adult).rupture("r1", "2026-01-05 20:45", .limitSetting)
        #expect(try fits.told().first == "mon 2026-01-05 20:55 calm r1")
        let late = try Story().person("bo", .adult).rupture("r1", "2026-01-05 20:45:01", .limitSetting)
        #expect(try late.told().first == "tue 2026-01-06 07:30 reflect r1")
    }

    /// The caregiver's own closed times and days away hold for everything, calm too.
    @Test func keepsOutOfTheCaregiversOwnTimes() throws {
        let story = try Story(closed: ["mon 09:00-12:00"], away: ["2026-01-06/2026-01-06 every 7d until 2026-01-20"])
            .person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
        #expect(
            try story.told() == [
                "mon 2026-01-05 12:00 reflect r1",
                "mon 2026-01-05 12:10 reconnect r1",
                "wed 2026-01-07 20:30 try-again 1 r1",
                "fri 2026-01-09 19:30 roadblock 2 r1",
                "fri 2026-01-09 20:30 try-again 2 r1",
                "fri 2026-01-16 20:00 rest r1",
            ])
    }

    /// What the caregiver does alone needs nobody else.
    @Test func keepsOutOfTheOthersTimesOnlyTogether() throws {
        let story = try Story().person(
            "ada", .schoolAge, closed: ["mon-fri 08:00-15:00"], away: ["2026-01-07/2026-01-09"]
        )
        .rupture("r1", "2026-01-05 10:00", .limitSetting)
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 15:00 reconnect r1",
                "tue 2026-01-06 17:30 try-again 1 r1",
                "sat 2026-01-10 16:30 roadblock 2 r1",
                "sat 2026-01-10 17:30 try-again 2 r1",
                "sat 2026-01-17 20:00 rest r1",
            ])
    }

    /// An overnight window belongs to the day on which it begins.
    @Test func readsOvernightWindowsFromTheirFirstDay() throws {
        let story = try Story(quiet: "04:00-05:00").person("bo", .adult, closed: ["mon 18:00-11:00"], good: "09:00")
            .rupture("r1", "2026-01-05 17:00", .limitSetting)
        #expect(
            try story.told() == [
                "mon 2026-01-05 17:10 calm r1",
                "mon 2026-01-05 17:25 reflect r1",
                "tue 2026-01-06 11:00 reconnect r1",
                "wed 2026-01-07 09:00 try-again 1 r1",
                "fri 2026-01-09 08:00 roadblock 2 r1",
                "fri 2026-01-09 09:00 try-again 2 r1",
                "fri 2026-01-16 20:00 rest r1",
            ])
    }

    // MARK: The cap

    /// Reflect and reconnect wait for no free place, the others do.
    @Test func waitsForADayWithAFreePlace() throws {
        let story = try Story().person("ada", .preschool).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00", .limitSetting, with: "ada")
            .rupture("r2", "2026-01-06 10:00", .limitSetting, with: "bo")
            .rupture("r3", "2026-01-06 10:30", .limitSetting, with: "ada")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:20 reflect r1",
                "mon 2026-01-05 10:30 reconnect r1",
                "tue 2026-01-06 10:10 calm r2",
                "tue 2026-01-06 10:25 reflect r2",
                "tue 2026-01-06 10:40 calm r3+r1",
                "tue 2026-01-06 10:50 reflect r3+r1",
                "tue 2026-01-06 11:00 reconnect r2",
                "tue 2026-01-06 11:00 reconnect r3+r1",
                "wed 2026-01-07 17:00 try-again 1 r3+r1",
                "wed 2026-01-07 20:30 try-again 1 r2",
                "fri 2026-01-09 16:00 roadblock 2 r3+r1",
                "fri 2026-01-09 17:00 try-again 2 r3+r1",
                "sat 2026-01-10 19:30 roadblock 2 r2",
                "sat 2026-01-10 20:30 try-again 2 r2",
                "fri 2026-01-16 20:00 rest r3+r1",
                "sat 2026-01-17 20:00 rest r2",
            ])
    }

    @Test func asksNoQuestionUnderACapOfOne() throws {
        let story = try Story(cap: 1).person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:25 reflect r1",
                "mon 2026-01-05 11:00 reconnect r1",
                "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 20:30 try-again 2 r1",
                "thu 2026-01-15 20:00 rest r1",
            ])
    }

    /// A try with its question takes two places of one day.
    @Test func needsTwoPlacesForATryWithItsQuestion() throws {
        let story = try Story(cap: 2).person("ada", .preschool).person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00", .limitSetting, with: "ada")
            .rupture("r2", "2026-01-07 10:00", .benign, with: "bo")
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:20 reflect r1",
                "mon 2026-01-05 10:30 reconnect r1",
                "tue 2026-01-06 17:00 try-again 1 r1",
                "wed 2026-01-07 11:00 reconnect r2",
                "thu 2026-01-08 16:00 roadblock 2 r1",
                "thu 2026-01-08 17:00 try-again 2 r1",
                "fri 2026-01-09 20:30 try-again 1 r2",
                "thu 2026-01-15 20:00 rest r1",
                "fri 2026-01-16 20:00 rest r2",
            ])
    }

    /// Due at the same instant: the heavier first, then the older anchor, then its id.
    @Test(arguments: [
        (Rupture.Kind.toxic, Rupture.Kind.limitSetting, "2026-01-05 11:00", "ada"),
        (.limitSetting, .toxic, "2026-01-05 11:00", "bo"), (.limitSetting, .limitSetting, "2026-01-05 11:00", "ada"),
        (.limitSetting, .limitSetting, "2026-01-05 09:00", "bo"), (.benign, .oscillating, "2026-01-05 11:00", "bo"),
        (.limitSetting, .limitSetting, "2026-01-05 10:00", "bo"),
    ])
    func servesTheHeavierFirst(_ ada: Rupture.Kind, _ bo: Rupture.Kind, at: String, first: String) throws {
        let story = try Story(cap: 1).person("ada", .adult).person("bo", .adult)
            .rupture("r2", "2026-01-05 10:00", ada, with: "ada").rupture("r1", at, bo, with: "bo")
        let tuesday = try story.told().filter { $0.hasPrefix("tue 2026-01-06") }
        #expect(tuesday == ["tue 2026-01-06 20:30 try-again 1 \(first == "ada" ? "r2" : "r1")"])
    }

    // MARK: The search

    /// Sixty days, not counting those that one absence covers; then nothing until the next record.
    @Test func looksSixtyDaysAhead() throws {
        // The hour between is never whole: 17:00 to 17:09 is open.
        let story = try Story().person("ada", .preschool, closed: ["00:00-17:00", "17:09-24:00"])
            .rupture("r1", "2026-01-05 10:00")
        #expect(try story.told() == [])
        guard case .noPlace(let why) = try story.builder().outlook(ofRupture: "r1") else {
            Issue.record("found a place")
            return
        }
        #expect(why.rung == .reconnect)
        #expect(why.because == [.theirClosed])
        #expect(why.days == 60)
    }

    /// A week away does not count, and is looked through all the same.
    @Test(arguments: [([], 3), (["2026-01-07/2026-01-13"], 10)]) func tellsHowManyDaysWereLookedThrough(
        _ away: [String], _ days: Int
    ) throws {
        let story = try Story { $0.ladder.search.days = 3 }
            .person("ada", .preschool, closed: ["00:00-17:00", "17:09-24:00"], away: away)
            .rupture("r1", "2026-01-05 10:00")
        guard case .noPlace(let why) = try story.builder().outlook(ofRupture: "r1") else {
            Issue.record("found a place")
            return
        }
        #expect(why.days == days)
    }

    /// Three days after Monday: Thursday is tried, Friday is not.
    @Test(arguments: [
        ("tue,wed 00:00-24:00", "thu 2026-01-08 20:30 reconnect r1"), ("tue-thu 00:00-24:00", nil),
    ])
    func triesTheLastDayOfTheSearch(_ closed: String, expected: String?) throws {
        let story = try Story { $0.ladder.search.days = 3 }.person("bo", .adult, closed: [closed])
            .rupture("r1", "2026-01-05 20:40")
        #expect(try story.told().first == expected)
    }

    /// An absence of four months does not count, 366 days in all are looked through.
    @Test(arguments: [
        ("2026-01-05/2026-05-05", "wed 2026-05-06 20:30 reconnect r1"),
        ("2026-01-05/2027-01-05", "wed 2027-01-06 20:30 reconnect r1"), ("2026-01-05/2027-01-06", nil),
    ])
    func passesOverDaysAway(_ away: String, expected: String?) throws {
        let story = try Story().person("bo", .adult, away: [away]).rupture("r1", "2026-01-05 10:00")
        #expect(try story.told().first == expected)
    }
}
