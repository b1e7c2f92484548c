import Testing

/// Help that a tired person can use.
@Suite struct HelpTests {
    @Test(arguments: [
        "init", "household show", "household edit", "contact add", "contact list", "contact remove", "person add",
        "person list",
        "person edit", "person end", "person begin", "pause", "resume", "undo", "edit", "remove", "log", "rupture",
        "attempt", "checkin", "calm", "open",
        "guide", "today", "agenda", "explain", "due",
        "export", "dump",
        "load", "plan check", "plan show", "demo", "serve", "subscription add", "subscription list",
        "subscription revoke",
    ])
    func everyVerbShowsAnExample(_ verb: String) throws {
        try Program.test { mend throws in
            let words = verb.split(separator: " ").map(String.init)
            let outcome = try mend.start(words + ["--help"]).wait()
            #expect(outcome.status == 0)
            #expect(outcome.err == "")
            let example = try #require(outcome.out.split(separator: "EXAMPLE").dropFirst().first)
            #expect(example.contains("  mend \(verb)") || example.contains("; mend \(verb)"), "\(outcome.out)")
            // The line of all options is the parser's own, and one.
            #expect(outcome.out.split(separator: "\n").filter { $0.count > 80 && !$0.hasPrefix("USAGE: ") } == [])
        }
    }

    @Test func helpNamesEveryVerb() throws {
        try Program.test { mend throws in
            let help = try mend("--help")
            #expect(help.status == 0)
            for verb in [
                "init", "household", "contact", "person", "rupture", "attempt", "checkin", "calm", "open", "guide",
                "pause", "resume", "undo", "edit", "remove", "log", "today", "agenda",
                "explain", "due", "export", "dump", "load", "plan", "demo", "serve", "subscription",
            ] {
                #expect(help.out.contains("\n  \(verb) "), "\(verb)")
            }
            #expect(try mend().out == help.out)
        }
    }

    @Test func theVersionIsThatOfAnInstalledProgram() throws {
        try Program.test { mend throws in
            let outcome = try mend("--version")
            #expect(outcome.status == 0)
            #expect(outcome.out.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        }
    }
}
