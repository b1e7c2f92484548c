import MendCore
import Synchronization

/// A journal that lives as long as the process: for trying a household without keeping it.
public final class MemoryJournal: Journal {
    private let state: Mutex<History>
    private let writes = Mutex(0)

    public init(_ household: Household) {
        state = Mutex(History(household: household))
    }

    /// It always has everything.
    public func history(of types: Set<RecordType>, since: Instant?) -> History {
        state.withLock { $0 }
    }

    public func write(_ changes: [Change]) throws {
        try update { _ in (changes, ()) }
    }

    public func version() -> JournalVersion {
        JournalVersion(writes.withLock { $0 })
    }

    public func update<Result>(
        since: Instant?, _ decide: (History) throws -> (changes: [Change], result: Result)
    ) throws -> Result {
        // Sendable checking wants the result to leave the lock by a way of its own.
        var result: Result?
        var failure: (any Error)?
        state.withLock { history in
            do {
                let decision = try decide(history)
                if !decision.changes.isEmpty { writes.withLock { $0 += 1 } }
                history.apply(decision.changes)
                result = decision.result
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        guard let result else { preconditionFailure("a decision without result or error") }
        return result
    }
}
