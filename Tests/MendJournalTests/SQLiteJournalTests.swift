import Foundation
import MendCore
import MendKeeping
import MendText
import Testing

@testable import MendJournal

/// What the journal on disk promises besides: who may read it, and what it says when it cannot go on.
@Suite struct SQLiteJournalTests {
    @discardableResult
    private func make(in folder: String) throws -> SQLiteJournal {
        try SQLiteJournal.create(in: folder, records: try Samples.everything().records, zones: SystemZones.find)
    }

    private func open(_ folder: String) throws -> SQLiteJournal {
        try SQLiteJournal(directory: folder, zones: SystemZones.find)
    }

    private func failure(toOpen folder: String) -> JournalError? {
        #expect(throws: JournalError.self) { _ = try open(folder).history() }
    }

    private func mode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    private func bytes(in folder: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: SQLiteJournal.path(in: folder)))
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// Changes the file by another way than the journal's.
    private func execute(_ sql: String, in folder: String) throws {
        try Connection(path: SQLiteJournal.path(in: folder)).run(sql)
    }

    // MARK: Files

    @Test func isReadableByItsOwnerAlone() throws {
        try inFreshFolder { folder in
            let journal = try make(in: "\(folder)/a/b")
            try journal.put(.checkIn(Samples.checkIn("c9")))
            #expect(try mode("\(folder)/a/b") == 0o700)
            #expect(try names(in: "\(folder)/a/b") == ["journal.sqlite", "journal.sqlite-shm", "journal.sqlite-wal"])
            for name in try names(in: "\(folder)/a/b") {
                #expect(try mode("\(folder)/a/b/\(name)") == 0o600, "\(name)")
            }
        }
    }

    @Test func staysWhenTheProcessIsOver() throws {
        try inFreshFolder { folder in
            try make(in: folder)
            #expect(try open(folder).history() == Samples.everything())
            #expect(try open("\(folder)/").history() == Samples.everything())
            #expect(try names(in: folder) == ["journal.sqlite"])
        }
    }

    @Test func refusesToReplaceAHousehold() throws {
        try inFreshFolder { folder in
            try make(in: folder)
            let before = try bytes(in: folder)
            #expect(throws: JournalError.householdExists(path: folder)) { try make(in: folder) }
            #expect(try bytes(in: folder) == before)
            #expect(try names(in: folder) == ["journal.sqlite"])
        }
    }

    @Test func whatCannotBeMadeLeavesNothingBehind() throws {
        try inFreshFolder { folder in
            let records: [JournalRecord] = [
                .household(try Samples.household()), .rupture(Samples.rupture("r1", with: "nobody")),
            ]
            for directory in ["\(folder)/new", "\(folder)/a/b/c"] {
                #expect(throws: JournalError.self) {
                    try SQLiteJournal.create(in: directory, records: records, zones: SystemZones.find)
                }
            }
            #expect(try names(in: folder) == [])
        }
    }

    @Test func whatCannotBeMadeLeavesOtherFilesAlone() throws {
        try inFreshFolder { folder in
            try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/diary.txt"))
            #expect(throws: JournalError.self) {
                try SQLiteJournal.create(
                    in: folder,
                    records: [.household(try Samples.household()), .attempt(Samples.attempt("t1", of: "nothing"))],
                    zones: SystemZones.find)
            }
            #expect(try names(in: folder) == ["diary.txt"])
        }
    }

    @Test func saysWhereItCannotBeMade() throws {
        try inFreshFolder { folder in
            let file = "\(folder)/file"
            try Data().write(to: URL(fileURLWithPath: file))
            for directory in ["\(file)/household", "/proc/mend-household"] {
                let error = #expect(throws: JournalError.self) { try make(in: directory) }
                guard case .notWritable(directory, _) = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
        }
    }

    @Test func saysWhereThereIsNoHousehold() throws {
        try inFreshFolder { folder throws in
            for directory in [folder, "\(folder)/none", "\(folder)/none/deeper"] {
                #expect(failure(toOpen: directory) == .noHousehold(path: directory))
            }
            #expect(try names(in: folder) == [])
        }
    }

    /// Whoever looks into folders of others would be kept for ever by one of them.
    @Test(arguments: ["-journal", "-wal", "-shm"])
    func waitsForNoPipeInPlaceOfALog(_ suffix: String) throws {
        try inFreshFolder { folder in
            try make(in: folder)
            let pipe = SQLiteJournal.path(in: folder) + suffix
            unlink(pipe)
            #expect(mkfifo(pipe, 0o600) == 0)
            #expect(failure(toOpen: folder) == .notAFile(path: pipe))
            #expect(throws: JournalError.householdExists(path: folder)) { try make(in: folder) }
        }
    }

    /// A crash between making the file and filling it leaves an empty one.
    @Test func anEmptyFileIsNoHouseholdAndStaysEmpty() throws {
        try inFreshFolder { folder in
            try Data().write(to: URL(fileURLWithPath: SQLiteJournal.path(in: folder)))
            #expect(failure(toOpen: folder) == .noHousehold(path: folder))
            #expect(try bytes(in: folder).isEmpty)
        }
    }

    @Test func anEmptyFileDoesNotStandInTheWayOfAHousehold() throws {
        try inFreshFolder { folder in
            try Data().write(to: URL(fileURLWithPath: SQLiteJournal.path(in: folder)))
            try make(in: folder)
            #expect(try open(folder).history() == Samples.everything())
            #expect(try mode(SQLiteJournal.path(in: folder)) == 0o600)
        }
    }

    // MARK: Several at once

    @Test func severalConnectionsLoseNothing() throws {
        try inFreshFolder { folder in
            _ = try SQLiteJournal.create(
                in: folder, records: [.household(try Samples.household())], zones: SystemZones.find)
            let problems = Locked<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                do {
                    let journal = try open(folder)
                    for _ in 0..<10 {
                        try journal.update { history in
                            ([.put(.checkIn(Samples.checkIn("c\(history.checkIns.count)")))], ())
                        }
                    }
                } catch {
                    problems.change { $0.append("\(error)") }
                }
            }
            #expect(problems.value == [])
            #expect(try open(folder).history().checkIns.map(\.id) == (0..<40).map { "c\($0)" })
        }
    }

    @Test func aSecondConnectionSeesWhatTheFirstHasWritten() throws {
        try inFreshFolder { folder in
            let (first, second) = (try make(in: folder), try open(folder))
            try first.put(.checkIn(Samples.checkIn("c3")))
            #expect(try second.update { history in ([], history.checkIns.map(\.id)) } == ["c1", "c2", "c3"])
            #expect(try second.history().checkIns.map(\.id) == ["c1", "c2", "c3"])
        }
    }

    /// The wait of five seconds is the journal's own.
    @Test func saysLockedWhileAnotherWritesButCanBeRead() throws {
        try inFreshFolder { folder in
            let (holder, other) = (try make(in: folder), try open(folder))
            try holder.update { _ throws in
                #expect(try open(folder).history() == Samples.everything())
                #expect(throws: JournalError.locked(path: SQLiteJournal.path(in: folder))) {
                    try other.put(.checkIn(Samples.checkIn("c9")))
                }
                return ([], ())
            }
            #expect(try other.history() == Samples.everything())
            // Free again, it takes what comes.
            try other.put(.checkIn(Samples.checkIn("c9")))
            #expect(try holder.history().checkIns.map(\.id) == ["c1", "c2", "c9"])
        }
    }

    // MARK: Files that cannot be used

    @Test func refusesAJournalOfANewerVersion() throws {
        try inFreshFolder { folder in
            try make(in: folder)
            try execute("INSERT INTO grdb_migrations (identifier) VALUES ('2226-a-later-one')", in: folder)
            let before = try bytes(in: folder)
            #expect(failure(toOpen: folder) == .newerVersion(path: SQLiteJournal.path(in: folder)))
            #expect(try bytes(in: folder) == before)
            #expect(throws: JournalError.householdExists(path: folder)) { try make(in: folder) }
        }
    }

    @Test(arguments: ["no", "SQLite format 3", String(repeating: "no database ", count: 1000)])
    func saysDamagedOfAFileThatIsNoDatabase(_ text: String) throws {
        try inFreshFolder { folder in
            try Data(text.utf8).write(to: URL(fileURLWithPath: SQLiteJournal.path(in: folder)))
            chmod(SQLiteJournal.path(in: folder), 0o600)
            try expectDamaged(folder)
        }
    }

    @Test func saysDamagedOfACutOffFile() throws {
        try inFreshFolder { folder in
            let note = String(repeating: "again. ", count: 20_000)
            try make(in: folder).put(.rupture(Samples.rupture("r9", note: note)))
            let whole = try bytes(in: folder)
            try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: SQLiteJournal.path(in: folder)))
            try expectDamaged(folder)
        }
    }

    @Test(arguments: [
        "UPDATE household SET zone = 'Mars/Olympus'", "UPDATE household SET quiet = 'always'", "DROP TABLE delivery",
        "UPDATE person SET relation = 'Secretname'", "UPDATE person SET born = 'yesterday'",
        "UPDATE person SET closed = 'sometimes'",
        "UPDATE person SET away = 'far'", "UPDATE person SET sleep = 'late'", "UPDATE person SET good = 'soon'",
        "UPDATE rupture SET kind = 'Secretname'", "UPDATE rupture SET zone = 'blue'",
        "UPDATE attempt SET outcome = 'maybe'",
        "UPDATE attempt SET roadblock = 'fear'", "UPDATE checkIn SET zone = 'blue'",
        "UPDATE channel SET kind = 'pigeon'",
        "UPDATE subscription SET scope = 'secrets'", "UPDATE delivery SET outcome = 'lost'",
        "UPDATE rupture SET at = 9223372036854775807", "UPDATE attempt SET recorded = -9223372036854775808",
        "UPDATE subscription SET created = 253402300800", "UPDATE household SET cap = -1",
        "UPDATE published SET sequence = 9223372036854775807",
        "UPDATE published SET item = 'Secretname' WHERE title IS NULL",
        "UPDATE published SET voice = 'loud' WHERE title IS NOT NULL", "UPDATE published SET title = NULL",
        "UPDATE published SET because = '[{}]'", "UPDATE published SET tips = 'first'",
        "UPDATE published SET minutes = 9223372036854775807",
        "UPDATE delivery SET item = 'Secretname' WHERE item <> 'begin'",
        "UPDATE hold SET until = 9223372036854775807", "UPDATE household SET good = 'soon'",
        // What only a damaged file can hold.
        "ALTER TABLE contact RENAME TO old; CREATE TABLE contact AS SELECT name, NULL AS number, purpose FROM old",
        "ALTER TABLE checkIn RENAME TO old; CREATE TABLE checkIn AS SELECT id, person, 'Secretname' AS at, zone FROM old",
        "ALTER TABLE delivery RENAME TO old; CREATE TABLE delivery AS SELECT item, at, outcome FROM old",
    ])
    func saysDamagedOfRowsThatNobodyWrote(_ sql: String) throws {
        try inFreshFolder { folder in
            try make(in: folder)
            try execute(sql, in: folder)
            try expectDamaged(folder)
        }
    }

    private func expectDamaged(_ folder: String) throws {
        let before = try bytes(in: folder)
        let error = try #require(failure(toOpen: folder))
        guard case .damaged(SQLiteJournal.path(in: folder), _) = error else {
            Issue.record("\(error)")
            return
        }
        for secret in ["Secretname", "Ada", "shouted", "again"] {
            #expect(!error.english.contains(secret))
        }
        #expect(try bytes(in: folder) == before)
    }

    // MARK: Columns for queries

    /// What an item is about can be asked for without taking its id apart.
    @Test func writesWhatAnItemIsAboutInColumns() throws {
        let day = try #require(LocalDay("2026-04-03"))
        let items: [ItemKey] = [
            .slot(.weekly, day), .milestone(person: "ada", day), Samples.calm("r1"),
            .rung(RungKey(anchor: "r2", attempt: "t1", rung: .tryAgain, number: 3)),
        ]
        try inFreshFolder { folder in
            let journal = try make(in: folder)
            try journal.write(try journal.history().published.map { .remove(.published(item: $0.item)) })
            try journal.write(
                try journal.history().deliveries.map { .remove(.delivery(item: $0.item, channel: $0.channel)) })
            for item in items {
                try journal.put(.published(Samples.published(item)), .delivery(Samples.delivery(item, "mail")))
            }
            let expected = [
                "weekly.2026-04-03 weekly - - 2026-04-03", "milestone.ada.2026-04-03 milestone - ada 2026-04-03",
                "r1.calm calm r1 - -", "r2.t1.try-again.3 try-again r2 - -",
            ]
            for table in ["published", "delivery"] {
                #expect(try Self.columns(of: table, in: folder) == expected)
            }
        }
    }

    private static func columns(of table: String, in folder: String) throws -> [String] {
        try Connection(path: SQLiteJournal.path(in: folder)).all(
            """
            SELECT item || ' ' || kind || ' ' || ifnull(rupture, '-') || ' ' || ifnull(person, '-') || ' '
                || ifnull(day, '-') FROM \(table) ORDER BY rowid
            """
        ) { try $0.text(0) }
    }

    // MARK: Nothing is cut

    /// SQLite ends a text at U+0000. A line that holds one is refused, or it comes back whole; it is never cut.
    @Test(arguments: [
        #"{"type": "contact", "name": "a\u0000b", "number": "1"}"#,
        #"{"type": "contact", "name": "a", "number": "1\u00002", "for": "a\u0000b"}"#,
        #"{"type": "channel", "name": "mail", "kind": "mail", "to": "a\u0000b"}"#,
        #"{"type": "subscription", "name": "phone", "open": false, "secretHash": "a\u0000b"}"#,
        #"{"type": "published", "item": "a\u0000b", "start": "2026-01-05T17:40:00-05:00", "sequence": 0, "modified": "2026-01-05T17:40:00-05:00"}"#,
        #"{"type": "published", "item": "a", "prompt": "a\u0000b", "start": "2026-01-05T17:40:00-05:00", "sequence": 0, "modified": "2026-01-05T17:40:00-05:00"}"#,
        #"{"type": "delivery", "item": "a\u0000b", "channel": "mail", "at": "2026-01-05T17:40:00-05:00", "outcome": "sent"}"#,
        #"{"type": "delivery", "item": "a", "channel": "a\u0000b", "at": "2026-01-05T17:40:00-05:00", "outcome": "sent"}"#,
    ])
    func takesNoTextThatItWouldCut(_ line: String) throws {
        let text = """
            {"type": "household", "version": 1, "id": "k7Qm2xW9", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3}
            \(line)

            """
        let reader = HouseholdFileReader(now: Samples.now, zones: SystemZones.find)
        guard let history = try? reader.history(from: Data(text.utf8)) else { return }
        try inFreshFolder { folder in
            let journal = try SQLiteJournal.create(in: folder, records: history.records, zones: SystemZones.find)
            #expect(HouseholdFile.text(of: try journal.history()) == text)
        }
    }
}
