internal import CSQLite

/// What SQLite refused, by its code alone: its messages may quote what was written, and so may a statement.
struct SQLiteError: Error, Equatable {
    enum Step: Equatable {
        case open, prepare, bind, run
    }

    /// What a code means to whoever called.
    enum Cause: Equatable {
        /// Somebody else holds it for now.
        case inUse
        case notWritable
        case notOpened
        /// The file is damaged or no database, or a statement does not fit it.
        case unfit
    }

    /// SQLite's primary result code.
    let code: Int32
    let step: Step

    init(_ code: Int32, at step: Step) {
        // The upper bits say more than anybody here asks.
        self.code = code & 0xFF
        self.step = step
    }

    var cause: Cause {
        switch code {
        case SQLITE_BUSY, SQLITE_LOCKED: .inUse
        case SQLITE_READONLY, SQLITE_FULL, SQLITE_IOERR: .notWritable
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .notOpened
        default: .unfit
        }
    }

    /// SQLite's words for the code, such as "database is locked".
    var words: String { String(cString: sqlite3_errstr(code)) }
}
