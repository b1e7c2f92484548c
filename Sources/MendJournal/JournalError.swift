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
    case unreadable(path: String, reason: String)
    case notWritable(path: String, reason: String)
    /// The file is there but is no journal, or is damaged.
    case damaged(path: String, reason: String)
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
        case .unreadable(let path, let reason):
            "\(path): cannot be read (\(reason)); check who owns it and its permissions"
        case .notWritable(let path, let reason): "\(path): cannot be written (\(reason)); check space and permissions"
        case .damaged(let path, let reason):
            "\(path): is not a journal that can be read (\(reason)); keep it and restore a backup"
        }
    }
}
