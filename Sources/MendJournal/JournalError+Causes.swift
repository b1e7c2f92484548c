import MendCore
import MendPlatform
import SystemPackage

extension JournalError {
    /// What went wrong with a file, as what went wrong with a journal, a backup, or a file beside them.
    package init(_ fault: FileFault) {
        self =
            switch fault {
            case .exposed(let path, let mode): .exposed(path: path, mode: mode)
            case .foreign(let path, let chown): .foreign(path: path, chown: chown)
            case .inTheWay(let path): .inTheWay(path: path)
            case .foreignFolder(let path): .foreignFolder(path: path)
            case .openFolder(let path): .openFolder(path: path)
            case .symbolicLink(let path): .symbolicLink(path: path)
            case .notAFile(let path): .notAFile(path: path)
            case .exists(let path): .fileExists(path: path)
            case .locked(let path): .locked(path: path)
            case .notWritable(let path, let reason): .notWritable(path: path, reason: Reason(reason))
            }
    }

    /// Does something with files, and throws what goes wrong there as what goes wrong with a journal.
    package static func translatingFaults<Result: ~Copyable>(
        _ body: () throws(FileFault) -> Result
    ) throws(JournalError) -> Result {
        do { return try body() } catch { throw JournalError(error) }
    }

    /// What SQLite has refused.
    init(_ error: SQLiteError, path: String) {
        let reason = Reason.sqlite(code: Int(error.code), error.words)
        self =
            switch error.cause {
            case .inUse: .locked(path: path)
            case .notWritable: .notWritable(path: path, reason: reason)
            case .notOpened: .unreadable(path: path, reason: reason)
            case .unfit: .damaged(path: path, reason: reason)
            }
    }

    /// What stands in a row that cannot stand there.
    init(_ error: RowError, path: String) {
        let reason: Reason =
            switch error {
            case .table(let name): .table(name)
            case .column(let name): .column(name)
            }
        self = .damaged(path: path, reason: reason)
    }
}

extension JournalError.Reason {
    package init(_ error: Errno) { self = .system(error.description) }

    /// Why the system's call before this one has failed.
    package static var lastOfSystem: JournalError.Reason { JournalError.Reason(Errno.last) }
}
