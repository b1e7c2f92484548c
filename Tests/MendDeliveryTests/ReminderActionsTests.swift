import MendCore
import MendExport
import MendJournal
import MendText
import ShippedPlan
import Testing

@testable import MendDelivery

/// What a reminder says can be done.
@Suite struct ReminderActionsTests {
    private let household: Household
    private let plan = ShippedPlan.load()
    private let base: BaseURL

    init() throws {
        household = Household(id: "k7Qm2xW9", zone: try #require(SystemZones.find("America/New_York")))
        base = try #require(BaseURL("https://home.example.org"))
    }

    private func item(_ id: String, ruptures: [String] = [], with: [String] = []) -> Item {
        Item(
            id: id, kind: ruptures.isEmpty ? .prompt : .rung(.tryAgain), start: Instant(seconds: 1_767_654_000),
            minutes: 10,
            voice: .together, with: with, ruptures: ruptures, writtenTitle: "A small way back", text: "Begin small.",
            prompt: nil, because: [])
    }

    private func actions(_ edition: Edition, base: BaseURL?, open: Set<String> = ["r1", "r2"]) -> ReminderActions {
        ReminderActions(open: open, household: household, plan: plan, edition: edition, base: base, in: .english)
    }

    private var repair: Item { item("r2.try-again.1", ruptures: ["r2", "r1"], with: ["Ada"]) }

    @Test func namesTheCommandWhereNoPageIsKnown() {
        #expect(
            actions(.open, base: nil).item(repair).text == """
                Begin small.

                About r2, with Ada. To write down how it went:
                mend attempt r2 --outcome repaired
                (or partial, declined, not-ready, let-go)
                """)
        #expect(actions(.open, base: nil).item(item("daily.2026-01-06")).text == "Begin small.")
    }

    @Test func linksToThePageWhereOneIsKnown() {
        #expect(
            actions(.open, base: base).item(repair).text == """
                Begin small.

                About r2, with Ada. To write down how it went:
                https://home.example.org/i/r2.try-again.1
                """)
        #expect(
            actions(.open, base: base).item(item("daily.2026-01-06")).text
                == "Begin small.\n\nOn your own page:\nhttps://home.example.org/i/daily.2026-01-06")
    }

    /// The newest is closed: nothing can be written down about it any more.
    @Test func isAboutTheNewestThatIsStillOpen() {
        #expect(
            actions(.open, base: nil, open: ["r1"]).item(repair).text.contains("mend attempt r1 --outcome repaired"))
        #expect(actions(.open, base: nil, open: []).item(repair).text == "Begin small.")
    }

    /// Repairs and prompts say the same, and no address names a rupture.
    @Test func theDiscreetEditionTellsNothing() throws {
        let neutral = NeutralTitles(household: household, plan: plan)
        for item in [repair, item("daily.2026-01-06")] {
            let shown = neutral.discreet(item)
            #expect(
                actions(.discreet, base: nil).item(item, shown: shown).text
                    == "\(shown.text)\n\nOn your own machine:\nmend today")
            #expect(
                actions(.discreet, base: base).item(item, shown: shown).text
                    == "\(shown.text)\n\nOn your own page:\nhttps://home.example.org/i/\(shown.id)")
            // The address leads back to the item.
            #expect(ItemAddressResolver(household: household).item(shown.id, among: [item]) == item)
        }
    }

    @Test func aSampleHasNothingToBeDone() {
        let sample = item("test")
        for edition in Edition.allCases { #expect(actions(edition, base: base).item(sample).text == "Begin small.") }
    }
}
