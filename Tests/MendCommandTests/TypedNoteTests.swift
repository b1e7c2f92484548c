import Testing

/// A note that is not for the list of processes comes on standard input.
@Suite struct TypedNoteTests {
    private static let rupture = ["rupture", "--with", "Sam", "--kind", "benign", "--note"]

    @Test(arguments: [
        ("I was hungry.\n", #""note": "I was hungry.""#), ("Hungry.\n\nShort.\n", #""note": "Hungry.\n\nShort.""#),
        ("no end", #""note": "no end""#), ("-", #""note": "-""#),
    ])
    func isReadToItsEnd(_ input: String, _ note: String) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend.start(Self.rupture + ["-"], input: input).wait().status == 0)
            let attempt = try mend("attempt", "r1", "--outcome", "declined", "--note", "-", input: input)
            #expect(attempt.status == 0)
            let lines = try mend.dump().split(separator: "\n").filter { $0.hasSuffix(note + "}") }
            #expect(lines.count == 2)
        }
    }

    @Test func isNoneWhereNothingIsTyped() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend.start(Self.rupture + ["-"], input: "\n").wait().status == 0)
            let line = try #require(try mend.dump().split(separator: "\n").first { $0.contains(#""id": "r3""#) })
            #expect(!line.contains("note"))
        }
    }

    @Test(arguments: [(0x61, 8_000_001), (0xFF, 3)] as [(UInt8, Int)])
    func isRefusedRatherThanCut(_ byte: UInt8, _ count: Int) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let run = try mend.start(Self.rupture + ["-"], inputBytes: Array(repeating: byte, count: count))
            #expect(try run.wait().status == 65)
            #expect(try mend.dump() == Families.usual)
        }
    }
}
