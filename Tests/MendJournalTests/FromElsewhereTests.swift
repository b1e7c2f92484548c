import Foundation
import MendCore
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
            #expect(try restored.knownCopies().map(\.path) == ["\(folder)/b.sqlite"])
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
