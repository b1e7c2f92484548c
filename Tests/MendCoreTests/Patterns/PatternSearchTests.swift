import Testing

@testable import MendCore

@Suite struct PatternSearchTests {
    /// A preschooler who is at a kindergarten until three, from Monday 5 January on; now is Monday 30 March 2026.
    private static func story() throws -> Story {
        try Story().person("ada", .preschool, closed: ["mon-fri 08:00-15:00"])
    }

    /// Check-ins with somebody at some local times of day, on days counted from Monday 5 January 2026.
    private static func checkIns(
        _ zone: FeelingZone, with: String? = "ada", _ times: [(day: Int, time: String)], in story: Story
    ) throws -> [CheckIn] {
        try times.enumerated().map { number, time in
            let day = try LocalDay.written("2026-01-05") + time.day
            let at = try story.zone.instant(day, .written(time.time))
            return CheckIn(
                id: "\(zone.rawValue)\(with ?? "")\(number)\(time.time.prefix(2))", with: with, at: at, zone: zone)
        }
    }

    private static func hours(_ story: Story, _ checkIns: [CheckIn]) throws -> [HardHours] {
        var history = story.history
        history.checkIns = checkIns
        return try PatternSearch(history, plan: story.plan, now: story.zone.at("2026-03-30 12:00")).hours()
    }

    /// The Tuesdays from 6 January on, at a quarter to six.
    private static func tuesdays(_ count: Int) -> [(day: Int, time: String)] {
        (0..<count).map { (1 + 7 * $0, "17:45") }
    }

    @Test func tellsOfEightTuesdaysBeforeSupperAndOffersHalfAnHourAhead() throws {
        let story = try Self.story()
        let found = try Self.hours(story, Self.checkIns(.red, Self.tuesdays(8), in: story))
        #expect(
            found == [
                HardHours(
                    with: "ada", days: [.tuesday], part: .beforeSupper, ahead: try .written("17:15"),
                    near: [.beforeSleep])
            ])
    }

    @Test func saysNothingOfSeven() throws {
        let story = try Self.story()
        #expect(try Self.hours(story, Self.checkIns(.red, Self.tuesdays(7), in: story)) == [])
    }

    /// Nine moments of one evening are one hard evening.
    @Test func saysNothingOfOneLongEvening() throws {
        let story = try Self.story()
        let evening = (0..<9).map { (day: 1, time: "17:\(10 + 5 * $0)") }
        #expect(try Self.hours(story, Self.checkIns(.red, evening, in: story)) == [])
    }

    @Test func saysNothingWhereCalmMomentsComeAtTheSameHours() throws {
        let story = try Self.story()
        // Two evenings in three are hard, whatever the day.
        let evenings = (0..<60).map { (day: $0, time: "17:45") }
        let hard = try Self.checkIns(.yellow, evenings.filter { $0.day % 3 != 0 }, in: story)
        let calm = try Self.checkIns(.green, evenings.filter { $0.day % 3 == 0 }, in: story)
        #expect(try Self.hours(story, hard).map(\.part) == [.beforeSupper])
        #expect(try Self.hours(story, hard + calm) == [])
    }

    @Test func tellsOfAWeekend() throws {
        let story = try Self.story()
        let weekends = (0..<10).flatMap { week in [5, 6].map { (day: 7 * week + $0, time: "17:30") } }
        let found = try Self.hours(story, Self.checkIns(.yellow, weekends, in: story))
        #expect(found.map(\.days) == [[.saturday, .sunday]])
        #expect(found.map(\.part) == [.beforeSupper])
    }

    /// Half an hour after the kindergarten, on any day of the week; and an hour before sleep, which is at seven.
    @Test(
        arguments: [
            ("15:30", DayPart.afternoon, [HardHours.Near.afterClosed], "15:00"),
            ("18:15", .beforeSupper, [.beforeSleep], "17:45"),
        ])
    func tellsWhatIsNear(time: String, part: DayPart, near: [HardHours.Near], ahead: String) throws {
        let story = try Self.story()
        // Not one of seven steps falls on the same weekday as the one before.
        let days = (0..<20).map { (day: $0 * 4, time: time) }.filter { $0.day % 7 < 5 }
        let found = try Self.hours(story, Self.checkIns(.red, days, in: story))
        #expect(
            found == [
                HardHours(with: "ada", days: Weekday.allCases, part: part, ahead: try .written(ahead), near: near)
            ])
    }

    /// Only where it was typed, and of the same one: an hour and a half before bed at the most, and the night of that day.
    @Test func tellsOfShortNightsThatWereTyped() throws {
        let story = try Self.story()
        let hard = try Self.checkIns(.red, Self.tuesdays(8), in: story)
        func near(shortOn weeks: Range<Int>, with: String?) throws -> [HardHours.Near] {
            let nights = try weeks.map { week in
                let at = try story.zone.instant(.written("2026-01-06") + 7 * week, .written("07:30"))
                return CheckIn(id: "n\(week)", with: with, at: at, zone: .green, shortNight: true)
            }
            return try #require(try Self.hours(story, hard + nights).first).near
        }
        #expect(try near(shortOn: 0..<6, with: "ada") == [.beforeSleep, .afterShortNight])
        #expect(try near(shortOn: 0..<5, with: "ada") == [.beforeSleep])
        #expect(try near(shortOn: 0..<8, with: nil) == [.beforeSleep])
    }

    /// At five, two hours are left until sleep.
    @Test func bedtimeIsNotCloseTwoHoursBefore() throws {
        let story = try Self.story()
        let days = (0..<20).map { (day: $0 * 4, time: "17:00") }.filter { $0.day % 7 < 5 }
        #expect(try Self.hours(story, Self.checkIns(.red, days, in: story)).map(\.near) == [[]])
    }

    @Test func countsRupturesByTheirZones() throws {
        var story = try Self.story()
        for week in 0..<9 {
            let day = try LocalDay.written("2026-01-06") + 7 * week
            story = try story.rupture("r\(week)", "\(day) 17:45", .toxic, theirs: .green)
        }
        let found = try Self.hours(story, [])
        // In a frightening moment the caregiver's is red; hers was told as green.
        #expect(found.map(\.with) == [nil])
        #expect(found.map(\.days) == [[.tuesday]])
    }

    @Test func asksOnceAndNotAgainForHoursThatWereAnswered() throws {
        var story = try Self.story()
        let checkIns = try Self.checkIns(.red, Self.tuesdays(8), in: story)
        story.history.checkIns = checkIns
        let found = try Self.hours(story, checkIns)
        #expect(story.history.toBeOffered(found) == found)
        story.history.offers = [
            CheckInOffer(
                id: "a1", with: "ada", days: [.tuesday], part: .beforeSupper, time: try .written("17:15"),
                answer: .declined, at: try story.zone.at("2026-03-29 12:00"))
        ]
        #expect(story.history.toBeOffered(found) == [])
    }

    @Test func aWeekShowsTheUsualZoneAndTheCalmerOfTwo() throws {
        let story = try Self.story()
        var history = story.history
        history.checkIns =
            try Self.checkIns(.red, [(1, "17:30"), (8, "17:30")], in: story)
            + Self.checkIns(.yellow, [(15, "17:30"), (2, "09:30")], in: story)
            + Self.checkIns(.green, [(2, "10:30")], in: story)
        let band = WeekBand(history, of: "ada", now: try story.zone.at("2026-03-30 12:00"))
        let told = band.cells.filter { $0.zone != nil }
        #expect(
            told == [
                WeekBand.Cell(day: .tuesday, part: .beforeSupper, zone: .red),
                WeekBand.Cell(day: .wednesday, part: .morning, zone: .green),
            ])
    }
}
