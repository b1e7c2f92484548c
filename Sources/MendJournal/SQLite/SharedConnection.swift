import Synchronization

/// A connection that threads share, one after another.
///
/// `@unchecked`, because a `Mutex` that held the connection would not lend it to a closure of the caller's: Swift cannot see
/// that none keeps it. The connection is private, and comes out as an argument under the lock alone.
final class SharedConnection: @unchecked Sendable {
    private let connection: Connection
    private let turn = Mutex(())

    init(_ connection: sending Connection) {
        self.connection = connection
    }

    /// Waits for its turn. Not to be called from within itself.
    func use<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        var outcome: Swift.Result<Result, any Error>?
        turn.withLock { _ in outcome = Swift.Result { try body(connection) } }
        guard let outcome else { preconditionFailure("a turn without an outcome") }
        return try outcome.get()
    }
}
