import MendCore
import MendPlatform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Looks at files that may be anybody's: nothing is changed, and nothing beside them is made.
extension SQLiteJournal {
    /// The id of the household in a file that is a journal of mend's or a backup of one; nil for every other file.
    package static func household(in path: String) -> String? {
        look(at: path) { try $0.first("SELECT id FROM household") { try $0.text(0) } } ?? nil
    }

    /// The copies that a journal knew of when its log was last taken in; empty where it cannot be read.
    public static func knownCopies(lookingAt path: String) -> [KnownCopy] {
        let home = Directory.number(ofFile: path)
        return look(at: path) { try KnownCopy.all(in: $0, home: home) } ?? []
    }

    private static func look<Result>(at path: String, _ body: (Connection) throws -> Result) -> Result? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return try? {
            let connection = try Connection(lookingAt: path)
            let applied = try JournalSchema.applied(in: connection)
            guard !applied.isEmpty, try JournalSchema.isUnchanged(connection, applied: applied) else { return nil }
            return try body(connection)
        }()
    }
}
