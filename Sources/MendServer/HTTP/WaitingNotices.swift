import MendCore
import Synchronization

/// What pages are still to say, once, after something was done: the address that somebody was led to, of each session.
final class WaitingNotices: Sendable {
    private let addresses = Mutex<[String]>([])

    /// The oldest are forgotten first.
    private static let most = 200

    /// - Parameter location: where a form leads to; only one that says something counts.
    func expect(_ location: String, of session: WebSession) {
        guard location.contains("said=") else { return }
        addresses.withLock { addresses in
            addresses.append("\(session.tokenHash) \(location)")
            if addresses.count > Self.most { addresses.removeFirst() }
        }
    }

    /// Whether a page was led to, and has not been shown since.
    func take(_ address: String, of session: WebSession) -> Bool {
        let key = "\(session.tokenHash) \(address)"
        return addresses.withLock { addresses in
            guard addresses.contains(key) else { return false }
            addresses.removeAll { $0 == key }
            return true
        }
    }
}
