import Testing

@testable import MendCore

@Suite struct RuptureIndexTests {
    private func ruptures(_ ids: [String]) -> [Rupture] {
        ids.map { Rupture(id: $0, with: "ada", kind: .benign, at: Instant(seconds: 0)) }
    }

    @Test func findsEachByItsID() {
        let ids =
            (0..<5_000).map { "r\($0)" } + (0..<5_000).map { "a-much-longer-id-of-a-rupture-\($0)" } + [
                "R1", "r_1", "é",
            ]
        let index = RuptureIndex(ruptures(ids))
        #expect(ids.map(index.number) == Array(ids.indices))
    }

    @Test func findsNothingElse() {
        let index = RuptureIndex(ruptures((0..<5_000).map { "r\($0)" }))
        for id in ["", "r", "r5000", "R1", "r01", "r1 "] { #expect(index.number(of: id) == nil) }
        #expect(RuptureIndex([]).number(of: "r1") == nil)
    }

    @Test func givesAnIDToTheFirst() {
        #expect(RuptureIndex(ruptures(["r2", "r1", "r1"])).number(of: "r1") == 1)
    }
}
