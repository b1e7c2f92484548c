import Foundation
import GRDB
import MendCore

extension SQLiteJournal {
    /// Copies the journal as it is at one moment; others may write meanwhile.
    ///
    /// Of what was deleted nothing goes along, and the copy needs no log beside it.
    /// - Throws: `JournalError.notWritable` for a full disk, and those of reading.
    func copy(into file: PrivateFile) throws {
        do {
            try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [file.path]) }
        } catch let error as DatabaseError
            where [.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
        {
            throw JournalError.notWritable(path: file.place, reason: "SQLite: \(error.resultCode)")
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    /// Whether a path is one of the names that the journal needs for itself.
    func owns(_ other: String) -> Bool {
        let (folder, own) = (URL(fileURLWithPath: other).deletingLastPathComponent(), URL(fileURLWithPath: path))
        var (first, second) = (stat(), stat())
        guard stat(folder.path, &first) == 0, stat(own.deletingLastPathComponent().path, &second) == 0 else {
            return false
        }
        return first.st_ino == second.st_ino && first.st_dev == second.st_dev
            && URL(fileURLWithPath: other).lastPathComponent.hasPrefix(own.lastPathComponent)
    }

    /// Lets no byte stay of what was deleted: neither in the journal nor in its log.
    /// - Throws: `JournalError.locked` while others read an older state.
    public func sweep() throws {
        try translating {
            try database.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                let isBusy = try Bool.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? false
                if isBusy { throw JournalError.locked(path: path) }
            }
        }
    }

    /// What SQLite finds wrong with the file, in its words; they name pages and tables, never what is in them.
    /// - Parameter isThorough: compares every index with its table, too.
    public func integrityFaults(isThorough: Bool) throws -> [String] {
        try read { database in
            let check = isThorough ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)"
            let faults = try String.fetchAll(database, sql: check).filter { $0 != "ok" }
            let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
            return faults + (orphans == 0 ? [] : ["\(orphans) rows refer to what is not there"])
        }
    }
}
