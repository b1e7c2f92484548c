import Testing

@testable import MendCore

/// Days and times of the daily prompt, the weekly reflection, the monthly reading and the milestones. 2026-01-05 is a
/// Monday.
@Suite struct SlotTests {
    // MARK: Days and times

    @Test func fillsAWeekWithFourDaysAloneAndThreeTogether() throws {
        let story = try Story.prompted { plan in
            plan.addReflections(3)
            plan.addReadings(2)
        }.person("ada", .preschool)
        #expect(
            try story.lines("2026-01-05", "2026-01-11") == [
                "2026-01-05 07:30 prompt self", "2026-01-06 16:00 prompt together Ada", "2026-01-07 07:30 prompt self",
                "2026-01-08 16:00 prompt together Ada", "2026-01-09 07:30 prompt self",
                "2026-01-10 10:00 prompt together Ada",
                "2026-01-11 07:30 prompt self", "2026-01-11 19:30 reflection self",
            ])
    }

    /// Rest begins on Monday the 12th; the Sunday after it says so, unless it was closed by then.
    @Test(arguments: [
        (nil, true), ("2026-01-18 19:30", false), ("2026-01-18 19:31", true), ("2026-01-14 12:00", false),
    ])
    func mentionsWhatIsAtRestOnSunday(closed: String?, isMentioned: Bool) throws {
        var story = try Story.prompted(own: 0, together: 0) { $0.addReflections(4) }
            .person("bo", .adult).rupture("r1", "2026-01-05 10:00")
        if let closed { story = try story.attempt("a1", .letGo, closed) }
        let texts = try story.items("2026-01-11", "2026-01-18", now: "2026-01-19 08:00")
            .filter { $0.kind == .reflection }.map(\.text)
        #expect(texts.map { $0.contains("At rest, and nothing owed: something with Bo.") } == [false, isMentioned])
    }

    @Test func readsOnTheFirstSaturdayOfAMonth() throws {
        let story = try Story.prompted(own: 0, together: 0) { $0.addReadings(12) }
        #expect(
            try story.lines("2026-01-01", "2026-06-30") == [
                "2026-01-03 09:00 reading self", "2026-02-07 09:00 reading self", "2026-03-07 09:00 reading self",
                "2026-04-04 09:00 reading self", "2026-05-02 09:00 reading self", "2026-06-06 09:00 reading self",
            ])
    }

    @Test func isAloneWhenNobodyIsInReach() throws {
        let alone = ["2026-01-05 07:30 prompt self", "2026-01-06 07:30 prompt self", "2026-01-07 07:30 prompt self"]
        let stories = try [
            Story.prompted(), Story.prompted().person("ada", .preschool, away: ["2026-01-06/2026-01-06"]),
            Story.prompted().person("ada", .preschool, closed: ["tue 15:30-24:00"]),
            Story.prompted().person("ada", born: "2026-01-07"),
            // No words for their age.
            Story.prompted(together: 0) { $0.addTogetherPrompts(4, .teen) }.person("ada", .preschool),
        ]
        for (index, story) in stories.enumerated() {
            #expect(try story.lines("2026-01-05", "2026-01-07") == alone, "story \(index)")
        }
    }

    @Test func moveForwardOutOfClosedTimes() throws {
        let story = try Story.prompted().person("ada", .preschool, closed: ["tue 15:30-18:00"])
        #expect(try story.lines("2026-01-06", "2026-01-06") == ["2026-01-06 18:00 prompt together Ada"])
        let item = try #require(try story.prompts("2026-01-06", "2026-01-06").first)
        #expect(item.because.map(\.rule) == [.slot, .closedTime])
        #expect(item.because.map(\.moved) == [0, 7200])
    }

    @Test func moveForwardOutOfQuietHours() throws {
        let story = try Story.prompted(quiet: "19:00-09:30") { plan in
            plan.addReflections(1)
            plan.addReadings(1)
        }
        #expect(
            try story.lines("2026-02-07", "2026-02-09") == [
                "2026-02-07 09:30 prompt self", "2026-02-07 09:30 reading self", "2026-02-08 09:30 prompt self",
                // Sunday's reflection at 19:30 goes on to Monday.
                "2026-02-09 09:30 prompt self", "2026-02-09 09:30 reflection self",
            ])
    }

    /// The first day of an interval shows what moved there from the day before; the day before does not.
    @Test func showsAnItemOnTheDayOnWhichItStands() throws {
        let story = try Story.prompted(quiet: "19:00-09:30", own: 0, together: 0) { $0.addReflections(1) }
        #expect(try story.lines("2026-01-11", "2026-01-11").isEmpty)
        #expect(try story.lines("2026-01-12", "2026-01-12") == ["2026-01-12 09:30 reflection self"])
    }

    @Test func doesNotCountInTheCap() throws {
        var story = try Story.prompted { $0.addReflections(1) }.person("ada", .preschool).rupture(
            "r1", "2026-01-05 10:00")
        story.history.household.cap = 1
        #expect(
            try story.lines("2026-01-06", "2026-01-06", now: "2026-01-05 10:00") == [
                "2026-01-06 16:00 prompt together Ada", "2026-01-06 17:00 try-again together Ada",
            ])
    }

    /// 07:30 is skipped nowhere, but a slot at 02:30 is.
    @Test func resolvesASkippedSlotByTheWallClockRule() throws {
        let story = try Story.prompted(quiet: "12:00-13:00") { $0.slots.selfTime = try .written("02:30") }
        let item = try #require(try story.prompts("2026-03-08", "2026-03-08").first)
        #expect(TimeText.rfc3339(item.start, story.zone) == "2026-03-08T03:30:00-04:00")
        #expect(item.because.map(\.rule) == [.slot, .daylightSaving])
    }

    @Test func leavesOutADayThatTheCalendarSkipped() throws {
        let story = try Story.prompted("Pacific/Apia")
        #expect(
            try story.lines("2011-12-29", "2011-12-31", now: "2011-12-28 10:00") == [
                "2011-12-29 07:30 prompt self", "2011-12-31 07:30 prompt self",
            ])
    }

    @Test func namesItsItemsBySlotAndDay() throws {
        let story = try Story.prompted { plan in
            plan.addReflections(1)
            plan.addReadings(1)
            plan.addMilestones()
        }.person("ada", born: "2023-02-01")
        let ids = try story.builder(now: "2026-01-05 08:00")
            .agenda(from: .written("2026-02-01"), through: .written("2026-02-07")).items.map(\.id)
        #expect(
            ids == [
                "daily.2026-02-01", "milestone.ada.2026-02-01", "weekly.2026-02-01", "daily.2026-02-02",
                "daily.2026-02-03",
                "daily.2026-02-04", "daily.2026-02-05", "daily.2026-02-06", "monthly.2026-02-07", "daily.2026-02-07",
            ])
    }

    // MARK: Birthdays

    @Test(arguments: [
        ("2025-06-15", "2026-06-15", "milestone.toddler"), ("2023-06-15", "2026-06-15", "milestone.preschool"),
        ("2020-06-15", "2026-06-15", "milestone.school-age"), ("2014-06-15", "2026-06-15", "milestone.teen"),
        ("2008-06-15", "2026-06-15", "milestone.adult"),
        // Born on 29 February, six on 1 March.
        ("2020-02-29", "2026-03-01", "milestone.school-age"),
    ])
    func marksABirthdayThatChangesTheBand(_ born: String, day: String, expected: String) throws {
        let story = try Story.prompted(own: 0, together: 0) { $0.addMilestones() }.person("ada", born: born)
        let items = try story.builder(now: "2026-01-05 08:00").agenda(
            from: .written("2026-01-01"), through: .written("2026-12-31")
        ).items
        #expect(items.map { "\(story.zone.text($0.start)) \($0.kind.name)" } == ["\(day) 09:00 milestone"])
        #expect(items.map(\.prompt) == [expected])
        #expect(items.map(\.with) == [["Ada"]])
    }

    @Test func letsOtherBirthdaysAndBirthItselfPass() throws {
        let story = try Story.prompted(own: 0, together: 0) { $0.addMilestones() }.person("ada", born: "2022-06-15")
            .person(
                "bo", .adult
            )
            .person("cy", born: "2026-06-15")
        #expect(try story.lines("2026-01-01", "2026-12-31").isEmpty)
    }

    @Test func mentionsWhatHasComeToRestInTheReflectionOnly() throws {
        let story = try Story.prompted(own: 0, together: 0) { $0.addReflections(1) }.person("bo", .adult)
            .rupture("r1", "2026-01-05 10:00")
        // Rest comes on Thursday the 15th.
        let items = try story.builder().agenda(from: .written("2026-01-16"), through: .written("2026-01-31")).items
        #expect(items.map(\.kind) == [.reflection, .reflection])
        #expect(items.allSatisfy { $0.text.contains("Bo") })
        let before = try story.builder().agenda(from: .written("2026-01-11"), through: .written("2026-01-11")).items
        #expect(before.map { $0.text.contains("Bo") } == [false])
        let again = try story.attempt("a1", .again, "2026-01-20 12:00").builder()
            .agenda(from: .written("2026-01-25"), through: .written("2026-01-25")).items
        #expect(again.map { $0.text.contains("Bo") } == [false])
    }
}
