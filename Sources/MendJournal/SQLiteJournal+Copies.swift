import MendCore
import MendPlatform

/// A place outside the household's directory that mend has written private words to.
public struct KnownCopy: Hashable, Sendable {
    public enum Kind: String, Sendable {
        /// A file.
        case backup
        /// A folder of calendars and feeds.
        case export
    }

    /// Absolute.
    public let path: String
    public let kind: Kind
    /// Nil for a backup that was begun, but perhaps not finished.
    public let made: Instant?
    /// Whether the journal noted it in the file that it is now. A copy of that knows of the same places, and so may one from
    /// elsewhere; those are not its own to change.
    public let isOwn: Bool
}

/// The journal remembers where copies of it are, so that what is forgotten is forgotten there as well. A dump leaves them
/// out: they are paths of one machine.
extension SQLiteJournal {
    /// In the order in which they became known.
    public func knownCopies() throws -> [KnownCopy] {
        try read { try KnownCopy.all(in: $0, home: home) }
    }

    /// To be called before anything is written there: a place that holds nothing may be known, never the other way round.
    /// - Returns: whether it was not known before.
    @discardableResult
    public func remember(_ kind: KnownCopy.Kind, at path: String) throws -> Bool {
        // Most exports go where the one before went; a look costs less than a write.
        guard try !knownCopies().contains(where: { $0.path == path && $0.isOwn }) else { return false }
        try write { connection in
            try connection.run(
                """
                INSERT INTO knownCopy (path, kind, home) VALUES (?, ?, ?)
                ON CONFLICT (path) DO UPDATE SET kind = excluded.kind, made = NULL, open = NULL, home = excluded.home
                """,
                .text(path), .text(kind.rawValue), SQLiteValue(home))
        }
        return true
    }

    /// Notes a file that was read and may hold what is forgotten later: it is named then, and left as it is.
    package func name(copyAt path: String) throws {
        try write { connection in
            try connection.run(
                "INSERT OR IGNORE INTO knownCopy (path, kind) VALUES (?, ?)", .text(path),
                .text(KnownCopy.Kind.backup.rawValue))
        }
    }

    /// What stands for the journal's file: a copy of it has another. The number of its disk is left out, since disks are counted
    /// anew at each start.
    var home: String? { Directory.number(ofFile: path) }

    /// Of an older journal, which noted no file: what it knows counts as its own.
    func adoptCopies() throws {
        try database.use { try $0.run("UPDATE knownCopy SET home = ? WHERE home IS NULL", SQLiteValue(home)) }
    }

    /// From now on the place is none of mend's.
    /// - Returns: whether it was known.
    @discardableResult
    public func disown(copyAt path: String) throws -> Bool {
        guard try knownCopies().contains(where: { $0.path == path }) else { return false }
        try write { try $0.run("DELETE FROM knownCopy WHERE path = ?", .text(path)) }
        return true
    }

    /// Paths in a journal from elsewhere may be anybody's.
    package func disownAllCopies() throws {
        try write { try $0.run("DELETE FROM knownCopy") }
    }

    /// To be called once a copy is whole.
    public func note(copyAt path: String, made: Instant) throws {
        try write { connection in
            try connection.run("UPDATE knownCopy SET made = ? WHERE path = ?", .integer(made.seconds), .text(path))
        }
    }
}

extension KnownCopy {
    static func all(in connection: Connection, home: String?) throws -> [KnownCopy] {
        try connection.all("SELECT path, kind, made, home FROM knownCopy ORDER BY rowid") { row in
            try Kind(rawValue: row.text(1)).map {
                try KnownCopy(
                    path: row.text(0), kind: $0, made: row.instantIfPresent(2),
                    isOwn: home != nil && row.textIfPresent(3) == home)
            }
        }
        .compactMap(\.self)
    }
}
