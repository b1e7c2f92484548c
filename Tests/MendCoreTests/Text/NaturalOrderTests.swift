import Testing

@testable import MendCore

/// Ids count as people do.
@Suite struct NaturalOrderTests {
    @Test func nineComesBeforeTen() throws {
        let at = Instant(seconds: 1_767_650_400)
        let ids = ["r10", "r2", "krach", "r9", "r1", "r100"]
        let ruptures = ids.map { Rupture(id: $0, with: "ada", kind: .benign, at: at) }
        #expect(
            ruptures.sorted(by: NaturalOrder.precedes).map(\.id) == ["krach", "r1", "r2", "r9", "r10", "r100"])
    }

    @Test func timeGoesBeforeIds() {
        let late = Rupture(id: "r1", with: "ada", kind: .benign, at: Instant(seconds: 1_767_650_401))
        let early = Rupture(id: "r2", with: "ada", kind: .benign, at: Instant(seconds: 1_767_650_400))
        #expect(NaturalOrder.precedes(early, late) && !NaturalOrder.precedes(late, early))
    }

    @Test func takesAnyText() {
        let isBefore = NaturalOrder.key("99999999999999999999") < NaturalOrder.key("a")
        #expect(isBefore)
        #expect(NaturalOrder.key("").1 == 0 && NaturalOrder.key("a\u{301}7").1 == 7)
    }
}
