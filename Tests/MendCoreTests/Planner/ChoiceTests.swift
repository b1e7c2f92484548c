import Testing

@testable import MendCore

/// Which text and which person a day gets.
@Suite struct ChoiceTests {
    // MARK: Choice

    @Test func choosesAlikeFromEverySide() throws {
        let story = try Story.prompted { plan in
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
        let story = try Story.prompted(own: 366, together: 0)
        let items = try story.prompts("2026-01-01", "2028-12-31")
        #expect(items.count == 1096)
        try expectApart(items, days: 366)
    }

    /// 160 prompts for a band and 157 days together in a year.
    @Test func repeatsNothingWithinAYearTogether() throws {
        let story = try Story.prompted(own: 366, together: 160).person("bo", .adult)
        let items = try story.prompts("2026-01-01", "2027-12-31")
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
        let story = try Story.prompted(own: 7, together: 0)
        let ids = try story.prompts("2026-01-01", "2026-12-31").compactMap(\.prompt)
        #expect(ids.count == 365)
        for start in 0...(ids.count - 7) { try #require(Set(ids[start..<start + 7]).count == 7, "from day \(start)") }
    }

    @Test func repeatsASingleTextDaily() throws {
        let story = try Story.prompted(own: 1, together: 0)
        #expect(
            try story.prompts("2026-01-05", "2026-01-08").map(\.prompt) == [
                "own.a.1", "own.a.1", "own.a.1", "own.a.1",
            ])
    }

    /// Four themes, one of which comes twice in five days: any six days have them all, but where the year closes.
    @Test func balancesThemes() throws {
        let story = try Story.prompted(own: 400, together: 0)
        let themes = try story.prompts("2026-01-01", "2026-12-31").compactMap {
            $0.prompt?.split(separator: ".").dropFirst().first
        }
        let gaps = (0...(themes.count - 6)).count { Set(themes[$0..<$0 + 6]).count < 4 }
        #expect(gaps <= 5)
    }

    /// Themes of a person's own pool take turns, too.
    @Test func balancesThemesTogether() throws {
        let story = try Story.prompted(own: 400, together: 160).person("ada", .schoolAge)
        let items = try story.prompts("2026-01-01", "2026-06-30").filter { $0.voice == .together }
        let themes = items.compactMap { $0.prompt?.split(separator: ".").dropFirst().first }
        let counts = Dictionary(grouping: themes) { $0 }.values.map(\.count)
        #expect(try #require(counts.max()) - #require(counts.min()) <= 2)
    }

    @Test func keepsAPromptToItsSeason() throws {
        let story = try Story.prompted(own: 20, together: 0) {
            $0.prompts.append(.made("own.snow", theme: "a", voice: .own, season: [12, 1]))
        }
        let months = try story.prompts("2026-01-01", "2027-12-31").filter { $0.prompt == "own.snow" }
            .map { story.zone.day(of: $0.start).date.month }
        #expect(!months.isEmpty)
        #expect(months.allSatisfy { [12, 1].contains($0) })
    }

    @Test func choosesOtherwiseForAnotherHouseholdOrPlan() throws {
        let one = try Story.prompted(own: 300, together: 0)
        let two = try Story.prompted(own: 300, together: 0) { $0.id = "other" }
        let ids = try [one, two].map { try $0.prompts("2026-01-05", "2026-01-31").map(\.prompt) }
        #expect(ids[0] != ids[1])
    }

    /// A new text at the end of a full plan shares the home of another: one day changes, every other year.
    @Test func changesOneDayWhenATextIsAdded() throws {
        let themes = (1...12).map { "theme\($0)" }
        let base = try Story.prompted(own: 0) { $0.addOwnPrompts(366, themes: themes) }
        let edited = try Story.prompted(own: 0) { plan in
            plan.addOwnPrompts(366, themes: themes)
            plan.prompts.append(.made("own.new", theme: "theme3", voice: .own))
        }
        let before = try base.prompts("2026-01-01", "2029-12-31")
        let after = try edited.prompts("2026-01-01", "2029-12-31")
        let changed = zip(before, after).filter { $0.prompt != $1.prompt }
        #expect(changed.map(\.1.prompt) == ["own.new", "own.new"])
        #expect(changed[1].1.start - changed[0].1.start == 2 * 366 * 86_400)
    }

    // MARK: Persons in turn

    @Test func servesPersonsInTurn() throws {
        let story = try Story.prompted().person("ada", .preschool).person("bo", .adult).person("cy", .teen)
        let served = try story.prompts("2026-01-01", "2026-12-31").flatMap(\.with)
        let counts = Dictionary(grouping: served) { $0 }.mapValues(\.count)
        #expect(counts.values.reduce(0, +) == 157)
        #expect(counts.values.allSatisfy { (52...53).contains($0) })
    }

    /// Ada is with the caregiver every other week; in her weeks she comes first until she has caught up with the day
    /// before.
    @Test func servesPersonsFairlyWithWeeksElsewhere() throws {
        let away = (0..<27).map { "\(LocalDay(number: 20_458 + $0 * 14))/\(LocalDay(number: 20_458 + $0 * 14 + 6))" }
        let story = try Story.prompted().person("ada", .preschool, away: away).person("bo", .adult)
        let items = try story.prompts("2026-01-05", "2026-02-01").filter { $0.voice == .together }
        #expect(
            items.map { "\(story.zone.day(of: $0.start)) \($0.with[0])" }.dropFirst(3).prefix(6) == [
                // Bo alone until the 11th; then Ada, who waited longest, and turns.
                "2026-01-13 Ada", "2026-01-15 Bo", "2026-01-17 Ada", "2026-01-20 Bo", "2026-01-22 Bo", "2026-01-24 Bo",
            ])
        #expect(items.prefix(3).allSatisfy { $0.with == ["Bo"] })
    }

    // MARK: Reflections and readings

    @Test func repeatsNoReflectionWithinAYear() throws {
        let story = try Story.prompted(own: 0, together: 0) { $0.addReflections(53) }
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
}
