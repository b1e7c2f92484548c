import MendCore
import Synchronization

/// Secrets that were made within the last quarter of an hour, in which their page may be looked at again. Nothing else keeps
/// them.
final class RecentSecrets<Subject: Sendable>: Sendable {
    private struct Entry {
        let at: Instant
        let token: String
        let session: String
        let subject: Subject
        let secret: String
    }

    private let entries = Mutex<[Entry]>([])
    private let clock: @Sendable () -> Instant
    private let most = 20
    private let memory = 15.minutes

    init(clock: @escaping @Sendable () -> Instant) {
        self.clock = clock
    }

    /// - Returns: the word in the address of the page that shows it.
    func keep(_ subject: Subject, _ secret: String, _ request: AuthenticatedRequest, token: String) -> String {
        let now = clock()
        let entry = Entry(
            at: now, token: token, session: request.session.tokenHash, subject: subject, secret: secret)
        entries.withLock { entries in
            entries.removeAll { now - $0.at >= memory }
            entries.append(entry)
            if entries.count > most { entries.removeFirst() }
        }
        return token
    }

    func found(_ token: String, _ request: AuthenticatedRequest) -> (Subject, String)? {
        let now = clock()
        return entries.withLock { entries in
            entries.removeAll { now - $0.at >= memory }
            return entries.first { $0.token == token && $0.session == request.session.tokenHash }
                .map { ($0.subject, $0.secret) }
        }
    }
}
