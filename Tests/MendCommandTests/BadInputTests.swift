import Foundation
import Testing

/// Bad input: a status and a message as the contract says, and nothing changed.
@Suite struct BadInputTests {
    struct Bad: CustomTestStringConvertible {
        let arguments: [String]
        let status: Int32
        let says: String

        init(_ arguments: String..., status: Int32, says: String) {
            (self.arguments, self.status, self.says) = (arguments, status, says)
        }

        var testDescription: String {
            arguments.map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }.joined(separator: " ")
        }
    }

    private static let long = String(repeating: "Zwetschge ", count: 1000)

    /// The command line is wrong.
    private static let usage: [Bad] = [
        Bad("frobnicate", status: 64, says: "'frobnicate' is no verb; 'mend --help' shows all."),
        Bad("ruptrue", status: 64, says: "did you mean 'mend rupture'?"),
        Bad("person", "ad", "Kit", status: 64, says: "did you mean 'mend person add'?"),
        Bad("person", "frobnicate", status: 64, says: "'mend person --help' shows all."),
        Bad("household", "edt", status: 64, says: "did you mean 'mend household edit'?"),
        Bad("agenda", "--form", "today", status: 64, says: "Did you mean '--from'?"),
        Bad("rupture", status: 64, says: "--with and --kind are missing. For example: mend rupture Ada limit-setting"),
        Bad("rupture", "Ada", status: 64, says: "--kind is missing."),
        Bad("rupture", "toxic", status: 64, says: "--with is missing."),
        Bad("rupture", "Ada", "limit-seting", status: 64, says: "Did you mean 'limit-setting'?"),
        Bad("rupture", "Ada", "benign", "--with", "Sam", status: 64, says: "Somebody is named twice"),
        Bad("attempt", "Ada", status: 64, says: "--outcome is missing."),
        Bad("attempt", "repared", status: 64, says: "Did you mean 'repaired'?"),
        Bad("checkin", "yelow", status: 64, says: "Did you mean 'yellow'?"),
        Bad("person", "edit", "Ada", status: 64, says: "Nothing was given to change; 'mend person edit --help'"),
        Bad("household", "edit", status: 64, says: "Nothing was given to change; 'mend household edit --help'"),
        Bad("today", "--frobnicate", status: 64, says: "Unknown option '--frobnicate'"),
        Bad("--data", "x", "today", status: 64, says: "Unknown option '--data'"),
        Bad("rupture", "--kind", "toxic", status: 64, says: "--with"),
        Bad("rupture", "--with", "Ada", status: 64, says: "--kind"),
        Bad(
            "rupture", "--with", "Ada", "--kind", "bad", status: 64,
            says: "'benign', 'oscillating', 'limit-setting' or 'toxic'"),
        Bad(
            "rupture", "--with", "Ada", "--kind", "toxic", "--zone", "blue", status: 64,
            says: "'green', 'yellow' or 'red'"),
        Bad("rupture", "--with", "Ada", "--kind", "toxic", "--at", "-20m ago", status: 64, says: "--at"),
        Bad("attempt", "r1", status: 64, says: "--outcome"),
        Bad("attempt", "r1", "--outcome", "fine", status: 64, says: "not-ready"),
        Bad(
            "attempt", "r1", "--outcome", "partial", "--roadblock", "fear", status: 64,
            says: "'childhood', 'shame', 'guilt' or 'moving-on'"),
        Bad("checkin", status: 64, says: "--zone"),
        Bad("agenda", "--from", "today", "--to", "today", "--format", "xml", status: 64, says: "'text' and 'json'"),
        Bad("due", "--format", "xml", status: 64, says: "'text', 'json' or 'html'"),
        Bad("person", "add", "Kit", status: 64, says: "--relation"),
        Bad("person", "add", "Kit", "--relation", "dog", status: 64, says: "'child', 'partner' or 'friend'"),
        Bad("contact", "add", "Kit", status: 64, says: "<number>"),
        Bad("export", "--open", "--discreet", status: 64, says: "--discreet"),
        Bad("export", "--weeks-back", "-1", status: 64, says: "--weeks-back"),
        Bad("export", "--days-ahead", "10000000000", status: 64, says: "--days-ahead"),
        Bad("init", "--quiet", "21:00-07:00", status: 64, says: "--zone"),
        Bad("init", "--zone", "UTC", "--shared", "maybe", status: 64, says: "'yes' and 'no'"),
        Bad("load", status: 64, says: "<file>"),
        Bad("pause", status: 64, says: "--until"),
        Bad("person", "end", status: 64, says: "<name>"),
        Bad(
            "rupture", "--with", "Ada", "--kind", "toxic", "--frightened", "nobody", status: 64,
            says: "'me', 'them' or 'somebody-else'"),
    ]

    /// The input is wrong.
    private static let people: [Bad] = [
        Bad(
            "person", "add", "Kit", "--relation", "child", status: 65,
            says: "a child needs a birth date; give it like 2022-04-03"),
        Bad(
            "person", "add", "Kit", "--relation", "child", "--born", "2026-01-06", status: 65,
            says: "2026-01-06 is still to come"),
        Bad(
            "person", "add", "Kit", "--relation", "friend", "--born", "1905-01-05", status: 65,
            says: "older than 120 years"),
        Bad(
            "person", "add", "Kit", "--relation", "child", "--born", "2022-02-30", status: 65,
            says: "write it like 2022-04-03"),
        Bad(
            "person", "add", "Kit", "--relation", "child", "--born", "3 April 2022", status: 65,
            says: "write it like 2022-04-03"),
        Bad("person", "add", "ADA", "--relation", "friend", status: 65, says: "somebody of that name is here already"),
        Bad("person", "add", "", "--relation", "friend", status: 65, says: "a name must not be empty"),
        Bad("person", "add", " \u{A0}", "--relation", "friend", status: 65, says: "a name must not be empty"),
        Bad("person", "add", long, "--relation", "friend", status: 65, says: "a name may have at most 80 characters"),
        Bad("person", "add", "Zwetschge\u{7}", "--relation", "friend", status: 65, says: "control character"),
        Bad("person", "add", "Zwet\nschge", "--relation", "friend", status: 65, says: "control character"),
        Bad("person", "add", "\u{1B}]0;Zwetschge", "--relation", "friend", status: 65, says: "control character"),
        Bad("person", "add", "Zwetschge\u{9B}2J", "--relation", "friend", status: 65, says: "control character"),
        Bad(
            "person", "add", "\u{202E}Zwetschge", "--relation", "friend", status: 65,
            says: "turns the direction of text"),
        Bad(
            "person", "add", "\u{2067}Zwetschge", "--relation", "friend", status: 65,
            says: "turns the direction of text"),
        Bad("person", "edit", "Ada", "--rename", "\u{202E}Zwetschge", status: 65, says: "turns the direction of text"),
        Bad("person", "edit", "Ada", "--born", "2030-01-01", status: 65, says: "still to come"),
        Bad("person", "edit", "Ada", "--rename", "SAM", status: 65, says: "somebody of that name is here already"),
        // There is a rupture with her on the fourth.
        Bad("person", "edit", "Ada", "--born", "2026-01-05", status: 65, says: "before the person was born"),
        Bad("person", "edit", "Zwetschge", "--good", "17:00", status: 65, says: "nobody here goes by that name"),
        Bad(
            "person", "add", "Kit", "--relation", "friend", "--closed", "mon-fri 08:00", status: 65,
            says: "'mon-fri 08:00-15:00'"),
        Bad(
            "person", "add", "Kit", "--relation", "friend", "--away", "2026-01-17/2026-01-10", status: 65,
            says: "the first not after the last"),
        Bad("person", "add", "Kit", "--relation", "friend", "--good", "25:61", status: 65, says: "17:30"),
        Bad("person", "edit", "Ada", "--closed", "daily 06:00-22:00", status: 65, says: "leave no hour of the week"),
        Bad("person", "edit", "Ada", "--sleep", "06:00-22:00", status: 65, says: "leave no hour of the week"),
        Bad(
            "person", "edit", "Ada", "--away", "2026-01-10/2026-01-17 every 0d", status: 65,
            says: "--away: days away come again after 1 to 366 days; write them like '2026-01-10/2026-01-17 every 14d'"),
        Bad(
            "person", "edit", "Ada", "--away", "2026-03-01/2026-03-07 every 7d until 2026-12-31", status: 65,
            says: "--away: a stay of 7 days comes again after 8 days at the earliest; write every 8d or more"),
        Bad(
            "household", "edit", "--away", "2026-03-01/2026-03-07 every 5d", status: 65,
            says: "--away: a stay of 7 days comes again after 8 days at the earliest; write every 8d or more"),
        Bad(
            "person", "edit", "Ada", "--away", "2026-01-10/2026-01-17 every fortnight", status: 65,
            says: "'2026-01-10/2026-01-17 every 14d until 2027-06-30'"),
        Bad("person", "edit", "Ada", "--good", "24:00", status: 65, says: "17:30"),
        Bad("person", "end", "Zwetschge", status: 65, says: "nobody here goes by that name"),
        Bad("person", "begin", "Zwetschge", status: 65, says: "nobody here goes by that name"),
        Bad("contact", "add", "", "1", status: 65, says: "a contact's name must not be empty"),
        Bad("contact", "add", "Zwetschge\u{1B}", "1", status: 65, says: "control character"),
        Bad("contact", "add", "Mo", long, status: 65, says: "a contact's number may have at most 80 characters"),
        Bad("contact", "add", "Mo", "1", "--for", "\u{202D}Zwetschge", status: 65, says: "turns the direction of text"),
    ]

    private static let records: [Bad] = [
        Bad(
            "rupture", "--with", "Zwetschge", "--kind", "toxic", status: 65,
            says: "`mend person list` shows who is there"),
        Bad("rupture", "--with", "Ada", "--kind", "toxic", "--at", "25:61", status: 65, says: "'yesterday 17:40'"),
        Bad(
            "rupture", "--with", "Ada", "--kind", "toxic", "--at", "2026-01-05T17:40:00", status: 65,
            says: "'2026-01-05 17:40'"),
        Bad("rupture", "--with", "Ada", "--kind", "toxic", "--at", "Zwetschge", status: 65, says: "'20m ago'"),
        Bad("rupture", "--with", "Ada", "--kind", "toxic", "--at", "18:01", status: 65, says: "still to come"),
        Bad(
            "rupture", "--with", "Ada", "--kind", "toxic", "--at", "99999999999999999999d ago", status: 65,
            says: "'20m ago'"),
        Bad(
            "rupture", "--with", "Ada", "--kind", "toxic", "--at", "9223372036854775807d ago", status: 65,
            says: "'20m ago'"),
        Bad(
            "rupture", "--with", "Ada", "--kind", "toxic", "--at", "2022-04-02 12:00", status: 65,
            says: "before the person was born"),
        Bad(
            "rupture", "--with", "Ada", "--kind", "toxic", "--excited-about", long, status: 65,
            says: "at most 1000 characters"),
        Bad(
            "attempt", "r1", "--outcome", "repaired", "--at", "2026-01-04 17:00", status: 65,
            says: "the attempt lies before rupture r1"),
        Bad("attempt", "r1", "--outcome", "repaired", "--at", "25:61", status: 65, says: "'20m ago'"),
        Bad(
            "attempt", "r9", "--outcome", "repaired", status: 66,
            says: "there is no rupture r9; `mend open` shows the open ones"),
        Bad("checkin", "--zone", "red", "--with", "Zwetschge", status: 65, says: "nobody here goes by that name"),
        Bad("checkin", "--zone", "red", "--at", "23:00", status: 65, says: "still to come"),
        Bad("calm", "--with", "Zwetschge", status: 65, says: "nobody here goes by that name"),
        Bad("guide", "r9", status: 66, says: "there is no rupture r9"),
        Bad("explain", "r9.calm", status: 66, says: "there is no item of that id"),
        Bad("explain", "\u{1B}[31mZwetschge", status: 66, says: "there is no item of that id"),
        Bad(
            "agenda", "--from", "2026-01-10", "--to", "2026-01-05", status: 65, says: "the last day is before the first"
        ),
        Bad("agenda", "--from", "2026-01-32", "--to", "today", status: 65, says: "write it like 2026-01-05"),
        Bad("agenda", "--from", "1900-01-01", "--to", "2199-12-31", status: 65, says: "more than ten years"),
        Bad(
            "household", "edit", "--zone", "Mars/Olympus", status: 65,
            says: "give one like America/New_York or Europe/London"),
        Bad("household", "edit", "--zone", "../../../etc/localtime", status: 65, says: "there is no such time zone"),
        Bad("household", "edit", "--quiet", "21:00", status: 65, says: "21:00-07:00"),
        Bad("household", "edit", "--quiet", "07:00-06:30", status: 65, says: "quiet hours leave no hour of the day"),
        // The hour that is left is one of Ada's sleep.
        Bad("household", "edit", "--quiet", "07:00-06:00", status: 65, says: "leave no hour of the week"),
        Bad(
            "household", "edit", "--closed", "daily 07:00-21:00", status: 65,
            says: "your own closed times and the quiet hours together leave no hour of the week"),
        Bad("household", "edit", "--closed", "mon 25:00-26:00", status: 65, says: "'mon-fri 08:00-15:00'"),
        Bad(
            "household", "edit", "--away", "2026-01-10/2026-01-17 every 400d", status: 65,
            says: "days away come again after 1 to 366 days"),
        Bad("household", "edit", "--good", "25:00", status: 65, says: "17:30"),
        Bad("pause", "--until", "yesterday", status: 65, says: "--until: that is over already"),
        Bad("pause", "--until", "17:59", status: 65, says: "--until: that is over already"),
        Bad("pause", "--until", "Zwetschge", status: 65, says: "'monday 08:00'"),
        Bad("pause", "--until", "05/01/2027", status: 65, says: "that may be 2027-01-05 or 2027-05-01"),
        Bad("pause", "--with", "Zwetschge", "--until", "tomorrow", status: 65, says: "nobody here goes by that name"),
        Bad("resume", "--with", "Zwetschge", status: 65, says: "nobody here goes by that name"),
        Bad(
            "rupture", "--with", "Ada", "--kind", "benign", "--frightened", "me", status: 65,
            says: "--frightened: only a frightening moment has somebody who frightened"),
        Bad("attempt", "Zwetschge", "--outcome", "repaired", status: 66, says: "neither a rupture nor the name"),
        Bad("guide", "Zwetschge", status: 66, says: "neither a rupture nor the name"),
        Bad("household", "edit", "--cap", "0", status: 65, says: "give one from 1 to 24"),
        Bad("household", "edit", "--country", "USA", status: 65, says: "lines are known for"),
        Bad("export", "--base-url", "javascript:alert(1)", status: 65, says: "--base-url"),
        Bad("open", "--now", "yesterday", status: 65, says: "--now"),
        Bad("open", "--now", "2026-01-05T18:00:00", status: 65, says: "--now"),
    ]

    private static let places: [Bad] = [
        Bad("init", "--zone", "UTC", status: 73, says: "there is a household already; choose another --data directory"),
        Bad("load", ".", status: 65, says: ".: cannot be read"),
        Bad("load", "/nowhere.jsonl", status: 65, says: "/nowhere.jsonl: cannot be read"),
        Bad("export", "--out", "/proc/mend-export", status: 73, says: "/proc/mend-export"),
        Bad("export", "--out", "/dev/null/x", status: 73, says: "/dev/null/x"),
        Bad("plan", "check", "/nowhere", status: 65, says: "/nowhere: there is no such directory"),
        Bad("plan", "check", "/dev/null", status: 65, says: "/dev/null: is not a directory"),
        Bad("today", "--plan", "/nowhere", status: 65, says: "/nowhere: there is no such directory"),
        Bad(
            "rupture", "--with", "Ada", "--kind", "toxic", "--plan", "/nowhere", status: 65,
            says: "/nowhere: there is no such directory"),
    ]

    @Test(arguments: usage + people + records + places)
    func isRefusedWithItsStatusAndNothingIsChanged(_ bad: Bad) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let before = try files(below: mend.data)
            let outcome = try mend.start(bad.arguments).wait()
            #expect(outcome.status == bad.status)
            #expect(outcome.out == "")
            #expect(outcome.err.contains(bad.says), "\(outcome.err)")
            #expect(outcome.err.hasPrefix(bad.status == 64 ? "Error: " : "mend: "), "\(outcome.err)")
            #expect(!outcome.err.contains("\u{1B}"))
            #expect(!outcome.err.contains("Zwetschge"), "\(outcome.err)")
            #expect(try files(below: mend.data) == before)
        }
    }

    @Test(arguments: [
        Bad("init", "--zone", "Mars/Olympus", status: 65, says: "there is no such time zone"),
        Bad("init", "--zone", "", status: 65, says: "there is no such time zone"),
        Bad("init", "--zone", "america/new york", status: 65, says: "did you mean America/New_York?"),
        Bad("init", "--zone", "Berlin", status: 65, says: "did you mean Europe/Berlin?"),
        Bad("init", "--zone", "EST", status: 65, says: "such as America/New_York; to have it all the same, add --fixed"),
        Bad("init", "--zone", "Etc/GMT+5", status: 65, says: "knows no summer time"),
        Bad("init", "--zone", "localtime", status: 65, says: "there is no such time zone"),
        Bad("init", "--zone", "UTC", "--quiet", "always", status: 65, says: "21:00-07:00"),
        Bad("init", "--zone", "UTC", "--cap", "25", status: 65, says: "give one from 1 to 24"),
        Bad("init", "--zone", "UTC", "--country", "Zwetschge", status: 65, says: "lines are known for"),
        Bad("today", status: 66, says: "no household here; `mend init --zone …` makes one"),
        Bad("dump", status: 66, says: "no household here"),
        Bad("due", status: 66, says: "no household here"),
        Bad("export", "--out", "data/out", status: 66, says: "no household here"),
        Bad("rupture", "--with", "Ada", "--kind", "toxic", status: 66, says: "no household here"),
        Bad("load", "-", status: 65, says: "-:1: no household in the file"),
    ])
    func whereThereIsNoHouseholdNothingIsMade(_ bad: Bad) throws {
        try Program.test { mend throws in
            let outcome = try mend.start(bad.arguments).wait()
            #expect(outcome.status == bad.status)
            #expect(outcome.out == "")
            #expect(outcome.err.contains(bad.says), "\(outcome.err)")
            #expect(!FileManager.default.fileExists(atPath: mend.data))
        }
    }

    @Test func aClosedRuptureTakesNoFurtherAttempt() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("attempt", "r1", "--outcome", "repaired").status == 0)
            let before = try mend.dump()
            let outcome = try mend("attempt", "r1", "--outcome", "partial", now: "2026-01-05T19:00:00-05:00")
            #expect(outcome.status == 65)
            #expect(
                outcome.err.contains(
                    "rupture r1 is closed by then; to begin anew, record an attempt with the outcome `again`"))
            #expect(try mend.dump() == before)
            #expect(try mend("attempt", "r1", "--outcome", "again", now: "2026-01-05T19:00:00-05:00").status == 0)
        }
    }

    /// What was closed a moment ago is closed.
    @Test func aClosedRuptureTakesNoFurtherAttemptInTheSameSecond() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("attempt", "r1", "--outcome", "repaired").status == 0)
            #expect(try mend("attempt", "r1", "--outcome", "partial").status == 65)
        }
    }

    @Test(arguments: [
        (#"{"type": "rupture", "id": "r3", "with": "ada", "kind": "to"#, "is the line cut off?"),
        (
            #"{"type": "person", "id": "kit", "name": "Zwetschge", "relation": "friend", "mood": "fine"}"#,
            "unknown key in a person"
        ),
        (#"{"type": "secret"}"#, "unknown type"),
        (
            #"{"type": "person", "id": "kit", "name": "\u202eZwetschge", "relation": "friend"}"#,
            "turns the direction of text"
        ),
        (
            #"{"type": "rupture", "id": "r3", "with": "nobody", "kind": "toxic", "at": "2026-01-05T17:40:00-05:00"}"#,
            "nobody here goes by that name"
        ),
        (
            #"{"type": "rupture", "id": "r3", "with": "ada", "kind": "toxic", "at": "2026-01-05T25:61:00-05:00"}"#,
            #""at" must be a time"#
        ),
    ])
    func aFileWithOneBadLineIsNotTaken(_ line: String, says: String) throws {
        try Program.test { mend throws in
            let path = try mend.write(Families.usual + line + "\n", to: "family.jsonl")
            let outcome = try mend("load", path)
            #expect(outcome.status == 65)
            #expect(outcome.out == "")
            #expect(outcome.err.hasPrefix("mend: \(path):8: "), "\(outcome.err)")
            #expect(outcome.err.contains(says), "\(outcome.err)")
            #expect(!outcome.err.contains("Zwetschge"))
            #expect(!FileManager.default.fileExists(atPath: mend.data))
        }
    }

    @Test func aFileIsNotLoadedOverAHousehold() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let outcome = try mend("load", "-", input: Families.empty)
            #expect(outcome.status == 73)
            #expect(outcome.err.contains("there is a household already"))
            #expect(try mend.dump() == Families.usual)
        }
    }

    @Test func aPlanWithFaultsIsRefusedWithAllOfThem() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let prompt = """
                for: self
                theme: body
                prompts:
                  - id: caregiver.mine
                    %@: A hand on the wall
                    text: Lean on the wall with one hand. Feel that it holds.
                    minutes: 1
                    tips: [1]

                """
            let first = try mend.write(prompt.replacing("%@", with: "title"), to: "plan/a.yaml")
            let second = try mend.write(prompt.replacing("%@", with: "titel"), to: "plan/b.yaml")
            for arguments in [["plan", "check", "plan"], ["today", "--plan", "plan"], ["due", "--plan", "plan"]] {
                let outcome = try mend.start(arguments).wait()
                #expect(outcome.status == 65)
                #expect(outcome.out == "")
                #expect(
                    outcome.err.contains(#"plan/b.yaml:5: unknown key "titel"; did you mean "title"?"#),
                    "\(outcome.err)")
                #expect(
                    outcome.err.contains(#""caregiver.mine" is also at plan/a.yaml:4; choose another id"#),
                    "\(outcome.err)")
            }
            #expect(try mend.dump() == Families.usual)
            try FileManager.default.removeItem(atPath: second)
            #expect(try mend("plan", "check", "plan").status == 0)
            #expect(FileManager.default.fileExists(atPath: first))
        }
    }

    @Test(arguments: ["דָּנִיאֵל", "فاطمة", "محمد‌رضا", "李小龍", "Zoë"])
    func namesInAnyScriptAreWelcome(_ name: String) throws {
        try Program.test(loaded: Families.empty) { mend throws in
            #expect(try mend("person", "add", name, "--relation", "friend").out == "\(name) is here now (friend).\n")
            #expect(try mend("rupture", "--with", name, "--kind", "benign").status == 0)
            #expect(try mend("open").out.contains(name))
            #expect(try mend.agenda(from: "today", to: "tomorrow").contains { $0["with"] as? [String] == [name] })
        }
    }
}
