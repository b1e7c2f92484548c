import Testing

@testable import MendCore

/// What stands in a calendar, built from the longest of everything that the plan that comes with mend holds.
@Suite struct BuiltLengthTests {
    private func items() throws -> [Item] {
        let plan = try SampleFamily.plan.get()
        var items: [Item] = []
        for band in AgeBand.allCases {
            for kind in Rupture.Kind.allCases {
                for seed in 0..<12 {
                    let zone = try Zones.named("America/New_York")
                    var story = Story(plan: plan, history: History(household: Household(id: "h\(seed)", zone: zone)))
                    story = try story.country("GB").contact("Aunt Mo", "555-0134").person("maximilian", band)
                        .rupture("r\(seed)", "2026-01-05 10:00", kind, excitedAbout: "the last page of the fox book")
                    items += try story.builder().items(ofRupture: "r\(seed)")
                }
            }
        }
        return items
    }

    /// Google and Outlook show about so much without a click (CARE, L3).
    @Test func holdsNoMoreThanAThousandCharactersOfARepair() throws {
        let items = try items()
        #expect(items.count > 1500)
        let longest = try #require(items.max { $0.text.count < $1.text.count })
        #expect((500...1000).contains(longest.text.count), "\(longest.text.count) \(longest.id)\n\(longest.text)")
    }

    @Test func holdsNoMoreThanAThousandCharactersOfOrdinaryDays() throws {
        let plan = try SampleFamily.plan.get()
        var story = try Story(plan: plan, history: SampleFamily.four.history)
        story = try story.rupture("r1", "2026-01-05 10:00")
        let items = try story.builder(now: "2026-06-01 08:00").agenda(
            from: .written("2026-01-01"), through: .written("2026-12-31")
        ).items.filter { $0.kind != .reading }
        #expect(items.allSatisfy { $0.text.count <= 1000 })
        // A reading is an essay of five minutes.
        #expect(plan.readings.allSatisfy { $0.text.count < 4500 })
    }

    /// With the longest name that fits beside the longest title, no calendar or list has to cut it.
    @Test func writesTitlesThatFitALine() throws {
        let plan = try SampleFamily.plan.get()
        let titles =
            plan.prompts.map(\.title) + plan.reflections.map(\.title) + plan.readings.map(\.title)
            + plan.milestones.map(\.title) + plan.words.leadIns.compactMap(\.title)
        #expect(titles.allSatisfy { (8...60).contains($0.count) })
    }
}
