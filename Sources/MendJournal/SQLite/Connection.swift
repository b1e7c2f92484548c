internal import CSQLite
import MendPlatform

/// One connection to a database. A class, because it owns SQLite's handle; for one thread at a time (`SharedConnection`).
final class Connection {
    private let handle: OpaquePointer

    /// How long a statement waits while others write: so often, and so many milliseconds each time.
    private static let (looks, pause): (Int32, Int32) = (500, 10)

    /// Opens a file, or makes it.
    convenience init(path: String) throws(SQLiteError) {
        try self.init(name: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        try run("PRAGMA foreign_keys = ON")
    }

    /// Opens a file where nothing can be written, neither it nor what SQLite keeps beside it: a write-ahead log is read as it is.
    convenience init(reading path: String) throws(SQLiteError) {
        let name = "file:" + PercentEncoding.path(path)
        let hasLog = Directory.size(of: path + "-wal") ?? 0 > 0
        guard hasLog else {
            // Nobody can change it either, so SQLite need not look whether somebody does.
            try self.init(name: name + "?mode=ro&immutable=1", flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
            return
        }
        let hasIndex = Self.hasIndex(path)
        // Without the log's index one is made in memory, and that SQLite does for who holds the file alone.
        try self.init(
            name: name + "?mode=ro" + (hasIndex ? "" : "&vfs=unix-none"), flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
        if !hasIndex { try run("PRAGMA locking_mode = EXCLUSIVE") }
    }

    /// The least that a log's index takes (SQLite, "WAL-mode File Format", §2).
    static let indexBytes = 32 * 1024

    /// Whether a whole index of the log is there.
    static func hasIndex(_ path: String) -> Bool { Directory.size(of: path + "-shm") ?? 0 >= indexBytes }

    /// A copy in memory, which goes with this value.
    convenience init(copying other: Connection) throws(SQLiteError) {
        try self.init(name: ":memory:", flags: SQLITE_OPEN_READWRITE)
        guard let copy = sqlite3_backup_init(handle, "main", other.handle, "main") else {
            throw SQLiteError(sqlite3_errcode(handle), at: .open)
        }
        sqlite3_backup_step(copy, -1)
        let code = sqlite3_backup_finish(copy)
        guard code == SQLITE_OK else { throw SQLiteError(code, at: .run) }
        try run("PRAGMA foreign_keys = ON")
    }

    private init(name: String, flags: Int32) throws(SQLiteError) {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            // Even a failure leaves a handle.
            sqlite3_close(opened)
            throw SQLiteError(code, at: .open)
        }
        handle = opened
        // SQLite's own way of waiting looks ever more seldom: among many that write, who has waited longest comes last.
        sqlite3_busy_handler(
            handle,
            { _, tries in
                sqlite3_sleep(Connection.pause)
                return tries < Connection.looks ? 1 : 0
            }, nil)
        // What a file's own schema calls shall do nothing but compute.
        try run("PRAGMA trusted_schema = OFF")
    }

    /// Opens a file for a look that changes nothing: no log is made beside it, none is read, and nothing is locked.
    convenience init(lookingAt path: String) throws(SQLiteError) {
        try self.init(
            name: "file:\(PercentEncoding.path(path))?mode=ro&immutable=1",
            flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
    }

    deinit {
        // Its statements hold it, so none is left.
        sqlite3_close(handle)
    }

    /// Runs one statement or several, which take no arguments and of which no row is wanted.
    func run(_ sql: String) throws(SQLiteError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        if code != SQLITE_OK { throw SQLiteError(code, at: .run) }
    }

    /// Runs one statement, each `?` of which takes one of the arguments.
    func run(_ sql: String, _ arguments: SQLiteValue...) throws {
        try prepare(sql).run(arguments)
    }

    /// What `read` makes of the first row; nil where there is none.
    func first<Value>(_ sql: String, _ arguments: SQLiteValue..., read: (Row) throws -> Value) throws -> Value? {
        try prepare(sql).firstRow(arguments, read)
    }

    /// What `read` makes of each row.
    func all<Value>(_ sql: String, _ arguments: SQLiteValue..., read: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try prepare(sql).forEachRow(arguments) { values.append(try read($0)) }
        return values
    }

    /// For what is run again and again: preparing takes longer than most runs.
    func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw SQLiteError(code, at: .prepare) }
        return Statement(prepared, of: self)
    }

    func hasTable(_ name: String) throws -> Bool {
        try first("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", .text(name)) { _ in } != nil
    }

    // MARK: Transactions

    /// When a transaction takes its lock.
    enum Start: String {
        /// With its first statement: it sees one state of the database, whoever writes meanwhile.
        case reading = "BEGIN DEFERRED"
        /// At once: nobody else writes until it ends.
        case writing = "BEGIN IMMEDIATE"
    }

    /// Keeps what `body` has done, or nothing of it when anything throws.
    func transaction<Result>(_ start: Start, _ body: () throws -> Result) throws -> Result {
        try run(start.rawValue)
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            // A full disk, for one, has rolled it back already.
            if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
            throw error
        }
    }
}
