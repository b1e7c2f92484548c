/// The durable record of one household. `JournalConformance` in the tests states what every implementation must do.
public protocol Journal: Sendable {
    /// What was written down so far, as one consistent view. It may hold more than was asked for.
    func history(_ extent: HistoryExtent) throws -> History

    /// Reads, decides and writes in one transaction: `decide` sees the history as it is while nobody else writes, and either
    /// all of its changes are kept or, when anything throws, none.
    @discardableResult
    func update<Result>(
        _ extent: HistoryExtent, _ decide: (History) throws -> (changes: [Change], result: Result)
    ) throws -> Result

    /// Differs from what it was before whenever anything was written in between, by this program or another: for whoever
    /// keeps what was made of a history. Cheap to ask; it means nothing to another value of the type.
    func version() throws -> JournalVersion
}

extension Journal {
    /// Everything written down so far.
    public func history() throws -> History { try history(.whole) }

    /// Decides with everything in view.
    @discardableResult
    public func update<Result>(_ decide: (History) throws -> (changes: [Change], result: Result)) throws -> Result {
        try update(.whole, decide)
    }
}

/// How much of a history is asked for: less takes less time, for a journal grows by some rows a day. What was not asked for
/// may be missing; nothing else is made of a history in part.
public enum HistoryExtent: Equatable, Sendable {
    case whole
    /// The household alone.
    case household
    /// All but what channels have sent, which no agenda depends on.
    case agenda
    /// All that the next run of a channel at an instant needs, in any order: of deliveries, the channel's own, but without
    /// the plan's slots that it sent or passed over more than `settledDays` before the day on which it last sent anything.
    ///
    /// The run decides as if it had read all: what it looks at begins on the day before the channel last sent, and a slot's
    /// item is named by its day. (Only what a dead run has claimed whose clock was slow by weeks may be left as it is, which
    /// nothing comes of.) Where nothing was sent yet, or only later than now, by a clock that was wrong, all are read, and of
    /// other channels those that are later than now.
    case channel(String, now: Instant)

    /// A week for slots that quiet hours carry forward, and some days for whoever travels.
    package static let settledDays = 10
}

/// A state of a journal, as one value of its type sees it.
public struct JournalVersion: Hashable, Sendable {
    private let number: Int

    /// - Parameter number: another one after each write.
    public init(_ number: Int) {
        self.number = number
    }
}

/// What goes wrong in a journal, as far as callers can treat it differently.
public protocol JournalFailure: Error {
    /// It may well work in a moment: somebody else is writing.
    var isPassing: Bool { get }
}

/// What a transaction does to a journal.
public enum Change: Equatable, Sendable {
    /// Adds a record, or replaces the one with the same key.
    case put(JournalRecord)
    case remove(RecordKey)
}
