import MendCore
import MendJournal
import MendPlatform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Brings a backup back into a household's directory.
///
/// Nothing is touched before the backup has passed every check. A kill leaves the journal that was there, or the new one.
public struct Restoration {
    private let backup: Backup
    private let directory: String
    private let zones: ZoneFinder

    private var place: String { SQLiteJournal.path(in: directory) }

    /// What was done besides.
    public struct Outcome: Equatable {
        /// Where the journal is that was there before.
        public let keptAside: String?
        public let hadChecksum: Bool
        /// How many phones rang then, and do not now.
        public let phones: Int
    }

    public init(of backup: Backup, into directory: String, zones: @escaping ZoneFinder) {
        (self.backup, self.directory, self.zones) = (backup, directory, zones)
    }

    /// - Parameters:
    ///   - now: names what is kept aside.
    ///   - known: the backup's absolute path, which `forget` will name.
    /// - Throws: `JournalError`.
    public func run(replacing: Bool, now: Instant, known: String) throws -> Outcome {
        try SQLiteJournal.checkPermissions(file: place)
        try SQLiteJournal.checkPermissions(directory: directory)
        guard replacing || SQLiteJournal.isFree(place) else {
            throw JournalError.journalStands(path: place)
        }
        let missing = Directory.missing(above: place)
        do {
            try SQLiteJournal.makeFolder(directory)
            // A backup from which somebody is just being taken out would bring them back.
            let lock = try JournalFolder(path: directory).lockCopies(.shared)
            defer { lock.release() }
            let file = try PrivateFile.begin(for: place)
            let phones = try check(file, known: known)
            let isFree = SQLiteJournal.isFree(place)
            // Somebody may have made a household meanwhile.
            guard isFree || replacing else { throw JournalError.journalStands(path: place) }
            if isFree { try SQLiteJournal(staged: file.path, zones: zones).raisePublished(now: now) }
            let keptAside = try isFree ? putFresh(file) : replace(with: file, now)
            return Outcome(
                keptAside: keptAside, hadChecksum: try Checksum(of: backup.path).named() != nil, phones: phones)
        } catch {
            for folder in missing { rmdir(folder) }
            throw error
        }
    }

    /// Makes the copy ready: of the newest schema, with nobody signed in and no phone that rings, for a device may have been
    /// signed out, or given away, since.
    /// - Returns: how many phones went.
    private func check(_ file: PrivateFile, known: String) throws -> Int {
        let journal = try backup.open(copyingTo: file, zones: zones)
        try journal.endSessions()
        let phones = try journal.removePhones()
        try journal.renewTaskLists()
        try journal.disownAllCopies()
        try journal.name(copyAt: known)
        return phones
    }

    private func putFresh(_ file: PrivateFile) throws -> String? {
        // As with a new household: of several that find the place free, one fills it.
        let taken = try SQLiteJournal.makeFile(place)
        defer { try? taken.close() }
        guard (try? FileLock.take(on: taken)) == true, SQLiteJournal.isFree(place) else {
            throw JournalError.locked(path: place)
        }
        for suffix in ["-wal", "-shm"] { unlink(place + suffix) }
        try file.place(replacing: true)
        return nil
    }

    private func replace(with file: PrivateFile, _ now: Instant) throws -> String {
        let aside = freeName(now)
        do {
            let journal = try SQLiteJournal(path: place, zones: zones)
            _ = try journal.history()
            guard try journal.integrityFaults(isThorough: false).isEmpty else {
                throw JournalError.damaged(path: place, reason: .integrity)
            }
            try journal.takeOver(file.path, keepingCopyAt: aside, now: now)
        } catch let error as JournalError {
            switch error {
            case .damaged, .newerVersion: try replaceUnusable(with: file, aside)
            default: throw error
            }
        }
        return aside
    }

    /// A journal that cannot be opened cannot take over anything, so its file goes aside as it is, with its log. That is
    /// done while nobody has it open only: whoever did would go on to write, and to delete a log, by the old names.
    private func replaceUnusable(with file: PrivateFile, _ aside: String) throws {
        guard !DatabaseFile.isOpenElsewhere(place) else { throw JournalError.inUse(path: place) }
        for suffix in ["", "-wal"] where link(place + suffix, aside + suffix) != 0 && errno != ENOENT {
            throw JournalError.notWritable(path: aside + suffix, reason: .lastOfSystem)
        }
        // The old log must not be taken for the new journal's.
        for suffix in ["-wal", "-shm"] { unlink(place + suffix) }
        try file.place(replacing: true)
    }

    private func freeName(_ now: Instant) -> String {
        let time = TimeText.utc(now).filter { $0 != "-" && $0 != ":" }
        let name = "\(place).before-restore-\(time)"
        let names = [name] + (2...100).map { "\(name)-\($0)" }
        return names.first { access($0, F_OK) != 0 } ?? name
    }
}
