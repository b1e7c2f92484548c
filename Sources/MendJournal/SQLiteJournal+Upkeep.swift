import MendCore
import MendPlatform

extension SQLiteJournal {
    /// Copies the journal as it is at one moment; others may write meanwhile.
    ///
    /// Of what was deleted nothing goes along, and the copy needs no log beside it.
    /// - Throws: `JournalError.notWritable` for a full disk, and those of reading.
    package func copy(into file: PrivateFile) throws {
        do {
            try database.use { try $0.run("VACUUM INTO ?", .text(file.path)) }
        } catch let error as SQLiteError where [.notWritable, .notOpened].contains(error.cause) {
            throw JournalError.notWritable(
                path: file.place, reason: .sqlite(code: Int(error.code), error.words))
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    /// Whether a path is one of the names that the journal needs for itself.
    package func owns(_ other: String) -> Bool {
        let (theirs, own) = (Directory.parts(of: other), Directory.parts(of: path))
        return Directory.areSame(theirs.folder, own.folder) && theirs.name.hasPrefix(own.name)
    }

    /// Lets no byte stay of what was deleted: neither in the journal nor in its log.
    /// - Throws: `JournalError.locked` while others read an older state.
    public func sweep() throws {
        try translating {
            try database.use { connection in
                try connection.run("VACUUM")
                let isBusy = try connection.first("PRAGMA wal_checkpoint(TRUNCATE)") { try $0.flag(0) }
                if isBusy == true { throw JournalError.locked(path: path) }
            }
        }
    }

    /// What is wrong with the file.
    /// - Parameter isThorough: compares every index with its table, too.
    public func integrityFaults(isThorough: Bool) throws -> [IntegrityFault] {
        try read { connection in
            let check = isThorough ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)"
            let faults = try connection.all(check) { try $0.text(0) }.filter { $0 != "ok" }
            let orphans = try connection.all("PRAGMA foreign_key_check") { _ in }.count
            return faults.map(IntegrityFault.sqlite) + (orphans == 0 ? [] : [.orphans(orphans)])
        }
    }
}
