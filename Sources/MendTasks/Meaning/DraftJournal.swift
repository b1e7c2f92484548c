import MendCore
import Synchronization

/// A journal whose changes are gathered rather than written: so that all that a client's task means, through the notebook as
/// anywhere else, is written down in one transaction.
final class DraftJournal: Journal {
    private let state: Mutex<(history: History, changes: [Change])>

    init(_ history: History) {
        state = Mutex((history, []))
    }

    var changes: [Change] { state.withLock { $0.changes } }

    /// More than is asked for, as a journal may.
    func history(of types: Set<RecordType>, since: Instant?) -> History { history }

    var history: History { state.withLock { $0.history } }

    func update<Result>(
        since: Instant?, _ decide: (History) throws -> (changes: [Change], result: Result)
    ) throws -> Result {
        let decision = try decide(history)
        write(decision.changes)
        return decision.result
    }

    func write(_ changes: [Change]) {
        state.withLock { state in
            state.history.apply(changes)
            state.changes += changes
        }
    }

    func version() -> JournalVersion { JournalVersion(changes.count) }
}
