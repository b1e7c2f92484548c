internal import CSQLite

/// The row on which a statement stands: good until its statement goes on. Columns are counted from 0.
///
/// A damaged file may hold anything anywhere, so a value of another type is an error, which names the column alone.
struct Row {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) {
        self.statement = statement
    }

    func text(_ column: Int32) throws(RowError) -> String {
        guard let text = try textIfPresent(column) else { throw fault(column) }
        return text
    }

    /// Nil for NULL.
    func textIfPresent(_ column: Int32) throws(RowError) -> String? {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_TEXT: string(sqlite3_column_text(statement, column), column)
        case SQLITE_NULL: nil
        default: throw fault(column)
        }
    }

    /// Text, whether it stands as TEXT or as BLOB. Nil for NULL.
    func freeText(_ column: Int32) throws(RowError) -> String? {
        guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return try textIfPresent(column) }
        return string(sqlite3_column_blob(statement, column), column)
    }

    func integer(_ column: Int32) throws(RowError) -> Int {
        guard let number = try integerIfPresent(column) else { throw fault(column) }
        return number
    }

    /// Nil for NULL.
    func integerIfPresent(_ column: Int32) throws(RowError) -> Int? {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: Int(sqlite3_column_int64(statement, column))
        case SQLITE_NULL: nil
        default: throw fault(column)
        }
    }

    func flag(_ column: Int32) throws(RowError) -> Bool {
        try integer(column) != 0
    }

    /// Nil for NULL.
    func flagIfPresent(_ column: Int32) throws(RowError) -> Bool? {
        try integerIfPresent(column).map { $0 != 0 }
    }

    /// What is to be thrown for a column that holds what nobody has written there.
    func fault(_ column: Int32) -> RowError {
        .column(sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "")
    }

    /// Its bytes are counted: U+0000 is a character like any other.
    private func string(_ start: UnsafeRawPointer?, _ column: Int32) -> String {
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A row holds what no version of mend has written there. It names the place only.
enum RowError: Error, Equatable {
    case table(String)
    case column(String)
}
