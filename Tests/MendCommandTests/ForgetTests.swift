import Foundation
import MendJournal
import Testing

/// What is forgotten is gone, byte for byte, from every file that mend knows of; and nothing else is.
@Suite struct ForgetTests {
    /// Two people; all that belongs to Quitte bears one of `marks`.
    private static let family = #"""
        {"type": "household", "version": 1, "id": "k7Qm2xW9", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US", "shared": false}
        {"type": "person", "id": "quitte", "name": "Quitte", "relation": "child", "born": "2016-02-03"}
        {"type": "person", "id": "sam", "name": "Sam", "relation": "partner"}
        {"type": "rupture", "id": "krach7", "with": "quitte", "kind": "toxic", "at": "2026-01-04T17:40:00-05:00", "recorded": "2026-01-04T17:50:00-05:00", "zone": "red", "theirZone": "red", "excitedAbout": "the Mirabelle tower", "note": "Zwetschge"}
        {"type": "rupture", "id": "r2", "with": "sam", "kind": "benign", "at": "2026-01-05T12:00:00-05:00", "recorded": "2026-01-05T12:00:00-05:00", "zone": "green", "note": "Sam was late"}
        {"type": "attempt", "id": "versuch7", "rupture": "krach7", "at": "2026-01-05T07:30:00-05:00", "recorded": "2026-01-05T07:40:00-05:00", "outcome": "not-ready", "roadblock": "shame", "note": "Reineclaude"}
        {"type": "attempt", "id": "t2", "rupture": "r2", "at": "2026-01-05T13:00:00-05:00", "recorded": "2026-01-05T13:00:00-05:00", "outcome": "partial"}
        {"type": "checkin", "id": "besuch7", "with": "quitte", "at": "2026-01-05T08:00:00-05:00", "recorded": "2026-01-05T08:00:00-05:00", "zone": "yellow"}
        {"type": "checkin", "id": "c2", "at": "2026-01-05T08:00:00-05:00", "recorded": "2026-01-05T08:00:00-05:00", "zone": "green"}
        {"type": "published", "item": "krach7.calm", "prompt": "calm.cool-water", "start": "2026-01-04T18:00:00-05:00", "sequence": 0, "modified": "2026-01-05T08:00:00-05:00"}
        {"type": "delivery", "item": "krach7.calm", "channel": "stdout", "at": "2026-01-05T08:00:00-05:00", "outcome": "sent"}
        {"type": "delivery", "item": "milestone.quitte.2026-02-03", "channel": "stdout", "at": "2026-01-05T08:00:00-05:00", "outcome": "passed"}

        """#

    private static let marks = [
        "Quitte", "quitte", "krach7", "Mirabelle", "Zwetschge", "versuch7", "Reineclaude", "besuch7",
    ]

    /// What is left of the family.
    private static let rest = #"""
        {"type": "household", "version": 1, "id": "k7Qm2xW9", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US", "shared": false, "lastIDs": ["p2"]}
        {"type": "person", "id": "sam", "name": "Sam", "relation": "partner"}
        {"type": "rupture", "id": "r2", "with": "sam", "kind": "benign", "at": "2026-01-05T12:00:00-05:00", "recorded": "2026-01-05T12:00:00-05:00", "zone": "green", "note": "Sam was late"}
        {"type": "attempt", "id": "t2", "rupture": "r2", "at": "2026-01-05T13:00:00-05:00", "recorded": "2026-01-05T13:00:00-05:00", "outcome": "partial"}
        {"type": "checkin", "id": "c2", "at": "2026-01-05T08:00:00-05:00", "recorded": "2026-01-05T08:00:00-05:00", "zone": "green"}

        """#

    /// What somebody wrote down, without what mend did of what had begun by then, and when.
    private static func written(_ dump: String) -> String {
        let lines = dump.split(separator: "\n").filter { !$0.contains(#""type": "published""#) }
        return (lines.joined(separator: "\n") + "\n")
            .replacing(/, "plan": "[0-9a-z]+"/, with: "").replacing(/, "edited": "[^"]+"/, with: "")
    }

    /// The files of a household, its backups and its exports, that hold one of the marks.
    private func files(withMarksIn mend: Program) throws -> [String] {
        try files(below: mend.folder).filter { path, bytes in
            !path.hasPrefix("run-") && Self.marks.contains { bytes.range(of: Data($0.utf8)) != nil }
        }.keys.sorted()
    }

    private func files(below folder: String) throws -> [String: Data] {
        try MendCommandTests.files(below: folder)
    }

    /// A backup, an export, a journal kept aside, one of before a migration, and what a kill has left.
    private func spread(_ mend: Program) throws {
        #expect(try mend("backup", "b.sqlite").status == 0)
        #expect(try mend("restore", "b.sqlite", "--replace").status == 0)
        let copy = "\(mend.data)/journal.sqlite.before-5"
        try FileManager.default.copyItem(atPath: "\(mend.folder)/b.sqlite", toPath: copy)
        for name in ["data/.journal.sqlite.mend-new-journal", "data/.journal.sqlite.mend-new", ".b.sqlite.mend-new"] {
            try FileManager.default.copyItem(atPath: copy, toPath: "\(mend.folder)/\(name)")
        }
        #expect(try mend("export", "--out", "out").status == 0)
    }

    private static let spread = [
        ".b.sqlite.mend-new", "b.sqlite", "data/.journal.sqlite.mend-new", "data/.journal.sqlite.mend-new-journal",
        "data/journal.sqlite", "data/journal.sqlite.before-5",
        "data/journal.sqlite.before-restore-20260105T230000Z", "out/calendar.ics", "out/calendar.xcal",
        "out/repairs.ics",
    ]

    @Test func aPersonIsGoneFromEveryFile() throws {
        try Program.test(loaded: Self.family) { mend throws in
            try spread(mend)
            // A program that runs all the time keeps the log open.
            let open = try SQLiteJournal(directory: mend.data, zones: SystemZones.find)
            _ = try open.history()
            let before = try files(withMarksIn: mend)
            for path in Self.spread { #expect(before.contains(path), "\(path)") }
            let outcome = try mend("forget", "--person", "quitte", "--yes")
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.err == "")
            #expect(
                outcome.out.hasPrefix("Quitte, your child, with 1 rupture, 1 attempt and 1 check-in\n"),
                "\(outcome.out)")
            #expect(outcome.out.contains("Quitte is forgotten.\n"))
            #expect(outcome.out.contains("out: ") || outcome.out.contains("\(mend.folder)/out"))
            #expect(outcome.out.contains("Out of mend's reach"))
            let words = outcome.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("went out, cards on paper and in files (mend cards), files that you copied"))
            #expect(try files(withMarksIn: mend) == [])
            #expect(try Self.written(mend.dump()) == Self.rest)
            // Calendars and feeds are there, and show what is left.
            let written = try files(below: "\(mend.folder)/out")
            #expect(written.keys.sorted().contains("calendar.ics"))
            #expect(try mend("export", "--out", "fresh").status == 0)
            #expect(try written == files(below: "\(mend.folder)/fresh"))
            // The backup is whole, and holds the rest.
            #expect(try mode("\(mend.folder)/b.sqlite") == 0o600)
            #expect(try mend("restore", "b.sqlite", "--data", "new").status == 0)
            #expect(try Self.written(mend("dump", "--data", "new").out) == Self.rest)
            #expect(try mend("export", "--out", "out").status == 0)
            #expect(try files(withMarksIn: mend) == [])
        }
    }

    @Test func aRuptureGoesWithItsAttemptsAndNothingElse() throws {
        try Program.test(loaded: Self.family) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            #expect(try mend("forget", "--rupture", "krach7", "--yes").status == 0)
            let gone = ["krach7", "versuch7"]
            let rest = Self.family.split(separator: "\n").filter { line in !gone.contains { line.contains("\"\($0)") } }
            #expect(try Self.written(mend.dump()) == rest.joined(separator: "\n") + "\n")
            #expect(try mend("restore", "b.sqlite", "--data", "new").status == 0)
            #expect(try Self.written(mend("dump", "--data", "new").out) == Self.written(mend.dump()))
            for path in ["b.sqlite", "data/journal.sqlite"] {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(mend.folder)/\(path)"))
                for mark in ["krach7", "Mirabelle", "Zwetschge", "versuch7", "Reineclaude"] {
                    #expect(bytes.range(of: Data(mark.utf8)) == nil, "\(path) \(mark)")
                }
            }
        }
    }

    /// Ids are never given twice: calendars may still know the first one.
    @Test func noIDIsGivenAgain() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("forget", "--rupture", "r2", "--yes").status == 0)
            #expect(try mend("rupture", "--with", "Ada", "--kind", "benign").out.contains("Recorded as r3."))
            // Not even in a household that is made of its dump.
            let file = try mend.write(mend.dump(), to: "family.jsonl")
            #expect(try mend("load", file, "--data", "new").status == 0)
            #expect(try mend("dump", "--data", "new").out == mend.dump())
            #expect(try mend("forget", "--person", "Sam", "--yes").status == 0)
            #expect(try mend("person", "add", "Sam", "--relation", "friend").status == 0)
            #expect(try mend.dump().contains(#""id": "p3", "name": "Sam""#))
        }
    }

    /// Sam was renamed, and another Sam came: the name finds the one who has it now.
    @Test func aNameFindsWhoHasItNow() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            #expect(try mend("person", "edit", "sam", "--rename", "Samuel").status == 0)
            #expect(try mend("person", "add", "Sam", "--relation", "friend").status == 0)
            #expect(
                try mend("forget", "--person", "sam", "--yes").out.hasPrefix(
                    "Sam, your friend, with nothing written down"))
            #expect(try mend.dump().contains(#""name": "Samuel""#))
            #expect(try mend("forget", "--id", "sam", "--yes").out.hasPrefix("Samuel, your partner, with 1 rupture"))
        }
    }

    @Test func everythingLeavesNothingOfMends() throws {
        try Program.test(loaded: Self.family) { mend throws in
            try spread(mend)
            _ = try mend("due")
            let own = try mend.write("mine", to: "data/plan/mine.txt")
            _ = try mend.write("mine", to: "out/mine.txt")
            let outcome = try mend("forget", "--everything", "--yes")
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out.contains("still there: \(mend.data)/plan\n"), "\(outcome.out)")
            let left = try files(below: mend.folder).keys.filter { !$0.hasPrefix("run-") }.sorted()
            #expect(left == ["data/plan/mine.txt", "out/mine.txt"])
            #expect(try Data(contentsOf: URL(fileURLWithPath: own)) == Data("mine".utf8))
            #expect(try mend("today").status == 66)
        }
        try Program.test(loaded: Self.family) { mend throws in
            #expect(try mend("forget", "--everything", "--yes").status == 0)
            #expect(!FileManager.default.fileExists(atPath: mend.data))
        }
    }

    @Test func everythingWaitsForWhoHasTheJournalOpen() throws {
        try Program.test(loaded: Self.family) { mend throws in
            let open = try SQLiteJournal(directory: mend.data, zones: SystemZones.find)
            _ = try open.history()
            let outcome = try mend("forget", "--everything", "--yes")
            #expect(outcome.status == 75)
            #expect(outcome.err.contains("open in another mend; stop mend serve"), "\(outcome.err)")
            #expect(try open.history().people.count == 2)
        }
    }

    @Test func aDamagedJournalCanBeForgotten() throws {
        try Program.test(loaded: Self.family) { mend throws in
            try Data("no database".utf8).write(to: URL(fileURLWithPath: "\(mend.data)/journal.sqlite"))
            chmod("\(mend.data)/journal.sqlite", 0o600)
            let outcome = try mend("forget", "--everything", "--yes")
            #expect(outcome.status == 0)
            #expect(outcome.err.contains("not known any more"))
            #expect(!FileManager.default.fileExists(atPath: mend.data))
        }
    }

    @Test func withoutATerminalItWantsToBeTold() throws {
        try Program.test(loaded: Self.family) { mend throws in
            for arguments in [["--person", "Quitte"], ["--rupture", "krach7"], ["--everything"], [], ["--yes"]] {
                #expect(try mend.start(["forget"] + arguments).wait().status == 64)
            }
            #expect(try mend("forget", "--person", "Nobody", "--yes").status == 65)
            #expect(try mend("forget", "--rupture", "r9", "--yes").status == 66)
            #expect(try mend.dump() == Self.family)
        }
    }

    /// First every copy, then the journal: what cannot be changed stops it before anything is lost sight of.
    @Test func aCopyThatCannotBeChangedStopsIt() throws {
        try Program.test(loaded: Self.family) { mend throws in
            #expect(try mend("backup", "b.sqlite").status == 0)
            try Data("damaged".utf8).write(to: URL(fileURLWithPath: "\(mend.folder)/b.sqlite"))
            let outcome = try mend("forget", "--person", "Quitte", "--yes")
            #expect(outcome.status == 73)
            #expect(outcome.err.contains("b.sqlite: this copy cannot be changed"), "\(outcome.err)")
            #expect(try mend.dump() == Self.family)
            // Moved away, it is out of reach, and named.
            unlink("\(mend.folder)/b.sqlite")
            let second = try mend("forget", "--person", "Quitte", "--yes")
            #expect(second.status == 0)
            #expect(second.out.contains("Not there just now, so as it was: the backup \(mend.folder)/b.sqlite\n"))
            #expect(try Self.written(mend.dump()) == Self.rest)
        }
    }

    @Test func anotherHouseholdsBackupIsSpared() throws {
        try Program.test(loaded: Self.family) { mend throws in
            let other = try mend.write(Self.family.replacing("k7Qm2xW9", with: "other"), to: "other.jsonl")
            #expect(try mend("load", other, "--data", "other").status == 0)
            #expect(try mend("backup", "b.sqlite").status == 0)
            #expect(try mend("backup", "b.sqlite", "--replace", "--data", "other").status == 0)
            let before = try Data(contentsOf: URL(fileURLWithPath: "\(mend.folder)/b.sqlite"))
            #expect(try mend("forget", "--person", "Quitte", "--yes").status == 0)
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(mend.folder)/b.sqlite")) == before)
        }
    }
}
