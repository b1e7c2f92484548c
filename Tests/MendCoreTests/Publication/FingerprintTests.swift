import ShippedPlan
import Testing

@testable import MendCore

/// Which edits of a plan are one, and what they leave as it was.
@Suite struct FingerprintTests {
    private static let edits: [(name: String, change: @Sendable (inout Plan) -> Void)] = [
        ("a script", { $0.words.scripts[0] = $0.words.scripts[0].reaching("Come near.") }),
        ("a phrase", { $0.phrases.makeYourOwn += "!" }),
        ("a title", { $0.phrases.titles.rest += "!" }),
        ("a discreet title", { $0.discreetTitles.removeLast() }),
        ("a contact", { $0.contacts.removeLast() }),
        ("a practice", { $0.words.calm.removeLast() }),
        ("a text about safety", { $0.words.safety.removeLast() }),
        ("a prompt", { $0.prompts.removeLast() }),
    ]

    @Test(arguments: edits.indices) func everyWordThatIsShownCounts(_ index: Int) {
        let plan = ShippedPlan.load()
        var edited = plan
        Self.edits[index].change(&edited)
        #expect(edited.fingerprint != plan.fingerprint, "\(Self.edits[index].name)")
        #expect(ShippedPlan.load().fingerprint == plan.fingerprint)
    }

    /// Reflect, reconnect and what else has begun by Tuesday keep script, question and title; what is still to come speaks anew.
    @Test func whatHasBegunOfALadderKeepsItsWords() throws {
        let plan = ShippedPlan.load()
        let at = try #require(TimeText.instant(rfc3339: "2026-01-05T10:00:00-05:00"))
        var history = History(household: Household(id: "k7Qm2xW9", zone: try Zones.named("America/New_York")))
        history.people = [Person(id: "sam", name: "Sam", relation: .partner)]
        history.ruptures = [Rupture(id: "r1", with: "sam", kind: .limitSetting, at: at, recorded: at)]
        let tuesday = at + 26 * 3600
        history = try Settlement(history, plan: plan, now: tuesday).history
        let before = try AgendaBuilder(plan: plan, history: history, now: tuesday).items(ofRupture: "r1")
        let begun = before.filter { $0.start < tuesday }
        #expect(begun.count >= 3)

        var edited = plan
        edited.words.scripts = plan.words.scripts.map { $0.reaching("Come near.") }
        edited.words.roadblocks = []
        edited.words.leadIns = []
        edited.phrases.titles.tryAgain = "Again"
        let settlement = try Settlement(history, plan: edited, now: tuesday + 60)
        let after = try AgendaBuilder(plan: edited, history: settlement.history, now: tuesday + 60)
            .items(ofRupture: "r1")
        #expect(Array(after.prefix(begun.count)) == begun)
        let next = try #require(after.first { $0.start > tuesday + 60 && $0.kind == .rung(.tryAgain) })
        #expect(next.writtenTitle == "Again")
        #expect(settlement.history.household.edited == tuesday + 60)
        #expect(try Settlement(settlement.history, plan: edited, now: tuesday + 120).changes.isEmpty)
    }
}

extension Script {
    /// The same with another first move.
    fileprivate func reaching(_ text: String) -> Script {
        Script(
            id: id, kind: kind, band: band, frightened: frightened, occasion: occasion, answer: answer, number: number,
            reach: FillableText(text), own: own, turn: turn, next: next, tips: tips)
    }
}
