import Testing

@testable import MendCore

@Suite struct PersonAvailabilityTests {
    /// What is remembered of a kind of day is what a fresh look finds: over closed times that run over midnight, days away,
    /// birthdays and changes of the clock.
    @Test func remembersWhatAFreshLookFinds() throws {
        let households = try RandomHouseholds()
        for seed in 1...60 {
            let household = try households.household(seed: seed)
            let (history, plan) = (household.story.history, household.story.plan)
            let fresh = PersonAvailability(
                zone: history.household.zone,
                windows: Windows(household: history.household, sleep: plan.sleep), plan: plan, people: history.people)
            var availability = fresh
            let first = household.days.lowerBound
            for day in first...(first + 400) {
                for person in history.people.indices {
                    var look = fresh
                    try #require(
                        availability.isInReach(person, on: day) == look.isInReach(person, on: day), "\(day) \(household)")
                }
            }
        }
    }
}
