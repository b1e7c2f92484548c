/// What can go wrong between a journal and its files. It holds paths and what the system said, never what was written down;
/// MendText has the words.
public enum JournalError: Error, Equatable, Sendable {
    /// There is no household in this directory.
    case noHousehold(path: String)
    /// There is one already.
    case householdExists(path: String)
    /// A later version of mend has written it.
    case newerVersion(path: String)
    /// Another process holds it.
    case locked(path: String)
    /// Another process has it open, and what is to be done cannot be done beside it.
    case inUse(path: String)
    case unreadable(path: String, reason: Reason)
    /// The household's time zone is there, and its file cannot be read at this moment.
    case zoneUnreadable(String, reason: Reason)
    case notWritable(path: String, reason: Reason)
    /// The file is there but is no journal, or is damaged.
    case damaged(path: String, reason: Reason)
    /// Others than its owner can read or write it.
    /// - Parameter mode: what `chmod` should be given.
    case exposed(path: String, mode: String)
    /// It belongs to somebody else.
    /// - Parameter chown: what `chown` should be given before the path; nil: everybody may write there, so that nobody should
    ///   take it.
    case foreign(path: String, chown: String?)
    /// Something of somebody else has a name that is needed to make a file, and cannot be taken away.
    case inTheWay(path: String)
    /// The folder in which a file would be made belongs to somebody else.
    case foreignFolder(path: String)
    /// Others can take away what is put into the folder, and put something else in its place.
    case openFolder(path: String)
    case symbolicLink(path: String)
    case notAFile(path: String)
    /// A file that would be written stands there.
    case fileExists(path: String)
    /// A journal stands where a backup would be brought back.
    case journalStands(path: String)
    case notABackup(path: String, reason: Reason)

    /// More of the cause.
    public enum Reason: Equatable, Sendable {
        /// In the operating system's own words, such as "No space left on device".
        case system(String)
        /// SQLite's result code, and its own words for the code.
        case sqlite(code: Int, String)
        /// SQLite's check of a whole file has found faults.
        case integrity
        /// A table, or one of its columns, holds what no version of mend has written there.
        case table(String)
        case column(String)
        /// A row holds a record that no version of mend takes.
        case record(RecordFault)
        /// It is a database of some other program.
        case notOurs
        /// Its tables are not as mend makes them, or something is there besides them.
        case otherSchema
        /// It is a journal's file, and nobody's.
        case empty
        /// A file that cannot be read to its end.
        case endMissing
        /// A place for a backup that is no file's name, or one that a checksum file cannot hold.
        case badName
        /// A place for a backup among the journal's own files.
        case journalsPlace
        /// A backup that is not the one whose checksum stands in this file.
        case otherChecksum(in: String)
        /// A file beside a backup that should hold its checksum, and does not.
        case noChecksum
    }
}

/// What goes wrong in a journal, as far as callers can treat it differently.
public protocol JournalFailure: Error {
    /// It may well work in a moment: somebody else is writing.
    var isPassing: Bool { get }
}

extension JournalError: JournalFailure {
    public var isPassing: Bool {
        if case .locked = self { true } else { false }
    }
}

/// What SQLite or its foreign keys find wrong with a journal that is examined.
public enum IntegrityFault: Equatable, Sendable {
    /// In SQLite's own words; they name pages and tables, never what is in them.
    case sqlite(String)
    /// So many rows refer to what is not there.
    case orphans(Int)
}
