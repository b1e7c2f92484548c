import MendCore
import MendPlatform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files that mend keeps in a household's directory.
public struct JournalFolder {
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// Whole journals of before a migration or a restoration: absolute or relative as the directory is.
    public var copies: [String] {
        names { $0.hasPrefix(SQLiteJournal.fileName + ".before-") && !$0.hasSuffix("-wal") }
    }

    /// Where the server notes what `mend doctor` shall tell.
    public var serverNote: String { path + "/server-note" }

    /// What a kill has left of files that were being made.
    public var leftovers: [String] {
        names { StagingName.final(of: $0) != nil }
    }

    /// What others than the owner can read or write: the directory and mend's files in it, each with its right mode.
    public var exposed: [(path: String, mode: String)] {
        let channels = "\(path)/channels"
        let files = names { $0.contains(SQLiteJournal.fileName) } + JournalFolder(path: channels).contents
        return ([path, channels].map { ($0, "700") } + files.map { ($0, "600") })
            .filter { path, _ in PrivatePermissions.areTooWide(path) }
    }

    /// Whether somebody else's household is opened by root, who could be made to do anything in its name.
    public var isAnothersForRoot: Bool {
        geteuid() == 0
            && ![path, SQLiteJournal.path(in: path)].allSatisfy { place in
                var status = stat()
                return stat(place, &status) == 0 && status.st_uid == 0
            }
    }

    /// How much may still be written; nil where that cannot be known.
    public var freeBytes: Int? { Directory.freeBytes(in: path) }

    /// Whether another process has the journal open. The journal must not be open in this one: see `DatabaseFile`.
    public var isInUseElsewhere: Bool {
        DatabaseFile.isOpenElsewhere(SQLiteJournal.path(in: path))
    }

    /// - Throws: `JournalError.locked` while one of them is still being made, `.notWritable`.
    public func removeLeftovers() throws(JournalError) {
        for leftover in leftovers {
            guard let final = StagingName.final(of: Directory.parts(of: leftover).name) else { continue }
            // Begun once more under its lock, and given up, it is gone.
            _ = try JournalError.translatingFaults { () throws(FileFault) in try PrivateFile(for: "\(path)/\(final)") }
        }
    }

    /// Takes away every file that mend has made here but the journal, and then that.
    /// - Throws: `JournalError`.
    public func removeAll(erasing journal: SQLiteJournal?) throws {
        do { try removeLeftovers() } catch .notWritable {}
        for copy in names(where: { $0.hasPrefix(SQLiteJournal.fileName + ".before-") }) { try remove(copy) }
        removeRuns()
        try remove(serverNote)
        // A disk that is full has no room for a transaction; to take the files away needs none.
        do { try journal?.erase() } catch JournalError.notWritable {}
        for suffix in ["", "-wal", "-shm", "-journal"] { try remove(SQLiteJournal.path(in: path) + suffix) }
        rmdir(path)
    }

    /// The files of channels' runs. Behind a link, or in somebody else's directory, nothing is taken away.
    private func removeRuns() {
        let channels = "\(path)/channels"
        if let folder = try? OwnFolder(channels) {
            for name in folder.names where Self.isRun(name) { try? folder.remove(name) }
            rmdir(channels)
        } else if Directory.target(ofLink: channels) != nil {
            unlink(channels)
        }
    }

    /// Whether a file may be that of a channel's run: its name, with whatever else is in it encoded.
    private static func isRun(_ name: String) -> Bool {
        name.utf8.allSatisfy { PercentEncoding.isLetterOrDigit($0) || "-%".utf8.contains($0) }
    }

    /// What is in the directory; empty when it is gone.
    public var contents: [String] { names { _ in true } }

    private func names(where isWanted: (String) -> Bool) -> [String] {
        Directory.names(in: path).filter(isWanted).sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }

    private func remove(_ file: String) throws(JournalError) {
        if unlink(file) != 0, errno != ENOENT { throw .notWritable(path: file, reason: .lastOfSystem) }
    }
}
