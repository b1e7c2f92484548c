import MendCore
import MendPlatform
import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A household's journal in an SQLite file: write-ahead log, one write one transaction, readable by its owner only.
public final class SQLiteJournal: Journal {
    let database: SharedConnection
    /// Asks on a connection that never writes, to which all writers are others; prepared when it is first asked.
    private let watch = Mutex<Statement?>(nil)
    let path: String
    let zones: ZoneFinder
    /// Why nothing can be written here; nil: it can.
    private let obstacle: Errno?

    /// Whether the journal can only be read: its directory, its file or the whole disk takes no writing. What writes then throws
    /// `JournalError.notWritable`.
    public var isReadOnly: Bool { obstacle != nil }

    /// The directory that it is in.
    public var folder: JournalFolder { JournalFolder(path: Directory.parts(of: path).folder) }

    /// The name of the file in a household's directory.
    public static let fileName = "journal.sqlite"

    /// Opens the journal of a directory. Where nothing can be written it is read as it is, and nothing is left beside it.
    /// - Parameter zones: finds the household's zone by name.
    /// - Throws: `JournalError`.
    public convenience init(directory: String, zones: @escaping ZoneFinder) throws {
        let path = Self.path(in: directory)
        try Self.checkPermissions(file: path)
        // A crash between making the file and filling it leaves an empty one.
        if Self.isEmptyFile(path) { throw JournalError.noHousehold(path: directory) }
        guard Directory.isThere(path) else {
            guard access(directory, F_OK) == 0, access(directory, R_OK | X_OK) != 0 else {
                throw JournalError.noHousehold(path: directory)
            }
            let reason = JournalError.Reason.lastOfSystem
            try Self.checkOwner(directory: directory)
            throw JournalError.unreadable(path: directory, reason: reason)
        }
        try Self.checkPermissions(directory: directory)
        guard access(path, R_OK) == 0 else { throw JournalError.unreadable(path: path, reason: .lastOfSystem) }
        try self.init(path: path, zones: zones, obstacle: Self.obstacle(in: directory, path))
        guard try hasHousehold() else { throw JournalError.noHousehold(path: directory) }
    }

    /// Why nothing can be written there; nil: it can. On a full disk there may be room for a record, but not for what SQLite makes
    /// beside the file to begin with.
    private static func obstacle(in directory: String, _ path: String) -> Errno? {
        let obstacle = Directory.obstacleToWriting(directory) ?? Directory.obstacleToWriting(path)
        if let obstacle { return obstacle }
        guard !Connection.hasIndex(path), let free = Directory.freeBytes(in: directory) else { return nil }
        return free < Connection.indexBytes ? .noSpace : nil
    }

    /// Makes a journal in a directory, which is made too (0700), and fills it with records in one transaction.
    /// - Throws: `JournalError`; what was made is taken away again.
    public static func create(in directory: String, records: [JournalRecord], zones: @escaping ZoneFinder) throws
        -> SQLiteJournal
    {
        let path = path(in: directory)
        guard !Directory.isFolder(path) else { throw JournalError.notAFile(path: path) }
        guard isFree(path) else { throw JournalError.householdExists(path: directory) }
        let missing = Directory.missing(above: path)
        do {
            try makeFolder(directory)
            try checkPermissions(directory: directory)
            try checkPermissions(file: path)
            // The file is there, and its owner's alone, before SQLite opens it; its companions take over the mode.
            let file = try makeFile(path)
            defer { try? file.close() }
            // Of several that find the file empty, one fills it.
            guard (try? FileLock.take(on: file)) == true, isFree(path) else {
                throw JournalError.householdExists(path: directory)
            }
            do {
                let journal = try SQLiteJournal(path: path, zones: zones)
                try journal.write(records.map(Change.put))
                return journal
            } catch {
                for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
                throw error
            }
        } catch {
            for folder in missing { rmdir(folder) }
            throw error
        }
    }

    /// Whether a household is in a directory already, so that none can be made there.
    public static func isHousehold(in directory: String) -> Bool { !isFree(path(in: directory)) }

    /// Whether no household is in the way: a crash while one was made leaves an empty file, or tables without one.
    package static func isFree(_ path: String) -> Bool {
        guard access(path, F_OK) == 0, !isEmptyFile(path) else { return true }
        guard (try? checkPermissions(file: path)) != nil else { return false }
        // A look that changes nothing: whoever only finds that it is in use shall not migrate it.
        let hasHousehold = try? {
            let connection = try Connection(path: path)
            return try connection.hasTable("household") && HistoryReader.hasHousehold(connection)
        }()
        return hasHousehold == false
    }

    /// Makes a directory and its parents, each its owner's from the first moment on.
    /// - Throws: `JournalError.notWritable`.
    package static func makeFolder(_ directory: String) throws(JournalError) {
        do {
            try Directory.makePrivate(above: path(in: directory))
        } catch {
            throw .notWritable(path: directory, reason: JournalError.Reason(error))
        }
    }

    /// Makes a journal's file, empty and its owner's alone, or opens the one that is there.
    /// - Throws: `JournalError.notWritable`.
    package static func makeFile(_ path: String) throws(JournalError) -> FileDescriptor {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .closeOnExec, .noFollow], permissions: .ownerReadWrite)
            // The umask has no say.
            fchmod(file.rawValue, 0o600)
            return file
        } catch {
            throw .notWritable(path: path, reason: JournalError.Reason(error as? Errno ?? .ioError))
        }
    }

    /// - Throws: `JournalError.exposed`, `.foreign`.
    package static func checkPermissions(directory: String) throws(JournalError) {
        try JournalError.translatingFaults { () throws(FileFault) in try PrivatePermissions.check(directory: directory)
        }
    }

    /// - Throws: `JournalError.foreign`.
    private static func checkOwner(directory: String) throws(JournalError) {
        try JournalError.translatingFaults { () throws(FileFault) in
            try PrivatePermissions.checkOwner(directory: directory)
        }
    }

    /// Also of what SQLite keeps beside it: it would wait for ever for what comes out of a pipe of that name.
    /// - Throws: `JournalError.exposed`, `.foreign`, `.symbolicLink`, `.notAFile`.
    package static func checkPermissions(file: String) throws(JournalError) {
        try JournalError.translatingFaults { () throws(FileFault) in
            for suffix in ["", "-journal", "-wal", "-shm"] { try PrivatePermissions.check(file: file + suffix) }
        }
    }

    static func isEmptyFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
    }

    /// Opens a copy that nobody else knows of: no log beside it, and no copy of it before a migration.
    package convenience init(staged path: String, zones: @escaping ZoneFinder) throws {
        try self.init(path: path, zones: zones, isStaged: true)
        guard try hasHousehold() else { throw JournalError.damaged(path: path, reason: .empty) }
    }

    /// - Parameter obstacle: why nothing can be written there; nil: it can.
    package init(path: String, zones: @escaping ZoneFinder, isStaged: Bool = false, obstacle: Errno? = nil) throws {
        self.path = path
        self.zones = zones
        self.obstacle = obstacle
        do {
            var connection = try obstacle == nil ? Connection(path: path) : Connection(reading: path)
            // What SQLite sorts or rebuilds stays out of the directory for temporary files.
            try connection.run("PRAGMA temp_store = MEMORY")
            if obstacle == nil {
                try connection.run(
                    """
                    PRAGMA journal_mode = \(isStaged ? "MEMORY" : "WAL"); PRAGMA synchronous = FULL;
                    PRAGMA secure_delete = ON
                    """)
            }
            let known = JournalSchema.migrations.map(\.name)
            let (applied, isEmpty, isUnchanged) = try connection.transaction(.reading) {
                let applied = try JournalSchema.applied(in: connection)
                return (
                    applied, try connection.first("SELECT 1 FROM sqlite_master") { _ in } == nil,
                    try !Set(applied).isSubset(of: known)
                        || JournalSchema.isUnchanged(connection, applied: applied)
                )
            }
            guard Set(applied).isSubset(of: known) else { throw JournalError.newerVersion(path: path) }
            guard !applied.isEmpty || isEmpty && !isStaged && obstacle == nil else {
                throw JournalError.damaged(path: path, reason: .notOurs)
            }
            guard isEmpty || isUnchanged else { throw JournalError.damaged(path: path, reason: .otherSchema) }
            let isOlder = applied.count < known.count
            if isOlder, obstacle != nil {
                // An older journal on a disk that takes nothing: it comes to the newest schema in memory.
                connection = try Connection(copying: connection)
                try connection.run("PRAGMA temp_store = MEMORY")
                try JournalSchema.migrate(connection)
            }
            database = SharedConnection(connection)
            if isOlder, obstacle == nil {
                try migrate(keepingCopy: !applied.isEmpty && !isStaged)
            }
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    /// What a copy of an older journal is called, before the schema's version.
    static let beforeMigration = fileName + ".before-"

    private func migrate(keepingCopy: Bool) throws {
        guard keepingCopy else { return try database.use(JournalSchema.migrate) }
        let newest = JournalSchema.newest
        // Whoever else comes with the same aim waits here, and finds it done.
        let copy = try PrivateFile(for: "\(path).before-\(newest)")
        func isOlder() throws -> Bool {
            try database.use(JournalSchema.applied).count < JournalSchema.migrations.count
        }
        guard try isOlder() else { return }
        try self.copy(into: copy)
        // Whoever was here before has put their copy in its place, and may have migrated meanwhile.
        guard try isOlder() else { return }
        try copy.put(replacing: true)
        let notedHomes = try database.use(JournalSchema.applied).contains(JournalSchema.copiesHaveHomes)
        try database.use(JournalSchema.migrate)
        if !notedHomes { try adoptCopies() }
        // The copies of the migrations before have done their service.
        for name in JournalSchema.migrations.map(\.name) where name != newest { unlink("\(path).before-\(name)") }
    }

    public static func path(in directory: String) -> String {
        directory.hasSuffix("/") ? directory + fileName : "\(directory)/\(fileName)"
    }

    // MARK: Journal

    public func history(of types: Set<RecordType>, since: Instant?) throws -> History {
        try read { try HistoryReader(connection: $0, zones: zones).history(since: since, of: types) }
    }

    public func update<Result>(
        since: Instant?, _ decide: (History) throws -> (changes: [Change], result: Result)
    ) throws -> Result {
        try write { connection in
            let decision = try decide(HistoryReader(connection: connection, zones: zones).history(since: since))
            try apply(decision.changes, to: connection)
            return decision.result
        }
    }

    public func write(_ changes: [Change]) throws {
        try write { try apply(changes, to: $0) }
    }

    func apply(_ changes: [Change], to connection: Connection) throws {
        let writer = RecordWriter(connection, zones: zones)
        for change in changes { try writer.apply(change) }
        if changes.contains(where: \.isShown) { try Self.markExportsStale(connection) }
    }

    /// It waits for nobody who writes.
    public func version() throws -> JournalVersion {
        try translating {
            try watch.withLock { watch in
                let connection = { [path, isReadOnly] in
                    try isReadOnly ? Connection(reading: path) : Connection(path: path)
                }
                let statement = try watch ?? connection().prepare("PRAGMA data_version")
                watch = statement
                return JournalVersion(try statement.firstRow([]) { try $0.integer(0) } ?? 0)
            }
        }
    }

    /// Empties the journal and takes its files away. Afterwards there is no household in it.
    public func erase() throws {
        try write { connection in
            // What refers to others goes first.
            for table in JournalSchema.tables.reversed() where table != "discreetKey" {
                try connection.run("DELETE FROM \(table)")
            }
            // Whoever makes a household in the same file, after a kill, finds a key of its own.
            try connection.run("UPDATE discreetKey SET secret = lower(hex(randomblob(32))), since = NULL")
        }
        try translating {
            try database.use { try $0.run("PRAGMA wal_checkpoint(TRUNCATE)") }
        }
        for suffix in ["", "-wal", "-shm"] where unlink(path + suffix) != 0 && errno != ENOENT {
            throw JournalError.notWritable(path: path + suffix, reason: .lastOfSystem)
        }
    }

    func hasHousehold() throws -> Bool {
        try read(HistoryReader.hasHousehold)
    }

    /// All that `body` reads is of one moment.
    func read<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        try translating {
            try database.use { connection in try connection.transaction(.reading) { try body(connection) } }
        }
    }

    /// Keeps all that `body` writes, or, when anything throws, nothing of it.
    /// - Throws: `JournalError.notWritable`, and what `body` throws.
    func write<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        if let obstacle { throw JournalError.notWritable(path: path, reason: .init(obstacle)) }
        return try translating {
            try database.use { connection in try connection.transaction(.writing) { try body(connection) } }
        }
    }

    // MARK: Errors

    func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw Self.translated(error, path: path) }
    }

    /// What went wrong in SQLite, or in a row, as what went wrong with the journal. Other errors go on as they are.
    static func translated(_ error: any Error, path: String) -> any Error {
        switch error {
        case let error as RowError: JournalError(error, path: path)
        case let error as SQLiteError: JournalError(error, path: path)
        case let fault as FileFault: JournalError(fault)
        default: error
        }
    }
}
