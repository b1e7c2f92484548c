import Foundation
import GRDB
import MendCore

/// A household's journal in an SQLite file: write-ahead log, one write one transaction, readable by its owner only.
public final class SQLiteJournal: Journal {
    let database: DatabaseQueue
    let path: String
    let zones: ZoneFinder

    /// The name of the file in a household's directory.
    public static let fileName = "journal.sqlite"

    /// Opens the journal of a directory.
    /// - Parameter zones: finds the household's zone by name.
    /// - Throws: `JournalError`.
    public convenience init(directory: String, zones: @escaping ZoneFinder) throws {
        let path = Self.path(in: directory)
        try Doors.check(file: path)
        // A crash between making the file and filling it leaves an empty one.
        if Self.isEmptyFile(path) { throw JournalError.noHousehold(path: directory) }
        guard FileManager.default.fileExists(atPath: path) else {
            throw access(directory, F_OK) == 0 && access(directory, R_OK | X_OK) != 0
                ? JournalError.unreadable(path: directory, reason: String(cString: strerror(errno)))
                : JournalError.noHousehold(path: directory)
        }
        try Doors.check(directory: directory)
        guard access(path, R_OK) == 0 else {
            throw JournalError.unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        try self.init(path: path, zones: zones)
        guard try hasHousehold() else { throw JournalError.noHousehold(path: directory) }
    }

    /// Makes a journal in a directory, which is made too (0700), and fills it with records in one transaction.
    /// - Throws: `JournalError`; what was made is taken away again.
    public static func create(in directory: String, records: [JournalRecord], zones: @escaping ZoneFinder) throws
        -> SQLiteJournal
    {
        let path = path(in: directory)
        guard isFree(path) else { throw JournalError.householdExists(path: directory) }
        let missing = missingFolders(above: path)
        do {
            try makeFolder(directory)
            try Doors.check(directory: directory)
            try Doors.check(file: path)
            // The file is there, and its owner's alone, before SQLite opens it; its companions take over the mode.
            let file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard file >= 0 else {
                throw JournalError.notWritable(path: path, reason: String(cString: strerror(errno)))
            }
            defer { close(file) }
            fchmod(file, 0o600)
            // Of several that find the file empty, one fills it.
            guard flock(file, LOCK_EX | LOCK_NB) == 0, isFree(path) else {
                throw JournalError.householdExists(path: directory)
            }
            do {
                let journal = try SQLiteJournal(path: path, zones: zones)
                try journal.insert(records)
                return journal
            } catch {
                for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
                throw error
            }
        } catch {
            for folder in missing { rmdir(folder) }
            throw error
        }
    }

    /// Whether no household is in the way: a crash while one was made leaves an empty file, or tables without one.
    static func isFree(_ path: String) -> Bool {
        guard access(path, F_OK) == 0, !isEmptyFile(path) else { return true }
        // A look that changes nothing: whoever only finds that it is in use shall not migrate it.
        let hasHousehold = try? DatabaseQueue(path: path).read { database in
            try database.tableExists("household") && JournalRows.hasHousehold(in: database)
        }
        return hasHousehold == false
    }

    /// Makes a directory and its parents, each its owner's from the first moment on.
    static func makeFolder(_ directory: String) throws(JournalError) {
        for folder in missingFolders(above: path(in: directory)).reversed()
        where mkdir(folder, 0o700) != 0 && errno != EEXIST {
            throw .notWritable(path: directory, reason: String(cString: strerror(errno)))
        }
    }

    /// The folders that are not there yet, the deepest first.
    static func missingFolders(above path: String) -> [String] {
        var missing: [String] = []
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            guard !rest.isEmpty, !FileManager.default.fileExists(atPath: String(rest)) else { break }
            missing.append(String(rest))
        }
        return missing
    }

    static func isEmptyFile(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.type] as? FileAttributeType == .typeRegular && attributes?[.size] as? Int == 0
    }

    /// Opens a copy that nobody else knows of: no log beside it, and no copy of it before a migration.
    convenience init(staged path: String, zones: @escaping ZoneFinder) throws {
        try self.init(path: path, zones: zones, isStaged: true)
        guard try hasHousehold() else { throw JournalError.damaged(path: path, reason: "no household is in it") }
    }

    init(path: String, zones: @escaping ZoneFinder, isStaged: Bool = false) throws {
        self.path = path
        self.zones = zones
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.label = "journal"
        configuration.prepareDatabase { database in
            // What SQLite sorts or rebuilds stays out of the directory for temporary files.
            try database.execute(
                sql: """
                    PRAGMA journal_mode = \(isStaged ? "MEMORY" : "WAL"); PRAGMA synchronous = FULL;
                    PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY
                    """)
        }
        do {
            database = try DatabaseQueue(path: path, configuration: configuration)
            let (applied, isEmpty) = try database.read { database in
                (
                    try JournalSchema.applied(in: database),
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
                )
            }
            let known = JournalSchema.migrations.map(\.name)
            guard Set(applied).isSubset(of: known) else { throw JournalError.newerVersion(path: path) }
            guard !applied.isEmpty || isEmpty && !isStaged else {
                throw JournalError.damaged(path: path, reason: "it is no journal of mend")
            }
            if applied.count < known.count {
                try migrate(keepingCopy: !applied.isEmpty && !isStaged)
            }
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    /// What a copy of an older journal is called, before the schema's version.
    static let beforeMigration = fileName + ".before-"

    private func migrate(keepingCopy: Bool) throws {
        guard keepingCopy else { return try database.writeWithoutTransaction(JournalSchema.migrate) }
        let newest = JournalSchema.newest
        // Whoever else comes with the same aim waits here, and finds it done.
        let copy = try PrivateFile(for: "\(path).before-\(newest)")
        guard try database.read(JournalSchema.applied).count < JournalSchema.migrations.count else { return }
        try self.copy(into: copy)
        try copy.put(replacing: true)
        try database.writeWithoutTransaction(JournalSchema.migrate)
        // The copies of the migrations before have done their service.
        for name in JournalSchema.migrations.map(\.name) where name != newest { unlink("\(path).before-\(name)") }
    }

    public static func path(in directory: String) -> String {
        directory.hasSuffix("/") ? directory + fileName : "\(directory)/\(fileName)"
    }

    // MARK: Journal

    public func history() throws -> History {
        try read { try JournalRows.history(in: $0, zones: zones) }
    }

    public func update<Result>(
        _ decide: (History) throws -> (changes: [Change], result: Result)
    ) throws -> Result {
        try write { database in
            let decision = try decide(JournalRows.history(in: database, zones: zones))
            for change in decision.changes {
                switch change {
                case .put(let record): try JournalRows.put(record, in: database)
                case .remove(let key): try JournalRows.remove(key, in: database)
                }
            }
            return decision.result
        }
    }

    public func version() throws -> JournalVersion {
        try read { database in
            JournalVersion(
                own: database.totalChangesCount, others: try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0)
        }
    }

    /// Empties the journal and takes its files away. Afterwards there is no household in it.
    public func erase() throws {
        try write { database in
            // What refers to others goes first.
            for table in JournalSchema.tables.reversed() { try database.execute(sql: "DELETE FROM \(table)") }
        }
        try translating {
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        }
        for suffix in ["", "-wal", "-shm"] where unlink(path + suffix) != 0 && errno != ENOENT {
            throw JournalError.notWritable(path: path + suffix, reason: String(cString: strerror(errno)))
        }
    }

    private func insert(_ records: [JournalRecord]) throws {
        try write { database in
            for record in records { try JournalRows.put(record, in: database) }
        }
    }

    func hasHousehold() throws -> Bool {
        try read { try JournalRows.hasHousehold(in: $0) }
    }

    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try translating { try database.read(body) }
    }

    func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try translating { try database.write(body) }
    }

    // MARK: Errors

    func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw Self.translated(error, path: path) }
    }

    /// SQLite's messages may quote what was written, so only its code goes on.
    static func translated(_ error: any Error, path: String) -> any Error {
        if let error = error as? RowError { return JournalError.damaged(path: path, reason: error.description) }
        // Its own words hold the row.
        if error is RowDecodingError { return JournalError.damaged(path: path, reason: "a value of another type") }
        guard let error = error as? DatabaseError else { return error }
        let reason = "SQLite: \(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return JournalError.locked(path: path)
        case .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR: return JournalError.notWritable(path: path, reason: reason)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: return JournalError.unreadable(path: path, reason: reason)
        default: return JournalError.damaged(path: path, reason: reason)
        }
    }
}
