import MendCore
import MendJournal
import MendPlatform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A copy of a journal in a file of its own: a plain SQLite database with nothing beside it but its checksum.
public struct Backup {
    public let path: String

    /// - Throws: `JournalError.notWritable` for a name that a checksum file cannot hold.
    public init(path: String) throws(JournalError) {
        guard !path.hasSuffix("/"), !path.contains("\n"), !path.contains("\\") else {
            throw .notWritable(path: path, reason: .badName)
        }
        self.path = path
    }

    /// Copies a journal while others may write to it. The file is whole or absent, and its owner's alone.
    /// - Returns: whether others can read it all the same, on a file system without permissions.
    /// - Throws: `JournalError`.
    public func write(_ journal: SQLiteJournal, replacing: Bool) throws -> Bool {
        guard !journal.owns(path) else {
            throw JournalError.notWritable(path: path, reason: .journalsPlace)
        }
        if !replacing, access(path, F_OK) == 0 { throw JournalError.fileExists(path: path) }
        let file = try PrivateFile.begin(for: path)
        try journal.copy(into: file)
        try put(file, replacing: replacing)
        return file.isExposed
    }

    /// What a change has found.
    public enum Finding: Equatable {
        /// Not where it was.
        case absent
        /// Nothing in it to change, or another household's.
        case same
        case changed
    }

    /// Changes what is in it, with no trace of what was taken away, and makes its checksum anew. A backup of an older
    /// schema comes to the newest on the way.
    /// - Throws: `JournalError`; the backup is then as it was.
    public func rewrite(
        household: String, zones: @escaping ZoneFinder, _ change: (SQLiteJournal) throws -> Bool
    ) throws -> Finding {
        guard access(path, F_OK) == 0 || access(StagingName.path(for: path), F_OK) == 0 else { return .absent }
        // Somebody may be writing it just now: that is waited for.
        let file = try PrivateFile.begin(for: path)
        guard access(path, F_OK) == 0 else { return .absent }
        let hasChecksum = try Checksum(of: path).named() != nil
        do {
            let journal = try open(copyingTo: file, zones: zones)
            guard try journal.history().household.id == household, try change(journal) else { return .same }
            try journal.sweep()
        }
        if hasChecksum { try put(file, replacing: true) } else { try file.place(replacing: true) }
        return .changed
    }

    /// Takes it away, with its checksum.
    /// - Throws: `JournalError.notWritable`.
    public func remove() throws(JournalError) {
        guard access(path, F_OK) == 0 || access(StagingName.path(for: path), F_OK) == 0 else { return }
        // One that is being made, too: its lock is waited for.
        _ = try PrivateFile.begin(for: path)
        for path in [path, Checksum(of: path).path] where unlink(path) != 0 && errno != ENOENT {
            throw .notWritable(path: path, reason: .lastOfSystem)
        }
    }

    /// A copy of it that may be changed, after every check: the checksum where there is one, SQLite's own, whose it is.
    /// - Throws: `JournalError.notABackup`, `.newerVersion`, and those of files.
    func open(copyingTo file: PrivateFile, zones: @escaping ZoneFinder) throws -> SQLiteJournal {
        let expected = try Checksum(of: path).named()
        let digits = try Checksum.digits(of: path, copyingTo: file)
        guard expected?.contains(digits) ?? true else {
            throw JournalError.notABackup(path: path, reason: .otherChecksum(in: Checksum(of: path).path))
        }
        do {
            let journal = try SQLiteJournal(staged: file.path, zones: zones)
            guard try journal.integrityFaults(isThorough: true).isEmpty else {
                throw JournalError.notABackup(path: path, reason: .integrity)
            }
            _ = try journal.history()
            return journal
        } catch JournalError.newerVersion {
            throw JournalError.newerVersion(path: path)
        } catch JournalError.damaged(_, let reason) {
            throw JournalError.notABackup(path: path, reason: reason)
        }
    }

    private func put(_ file: PrivateFile, replacing: Bool) throws {
        let checksum = Checksum(of: path)
        let fresh = try Checksum.digits(of: file.path)
        var before = try checksum.named() ?? []
        let isThere = access(path, F_OK) == 0
        if isThere, before.isEmpty { before = [try Checksum.digits(of: path)] }
        try checksum.write([fresh] + (isThere ? before : []))
        try file.place(replacing: replacing)
        // With the old one's beside it the file does no harm.
        if isThere { try? checksum.write([fresh]) }
    }
}
