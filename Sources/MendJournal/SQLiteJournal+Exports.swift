import MendCore

/// An export whose files can be made anew without its being asked for again: where it is, and how it was made.
public struct KnownExport: Hashable, Sendable {
    /// Of its folder; absolute.
    public let path: String
    /// False: the discreet edition.
    public let isOpen: Bool
    /// Where it is published; nil: that is not known.
    public let base: String?
    /// Whether its files can be read by all.
    public let isPublic: Bool
    public let weeksBack: Int
    public let daysAhead: Int

    public init(path: String, isOpen: Bool, base: String?, isPublic: Bool, weeksBack: Int, daysAhead: Int) {
        self.path = path
        self.isOpen = isOpen
        self.base = base
        self.isPublic = isPublic
        self.weeksBack = weeksBack
        self.daysAhead = daysAhead
    }
}

extension SQLiteJournal {
    /// The exports whose files do not show any more what they should: something was written down since, or the time has come for
    /// which they were made. Those of which it is not known how they were made are left out.
    /// - Parameter limit: those that took longer the last time, in milliseconds of the processor, are left out, too; nil: none is.
    public func staleExports(now: Instant, takingAtMost limit: Int? = nil) throws -> [KnownExport] {
        try read { connection in
            try connection.all(
                """
                SELECT \(Self.exportColumns) FROM knownCopy
                WHERE kind = 'export' AND home = ? AND open IS NOT NULL AND (freshUntil IS NULL OR freshUntil <= ?)
                    AND coalesce(took, 0) <= coalesce(?, took, 0)
                ORDER BY rowid
                """, SQLiteValue(home), .integer(now.seconds), SQLiteValue(limit), read: KnownExport.init)
        }
    }

    /// How the export into a folder was made; nil where none was, or it was not written down.
    public func knownExport(at path: String) throws -> KnownExport? {
        try read { connection in
            try connection.first(
                """
                SELECT \(Self.exportColumns) FROM knownCopy
                WHERE kind = 'export' AND home = ? AND open IS NOT NULL AND path = ?
                """, SQLiteValue(home), .text(path), read: KnownExport.init)
        }
    }

    private static let exportColumns = "path, open, base, public, weeksBack, daysAhead"

    /// Puts an export in place and remembers what it shows, in one short transaction: all of it, or nothing when anything throws.
    /// - Parameters:
    ///   - export: nil: how it was made is not to be remembered, and it is not made anew by itself.
    ///   - history: what it was made of.
    ///   - freshUntil: the first instant at which it holds no more.
    ///   - took: how long it took to make, in milliseconds of the processor.
    ///   - put: puts the files in place.
    /// - Returns: nil when something else has been written down since `history` was read; then nothing was done.
    public func complete<Result>(
        _ export: KnownExport?, at path: String, of history: History, changes: [Change], freshUntil: Instant,
        took: Int, put: () throws -> Result
    ) throws -> Result? {
        try write { connection in
            guard try HistoryReader(connection: connection, zones: zones).history(since: nil) == history else {
                return nil
            }
            let result = try put()
            try apply(changes, to: connection)
            try connection.run(
                """
                UPDATE knownCopy SET open = ?, base = ?, public = ?, weeksBack = ?, daysAhead = ?, freshUntil = ?, took = ?
                WHERE path = ?
                """,
                SQLiteValue(export?.isOpen), SQLiteValue(export?.base), SQLiteValue(export?.isPublic),
                SQLiteValue(export?.weeksBack), SQLiteValue(export?.daysAhead), .integer(freshUntil.seconds),
                .integer(took), .text(path))
            return result
        }
    }

    /// No export shows any more what it should.
    static func markExportsStale(_ connection: Connection) throws {
        try connection.run("UPDATE knownCopy SET freshUntil = NULL WHERE freshUntil IS NOT NULL")
    }
}

extension KnownExport {
    fileprivate init(_ row: Row) throws {
        try self.init(
            path: row.text(0), isOpen: row.flag(1), base: row.textIfPresent(2), isPublic: row.flag(3),
            weeksBack: row.integer(4), daysAhead: row.integer(5))
    }
}

extension Change {
    /// Whether calendars and feeds may show something else after it.
    var isShown: Bool {
        switch self {
        // What is shown for the first time changes nothing that others show.
        case .put(.published(let published)): published.sequence > 0
        case .put(.channel), .put(.subscription), .put(.delivery): false
        case .remove(.channel), .remove(.subscription), .remove(.delivery): false
        case .put, .remove: true
        }
    }
}
