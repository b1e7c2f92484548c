import MendCore

extension JournalError {
    public var english: String {
        switch self {
        case .noHousehold(let path): "\(path): no household here; `mend init --zone …` makes one"
        case .householdExists(let path): "\(path): there is a household already; choose another --data directory"
        case .newerVersion(let path): "\(path): written by a newer mend; use that version, nothing was changed"
        case .locked(let path): "\(path): in use by another mend just now; try again in a moment"
        case .inUse(let path): "\(path): open in another mend; stop mend serve, if it runs, and try again"
        case .unreadable(let path, let reason):
            "\(path): cannot be read (\(Self.english(reason))); check who owns it and its permissions"
        case .zoneUnreadable(let zone, let reason):
            "the time zone \(zone) cannot be read just now (\(Self.english(reason))); nothing is wrong with the journal; try again"
        case .notWritable(let path, let reason):
            "\(path): cannot be written (\(Self.english(reason))); check space and permissions"
        case .damaged(let path, let reason):
            "\(path): is not a journal that can be read (\(Self.english(reason))); keep it and restore a backup"
        case .exposed(let path, let mode):
            "\(path): others on this machine can read or write it; chmod \(mode) '\(path)' makes it yours alone"
        case .foreign(let path, nil): "\(path): belongs to somebody else; mend opens only what is yours"
        case .foreign(let path, let chown?):
            "\(path): belongs to somebody else; mend opens only what is yours. If it should be yours, as root: chown "
                + "\(chown) '\(path)'"
        case .inTheWay(let path):
            "\(path): belongs to somebody else and is in the way; nothing was written; choose a folder of your own"
        case .foreignFolder(let path): "\(path): belongs to somebody else; choose a folder of your own"
        case .openFolder(let path):
            "\(path): others on this machine can take away what is put there; chmod go-w '\(path)', or choose another folder"
        case .symbolicLink(let path): "\(path): a link stands there; name the file or directory that it leads to"
        case .notAFile(let path): "\(path): something that is no file stands there; choose another name"
        case .fileExists(let path): "\(path): is there already; choose another name, or replace it with --replace"
        case .journalStands(let path):
            "\(path): a journal is there; --replace puts the backup in its place and keeps the old one aside"
        case .notABackup(let path, let reason):
            "\(path): cannot be brought back (\(Self.english(reason))); take another backup"
        }
    }

    private static func english(_ reason: Reason) -> String {
        switch reason {
        case .system(let words): words
        case .sqlite(let code, let words): "SQLite: \(code) (\(words))"
        case .integrity: "SQLite finds it damaged"
        case .table(let name): "its table \(name) holds what mend has not written"
        case .column(let name): "its column \(name) holds what mend has not written"
        case .record(let fault): RecordFaultPhrase(fault, on: .terminal).english
        case .notOurs: "it is no journal of mend"
        case .otherSchema: "somebody has changed its tables, or added to them"
        case .empty: "no household is in it"
        case .endMissing: "it cannot be read to its end"
        case .badName: "the name of a file is needed, without backslashes and line ends"
        case .journalsPlace: "its own files are there; choose another place"
        case .otherChecksum(let file): "its checksum is not the one in \(file): it was changed or cut"
        case .noChecksum: "it holds no checksum; move it away"
        }
    }
}

extension IntegrityFault {
    public var english: String {
        switch self {
        case .sqlite(let words): words
        case .orphans(let count): "\(count) rows refer to what is not there"
        }
    }
}
