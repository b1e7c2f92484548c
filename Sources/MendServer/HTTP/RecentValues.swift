import MendCore
import Synchronization

/// Values that a session may come back to within a quarter of an hour. They are nowhere but in memory; the newest twenty stay.
final class RecentValues<Value: Sendable>: Sendable {
    private struct Entry {
        let at: Instant
        let token: String
        let session: String
        let value: Value
    }

    private let entries = Mutex<[Entry]>([])
    private let clock: @Sendable () -> Instant
    private let token: @Sendable () -> String
    private static var most: Int { 20 }
    private static var memory: Int { 15.minutes }

    /// - Parameter token: makes a new word that nobody guesses.
    init(clock: @escaping @Sendable () -> Instant, token: @escaping @Sendable () -> String) {
        self.clock = clock
        self.token = token
    }

    /// - Returns: the word by which the session of this request finds it again.
    func keep(_ value: Value, _ request: AuthenticatedRequest) -> String {
        let now = clock()
        let entry = Entry(at: now, token: token(), session: request.session.tokenHash, value: value)
        entries.withLock { entries in
            entries.removeAll { now - $0.at >= Self.memory }
            entries.append(entry)
            if entries.count > Self.most { entries.removeFirst() }
        }
        return entry.token
    }

    /// Nil for a word of another session, or one that is too old.
    func value(_ token: String, _ request: AuthenticatedRequest) -> Value? {
        let now = clock()
        return entries.withLock { entries in
            entries.removeAll { now - $0.at >= Self.memory }
            return entries.first { $0.token == token && $0.session == request.session.tokenHash }?.value
        }
    }
}
