internal import CSQLite

/// A statement that is prepared once and run as often as needed. A class, because it owns SQLite's statement.
final class Statement {
    /// It cannot outlive its connection.
    private let connection: Connection
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer, of connection: Connection) {
        (self.handle, self.connection) = (handle, connection)
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Runs it to its end. What it returns is passed over.
    func run(_ arguments: [SQLiteValue]) throws {
        try forEachRow(arguments) { _ in }
    }

    /// - Parameter body: what it throws ends the run.
    func forEachRow(_ arguments: [SQLiteValue], _ body: (Row) throws -> Void) throws {
        try bind(arguments)
        defer { reset() }
        while try step() { try body(Row(handle)) }
    }

    /// The first row; the others are not looked at.
    func firstRow<Value>(_ arguments: [SQLiteValue], _ read: (Row) throws -> Value) throws -> Value? {
        try bind(arguments)
        defer { reset() }
        return try step() ? read(Row(handle)) : nil
    }

    /// Whether it stands on a row.
    private func step() throws(SQLiteError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        case let code: throw SQLiteError(code, at: .run)
        }
    }

    /// Makes it ready for the next run; what it was given is given up, with the locks that it held.
    private func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    private func bind(_ arguments: [SQLiteValue]) throws(SQLiteError) {
        precondition(arguments.count == sqlite3_bind_parameter_count(handle), "a value for each ?")
        for (index, value) in arguments.enumerated() {
            let code = bind(value, at: Int32(index + 1))
            if code != SQLITE_OK { throw SQLiteError(code, at: .bind) }
        }
    }

    private func bind(_ value: SQLiteValue, at place: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, place)
        case .integer(let number): return sqlite3_bind_int64(handle, place, Int64(number))
        case .text(let text):
            // With its length: a text that holds U+0000 does not end there.
            return text.withCString {
                sqlite3_bind_text64(
                    handle, place, $0, UInt64(text.utf8.count), mend_sqlite_transient(), UInt8(SQLITE_UTF8))
            }
        case .bytes(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, place, 0) }
            return sqlite3_bind_blob64(handle, place, bytes, UInt64(bytes.count), mend_sqlite_transient())
        }
    }
}
