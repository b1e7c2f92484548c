/// The durable record of one household. `JournalConformance` in the tests states what every implementation must do.
///
/// It is what planner, pages and channels need. Backups, known exports and the household's folder are of SQLite alone
/// (`SQLiteJournal`), and the program speaks to it directly for those.
public protocol Journal: Sendable {
    /// What was written down so far, as one consistent view.
    /// - Parameter since: how far back the two parts are needed that grow by some rows a day: items that were published and
    ///   began before, and deliveries from before, may be missing. Never missing are items of a ladder with somebody something
    ///   may still be open with, and the beginnings of channels. Nil: everything.
    func history(since: Instant?) throws -> History

    /// The household with its records of some types, for whoever asks for one fact. Those of others may be missing.
    func history(of types: Set<RecordType>) throws -> History

    /// Reads, decides and writes in one transaction: `decide` sees the history as it is while nobody else writes, and either
    /// all of its changes are kept or, when anything throws, none.
    /// - Parameter since: as `history(since:)` has it.
    @discardableResult
    func update<Result>(
        since: Instant?, _ decide: (History) throws -> (changes: [Change], result: Result)
    ) throws -> Result

    /// Writes what needs no look at what is there, all of it or nothing.
    func write(_ changes: [Change]) throws

    /// Differs from what it was before whenever anything was written in between, by this program or another: for whoever
    /// keeps what was made of a history. Cheap to ask; it means nothing to another value of the type.
    func version() throws -> JournalVersion
}

extension Journal {
    /// Everything written down so far.
    public func history() throws -> History { try history(since: nil) }

    public func history(of types: Set<RecordType>) throws -> History { try history() }

    public func household() throws -> Household { try history(of: []).household }

    /// Decides with everything in view.
    @discardableResult
    public func update<Result>(_ decide: (History) throws -> (changes: [Change], result: Result)) throws -> Result {
        try update(since: nil, decide)
    }
}

extension History {
    /// How far back the choice of prompts and the digests of channels look, in days.
    public static let memoryDays = 366

    /// The `since` of `Journal.history(since:)` for whoever makes an agenda from an instant on, or a channel's digest then.
    public static func memory(before instant: Instant) -> Instant {
        // Some days more, for zones and for what quiet hours carry forward.
        instant + -((memoryDays + 10) * 24).hours
    }
}

/// A state of a journal, as one value of its type sees it.
public struct JournalVersion: Hashable, Sendable {
    private let number: Int

    /// - Parameter number: another one after each write.
    public init(_ number: Int) {
        self.number = number
    }
}

/// What a transaction does to a journal.
public enum Change: Equatable, Sendable {
    /// Adds a record, or replaces the one with the same key.
    case put(JournalRecord)
    case remove(RecordKey)
}
