import MendExamples
import Testing

@testable import MendCore

/// The search's error rate and power, on some of the families of `mend-bench patterns`, which has thousands.
@Suite struct PatternErrorTests {
    private static let families = 60

    private func hours(_ history: History, weeks: Int) throws -> [HardHours] {
        let now = history.household.zone.start(of: WrittenWeeks.start + 7 * weeks)
        return try PatternSearch(history, plan: Shipped.plan(), now: now).hours()
    }

    /// Less than 5 %, in each kind of family.
    @Test(arguments: WrittenWeeks.Habit.allCases)
    func seldomTellsOfAPatternWhereThereIsNone(_ habit: WrittenWeeks.Habit) throws {
        let zone = try Zones.named("America/New_York")
        let told = try (0..<Self.families).filter { seed in
            let history = WrittenWeeks.history(zone: zone, weeks: 26, habit: habit, seed: UInt64(seed))
            return try !hours(history, weeks: 26).isEmpty
        }
        #expect(told.count < 3, "seeds \(told)")
    }

    /// A weekday that is hard nine times in ten, among other moments: after half a year it is found in nearly nine of ten
    /// families.
    @Test func findsAPlantedWeekday() throws {
        let zone = try Zones.named("America/New_York")
        let found = try (0..<Self.families).filter { seed in
            let history = WrittenWeeks.history(
                zone: zone, weeks: 26, habit: .even, seed: UInt64(seed), planted: .init(weekday: .tuesday, inTen: 9))
            return try hours(history, weeks: 26).contains { $0.with == "ada" && $0.days == [.tuesday] }
        }
        #expect(found.count >= 50, "found in \(found.count) of \(Self.families)")
    }
}
