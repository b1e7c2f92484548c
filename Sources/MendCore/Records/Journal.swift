/// The durable record of one household. `JournalConformance` in the tests states what every implementation must do.
public protocol Journal: Sendable {
    /// Everything written down so far, as one consistent view.
    func history() throws -> History

    /// Reads, decides and writes in one transaction: `decide` sees the history as it is while nobody else writes, and either
    /// all of its changes are kept or, when anything throws, none.
    @discardableResult
    func update<Result>(_ decide: (History) throws -> (changes: [Change], result: Result)) throws -> Result
}

/// What a transaction does to a journal.
public enum Change: Equatable, Sendable {
    /// Adds a record, or replaces the one with the same key.
    case put(JournalRecord)
    case remove(RecordKey)
}
