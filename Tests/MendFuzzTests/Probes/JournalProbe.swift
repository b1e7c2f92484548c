import Foundation
import MendKeeping
import MendText

@testable import MendCore
@testable import MendJournal

/// A journal's file that was changed by something other than mend: a clear error or a history that can be used.
enum JournalProbe {
    /// - Parameter story: what `JournalDamage` does to it; with the second bit of the first byte set, values of another type
    ///   come before.
    static func check(_ story: [UInt8]) throws(Broken) {
        guard let whole else { throw Broken("no journal to damage") }
        let folder = FileManager.default.temporaryDirectory.path + "/mend-probe-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            let isLoose = story.first.map { $0 & 2 == 2 } == true
            let damage = JournalDamage(
                to: (isLoose ? try loosened(whole.file, story, in: folder) : whole.file, isLoose ? [] : whole.log),
                story: story)
            try write(damage.file, damage.log, in: folder)
        } catch {
            throw Broken("the damage cannot be done: \(error)")
        }
        do {
            try use(SQLiteJournal(directory: folder, zones: FileProbes.zones))
        } catch let broken as Broken {
            throw broken
        } catch let error as JournalError {
            let words = error.english.replacing(folder, with: "")
            try require(words.utf8.count > 20 && !words.contains("tower"), "an error that says too little or too much")
        } catch {
            throw Broken("an error of another kind: \(type(of: error))")
        }
    }

    /// Reads everything, makes an agenda of it, and writes.
    private static func use(_ journal: SQLiteJournal) throws {
        let history = try journal.history()
        _ = HouseholdFile.text(of: history)
        if let plan = FileProbes.base {
            let today = history.household.zone.day(of: TypedProbes.now)
            let builder = try? AgendaBuilder(plan: plan, history: history, now: TypedProbes.now)
            _ = builder?.agenda(from: today, through: today + 7)
        }
        _ = (try journal.sessions(), try journal.passphraseHash(), try journal.knownCopies())
        _ = try journal.integrityFaults(isThorough: false)
        try journal.update { history in
            ([.put(.checkIn(CheckIn(id: "probe", at: TypedProbes.now, zone: .green)))], ())
        }
        let after = try journal.history()
        try require(after.checkIns.contains { $0.id == "probe" }, "what was written is not there")
        try require(after.household == history.household, "another household")
    }

    // MARK: The journal that is damaged

    /// Closed, and with what was written last still in its log.
    private static let whole: (file: [UInt8], log: [UInt8])? = {
        let folder = FileManager.default.temporaryDirectory.path + "/mend-probe-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let reader = HouseholdFileReader(now: TypedProbes.now, zones: FileProbes.zones)
        guard let seed = Probe.records.seeds.first, let history = try? reader.history(from: Data(seed)),
            let journal = try? SQLiteJournal.create(in: folder, records: history.records, zones: FileProbes.zones)
        else { return nil }
        try? journal.put(WebSession(tokenHash: "a", device: "b", began: TypedProbes.now, used: TypedProbes.now))
        try? journal.sweep()
        guard let file = bytes(folder + "/journal.sqlite") else { return nil }
        for number in 0..<40 {
            let checkIn = CheckIn(id: "k\(number)", at: TypedProbes.now + -number.minutes, zone: .yellow)
            try? journal.update { _ in ([.put(.checkIn(checkIn))], ()) }
        }
        return bytes(folder + "/journal.sqlite-wal").map { (file, $0) }
    }()

    private static func bytes(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map(Array.init)
    }

    private static func write(_ file: [UInt8], _ log: [UInt8]?, in folder: String) throws {
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let path = folder + "/journal.sqlite"
        for (path, bytes) in [(path, file)] + (log.map { [(path + "-wal", $0)] } ?? []) {
            _ = FileManager.default.createFile(
                atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        }
    }

    /// Without the types and conditions of its columns, and with values of the story in their place.
    private static func loosened(_ file: [UInt8], _ story: [UInt8], in folder: String) throws -> [UInt8] {
        try write(file, nil, in: folder)
        let path = folder + "/journal.sqlite"
        do {
            let connection = try Connection(path: path)
            try connection.run(
                """
                PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema SET sql = replace(replace(sql, ' STRICT', ''), ' NOT NULL', '');
                PRAGMA writable_schema = RESET
                """)
            for index in stride(from: 1, to: min(story.count - 1, 13), by: 2) {
                let (table, column) = columns[Int(story[index]) % columns.count]
                let value = values[Int(story[index + 1]) % values.count]
                try connection.run("UPDATE OR IGNORE \(table) SET \(column) = \(value)")
            }
            try connection.run("PRAGMA journal_mode = WAL")
        }
        return bytes(path) ?? []
    }

    private static let values = [
        "NULL", "''", "'tower'", "-1", "0", "9223372036854775807", "-9223372036854775808", "1e300", "x'00ff'",
        "'24:00-24:00'", "'2026-02-30'", "'daily 00:00-24:00'", "253402300800", "'00:00-24:00'",
        "'a' || char(10) || 'b'",
    ]

    private static let columns = [
        ("household", "id"), ("household", "zone"), ("household", "quiet"), ("household", "cap"),
        ("household", "country"), ("household", "shared"), ("contact", "name"), ("contact", "number"),
        ("person", "id"), ("person", "name"), ("person", "relation"), ("person", "born"), ("person", "closed"),
        ("person", "away"), ("person", "sleep"), ("person", "good"), ("rupture", "id"), ("rupture", "person"),
        ("rupture", "at"), ("rupture", "recorded"), ("rupture", "zone"), ("rupture", "note"), ("attempt", "rupture"),
        ("attempt", "at"), ("attempt", "recorded"), ("attempt", "outcome"), ("checkIn", "at"), ("checkIn", "person"),
        ("channel", "open"), ("channel", "destination"), ("subscription", "created"), ("subscription", "used"),
        ("subscription", "secretHash"), ("published", "start"), ("published", "sequence"), ("published", "modified"),
        ("delivery", "at"), ("delivery", "item"), ("published", "item"), ("published", "minutes"),
        ("published", "because"),
        ("published", "tips"), ("published", "voice"), ("published", "title"), ("hold", "until"),
        ("checkIn", "recorded"),
        ("household", "edited"), ("household", "away"), ("person", "ended"), ("session", "began"),
        ("session", "device"),
        ("grdb_migrations", "identifier"),
    ]
}
