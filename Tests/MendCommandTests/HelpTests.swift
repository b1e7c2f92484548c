import MendText
import Testing

/// Help that a tired person can use.
@Suite struct HelpTests {
    /// Those that do something: no groups of others.
    private static let verbs = Verb.allCases.map(\.rawValue).filter { verb in
        verb != "mend" && !Verb.allCases.contains { $0.rawValue.hasPrefix(verb + " ") }
    }

    @Test(arguments: verbs)
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
            // `manual` is for `make install`.
            for verb in Verb.allCases where verb != .mend && verb != .manual && !verb.rawValue.contains(" ") {
                #expect(help.out.contains("\n  \(verb.rawValue) "), "\(verb)")
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
