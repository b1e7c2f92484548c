import Testing

/// A person is meant by name, in any case, or by a beginning of it; an id is only what a program passes.
@Suite struct WhoIsMeantTests {
    private func withPeople(_ names: String..., body: (Program) throws -> Void) throws {
        try Program.test(loaded: Families.empty) { mend throws in
            for name in names { #expect(try mend("person", "add", name, "--relation", "friend").status == 0) }
            try body(mend)
        }
    }

    @Test func aBeginningIsEnoughUnlessItFitsTwo() throws {
        try withPeople("Anna", "Anton", "Νίκος") { mend throws in
            #expect(try mend("rupture", "--with", "ANT", "--kind", "benign").status == 0)
            #expect(try mend("rupture", "--with", "ΝΊΚΟΣ", "--kind", "benign").status == 0)
            let before = try mend.dump()
            #expect(before.contains(#""id": "r1", "with": "anton""#))
            #expect(before.contains(#""id": "r2", "with": "p1""#))
            for arguments in [
                ["rupture", "--with", "an", "--kind", "benign"], ["forget", "--person", "an", "--yes"],
                ["guide", "an"],
                ["explain", "an"], ["attempt", "an", "--outcome", "repaired"], ["person", "end", "an"],
                ["log", "--with", "an"],
            ] {
                let outcome = try mend.start(arguments).wait()
                #expect(outcome.status == 65, "\(arguments)")
                #expect(outcome.err == "mend: that fits Anna and Anton; write more of the name\n", "\(arguments)")
            }
            #expect(try mend.dump() == before)
        }
    }

    /// The button of Ada Lou led to Ada: the id of the one is the name of the other.
    @Test func anIDIsNoName() throws {
        try withPeople("Kim", "Robin") { mend throws in
            #expect(try mend("person", "edit", "Kim", "--rename", "Robin Lou").status == 0)
            #expect(try mend("person", "edit", "Robin", "--rename", "Kim").status == 0)
            #expect(try mend("pause", "--with", "kim", "--until", "tomorrow").status == 0)
            #expect(try mend("pause", "--id", "kim", "--until", "tomorrow").status == 0)
            let holds = try mend.dump().split(separator: "\n").filter { $0.contains(#""type": "hold""#) }
            #expect(holds.map { $0.contains(#""with": "robin""#) } == [true, false])
            #expect(try mend("person", "end", "--id", "robin").out.contains("Kim"))
            #expect(try mend("person", "end").status == 64)
            #expect(try mend("person", "end", "Kim", "--id", "kim").status == 64)
        }
    }

    @Test(arguments: ["kim", "Kim ", "Kim\u{200B}", "K\u{200D}im", "\u{2800}"])
    func namesThatCannotBeToldApartAreRefused(_ name: String) throws {
        try withPeople("Kim") { mend throws in
            let before = try mend.dump()
            #expect(try mend("person", "add", name, "--relation", "friend").status == 65)
            #expect(try mend.dump() == before)
            let line = #"{"type": "person", "id": "x", "name": "\#(name)", "relation": "friend"}"#
            let file = try mend.write(before + line + "\n", to: "family.jsonl")
            let outcome = try mend("load", file, "--data", "new")
            #expect(outcome.status == 65)
            #expect(outcome.err.contains("family.jsonl:3"), "\(outcome.err)")
        }
    }
}
