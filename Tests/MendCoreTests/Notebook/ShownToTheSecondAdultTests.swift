import Testing

@testable import MendCore

/// What the page shows of a household to the second adult, whom the caregiver may fear.
@Suite struct ShownToTheSecondAdultTests {
    private func settled(_ frightened: Rupture.Frightened) throws -> History {
        var story = try Story.prompted().person("sam", .adult)
        let at = try story.instant("2026-01-05 10:00")
        story.history.ruptures = [
            Rupture(id: "r1", with: "sam", kind: .toxic, at: at, recorded: at, frightened: frightened)
        ]
        return try Settlement(story.history, plan: story.plan, now: story.instant("2026-01-12 08:00")).history
    }

    /// A weekly reflection says who is at rest: its words are made anew of what is shown.
    @Test func keepsNoWordsThatFollowFromWhatIsKept() throws {
        let history = try settled(.them)
        let days = history.published.filter { $0.item.anchor == nil }
        #expect(days.count >= 7 && days.allSatisfy { $0.settled != nil })
        let shown = history.shownToTheSecondAdult().published
        #expect(shown.map(\.item) == days.filter { $0.settled?.isGrave == false }.map(\.item))
        #expect(shown.allSatisfy { $0.settled == nil && $0.words == nil })
    }

    @Test func keepsWhatWasShownWhereNothingIsKept() throws {
        let history = try settled(.me)
        #expect(history.shownToTheSecondAdult().published == history.published)
    }

    /// Whom the caregiver turns to may tell whom they fear.
    @Test func showsNoContactsOfTheCaregivers() throws {
        var history = try settled(.me)
        history.contacts = [Contact(name: "Ines", number: "555 0100")]
        #expect(history.shownToTheSecondAdult().contacts.isEmpty)
    }

    /// What was offered ahead, and what came of it, is the caregiver's.
    @Test func showsNoCheckInThatWasPlannedAhead() throws {
        var history = try settled(.me)
        let key = try #require(ItemKey("checkin.a1.2026-01-09"))
        let at = try Story().instant("2026-01-09 17:15")
        history.published.append(Published(item: key, prompt: nil, start: at, sequence: 0, modified: at))
        #expect(!history.shownToTheSecondAdult().published.contains { $0.item == key })
    }
}
