import MendJournal
import ShippedPlan
import Testing

@testable import MendCore

/// What is forgotten takes its words along; what has begun of anything else stays where it was.
@Suite struct ForgettingTests {
    /// A March in which one rupture with Bo has come to rest, which the Sundays' reflections mention.
    private func march() throws -> (story: Story, journal: MemoryJournal, now: Instant) {
        let written = try Story().person("bo", .adult).person("kit", .schoolAge).rupture(
            "r1", "2026-01-05 10:00", with: "bo"
        )
        .rupture("r2", "2026-02-27 10:00", with: "kit")
        let story = Story(plan: ShippedPlan.load(), history: written.history)
        let now = try story.instant("2026-03-02 08:00")
        let journal = MemoryJournal(story.history.household)
        try journal.write(story.history.records.map(Change.put))
        try journal.write(Settlement(story.history, plan: story.plan, now: now).changes)
        return (story, journal, now)
    }

    @Test func aSundayKeepsItsPlaceAndNamesNobody() throws {
        let (story, journal, now) = try march()
        func sunday() throws -> Item {
            let builder = try AgendaBuilder(plan: story.plan, history: journal.history(), now: now)
            return try #require(builder.item("weekly.2026-03-01"))
        }
        let before = try sunday()
        #expect(before.text.contains("Bo"))
        #expect(try Notebook(journal: journal, plan: story.plan, now: now).forget(.rupture("r1")))
        let after = try sunday()
        #expect(after.start == before.start)
        #expect(after.prompt == before.prompt)
        #expect(!after.text.contains("Bo"))
        #expect(before.text.hasPrefix(after.text))
    }

    @Test func nothingElseComesUpInThePast() throws {
        let (story, journal, now) = try march()
        func kit() throws -> [Item] {
            try AgendaBuilder(plan: story.plan, history: journal.history(), now: now).items(ofRupture: "r2")
        }
        let before = try kit()
        #expect(try Notebook(journal: journal, plan: story.plan, now: now).forget(.rupture("r1")))
        #expect(try kit() == before)
        #expect(try Notebook(journal: journal, plan: story.plan, now: now).forget(.rupture("r1")) == false)
    }
}
