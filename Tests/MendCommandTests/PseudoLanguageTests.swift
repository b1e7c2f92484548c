import Foundation
import MendText
import Testing

/// Every sentence on the terminal comes from the catalogue. In the pseudo-language the catalogue puts each between brackets, and
/// so does the plan that is used here; the people have digits for names. No letter stands outside of brackets then but
/// those of data.
@Suite struct PseudoLanguageTests {
    private static let household = #"""
        {"type": "household", "version": 1, "id": "h", "zone": "UTC", "quiet": "21:00-07:00", "cap": 3, "shared": false}
        {"type": "contact", "name": "5", "number": "555-0134"}
        {"type": "person", "id": "p1", "name": "7", "relation": "child", "born": "2022-04-03", "closed": ["mon-fri 08:00-15:00"], "away": ["2026-03-01/2026-03-02"], "sleep": "19:30-06:30", "good": "17:30"}
        {"type": "person", "id": "p2", "name": "8", "relation": "partner"}
        {"type": "channel", "name": "1", "kind": "exec", "to": "true"}
        {"type": "rupture", "id": "r1", "with": "p1", "kind": "benign", "at": "2026-01-04T17:40:00Z", "recorded": "2026-01-04T17:50:00Z", "zone": "green"}
        {"type": "rupture", "id": "r2", "with": "p2", "kind": "limit-setting", "at": "2026-01-05T12:00:00Z", "recorded": "2026-01-05T12:00:00Z", "zone": "green"}

        """#

    struct Run: CustomTestStringConvertible {
        let arguments: [String]
        let status: Int32

        init(_ arguments: String..., status: Int32 = 0) {
            (self.arguments, self.status) = (arguments, status)
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    private static let results: [Run] = [
        Run("today"), Run("open"), Run("explain", "r1"), Run("explain", "r2"),
        Run("agenda", "--from", "today", "--to", "2026-01-25"), Run("plan", "show"),
        Run("rupture", "--with", "7", "--kind", "benign"), Run("checkin", "--zone", "red"),
        Run("attempt", "r1", "--outcome", "repaired"), Run("attempt", "r1", "--outcome", "partial"),
        Run("attempt", "r1", "--outcome", "declined"), Run("attempt", "r1", "--outcome", "not-ready"),
        Run("attempt", "r1", "--outcome", "let-go"), Run("calm"), Run("calm", "--all"),
        Run("calm", "--zone", "red", "--with", "7"), Run("guide"), Run("guide", "r1"), Run("household", "show"),
        Run("household", "edit", "--cap", "2"),
        Run("person", "list"), Run("person", "add", "9", "--relation", "friend"),
        Run("person", "edit", "7", "--good", "18:00"), Run("contact", "list"), Run("contact", "add", "6", "555"),
        Run("contact", "remove", "5"), Run("channel", "list"), Run("channel", "test", "1"),
        Run("channel", "add", "2", "--kind", "exec", "--to", "true"), Run("channel", "remove", "1"),
        Run("subscription", "add", "1"), Run("subscription", "list"), Run("export", "--out", "out"), Run("doctor"),
        Run("pause", "--until", "tomorrow"), Run("pause", "--with", "7", "--until", "tomorrow"), Run("resume"),
        Run("resume", "--with", "7"), Run("person", "end", "8"), Run("person", "begin", "8"), Run("explain"),
        Run("explain", "7"), Run("explain", "daily.2026-01-05"), Run("agenda"), Run("attempt", "--outcome", "partial"),
        Run("household", "edit", "--closed", "sat 10:00-12:00", "--away", "2026-03-01/2026-03-07", "--good", "20:00"),
        Run("log"), Run("log", "--grep", "1"), Run("undo"), Run("remove", "r1"), Run("edit", "r1", "--with", "8"),
        Run("forget", "--rupture", "r1", "--yes"), Run("forget", "--person", "8", "--yes"),
        Run("forget", "--everything", "--yes"),
    ]

    private static let faults: [Run] = [
        Run("open", "--now", "1", status: 65), Run("explain", "r9", status: 66), Run("guide", "r9", status: 66),
        Run("rupture", "--with", "6", "--kind", "benign", status: 65),
        Run("rupture", "--with", "7", "--kind", "benign", "--at", "23:00", status: 65),
        Run("attempt", "r9", "--outcome", "repaired", status: 66),
        Run("attempt", "r1", "--outcome", "again", status: 65),
        Run("agenda", "--from", "2026-01-10", "--to", "2026-01-05", status: 65),
        Run("agenda", "--from", "1", "--to", "2026-01-05", status: 65),
        Run("household", "edit", "--quiet", "1", status: 65), Run("household", "edit", "--cap", "0", status: 65),
        Run("household", "edit", "--zone", "1", status: 65), Run("household", "edit", "--country", "1", status: 65),
        Run("person", "add", "8", "--relation", "friend", status: 65),
        Run("person", "add", "9", "--relation", "child", status: 65),
        Run("person", "edit", "7", "--away", "1", status: 65), Run("contact", "remove", "1", status: 65),
        Run("channel", "add", "1", "--kind", "mail", status: 65), Run("channel", "test", "3", status: 66),
        Run("subscription", "revoke", "1", status: 65), Run("export", "--base-url", "1", status: 65),
        Run("export", "--out", "/dev/null/1", status: 73), Run("export", "--households", "/dev", status: 66),
        Run("due", "--via", "3", status: 66), Run("pause", "--until", "1", status: 65),
        Run("household", "edit", "--away", "2026-03-01/2026-03-07 every 0d", status: 65),
        Run("household", "edit", "--closed", "07:00-21:00", status: 65),
        Run("rupture", "--with", "7", "--kind", "benign", "--frightened", "me", status: 65),
        Run("edit", "r1", status: 65), Run("edit", "r1", "--outcome", "partial", status: 65),
        Run("edit", "r9", "--note", "1", status: 66), Run("remove", "r9", status: 66),
        Run("attempt", "6", "--outcome", "repaired", status: 66), Run("guide", "6", status: 66),
    ]

    @Test(arguments: results + faults) func everySentenceComesFromTheCatalogue(_ run: Run) throws {
        try withFamily { mend, plan in
            let outcome = try mend.start(run.arguments + plan, now: Self.now, environment: Self.language).wait()
            #expect(outcome.status == run.status, "\(outcome.err)")
            let said = outcome.out + outcome.err
            #expect(said.contains("⟦"), "\(said)")
            #expect(Self.stray(said, in: mend) == [], "\(said)")
        }
    }

    @Test(arguments: [
        Run("today", status: 66), Run("due", status: 66), Run("load", "/1", status: 65), Run("load", "-", status: 65),
        Run("restore", "1.sqlite", status: 66), Run("init", "--zone", "1", status: 65), Run("init", "--zone", "UTC"),
    ])
    func everySentenceComesFromTheCatalogueWhereThereIsNoHousehold(_ run: Run) throws {
        try Program.test { mend in
            let outcome = try mend.start(run.arguments, environment: Self.language).wait()
            #expect(outcome.status == run.status, "\(outcome.err)")
            let said = outcome.out + outcome.err
            #expect(said.contains("⟦"), "\(said)")
            #expect(Self.stray(said, in: mend) == [], "\(said)")
        }
    }

    /// What is printed when something is due is what a mail would say.
    @Test func everySentenceOfAReminderComesFromTheCatalogue() throws {
        try withFamily { mend, plan in
            _ = try mend.start(["due"] + plan, now: "2026-01-05T06:00:00Z", environment: Self.language).wait()
            let outcome = try mend.start(["due"] + plan, now: Self.now, environment: Self.language).wait()
            #expect(outcome.status == 0 && outcome.out.contains("⟦"))
            #expect(Self.stray(outcome.out + outcome.err, in: mend) == [], "\(outcome.out)")
        }
    }

    @Test func everySentenceOfCronComesFromTheCatalogue() throws {
        try withFamily { mend, plan in
            let outcome = try mend.start(["cron"] + plan, now: Self.now, environment: Self.language).wait()
            #expect(outcome.status == 0 && outcome.out.contains("Description=⟦"))
            // The lines and the units are for other programs, and the marks in them are the same in every language.
            let said = outcome.out.split(separator: "\n").filter {
                !$0.hasPrefix("#") && !$0.hasPrefix("[") && !$0.hasPrefix("*/15 ")
                    && $0.prefixMatch(of: /[A-Z][A-Za-z]+=/) == nil
            }
            #expect(said.count == 3)
            #expect(Self.stray(said.joined(separator: "\n"), in: mend) == [], "\(said)")
        }
    }

    @Test(arguments: Verb.allCases) func everySentenceOfHelpComesFromTheCatalogue(_ verb: Verb) throws {
        try Program.test { mend in
            let words = verb == .mend ? [] : verb.rawValue.split(separator: " ").map(String.init)
            let outcome = try mend.start(words + ["--help"], environment: Self.language).wait()
            #expect(outcome.status == 0 && outcome.err == "")
            var rest = Self.outsideOfBrackets(outcome.out)
            // The argument parser's own: what it calls the parts of help, the line of all options, defaults and choices.
            rest = rest.replacing(/USAGE: [^\n]*/, with: "")
            rest = rest.replacing(/\((?:default|values)[^)]*\)/, with: "")
            rest = rest.replacing(/--?[a-z][a-z-]*|<[^>]*>/, with: "")
            for own in ["Show the version.", "Show help information.", "for detailed help."] {
                rest = rest.replacing(own, with: "")
            }
            let known = Set(["OVERVIEW:", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "See", "'mend", "help"])
                .union(Verb.allCases.flatMap { $0.rawValue.split(separator: " ").map(String.init) })
                .union(Verb.allCases.flatMap { $0.rawValue.split(separator: " ").map { "'\($0)" } })
            let stray = rest.split(whereSeparator: \.isWhitespace).map(String.init)
                .filter { $0.contains(where: \.isLetter) && !known.contains($0) }
            #expect(stray == [], "\(outcome.out)")
        }
    }

    @Test(arguments: [
        ["forget"], ["forget", "--everything"], ["cron", "--install", "--remove"], ["cron", "--every", "7"],
        ["ruptrue"], ["export", "--out", ""], ["export", "--weeks-back", "999"], ["export", "--jobs", "2"],
    ])
    func faultsOfTheCommandLineComeFromTheCatalogue(_ arguments: [String]) throws {
        try Program.test { mend in
            let outcome = try mend.start(arguments, environment: Self.language).wait()
            #expect(outcome.status == 64)
            #expect(outcome.err.hasPrefix("Error: ⟦"), "\(outcome.err)")
        }
    }

    /// Somebody who asks for a language that mend does not have gets what the household has.
    @Test func anUnknownLanguageIsNone() throws {
        try Program.test(loaded: Self.household) { mend in
            let outcome = try mend("person", "list", now: Self.now, environment: ["MEND_LANGUAGE": "tlh"])
            #expect(outcome.out.hasPrefix("7  child, born 2022-04-03 (preschool)\n"))
        }
    }

    // MARK: Helpers

    private static let language = ["MEND_LANGUAGE": "en-XA"]
    private static let now = "2026-01-05T18:00:00Z"

    private func withFamily(_ body: (Program, _ plan: [String]) throws -> Void) throws {
        try Program.test(loaded: Self.household) { mend in
            let folder = "\(mend.folder)/plan"
            try BracketedPlan.write(to: folder)
            try body(mend, ["--plan", folder])
        }
    }

    /// Words outside of brackets that hold a letter and are no data: no id, time, address, path or name of the program.
    private static func stray(_ text: String, in mend: Program) -> [String] {
        var rest = outsideOfBrackets(text).replacing(mend.folder, with: "")
        rest = rest.replacing(/(?:https?|webcal):\/\/\S+/, with: "")
        rest = rest.replacing(/\d{4}-\d\d-\d\dT[0-9:+-]+Z?/, with: "")
        rest = rest.replacing(/\b[rtc]\d+\b/, with: "")
        rest = rest.replacing(/(?m)^mend:/, with: "")
        return rest.split(whereSeparator: \.isWhitespace).map(String.init).filter { $0.contains(where: \.isLetter) }
    }

    /// A text in a phrase has its own brackets within the phrase's.
    private static func outsideOfBrackets(_ text: String) -> String {
        var depth = 0
        var outside = ""
        for character in text {
            switch character {
            case "⟦": depth += 1
            case "⟧": depth -= 1
            default: if depth == 0 { outside.append(character) }
            }
        }
        return depth == 0 ? outside : "unbalanced brackets"
    }
}
