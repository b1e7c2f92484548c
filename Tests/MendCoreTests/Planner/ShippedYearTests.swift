import MendCore
import Testing

/// The plan that comes with mend, in households of every kind, over five years and every stretch of them.
@Suite struct ShippedYearTests {
    /// Not to the caregiver alone, nor together with anybody, whoever has grown into another band meanwhile.
    @Test(arguments: SampleFamily.allCases) func repeatsNoPromptWithinAYear(_ family: SampleFamily) throws {
        let days = try family.days()
        #expect(days.count == 1826)
        var last: [String: LocalDay] = [:]
        var shortest = Int.max
        for day in days {
            if let before = last[day.prompt.id] { shortest = min(shortest, day.day - before) }
            last[day.prompt.id] = day.day
        }
        #expect(shortest == 366)
    }

    /// Sixteen days alone in four weeks, twelve themes: wherever the four weeks begin, none is missing.
    @Test(arguments: SampleFamily.allCases) func balancesTheThemesOfTheCaregiver(_ family: SampleFamily) throws {
        let stretches = try family.themesInFourWeeks(.own)
        let all = stretches.values.reduce(0, +)
        #expect(all == 12 * 1799)
        #expect(stretches.keys.min() == 1)
        #expect(stretches[1, default: 0] + stretches[2, default: 0] > all * 97 / 100)
        #expect(stretches[4, default: 0] <= 10)
        #expect(stretches.keys.allSatisfy { $0 <= 4 })
    }

    /// Twelve days together, eight themes: once or twice each, but for the weeks in which the ring of places closes.
    @Test(arguments: SampleFamily.allCases) func balancesTheThemesTogether(_ family: SampleFamily) throws {
        let stretches = try family.themesInFourWeeks(.together)
        #expect(stretches == [0: 28, 1: 7177, 2: 7150, 3: 37])
    }

    /// Every fifth day together is Ada's: in two dozen of hers she gets every theme.
    @Test func balancesTheThemesOfEachPerson() throws {
        let days = try SampleFamily.four.days().filter { $0.person != nil }
        let themes = Set(days.map(\.prompt.theme))
        #expect(themes.count == 8)
        for (person, own) in Dictionary(grouping: days, by: \.person) {
            for start in 0...(own.count - 24) {
                let counts = themes.map { theme in own[start..<start + 24].count { $0.prompt.theme == theme } }
                try #require(counts.allSatisfy { (1...4).contains($0) }, "\(person ?? "") \(counts)")
            }
        }
    }

    @Test func givesEveryPersonAFairShareOfTheTogetherDays() throws {
        let days = try SampleFamily.four.days().filter { $0.person != nil }
        for start in 0...(days.count - 157) {
            let counts = Dictionary(grouping: days[start..<start + 157]) { $0.person ?? "" }.mapValues(\.count)
            try #require(counts.count == 5)
            try #require(counts.values.allSatisfy { (31...32).contains($0) }, "\(counts)")
        }
    }

    /// Ten prompts, put anywhere into the plan: less than 5 % of the next 90 days change, whenever they begin.
    @Test(arguments: SampleFamily.allCases) func changesFewDaysWhenThePlanGrows(_ family: SampleFamily) throws {
        let plan = try SampleFamily.plan.get()
        let before = try family.days(plan)
        var changes: [Int] = []
        for seed in 1...4 {
            let after = try family.days(plan.grown(by: 10, seed: seed))
            let differs = zip(before, after).map { $0.prompt.id != $1.prompt.id }
            var sum = differs[..<90].count { $0 }
            changes.append(sum)
            for day in 90..<differs.count {
                sum += (differs[day] ? 1 : 0) - (differs[day - 90] ? 1 : 0)
                changes.append(sum)
            }
        }
        let mean = Double(changes.reduce(0, +)) / Double(changes.count)
        #expect(mean > 0.5)
        #expect(mean < 2.5)
        #expect(changes.count { $0 * 20 < 90 } > changes.count * 84 / 100)
    }

    /// What the new prompts change is where they come, or who made room for them: the others stay.
    @Test func letsTextsAtTheEndOfThePlanDisplaceNone() throws {
        var plan = try SampleFamily.plan.get()
        let before = try SampleFamily.preschool.days(plan)
        plan.prompts += (0..<10).map { number in
            Prompt(
                id: "new.\(number)", title: "New", text: "New.", minutes: 1, voice: .own, bands: [], theme: "body",
                tips: [1])
        }
        let after = try SampleFamily.preschool.days(plan)
        let changed = zip(before, after).filter { $0.prompt.id != $1.prompt.id }
        #expect(changed.allSatisfy { $1.prompt.id.hasPrefix("new.") })
        #expect(Set(changed.map(\.1.prompt.id)).count == 9)
    }
}
