import MendCore
import Testing

@testable import MendPlans

/// The second plan of this repository, over a year of a couple.
@Suite struct TwoOfUsTests {
    private func year() throws -> (plan: Plan, items: [Item]) {
        let documents = try PlanFolder.documents(in: Shipped.directory + "/two-of-us", shownAs: "two-of-us")
        let base = try PlanDecoder.plan(from: Shipped.documents()).plan
        let plan = try PlanDecoder.plan(from: documents, base: base).plan
        let zone = Zone(identifier: "UTC", initialOffset: 0, changes: [])
        var history = History(household: Household(id: "two", zone: zone))
        history.people = [Person(id: "sam", name: "Sam", relation: .partner)]
        let first = LocalDay(number: 20_458)
        let builder = try AgendaBuilder(plan: plan, history: history, now: zone.start(of: first))
        return (plan, builder.agenda(from: first, through: first + 363).items)
    }

    @Test func fillsFiftyTwoWeeks() throws {
        let (_, items) = try year()
        #expect(items.count { $0.kind == .prompt && $0.voice == .together } == 208)
        #expect(items.count { $0.kind == .prompt && $0.voice == .own } == 156)
        #expect(items.count { $0.kind == .reflection } == 52)
        #expect(items.count { $0.kind == .reading } == 12)
        #expect(items.allSatisfy { !$0.text.isEmpty })
    }

    /// Every text comes before any comes again.
    @Test func usesItsFewTextsUp() throws {
        let (plan, items) = try year()
        for voice in Voice.allCases {
            let size = plan.prompts.count { $0.voice == voice }
            let shown = items.filter { $0.kind == .prompt && $0.voice == voice }.compactMap(\.prompt)
            #expect(Set(shown).count == size)
            for start in 0...(shown.count - size) {
                try #require(Set(shown[start..<start + size]).count == size, "\(voice) from \(start)")
            }
        }
    }
}
