import Testing

@testable import MendCore

/// The slots: daily prompt, weekly reflection, monthly reading, milestones. 2026-01-05 is a Monday.
@Suite struct PlannerTests {
    private func story(
        _ zone: String = "America/New_York", quiet: String = "21:00-07:00", own: Int = 40, together: Int = 40,
        changing change: (inout Plan) throws -> Void = { _ in }
    ) throws -> Story {
        try Story(zone, quiet: quiet) { plan in
            if own > 0 { plan.addOwnPrompts(own) }
            for band in AgeBand.allCases where together > 0 { plan.addTogetherPrompts(together, band) }
            try change(&plan)
        }
    }

    /// `2026-01-05 07:30 prompt self`, with names.
    private func lines(_ story: Story, _ first: String, _ last: String, now: String = "2026-01-05 08:00") throws
        -> [String]
    {
        try story.builder(now: now).agenda(from: .written(first), through: .written(last)).items.map { item in
            let parts = [story.zone.text(item.start), item.kind.name, item.voice.rawValue] + item.with
            return parts.joined(separator: " ")
        }
    }

    private func prompts(_ story: Story, _ first: String, _ last: String, now: String = "2026-01-05 08:00") throws
        -> [Item]
    {
        try story.builder(now: now).agenda(from: .written(first), through: .written(last)).items.filter {
            $0.kind == .prompt
        }
    }

    // MARK: Days and times

    @Test func fillsAWeekWithFourDaysAloneAndThreeTogether() throws {
        let story = try story { plan in
            plan.addReflections(3)
            plan.addReadings(2)
        }.person("ada", .preschool)
        #expect(
            try lines(story, "2026-01-05", "2026-01-11") == [
                "2026-01-05 07:30 prompt self", "2026-01-06 16:00 prompt together Ada", "2026-01-07 07:30 prompt self",
                "2026-01-08 16:00 prompt together Ada", "2026-01-09 07:30 prompt self",
                "2026-01-10 10:00 prompt together Ada",
                "2026-01-11 07:30 prompt self", "2026-01-11 19:30 reflection self",
            ])
    }

    @Test func readsOnTheFirstSaturdayOfAMonth() throws {
        let story = try story(own: 0, together: 0) { $0.addReadings(12) }
        #expect(
            try lines(story, "2026-01-01", "2026-06-30") == [
                "2026-01-03 09:00 reading self", "2026-02-07 09:00 reading self", "2026-03-07 09:00 reading self",
                "2026-04-04 09:00 reading self", "2026-05-02 09:00 reading self", "2026-06-06 09:00 reading self",
            ])
    }

    @Test func isAloneWhenNobodyIsInReach() throws {
        let alone = ["2026-01-05 07:30 prompt self", "2026-01-06 07:30 prompt self", "2026-01-07 07:30 prompt self"]
        let stories = try [
            story(), story().person("ada", .preschool, away: ["2026-01-06/2026-01-06"]),
            story().person("ada", .preschool, closed: ["tue 15:30-24:00"]), story().person("ada", born: "2026-01-07"),
            // No words for their age.
            story(together: 0) { $0.addTogetherPrompts(4, .teen) }.person("ada", .preschool),
        ]
        for (index, story) in stories.enumerated() {
            #expect(try lines(story, "2026-01-05", "2026-01-07") == alone, "story \(index)")
        }
    }

    @Test func moveForwardOutOfClosedTimes() throws {
        let story = try story().person("ada", .preschool, closed: ["tue 15:30-18:00"])
        #expect(try lines(story, "2026-01-06", "2026-01-06") == ["2026-01-06 18:00 prompt together Ada"])
        let item = try #require(try prompts(story, "2026-01-06", "2026-01-06").first)
        #expect(item.because.map(\.rule) == [.slot, .closedTime])
        #expect(item.because.map(\.moved) == [0, 7200])
    }

    @Test func moveForwardOutOfQuietHours() throws {
        let story = try story(quiet: "19:00-09:30") { plan in
            plan.addReflections(1)
            plan.addReadings(1)
        }
        #expect(
            try lines(story, "2026-02-07", "2026-02-09") == [
                "2026-02-07 09:30 prompt self", "2026-02-07 09:30 reading self", "2026-02-08 09:30 prompt self",
                // Sunday's reflection at 19:30 goes on to Monday.
                "2026-02-09 09:30 prompt self", "2026-02-09 09:30 reflection self",
            ])
    }

    /// The first day of an interval shows what moved there from the day before; the day before does not.
    @Test func showsAnItemOnTheDayOnWhichItStands() throws {
        let story = try story(quiet: "19:00-09:30", own: 0, together: 0) { $0.addReflections(1) }
        #expect(try lines(story, "2026-01-11", "2026-01-11").isEmpty)
        #expect(try lines(story, "2026-01-12", "2026-01-12") == ["2026-01-12 09:30 reflection self"])
    }

    @Test func doesNotCountInTheCap() throws {
        let story = try story { $0.addReflections(1) }.person("ada", .preschool).rupture("r1", "2026-01-06 10:00")
        let kinds = try lines(story, "2026-01-06", "2026-01-06", now: "2026-01-06 10:00")
        #expect(kinds.count == 5)
        #expect(kinds.contains("2026-01-06 14:30 try-again together Ada"))
    }

    /// 07:30 is skipped nowhere, but a slot at 02:30 is.
    @Test func resolvesASkippedSlotByTheWallClockRule() throws {
        let story = try story(quiet: "12:00-13:00") { $0.slots.selfTime = try .written("02:30") }
        let item = try #require(try prompts(story, "2026-03-08", "2026-03-08").first)
        #expect(TimeText.rfc3339(item.start, story.zone) == "2026-03-08T03:30:00-04:00")
        #expect(item.because.map(\.rule) == [.slot, .daylightSaving])
    }

    @Test func leavesOutADayThatTheCalendarSkipped() throws {
        let story = try story("Pacific/Apia")
        #expect(
            try lines(story, "2011-12-29", "2011-12-31", now: "2011-12-28 10:00") == [
                "2011-12-29 07:30 prompt self", "2011-12-31 07:30 prompt self",
            ])
    }

    @Test func namesItsItemsBySlotAndDay() throws {
        let story = try story { plan in
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
        let story = try story(own: 0, together: 0) { $0.addMilestones() }.person("ada", born: born)
        let items = try story.builder(now: "2026-01-05 08:00").agenda(
            from: .written("2026-01-01"), through: .written("2026-12-31")
        ).items
        #expect(items.map { "\(story.zone.text($0.start)) \($0.kind.name)" } == ["\(day) 09:00 milestone"])
        #expect(items.map(\.prompt) == [expected])
        #expect(items.map(\.with) == [["Ada"]])
    }

    @Test func letsOtherBirthdaysAndBirthItselfPass() throws {
        let story = try story(own: 0, together: 0) { $0.addMilestones() }.person("ada", born: "2022-06-15").person(
            "bo", .adult
        )
        .person("cy", born: "2026-06-15")
        #expect(try lines(story, "2026-01-01", "2026-12-31").isEmpty)
    }

    // MARK: Choice

    @Test func choosesAlikeFromEverySide() throws {
        let story = try story { plan in
            plan.addReflections(9)
            plan.addReadings(5)
        }.person("ada", .preschool).person("bo", .adult)
        let builder = try story.builder(now: "2026-01-05 08:00")
        let whole = try builder.agenda(from: .written("2026-01-01"), through: .written("2026-04-30")).items
        let days = try (LocalDay.written("2026-01-01")...LocalDay.written("2026-04-30")).filter { $0.number % 5 == 0 }
        for day in days {
            let single = builder.agenda(from: day, through: day).items
            #expect(single == whole.filter { story.zone.day(of: $0.start) == day }, "\(day)")
        }
        let later = try story.builder(now: "2026-09-01 08:00")
        #expect(try later.agenda(from: .written("2026-01-01"), through: .written("2026-04-30")).items == whole)
    }

    /// 366 prompts for the caregiver: none within 365 days, over three years.
    @Test func repeatsNothingWithinAYearFromABigPool() throws {
        let story = try story(own: 366, together: 0)
        let items = try prompts(story, "2026-01-01", "2028-12-31")
        #expect(items.count == 1096)
        try expectApart(items, days: 366)
    }

    /// 160 prompts for a band and 157 days together in a year.
    @Test func repeatsNothingWithinAYearTogether() throws {
        let story = try story(own: 366, together: 160).person("bo", .adult)
        let items = try prompts(story, "2026-01-01", "2027-12-31")
        #expect(items.filter { $0.voice == .together }.count == 313)
        try expectApart(items, days: 366)
    }

    private func expectApart(_ items: [Item], days: Int) throws {
        var last: [String: LocalDay] = [:]
        for item in items {
            let prompt = try #require(item.prompt)
            let day = try LocalDay.written(String(item.id.dropFirst("daily.".count)))
            if let before = last[prompt], day - before < days {
                Issue.record("\(prompt) on \(before) and on \(day)")
                return
            }
            last[prompt] = day
        }
    }

    @Test func usesASmallPoolUpBeforeItRepeats() throws {
        let story = try story(own: 7, together: 0)
        let ids = try prompts(story, "2026-01-01", "2026-12-31").compactMap(\.prompt)
        #expect(ids.count == 365)
        for start in 0...(ids.count - 7) { try #require(Set(ids[start..<start + 7]).count == 7, "from day \(start)") }
    }

    @Test func repeatsASingleTextDaily() throws {
        let story = try story(own: 1, together: 0)
        #expect(
            try prompts(story, "2026-01-05", "2026-01-08").map(\.prompt) == [
                "own.a.1", "own.a.1", "own.a.1", "own.a.1",
            ])
    }

    /// Four themes of one size: in any run of days they differ by one at most.
    @Test func balancesThemes() throws {
        let story = try story(own: 400, together: 0)
        let themes = try prompts(story, "2026-01-01", "2026-12-31").compactMap {
            $0.prompt?.split(separator: ".").dropFirst().first
        }
        for start in stride(from: 0, to: 356, by: 4) {
            try #require(Set(themes[start..<start + 4]).count == 4, "from day \(start)")
        }
    }

    /// Themes of a person's own pool take turns, too.
    @Test func balancesThemesTogether() throws {
        let story = try story(own: 400, together: 160).person("ada", .schoolAge)
        let items = try prompts(story, "2026-01-01", "2026-06-30").filter { $0.voice == .together }
        let themes = items.compactMap { $0.prompt?.split(separator: ".").dropFirst().first }
        let counts = Dictionary(grouping: themes) { $0 }.values.map(\.count)
        #expect(try #require(counts.max()) - #require(counts.min()) <= 1)
    }

    @Test func keepsAPromptToItsSeason() throws {
        let story = try story(own: 20, together: 0) {
            $0.prompts.append(.made("own.snow", theme: "a", voice: .own, season: [12, 1]))
        }
        let months = try prompts(story, "2026-01-01", "2027-12-31").filter { $0.prompt == "own.snow" }
            .map { story.zone.day(of: $0.start).date.month }
        #expect(!months.isEmpty)
        #expect(months.allSatisfy { [12, 1].contains($0) })
    }

    @Test func choosesOtherwiseForAnotherHouseholdOrPlan() throws {
        let one = try story(own: 300, together: 0)
        let two = try story(own: 300, together: 0) { $0.id = "other" }
        let ids = try [one, two].map { try prompts($0, "2026-01-05", "2026-01-31").map(\.prompt) }
        #expect(ids[0] != ids[1])
    }

    /// A new text among 366 is drawn on few of the days to come; the others keep theirs.
    @Test func changesFewDaysWhenATextIsAdded() throws {
        let themes = (1...12).map { "theme\($0)" }
        let before = try prompts(story(own: 0) { $0.addOwnPrompts(366, themes: themes) }, "2026-01-05", "2026-12-31")
        let after = try prompts(
            story(own: 0) { plan in
                plan.addOwnPrompts(366, themes: themes)
                plan.prompts.append(.made("own.new", theme: "theme3", voice: .own))
            }, "2026-01-05", "2026-12-31")
        let changed = zip(before, after).filter { $0.prompt != $1.prompt }.count
        #expect(after.contains { $0.prompt == "own.new" })
        #expect((1...40).contains(changed), "\(changed) of \(before.count) days changed")
    }

    // MARK: Persons in turn

    @Test func servesPersonsInTurn() throws {
        let story = try story().person("ada", .preschool).person("bo", .adult).person("cy", .teen)
        let served = try prompts(story, "2026-01-01", "2026-12-31").flatMap(\.with)
        let counts = Dictionary(grouping: served) { $0 }.mapValues(\.count)
        #expect(counts.values.reduce(0, +) == 157)
        #expect(counts.values.allSatisfy { (52...53).contains($0) })
    }

    /// Ada is with the caregiver every other week; in her weeks she comes first until she has caught up with the day before.
    @Test func servesPersonsFairlyWithWeeksElsewhere() throws {
        let away = (0..<27).map { "\(LocalDay(number: 20_458 + $0 * 14))/\(LocalDay(number: 20_458 + $0 * 14 + 6))" }
        let story = try story().person("ada", .preschool, away: away).person("bo", .adult)
        let items = try prompts(story, "2026-01-05", "2026-02-01").filter { $0.voice == .together }
        #expect(
            items.map { "\(story.zone.day(of: $0.start)) \($0.with[0])" }.dropFirst(3).prefix(6) == [
                // Bo alone until the 11th; then Ada, who waited longest, and turns.
                "2026-01-13 Ada", "2026-01-15 Bo", "2026-01-17 Ada", "2026-01-20 Bo", "2026-01-22 Bo", "2026-01-24 Bo",
            ])
        #expect(items.prefix(3).allSatisfy { $0.with == ["Bo"] })
    }

    // MARK: What was shown stays

    @Test func keepsWhatWasShownWhenThePlanIsEdited() throws {
        let base = try story(own: 300, together: 0)
        let shown = try prompts(base, "2026-01-05", "2026-01-11")
        var edited = try story(own: 300, together: 0) { $0.id = "edited" }
        edited = edited.published(shown)
        #expect(try prompts(edited, "2026-01-05", "2026-01-11").map(\.prompt) == shown.map(\.prompt))
        #expect(
            try prompts(edited, "2026-01-12", "2026-01-31").map(\.prompt)
                != prompts(base, "2026-01-12", "2026-01-31").map(\.prompt))
    }

    /// Thursday's prompt was shown with Ada; then she goes away that day. It is still to come, and becomes one for the caregiver.
    @Test func givesUpWhatWasShownWhenItNoLongerFits() throws {
        let base = try story().person("ada", .preschool)
        let shown = try prompts(base, "2026-01-08", "2026-01-08")
        #expect(shown.map(\.voice) == [.together])
        let away = try story().person("ada", .preschool, away: ["2026-01-08/2026-01-09"]).published(shown)
        #expect(try prompts(away, "2026-01-08", "2026-01-08").map(\.voice) == [.own])
        // Once it has begun, it stays as it was shown.
        let begun = try prompts(away, "2026-01-08", "2026-01-08", now: "2026-01-08 20:00")
        #expect(begun.map(\.prompt) == shown.map(\.prompt))
        #expect(begun.map(\.with) == [["Ada"]])
    }

    @Test func choosesAnewWhenTheTextIsGone() throws {
        let base = try story(own: 5, together: 0)
        let shown = try prompts(base, "2026-01-05", "2026-01-05")
        let gone = try #require(shown.first?.prompt)
        let edited = try story(own: 5, together: 0) { $0.prompts.removeAll { $0.id == gone } }.published(shown)
        let now = try prompts(edited, "2026-01-05", "2026-01-05").map(\.prompt)
        #expect(now.count == 1 && now != [gone])
    }

    @Test func keepsAShownReflectionAndReading() throws {
        let base = try story(own: 0, together: 0) { plan in
            plan.addReflections(40)
            plan.addReadings(12)
        }
        let shown = try base.builder(now: "2026-02-10 08:00").agenda(
            from: .written("2026-02-01"), through: .written("2026-02-08")
        ).items
        var edited = try story(own: 0, together: 0) { plan in
            plan.id = "edited"
            plan.addReflections(40)
            plan.addReadings(12)
        }
        edited = edited.published(shown)
        let again = try edited.builder(now: "2026-02-10 08:00").agenda(
            from: .written("2026-02-01"), through: .written("2026-02-08")
        ).items
        #expect(again.map(\.prompt) == shown.map(\.prompt))
        #expect(shown.count == 3)
    }

    // MARK: Reflections and readings

    @Test func repeatsNoReflectionWithinAYear() throws {
        let story = try story(own: 0, together: 0) { $0.addReflections(53) }
        let items = try story.builder(now: "2026-01-05 08:00").agenda(
            from: .written("2026-01-01"), through: .written("2027-12-31")
        ).items
        var last: [String: Instant] = [:]
        for item in items {
            let prompt = try #require(item.prompt)
            if let before = last[prompt] { #expect(item.start - before >= 365 * 86_400, "\(prompt)") }
            last[prompt] = item.start
        }
    }

    @Test func mentionsWhatHasComeToRestInTheReflectionOnly() throws {
        let story = try story(own: 0, together: 0) { $0.addReflections(1) }.person("bo", .adult)
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

extension Story {
    /// The items as a calendar has shown them.
    fileprivate func published(_ items: [Item]) -> Story {
        var history = history
        history.published += items.map {
            Published(item: $0.id, prompt: $0.prompt, start: $0.start, sequence: 0, modified: $0.start)
        }
        return Story(plan: plan, history: history)
    }
}
