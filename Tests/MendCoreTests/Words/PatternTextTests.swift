import Testing

@testable import MendCore

/// Two frightening moments in 30 days or three in 90 add the pattern text to the next monthly reading.
@Suite struct PatternTextTests {
    private static let day = 86_400

    /// Frightening moments on these days, a reading on day 100 and the one before on day 70.
    @Test(arguments: [
        ([], false), ([80], false), ([60, 80], true), ([50, 80], true), ([49, 80], false), ([80, 99], true),
        ([80, 100], true),
        // Complete before the last reading, or only after this one.
        ([50, 70], false), ([50, 71], true), ([80, 101], false),
        ([1, 40, 80], true), ([0, 40, 90], true), ([0, 40, 91], false), ([-50, -20, 80], false), ([80, 60], true),
    ])
    func isDueForRuns(_ days: [Int], expected: Bool) {
        let ruptures = days.map { day in
            Rupture(id: "r\(day)", with: "p", kind: .toxic, at: Instant(seconds: day * Self.day))
        }
        let calm = (60..<100).map {
            Rupture(id: "b\($0)", with: "p", kind: .benign, at: Instant(seconds: $0 * Self.day))
        }
        let pattern = PatternText(ruptures: ruptures + calm)
        #expect(
            pattern.isDue(after: Instant(seconds: 70 * Self.day), through: Instant(seconds: 100 * Self.day)) == expected
        )
    }

    /// The reading of 7 February; the next one is without it.
    @Test func standsInTheNextMonthlyReadingOnly() throws {
        let story = try Story { plan in
            plan.addReadings(3)
            plan.words.safety = [
                SafetyText(
                    id: "safety.pattern", when: .pattern, relation: .any, contacts: true,
                    text: "Tell someone this week.")
            ]
        }
        .person("ada", .preschool).rupture("r1", "2026-01-05 10:00", .toxic).rupture("r2", "2026-01-20 10:00", .toxic)
        .contact("Aunt Mo", "555 0100")
        let items = try story.builder().agenda(from: .written("2026-01-01"), through: .written("2026-03-31")).items
            .filter { $0.kind == .reading }
        #expect(items.map { $0.text.contains("Tell someone this week.") } == [false, true, false])
        #expect(items.map { $0.text.contains("Aunt Mo: 555 0100") } == [false, true, false])
        #expect(items.map(\.isGrave) == [false, true, false])
    }
}
