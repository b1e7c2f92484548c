import Testing

@testable import MendCore

/// What is chosen by these values must be the same in every year, so they are written out.
@Suite struct StableHashTests {
    @Test(
        arguments: [
            (["mend"], "2448d31ab7eed0f6"), (["ab", "c"], "2f98a392c69befec"), (["a", "bc"], "c759ca85f43aa8c1"),
            ([""], "1df27c8adb0f2d1"), ([], "c3817c016ba4ff30"), (["é"], "975d7cf566bf5842"),
        ] as [([String], String)])
    func isTheSameForEver(_ parts: [String], expected: String) {
        var hash = StableHash()
        for part in parts { hash.add(part) }
        #expect(String(hash.value, radix: 16) == expected)
    }

    @Test func tellsPartsApart() {
        #expect(StableHash("ab", "c").value != StableHash("a", "bc").value)
        #expect(StableHash("a").value != StableHash("a", "").value)
    }

    @Test func takesANumber() {
        let hash = StableHash("mend")
        #expect(String(hash.value(with: 20_458), radix: 16) == "c951fe93893ead5d")
        #expect(hash.value(with: 1) != hash.value(with: -1))
        #expect(hash.value(with: 0) != hash.value)
    }

    /// A thousand names fall into ten places about evenly.
    @Test func spreadsEvenly() {
        var counts = Array(repeating: 0, count: 10)
        for number in 0..<1000 { counts[StableHash("item \(number)").index(of: 10)] += 1 }
        #expect(counts.allSatisfy { (70...130).contains($0) }, "\(counts)")
    }

    @Test func findsTheOnlyPlace() {
        #expect(StableHash("anything").index(of: 1) == 0)
    }
}
