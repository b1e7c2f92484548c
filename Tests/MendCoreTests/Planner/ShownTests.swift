import Testing

@testable import MendCore

/// What a calendar or feed has shown stays.
@Suite struct ShownTests {
    @Test func keepsWhatWasShownWhenThePlanIsEdited() throws {
        let base = try Story.prompted(own: 300, together: 0)
        let shown = try base.prompts("2026-01-05", "2026-01-11")
        var edited = try Story.prompted(own: 300, together: 0) { $0.id = "edited" }
        edited = edited.published(shown)
        #expect(try edited.prompts("2026-01-05", "2026-01-11").map(\.prompt) == shown.map(\.prompt))
        #expect(
            try edited.prompts("2026-01-12", "2026-01-31").map(\.prompt)
                != base.prompts("2026-01-12", "2026-01-31").map(\.prompt))
    }

    /// Thursday's prompt was shown with Ada; then she goes away that day. It is still to come, and becomes one for
    /// the caregiver.
    @Test func givesUpWhatWasShownWhenItNoLongerFits() throws {
        let base = try Story.prompted().person("ada", .preschool)
        let shown = try base.prompts("2026-01-08", "2026-01-08")
        #expect(shown.map(\.voice) == [.together])
        let away = try Story.prompted().person("ada", .preschool, away: ["2026-01-08/2026-01-09"]).published(shown)
        #expect(try away.prompts("2026-01-08", "2026-01-08").map(\.voice) == [.own])
        // Once it has begun, it stays as it was shown.
        let begun = try away.prompts("2026-01-08", "2026-01-08", now: "2026-01-08 20:00")
        #expect(begun.map(\.prompt) == shown.map(\.prompt))
        #expect(begun.map(\.with) == [["Ada"]])
    }

    @Test func choosesAnewWhenTheTextIsGone() throws {
        let base = try Story.prompted(own: 5, together: 0)
        let shown = try base.prompts("2026-01-05", "2026-01-05")
        let gone = try #require(shown.first?.prompt)
        let edited = try Story.prompted(own: 5, together: 0) { $0.prompts.removeAll { $0.id == gone } }.published(shown)
        let now = try edited.prompts("2026-01-05", "2026-01-05").map(\.prompt)
        #expect(now.count == 1 && now != [gone])
    }

    @Test func keepsAShownReflectionAndReading() throws {
        let base = try Story.prompted(own: 0, together: 0) { plan in
            plan.addReflections(40)
            plan.addReadings(12)
        }
        let shown = try base.builder(now: "2026-02-10 08:00").agenda(
            from: .written("2026-02-01"), through: .written("2026-02-08")
        ).items
        var edited = try Story.prompted(own: 0, together: 0) { plan in
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
}
