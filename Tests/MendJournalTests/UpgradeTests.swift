import Foundation
import MendCore
import Testing

@testable import MendJournal
@testable import MendKeeping

/// Journals and backups of every schema that a version of mend has written (Fixtures/make.sh made them).
@Suite struct UpgradeTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path

    /// What the family of a schema is in a dump.
    /// - Parameters: what stands in the line of its one item that was shown.
    private static func dump(
        _ schema: Int, sequence: Int = 3, modified: String = "2026-01-05T19:00:00-05:00"
    ) -> String {
        #"""
        {"type": "household", "version": 1, "id": "k7Qm2xW9", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US", "shared": false\#(schema < 6 ? "" : #", "closed": ["mon-fri 09:00-17:00"], "away": ["2026-03-01/2026-03-07"], "good": "20:00", "edited": "2026-01-05T19:00:00-05:00""#)}
        {"type": "contact", "name": "Aunt Mo", "number": "555-0134", "for": "a calm voice"}
        {"type": "person", "id": "ada", "name": "Ada", "relation": "child", "born": "2022-04-03", "closed": ["mon-fri 08:00-15:00", "sat 09:00-11:00"], "away": ["2026-01-10/2026-01-17"], "sleep": "19:30-06:30", "good": "17:30"\#(schema < 6 ? "" : #", "ended": "2026-01-05T19:00:00-05:00""#)}
        {"type": "person", "id": "sam", "name": "Sam", "relation": "partner"}
        {"type": "rupture", "id": "r2", "with": "sam", "kind": "benign", "at": "2026-01-05T03:00:00-05:00", "recorded": "2026-01-05T03:00:00-05:00"\#(schema < 12 ? "" : #", "by": "Jo""#)}
        {"type": "rupture", "id": "r1", "with": "ada", "kind": "toxic", "at": "2026-01-05T17:40:00-05:00", "recorded": "2026-01-05T17:50:00-05:00", "zone": "red", "theirZone": "yellow", \#(schema < 6 ? "" : #""frightened": "me", "#)"excitedAbout": "her lego tower", "note": "I\u0000s."}
        {"type": "attempt", "id": "t1", "rupture": "r1", "at": "2026-01-05T19:00:00-05:00", "recorded": "2026-01-05T19:00:00-05:00", "outcome": "declined", "roadblock": "shame", "note": "too early"\#(schema < 12 ? "" : #", "by": "Jo""#)}
        {"type": "checkin", "id": "c1", "with": "ada", "at": "2026-01-05T19:00:00-05:00", "recorded": "2026-01-05T19:00:00-05:00", "zone": "yellow"\#(schema < 13 ? "" : #", "shortNight": true"#)}
        {"type": "checkin", "id": "c2", "at": "2026-01-05T19:00:00-05:00", "recorded": "2026-01-05T19:00:00-05:00", "zone": "green"\#(schema < 12 ? "" : #", "by": "Jo""#)}\#(schema < 6 ? "" : "\n" + hold)
        {"type": "channel", "name": "mail", "kind": "mail", "to": "me@example.org"\#(schema < 4 ? "" : #", "open": true"#)}
        {"type": "subscription", "name": "phone", "only": "repairs", "open": true, "secretHash": "c0ffee", "created": "2026-01-05T19:00:00-05:00"\#(schema < 3 ? "" : #", "used": "2026-01-04""#)}
        {"type": "published", "item": "r1.calm", "prompt": "calm.cool-water", "start": "2026-01-05T18:00:00-05:00", "sequence": \#(sequence), "modified": "\#(modified)", "reworded": "2026-01-05T19:00:00-05:00"\#(schema < 6 ? "" : shown)}
        {"type": "delivery", "item": "r1.calm", "channel": "mail", "at": "2026-01-05T19:00:00-05:00", "outcome": "sent"}

        """#
    }

    private static let jo = SecondAdult(
        id: "second", name: "Jo", caregiver: "Ann", state: .joined(passphraseHash: "hash of Jo"))

    private static let hold =
        #"{"type": "hold", "id": "h1", "with": "ada", "at": "2026-01-05T19:00:00-05:00", "recorded": "2026-01-05T19:00:00-05:00", "until": "2026-01-05T20:00:00-05:00"}"#

    private static let shown =
        #", "with": "ada", "ruptures": ["r1"], "minutes": 5, "for": "self", "title": "Cool water", "text": "I\u0000s.", "band": "preschool", "tips": [1, 3], "grave": true, "because": [{"cause": "calm-floor red", "moved": 1200}]"#

    /// Runs a test on a copy of a schema's journal.
    private func withJournal(_ schema: Int, _ body: (String) throws -> Void) throws {
        try inFreshFolder { folder in
            let place = SQLiteJournal.path(in: folder)
            try FileManager.default.copyItem(atPath: "\(Self.fixtures)/journal-\(schema).sqlite", toPath: place)
            chmod(place, 0o600)
            try body(folder)
        }
    }

    private func open(_ folder: String) throws -> SQLiteJournal {
        try SQLiteJournal(directory: folder, zones: SystemZones.find)
    }

    private func text(of folder: String) throws -> String {
        HouseholdFile.text(of: try open(folder).history())
    }

    /// The first column of what a statement returns, by another way than the journal's.
    private func texts(_ sql: String, in path: String) throws -> [String] {
        try Connection(path: path).all(sql) { try $0.text(0) }
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// A journal whose schema has this digest needs no model to be compared with.
    @Test func knowsTheNewestSchemaByItsDigest() throws {
        let connection = try Connection(path: ":memory:")
        try JournalSchema.migrate(connection)
        #expect(try JournalSchema.digest(of: connection) == JournalSchema.newestDigest)
        try connection.run("CREATE TRIGGER planted AFTER DELETE ON rupture BEGIN SELECT 1; END")
        #expect(try JournalSchema.digest(of: connection) != JournalSchema.newestDigest)
    }

    @Test(arguments: 1...16)
    func opensEachSchemaAndKeepsACopyOfTheOlderOne(_ schema: Int) throws {
        try withJournal(schema) { folder in
            #expect(try text(of: folder) == Self.dump(schema))
            let copy = "\(folder)/journal.sqlite.before-\(JournalSchema.newest)"
            guard schema < JournalSchema.migrations.count else {
                #expect(try names(in: folder) == ["journal.sqlite"])
                return
            }
            #expect(try names(in: folder) == ["journal.sqlite", "journal.sqlite.before-\(JournalSchema.newest)"])
            #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
            #expect(try texts("SELECT identifier FROM grdb_migrations", in: copy) == (1...schema).map(String.init))
            #expect(try texts("SELECT id FROM attempt", in: copy) == ["t1"])
            // The copy is made once.
            let before = try Data(contentsOf: URL(fileURLWithPath: copy))
            try open(folder).put(.checkIn(Samples.checkIn("c3")))
            #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == before)
        }
    }

    @Test(arguments: 1...16)
    func bringsBackABackupOfEachSchema(_ schema: Int) throws {
        try inFreshFolder { folder in
            let outcome = try Restoration(
                of: Backup(path: "\(Self.fixtures)/backup-\(schema).sqlite"), into: "\(folder)/new",
                zones: SystemZones.find
            ).run(replacing: false, now: Samples.now, known: "/b")
            #expect(outcome == Restoration.Outcome(keptAside: nil, hadChecksum: true, phones: 0))
            // Nobody knows what was shown in the 1,020 minutes since: all of it is shown anew.
            let expected = Self.dump(schema, sequence: 1_024, modified: "2026-01-06T12:00:00-05:00")
            #expect(try text(of: "\(folder)/new") == expected)
            #expect(try open("\(folder)/new").passphraseHash() == (schema < 3 ? nil : "hash"))
            #expect(try open("\(folder)/new").secondAdult() == (schema < 12 ? nil : Self.jo))
            #expect(try names(in: "\(folder)/new") == ["journal.sqlite"])
        }
    }

    /// What had begun keeps the ids that hung on the household's; a new journal has none of that time.
    @Test func makesAKeyOfItsOwnForEachJournal() throws {
        var secrets: Set<String> = []
        for _ in 1...2 {
            try withJournal(6) { folder in
                let before = Int(Date().timeIntervalSince1970)
                let key = try open(folder).household().discreetKey
                #expect(key.secret.count == 64)
                #expect(try #require(key.since).seconds >= before)
                #expect(try open(folder).household().discreetKey.secret == key.secret)
                secrets.insert(key.secret)
            }
            try inFreshFolder { folder in
                let journal = try SQLiteJournal.create(
                    in: folder, records: Samples.everything().records, zones: SystemZones.find)
                #expect(try journal.household().discreetKey.since == nil)
                #expect(!(try HouseholdFile.text(of: journal.history())).contains("discreet"))
                secrets.insert(try journal.household().discreetKey.secret)
            }
        }
        #expect(secrets.count == 4)
    }

    @Test func keepsItsKeyInABackupAndUnderAnOlderOne() throws {
        try inFreshFolder { folder in
            let journal = try SQLiteJournal.create(
                in: "\(folder)/home", records: Samples.everything().records, zones: SystemZones.find)
            let secret = try journal.household().discreetKey.secret
            let backup = try Backup(path: "\(folder)/b.sqlite")
            _ = try backup.write(journal, replacing: false)
            _ = try Restoration(of: backup, into: "\(folder)/new", zones: SystemZones.find)
                .run(replacing: false, now: Samples.now, known: "/b")
            #expect(try open("\(folder)/new").household().discreetKey.secret == secret)
            // Of the same household, from before there were keys.
            let older = try Backup(path: "\(Self.fixtures)/backup-6.sqlite")
            _ = try Restoration(of: older, into: "\(folder)/home", zones: SystemZones.find)
                .run(replacing: true, now: Samples.now, known: "/b")
            #expect(try open("\(folder)/home").household().discreetKey.secret == secret)
        }
    }

    @Test func aJournalWithoutItsKeyIsRefused() throws {
        try withJournal(12) { folder in
            let place = SQLiteJournal.path(in: folder)
            try Connection(path: place).run("DELETE FROM discreetKey")
            #expect(throws: JournalError.damaged(path: place, reason: .table("discreetKey"))) {
                try open(folder).history()
            }
        }
    }

    /// Each id of the first edition, and words that were never one.
    @Test func readsWhatOldIDsWereAbout() throws {
        let known = [
            "begin begin - - -", "daily.2026-01-05 daily - - 2026-01-05", "weekly.2026-01-04 weekly - - 2026-01-04",
            "monthly.2026-01-03 monthly - - 2026-01-03", "milestone.ada-1.2026-04-03 milestone - ada-1 2026-04-03",
            "r1.calm calm r1 - -", "r1.reflect reflect r1 - -", "r1.reconnect reconnect r1 - -",
            "r1.try-again.1 try-again r1 - -", "r1.t2.try-again.12 try-again r1 - -",
            "r1.t2.roadblock.2 roadblock r1 - -",
            "r1.rest rest r1 - -", "r1.t2.rest rest r1 - -", "daily.rest rest daily - -",
            "daily.1.rest rest daily - -", "r1.rest.try-again.2 try-again r1 - -", "calm.calm calm calm - -",
        ]
        let unknown = [
            "x", "", "daily", "daily.2026-02-30", "daily.2026-13-01", "yearly.2026-01-05", "milestone.2026-04-03",
            "milestone.a.b.2026-04-03", "r1.calm.1", "r1.try-again", "r1.try-again.0", "r1.try-again.1x", "r1.a.b.calm",
            ".calm", "r1..calm", "r 1.calm", "r1.Calm", "r1.try-again.1.2",
        ]
        try withJournal(5) { folder in
            let connection = try Connection(path: SQLiteJournal.path(in: folder))
            try connection.run("DELETE FROM delivery")
            for item in known.map({ String($0.prefix { $0 != " " }) }) + unknown {
                try connection.run("INSERT INTO delivery VALUES (?, 'mail', 1767657600, 'sent')", .text(item))
                try connection.run(
                    "INSERT OR IGNORE INTO published VALUES (?, NULL, 1767657600, 0, 1767657600, NULL)", .text(item))
            }
            let history = try open(folder).history()
            let columns = """
                SELECT item || ' ' || kind || ' ' || ifnull(rupture, '-') || ' ' || ifnull(person, '-') || ' '
                    || ifnull(day, '-') FROM
                """
            #expect(try texts("\(columns) delivery ORDER BY rowid", in: SQLiteJournal.path(in: folder)) == known)
            #expect(
                try Set(texts("\(columns) published", in: SQLiteJournal.path(in: folder))) == Set(known.dropFirst()))
            // A new record's columns are the same.
            try open(folder).write(history.deliveries.map { .remove(.delivery(item: $0.item, channel: $0.channel)) })
            try open(folder).write(history.deliveries.map { .put(.delivery($0)) })
            #expect(try texts("\(columns) delivery ORDER BY rowid", in: SQLiteJournal.path(in: folder)) == known)
        }
    }

    /// On a disk that takes nothing it comes to the newest schema in memory.
    @Test(arguments: 1...16)
    func readsEachSchemaWhereNothingCanBeWritten(_ schema: Int) throws {
        try withJournal(schema) { folder in
            let place = SQLiteJournal.path(in: folder)
            let before = try Data(contentsOf: URL(fileURLWithPath: place))
            let journal = try SQLiteJournal(path: place, zones: SystemZones.find, obstacle: .readOnlyFileSystem)
            #expect(journal.isReadOnly)
            #expect(HouseholdFile.text(of: try journal.history()) == Self.dump(schema))
            #expect(
                throws: JournalError.notWritable(path: place, reason: .system("Read-only file system"))
            ) { try journal.put(.checkIn(Samples.checkIn("c3"))) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: place)) == before)
            #expect(try names(in: folder) == ["journal.sqlite"])
        }
    }

    @Test func whoOnlyFindsItInTheWayDoesNotChangeIt() throws {
        try withJournal(4) { folder in
            let before = try Data(contentsOf: URL(fileURLWithPath: SQLiteJournal.path(in: folder)))
            #expect(throws: JournalError.journalStands(path: SQLiteJournal.path(in: folder))) {
                try Restoration(
                    of: Backup(path: "\(Self.fixtures)/backup-12.sqlite"), into: folder, zones: SystemZones.find
                ).run(replacing: false, now: Samples.now, known: "/b")
            }
            #expect(throws: JournalError.householdExists(path: folder)) {
                try SQLiteJournal.create(in: folder, records: [], zones: SystemZones.find)
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: SQLiteJournal.path(in: folder))) == before)
            #expect(try names(in: folder) == ["journal.sqlite"])
        }
    }

    /// A crash between the tables and the household.
    @Test func tablesWithoutAHouseholdAreNotInTheWay() throws {
        try inFreshFolder { folder in
            _ = try SQLiteJournal(path: SQLiteJournal.path(in: folder), zones: SystemZones.find)
            chmod(SQLiteJournal.path(in: folder), 0o600)
            #expect(throws: JournalError.noHousehold(path: folder)) { try open(folder) }
            _ = try SQLiteJournal.create(
                in: folder, records: [.household(try Samples.household())], zones: SystemZones.find)
            #expect(try open(folder).history().household.id == "k7Qm2xW9")
        }
    }

    @Test func theCopyOfTheMigrationBeforeGoes() throws {
        try withJournal(4) { folder in
            try Data().write(to: URL(fileURLWithPath: "\(folder)/journal.sqlite.before-5"))
            _ = try open(folder)
            #expect(try names(in: folder) == ["journal.sqlite", "journal.sqlite.before-\(JournalSchema.newest)"])
        }
    }

    /// Of the steps from 1 on, the last fails: a table of its name is there.
    @Test func aMigrationThatFailsLeavesTheJournalAsItWas() throws {
        try withJournal(1) { folder in
            let place = SQLiteJournal.path(in: folder)
            func schema() throws -> [String] {
                try texts("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name", in: place)
                    + texts("SELECT identifier FROM grdb_migrations", in: place)
            }
            try Connection(path: place).run("CREATE TABLE hold (x)")
            let before = try schema()
            #expect(throws: JournalError.self) { try open(folder) }
            #expect(try schema() == before)
        }
    }

    @Test func aCopyThatCannotBeKeptStopsTheMigration() throws {
        try withJournal(4) { folder in
            // Something stands in the way of the copy.
            try FileManager.default.createDirectory(
                atPath: "\(folder)/journal.sqlite.before-\(JournalSchema.newest)", withIntermediateDirectories: false)
            let before = try Data(contentsOf: URL(fileURLWithPath: SQLiteJournal.path(in: folder)))
            #expect(throws: JournalError.notAFile(path: "\(folder)/journal.sqlite.before-\(JournalSchema.newest)")) {
                try open(folder)
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: SQLiteJournal.path(in: folder))) == before)
        }
    }

    @Test func severalThatOpenAnOldJournalAtOnceUpgradeItOnce() throws {
        try withJournal(1) { folder throws in
            let problems = Locked<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 4) { number in
                do {
                    try open(folder).put(.checkIn(Samples.checkIn("n\(number)")))
                } catch {
                    problems.change { $0.append("\(error)") }
                }
            }
            #expect(problems.value == [])
            #expect(Set(try open(folder).history().checkIns.map(\.id)) == ["c1", "c2", "n0", "n1", "n2", "n3"])
            #expect(
                try texts(
                    "SELECT identifier FROM grdb_migrations",
                    in: "\(folder)/journal.sqlite.before-\(JournalSchema.newest)") == ["1"])
        }
    }
}
