/// The durable record of one household. `JournalConformance` in the tests states what every implementation must do.
///
/// It is what planner, pages and channels need. Backups, known exports and the household's folder are of SQLite alone
/// (`SQLiteJournal`), and the program speaks to it directly for those.
public protocol Journal: Sendable {
    /// What was written down so far, as one consistent view.
    /// - Parameters:
    ///   - types: those that are needed, besides the household; records of others may be missing.
    ///   - since: how far back the two parts are needed that grow by some rows a day: slots that were published and began before,
    ///     and deliveries from before, may be missing. Never missing are rungs, and the beginnings of channels. Nil: everything.
    func history(of types: Set<RecordType>, since: Instant?) throws -> History

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

    public func history(since: Instant?) throws -> History {
        try history(of: Set(RecordType.allCases), since: since)
    }

    public func history(of types: Set<RecordType>) throws -> History { try history(of: types, since: nil) }

    /// What an agenda of an instant's day and later days is made of.
    public func historyOfAgenda(from instant: Instant) throws -> History {
        try history(of: Set(RecordType.allCases).subtracting([.delivery]), since: History.memory(before: instant))
    }

    public func household() throws -> Household { try history(of: []).household }

    /// Decides with everything in view.
    @discardableResult
    public func update<Result>(_ decide: (History) throws -> (changes: [Change], result: Result)) throws -> Result {
        try update(since: nil, decide)
    }
}

extension History {
    /// How far back a channel looks after a gap, in days.
    public static let memoryDays = 366

    /// The `since` of `Journal.history(of:since:)` for whoever makes an agenda from an instant on, or a channel's digest then: as
    /// far back as the choice of prompts begins, which is up to twice a planner's run.
    public static func memory(before instant: Instant) -> Instant {
        // Some days more, for zones and for what quiet hours carry forward.
        instant + -((2 * Planner.runDays + 10) * 24).hours
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
