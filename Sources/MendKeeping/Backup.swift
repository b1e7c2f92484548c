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
        // Nor is another household's journal one.
        guard !journal.owns(path), Directory.parts(of: path).name != SQLiteJournal.fileName else {
            throw JournalError.notWritable(path: path, reason: .journalsPlace)
        }
        if !replacing, access(path, F_OK) == 0 { throw JournalError.fileExists(path: path) }
        try JournalError.translatingFaults { () throws(FileFault) in try PrivatePermissions.check(folderOf: path) }
        let file = try PrivateFile.begin(for: path)
        try journal.copy(into: file)
        try put(file, replacing: replacing)
        return file.isExposed
    }

    /// What a change has found.
    public enum Finding {
        /// Not where it was.
        case absent
        /// Nothing in it to change, or another household's.
        case same
        /// Made ready beside it.
        case changed(Rewriting)
    }

    /// A changed copy that waits to take its place; given up, it leaves nothing.
    public struct Rewriting {
        fileprivate let backup: Backup
        fileprivate let file: PrivateFile
        fileprivate let hasChecksum: Bool

        /// Puts it in its place.
        /// - Throws: `JournalError`; the backup is then as it was.
        public func finish() throws {
            if hasChecksum { try backup.put(file, replacing: true) } else { try file.place(replacing: true) }
        }
    }

    /// Changes what is in it, with no trace of what was taken away, in a copy that takes its place when that is asked for. A
    /// backup of an older schema comes to the newest on the way.
    /// - Throws: `JournalError`.
    public func rewriting(
        household: String, zones: @escaping ZoneFinder, _ change: (SQLiteJournal) throws -> Bool
    ) throws -> Finding {
        guard isFile || access(StagingName.path(for: path), F_OK) == 0 else { return .absent }
        // Somebody may be writing it just now: that is waited for.
        let file = try PrivateFile.begin(for: path)
        guard isFile else { return .absent }
        let hasChecksum = try Checksum(of: path).named() != nil
        do {
            let journal = try open(copyingTo: file, zones: zones)
            guard try journal.history().household.id == household, try change(journal) else { return .same }
            try journal.sweep()
        }
        return .changed(Rewriting(backup: self, file: file, hasChecksum: hasChecksum))
    }

    /// What is in it; nil where it is no backup.
    public func history(zones: @escaping ZoneFinder) -> History? {
        guard isFile, SQLiteJournal.household(in: path) != nil, let file = try? PrivateFile.begin(for: path) else {
            return nil
        }
        return try? open(copyingTo: file, zones: zones).history()
    }

    /// Takes it away, with its checksum, where it is a household's. A file with other bytes is left alone.
    /// - Returns: whether nothing of it is there any more.
    /// - Throws: `JournalError.notWritable`.
    public func remove(household: String) throws(JournalError) -> Bool {
        // One that is being made, too: its lock is waited for. On a full disk nobody makes one.
        do { _ = try PrivateFile.begin(for: path) } catch .notWritable, .notAFile, .symbolicLink, .inTheWay {}
        var status = stat()
        guard lstat(path, &status) == 0 else { return true }
        guard SQLiteJournal.household(in: path) == household else { return false }
        let checksum = Checksum(of: path)
        let hasChecksum = (try? checksum.named()) != nil
        for path in [path] + (hasChecksum ? [checksum.path] : []) where unlink(path) != 0 && errno != ENOENT {
            throw .notWritable(path: path, reason: .lastOfSystem)
        }
        return true
    }

    /// Whether it begins as SQLite's files do, and is a file of a size that a journal can have: a device may have no end. One
    /// that is not there, or cannot be read, is told of by whoever reads it.
    private var isLikelyBackup: Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return true }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.most else { return false }
        guard let beginning = try? FileReader(path).next(16) else { return true }
        return beginning == Array("SQLite format 3\0".utf8)
    }

    private static let most = 4 << 30

    /// A device or the like can hold nothing.
    private var isFile: Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// A copy of it that may be changed, after every check: the checksum where there is one, SQLite's own, whose it is, and
    /// what a file of records is held to, for each of its rows.
    /// - Throws: `JournalError.notABackup`, `.newerVersion`, and those of files.
    func open(copyingTo file: PrivateFile, zones: @escaping ZoneFinder) throws -> SQLiteJournal {
        guard isLikelyBackup else { throw JournalError.notABackup(path: path, reason: .notOurs) }
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
            for record in try journal.history().records { try RecordForm.check(record) }
            for list in try journal.taskLists() {
                try list.check()
                _ = try journal.tasks(of: list.user)
            }
            if let adult = try journal.secondAdult() {
                for name in [adult.name, adult.caregiver] { try RecordForm.check(writer: name) }
            }
            return journal
        } catch let fault as RecordFault {
            throw JournalError.notABackup(path: path, reason: .record(fault))
        } catch JournalError.newerVersion {
            throw JournalError.newerVersion(path: path)
        } catch JournalError.damaged(_, let reason) {
            throw JournalError.notABackup(path: path, reason: reason)
        }
    }

    /// Puts it in its place, with its checksum beside it.
    /// - Throws: `JournalError`; the checksum is then as it was.
    func put(_ file: PrivateFile, replacing: Bool) throws {
        let checksum = Checksum(of: path)
        let fresh = try Checksum.digits(of: file.path)
        let known = try checksum.named()
        var before = known ?? []
        let isThere = access(path, F_OK) == 0
        if isThere, before.isEmpty { before = [try Checksum.digits(of: path)] }
        try checksum.write([fresh] + (isThere ? before : []))
        do {
            try file.place(replacing: replacing)
        } catch {
            if let known { try? checksum.write(known) } else { unlink(checksum.path) }
            throw error
        }
        // With the old one's beside it the file does no harm.
        if isThere { try? checksum.write([fresh]) }
    }
}
