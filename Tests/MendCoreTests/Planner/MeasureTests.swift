import Testing
@testable import MendCore
@Suite struct MeasureTests {
    @Test func measure() throws {
        for (own, person, pinned) in [(366, false, false), (366, true, false), (366, true, true), (366, false, true), (732, false, false), (400, false, true), (300, true, false)] {
            func story(_ extra: Bool) throws -> Story {
                let s = try Story { plan in
                    plan.addOwnPrompts(own, themes: (1...12).map { "t\($0)" })
                    for band in AgeBand.allCases { plan.addTogetherPrompts(160, band, themes: (1...8).map { "t\($0)" }) }
                    if extra { plan.prompts.append(.made("own.new", theme: "t3", voice: .own)) }
                }
                return person ? try s.person("ada", .schoolAge) : s
            }
            func items(_ s: Story, _ a: String, _ b: String) throws -> [Item] {
                try s.builder(now: "2026-01-05 08:00").agenda(from: .written(a), through: .written(b)).items
            }
            let base = try story(false)
            var edited = try story(true)
            if pinned {
                var h = edited.history
                h.published = try items(base, "2024-01-01", "2026-01-05").map { Published(item: $0.id, prompt: $0.prompt, start: $0.start, sequence: 0, modified: $0.start) }
                edited = Story(plan: edited.plan, history: h)
            }
            let x = try items(base, "2026-01-06", "2027-01-05"), y = try items(edited, "2026-01-06", "2027-01-05")
            print("MEASURE", own, person, pinned, zip(x, y).filter { $0.prompt != $1.prompt }.count, "of", x.count, "new shown:", y.contains { $0.prompt == "own.new" })
        }
    }
}
