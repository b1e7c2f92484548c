import Testing

@testable import MendCore

@Suite struct IDIndexTests {
    @Test func findsEachByItsID() {
        let ids =
            (0..<5_000).map { "r\($0)" } + (0..<5_000).map { "a-much-longer-id-of-a-rupture-\($0)" } + [
                "R1", "r_1", "é",
            ]
        let index = IDIndex(ids)
        #expect(ids.map(index.position) == Array(ids.indices))
    }

    @Test func findsNothingElse() {
        let index = IDIndex((0..<5_000).map { "r\($0)" })
        for id in ["", "r", "r5000", "R1", "r01", "r1 "] { #expect(index.position(of: id) == nil) }
        #expect(IDIndex([]).position(of: "r1") == nil)
    }

    @Test func givesAnIDToTheFirst() {
        #expect(IDIndex(["r2", "r1", "r1"]).position(of: "r1") == 1)
    }
}
