import MendCore

/// What can go wrong between a journal and its file.
public enum JournalError: Error, Equatable {
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
    case unreadable(path: String, reason: String)
    case notWritable(path: String, reason: String)
    /// The file is there but is no journal, or is damaged.
    case damaged(path: String, reason: String)
    /// Others than its owner can read or write it.
    /// - Parameter mode: what `chmod` should be given.
    case exposed(path: String, mode: String)
    /// It belongs to somebody else.
    case foreign(path: String)
    case symbolicLink(path: String)
    case notAFile(path: String)
    /// A file that would be written stands there.
    case fileExists(path: String)
    /// A journal stands where a backup would be brought back.
    case journalStands(path: String)
    case notABackup(path: String, reason: String)
}

extension JournalError: JournalFailure {
    public var isPassing: Bool {
        if case .locked = self { true } else { false }
    }
}

extension JournalError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noHousehold(let path): "\(path): no household here; `mend init --zone …` makes one"
        case .householdExists(let path): "\(path): there is a household already; choose another --data directory"
        case .newerVersion(let path): "\(path): written by a newer mend; use that version, nothing was changed"
        case .locked(let path): "\(path): in use by another mend just now; try again in a moment"
        case .inUse(let path): "\(path): open in another mend; stop mend serve, if it runs, and try again"
        case .unreadable(let path, let reason):
            "\(path): cannot be read (\(reason)); check who owns it and its permissions"
        case .notWritable(let path, let reason): "\(path): cannot be written (\(reason)); check space and permissions"
        case .damaged(let path, let reason):
            "\(path): is not a journal that can be read (\(reason)); keep it and restore a backup"
        case .exposed(let path, let mode):
            "\(path): others on this machine can read or write it; chmod \(mode) '\(path)' makes it yours alone"
        case .foreign(let path): "\(path): belongs to somebody else; mend opens only what is yours"
        case .symbolicLink(let path): "\(path): a link stands there; name the file or directory that it leads to"
        case .notAFile(let path): "\(path): something that is no file stands there; choose another name"
        case .fileExists(let path): "\(path): is there already; choose another name, or replace it with --replace"
        case .journalStands(let path):
            "\(path): a journal is there; --replace puts the backup in its place and keeps the old one aside"
        case .notABackup(let path, let reason): "\(path): cannot be brought back (\(reason)); take another backup"
        }
    }
}
