internal import CSQLite
import MendPlatform

/// One connection to a database. A class, because it owns SQLite's handle; for one thread at a time (`SharedConnection`).
final class Connection {
    private let handle: OpaquePointer

    /// How long a statement waits while others write: so often, and so many milliseconds each time.
    private static let (looks, pause): (Int32, Int32) = (500, 10)

    /// Opens a file, or makes it.
    init(path: String) throws(SQLiteError) {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &opened, flags, nil)
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
        try run("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF")
    }

    /// Opens a file for a look that changes nothing: no log is made beside it, none is read, and nothing is locked.
    init(lookingAt path: String) throws(SQLiteError) {
        var opened: OpaquePointer?
        let name = PercentEncoding.encoded(path) {
            PercentEncoding.isLetterOrDigit($0) || "/-._".utf8.contains($0)
        }
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2("file:\(name)?immutable=1", &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            sqlite3_close(opened)
            throw SQLiteError(code, at: .open)
        }
        handle = opened
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
