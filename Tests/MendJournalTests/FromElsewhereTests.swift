import Foundation
import MendCore
import MendText
import Testing

@testable import MendJournal
@testable import MendKeeping

/// Journals, backups and other files that somebody else may have made.
@Suite struct FromElsewhereTests {
    private func make(in folder: String) throws -> SQLiteJournal {
        try SQLiteJournal.create(in: folder, records: try Samples.everything().records, zones: SystemZones.find)
    }

    private func restore(_ file: String, into folder: String) throws {
        _ = try Restoration(of: Backup(path: file), into: folder, zones: SystemZones.find)
            .run(replacing: false, now: Samples.now, known: file)
    }

    /// What acts by itself, or tells another thing than was written.
    @Test(arguments: [
        "CREATE TRIGGER keep AFTER DELETE ON rupture BEGIN INSERT INTO contact VALUES (old.note, '1', NULL); END",
        "CREATE TRIGGER opening AFTER INSERT ON subscription BEGIN UPDATE subscription SET open = 1; END",
        "CREATE TABLE kept (note)", "ALTER TABLE rupture ADD COLUMN kept TEXT",
        "CREATE VIEW kept AS SELECT note FROM rupture",
        "CREATE INDEX kept ON rupture (note)",
        "DROP TABLE subscription; CREATE VIEW subscription AS SELECT 'x' AS name",
        "ALTER TABLE session ADD COLUMN kept TEXT GENERATED ALWAYS AS (device)",
        "DROP TABLE passphrase; CREATE TABLE passphrase (hash TEXT NOT NULL CHECK (hash = 'x')) STRICT",
    ])
    func refusesAnotherSchema(_ change: String) throws {
        try inFreshFolder { folder in
            _ = try Backup(path: "\(folder)/b.sqlite").write(make(in: "\(folder)/home"), replacing: false)
            unlink("\(folder)/b.sqlite.sha256")
            for file in ["b.sqlite", "home/journal.sqlite"] { try Connection(path: "\(folder)/\(file)").run(change) }
            #expect(
                throws: JournalError.damaged(path: "\(folder)/home/journal.sqlite", reason: .otherSchema)
            ) { try SQLiteJournal(directory: "\(folder)/home", zones: SystemZones.find) }
            #expect(throws: JournalError.notABackup(path: "\(folder)/b.sqlite", reason: .otherSchema)) {
                try restore("\(folder)/b.sqlite", into: "\(folder)/new")
            }
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/new"))
        }
    }

    /// What `load` refuses in a file, a backup does not bring in either; the same sentence says why.
    @Test(arguments: [
        (
            "UPDATE household SET id = '../../x'", RecordFault.badHouseholdID,
            "a household's id has 1 to 64 letters, digits, hyphens or underscores"
        ),
        (
            "INSERT INTO channel VALUES ('x' || char(10) || '* * * * * touch /tmp/taken #', 'mail', 'a@example.org', 1)",
            .badChannelName, "a channel's name has small letters, digits and hyphens, such as mail or my-phone"
        ),
        (
            "UPDATE channel SET name = '../x' WHERE name = 'stdout'", .badChannelName,
            "a channel's name has small letters, digits and hyphens, such as mail or my-phone"
        ),
        (
            "UPDATE delivery SET channel = 'a b'", .badChannelName,
            "a channel's name has small letters, digits and hyphens, such as mail or my-phone"
        ),
        (
            "UPDATE person SET name = 'A' || char(27) || ']0;x' WHERE id = 'ada'", .controlCharacter(.personName),
            "a name holds a control character or one that turns the direction of text; leave it out"
        ),
        (
            "UPDATE person SET name = 'A' || char(13) || 'b' WHERE id = 'ada'", .controlCharacter(.personName),
            "a name holds a control character or one that turns the direction of text; leave it out"
        ),
        (
            "UPDATE person SET name = 'A' || char(10) || 'b' WHERE id = 'ada'", .controlCharacter(.personName),
            "a name holds a control character or one that turns the direction of text; leave it out"
        ),
        (
            "UPDATE person SET name = 'A' || char(0x202E) WHERE id = 'ada'", .controlCharacter(.personName),
            "a name holds a control character or one that turns the direction of text; leave it out"
        ),
        (
            "UPDATE person SET name = printf('%.*c', 3000000, 'x') WHERE id = 'ada'",
            .tooLong(.personName, limit: 80), "a name may have at most 80 characters; shorten it"
        ),
        (
            "UPDATE contact SET number = 'javascript:alert(1)'", .numberIsAScript,
            "a contact's number is an address that a browser would run; give a number or words"
        ),
        (
            "INSERT INTO rupture (id, person, kind, at, recorded) VALUES ('../../x', 'sam', 'benign', 0, 0)", .badID,
            "an id has 1 to 64 letters, digits, hyphens or underscores"
        ),
    ])
    func bringsBackNoRowThatAFileCouldNotBring(_ change: String, _ fault: RecordFault, _ sentence: String) throws {
        try inFreshFolder { folder in
            let file = "\(folder)/b.sqlite"
            _ = try Backup(path: file).write(make(in: "\(folder)/home"), replacing: false)
            unlink("\(file).sha256")
            try Connection(path: file).run(change)
            let expected = JournalError.notABackup(path: file, reason: .record(fault))
            #expect(throws: expected) { try restore(file, into: "\(folder)/new") }
            #expect(expected.english == "\(file): cannot be brought back (\(sentence)); take another backup")
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/new"))
            // Nor is it opened to take somebody out, or to read it.
            #expect(throws: expected) {
                _ = try Backup(path: file).rewriting(household: "k7Qm2xW9", zones: SystemZones.find) { _ in true }
            }
            #expect(try Backup(path: file).history(zones: SystemZones.find) == nil)
        }
    }

    /// What was true when it was written down may look wrong on a clock that is right again.
    @Test func bringsBackWhatWasWrittenOnAFastClock() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            try journal.put(.checkIn(CheckIn(id: "c9", at: Samples.now + 1_000_000, zone: .green)))
            _ = try Backup(path: "\(folder)/b.sqlite").write(journal, replacing: false)
            try restore("\(folder)/b.sqlite", into: "\(folder)/new")
            let restored = try SQLiteJournal(directory: "\(folder)/new", zones: SystemZones.find)
            #expect(try restored.history().checkIns.map(\.id) == ["c1", "c2", "c9"])
        }
    }

    /// SQLite's own statistics, which somebody may have asked for.
    @Test func takesAJournalThatWasAnalysed() throws {
        try inFreshFolder { folder in
            _ = try make(in: folder)
            try Connection(path: "\(folder)/journal.sqlite").run("ANALYZE")
            #expect(try SQLiteJournal(directory: folder, zones: SystemZones.find).history() == Samples.everything())
        }
    }

    /// A path in it could be any file of whoever restores it.
    @Test func knowsOfNoCopyThatABackupNames() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/home")
            try journal.remember(.backup, at: "/home/ada/taxes.pdf")
            try journal.remember(.export, at: "/home/ada/site")
            _ = try Backup(path: "\(folder)/b.sqlite").write(journal, replacing: false)
            try restore("\(folder)/b.sqlite", into: "\(folder)/new")
            let restored = try SQLiteJournal(directory: "\(folder)/new", zones: SystemZones.find)
            let known = try restored.knownCopies()
            #expect(known.map(\.path) == ["\(folder)/b.sqlite"] && known.map(\.isOwn) == [false])
        }
    }

    /// A device may have no end, and a pipe no writer.
    @Test func restoresNothingThatIsNoFile() throws {
        try inFreshFolder { folder in
            #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
            #expect(FileManager.default.createFile(atPath: "\(folder)/empty", contents: nil))
            #expect(truncate("\(folder)/empty", 1 << 40) == 0)
            for path in ["/dev/zero", "/dev/urandom", "\(folder)/pipe", "\(folder)/empty", folder] {
                #expect(throws: JournalError.notABackup(path: path, reason: .notOurs)) {
                    try restore(path, into: "\(folder)/new")
                }
            }
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/new"))
        }
    }

    @Test func tellsWhoseAFileIs() throws {
        try inFreshFolder { folder in
            _ = try Backup(path: "\(folder)/b%20#?.sqlite").write(make(in: "\(folder)/home"), replacing: false)
            try Data("taxes".utf8).write(to: URL(fileURLWithPath: "\(folder)/taxes.pdf"))
            try Connection(path: "\(folder)/other.sqlite").run(
                "CREATE TABLE household (id); INSERT INTO household VALUES (1)")
            #expect(SQLiteJournal.household(in: "\(folder)/b%20#?.sqlite") == "k7Qm2xW9")
            for name in ["taxes.pdf", "other.sqlite", "nothing", "home"] {
                #expect(SQLiteJournal.household(in: "\(folder)/\(name)") == nil, "\(name)")
            }
            // The look has left nothing.
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(names == ["b%20#?.sqlite", "b%20#?.sqlite.sha256", "home", "other.sqlite", "taxes.pdf"])
        }
    }

    @Test func takesAwayNothingButItsOwn() throws {
        try inFreshFolder { folder in
            let file = "\(folder)/b.sqlite"
            _ = try Backup(path: file).write(make(in: "\(folder)/home"), replacing: false)
            #expect(try Backup(path: file).remove(household: "another") == false)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
                    "b.sqlite", "b.sqlite.sha256", "home",
                ])
            #expect(try Backup(path: file).remove(household: "k7Qm2xW9"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["home"])
            try Data("taxes".utf8).write(to: URL(fileURLWithPath: file))
            #expect(try Backup(path: file).remove(household: "k7Qm2xW9") == false)
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data("taxes".utf8))
        }
    }

    @Test func theLockOfCopiesIsSharedOrHeldAlone() throws {
        try inFreshFolder { folder in
            let one = try JournalFolder(path: folder).lockCopies(.shared)
            let other = try JournalFolder(path: folder).lockCopies(.shared)
            #expect(throws: JournalError.locked(path: folder)) { try JournalFolder(path: folder).lockCopies(.alone) }
            one.release()
            other.release()
        }
        try inFreshFolder { folder in
            try JournalFolder(path: folder).lockCopies(.alone).release()
            try JournalFolder(path: folder).lockCopies(.shared).release()
        }
    }
}
