/// The durable record of one household. `JournalConformance` in the tests states what every implementation must do.
public protocol Journal: Sendable {
    /// Everything written down so far, as one consistent view.
    func history() throws -> History

    /// Reads, decides and writes in one transaction: `decide` sees the history as it is while nobody else writes, and either
    /// all of its changes are kept or, when anything throws, none.
    @discardableResult
    func update<Result>(_ decide: (History) throws -> (changes: [Change], result: Result)) throws -> Result

    /// Differs from what it was before whenever anything was written in between, by this program or another: for whoever
    /// keeps what was made of a history. Cheap to ask; it means nothing to another value of the type.
    func version() throws -> JournalVersion
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
