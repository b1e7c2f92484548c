import GRDB
import MendCore

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
}

/// The journal remembers where copies of it are, so that what is forgotten is forgotten there as well. A dump leaves them
/// out: they are paths of one machine.
extension SQLiteJournal {
    /// In the order in which they became known.
    public func knownCopies() throws -> [KnownCopy] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM knownCopy ORDER BY rowid").compactMap { row in
                let made: Int? = try row.valueIfPresent("made")
                return try KnownCopy.Kind(rawValue: row.value("kind")).map {
                    try KnownCopy(path: row.value("path"), kind: $0, made: made.map(Instant.init(seconds:)))
                }
            }
        }
    }

    /// To be called before anything is written there: a place that holds nothing may be known, never the other way round.
    public func remember(_ kind: KnownCopy.Kind, at path: String) throws {
        // Most exports go where the one before went; a look costs less than a write.
        guard try !knownCopies().contains(where: { $0.path == path }) else { return }
        try write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO knownCopy (path, kind) VALUES (?, ?)", arguments: [path, kind.rawValue])
        }
    }

    /// To be called once a copy is whole.
    public func note(copyAt path: String, made: Instant) throws {
        try write { database in
            try database.execute(
                sql: "UPDATE knownCopy SET made = ? WHERE path = ?", arguments: [made.seconds, path])
        }
    }
}
