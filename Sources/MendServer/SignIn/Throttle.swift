import MendCore
import Synchronization

/// Slows down whoever guesses passphrases: after five wrong ones from one address each further try waits longer, up to a
/// quarter of an hour, and all addresses together have a limit, too. A device that was signed in before has tries of its own,
/// so that strangers cannot keep its owner out. What it remembers is bounded.
final class Throttle: Sendable {
    /// Who tries.
    enum Client: Hashable, Sendable {
        /// Anybody at an address, or whatever else tells people apart, who tries to be one of the adults: another one's
        /// passphrase gives nobody tries of this one's.
        case address(String, as: Login)
        /// One on which whoever it tries to be was signed in before.
        case device(String)

        var isKnown: Bool { if case .device = self { true } else { false } }
    }

    private struct Tries {
        var count: Int
        var until: Instant
        var last: Instant
    }

    private struct State {
        var tries: [Client: Tries] = [:]
        var recent: [Instant] = []

        mutating func wait(for client: Client, now: Instant) -> Int? {
            recent.removeAll { now - $0 >= 60 || $0 > now }
            if !client.isKnown, recent.count >= mostPerMinute, let first = recent.first {
                return max(1, 60 - (now - first))
            }
            // After a clock that was fast no wait is longer than any.
            guard let tries = tries[client], tries.until > now, tries.until - now <= longest else { return nil }
            return tries.until - now
        }

        mutating func count(_ client: Client, now: Instant) {
            if !client.isKnown { recent.append(now) }
            var tries = tries[client] ?? Tries(count: 0, until: now, last: now)
            tries.count += 1
            tries.last = now
            let over = tries.count - free
            if over >= 0 { tries.until = now + min(longest, 5 << min(over, 10)) }
            self.tries[client] = tries
            while self.tries.count > mostAddresses,
                let oldest = self.tries.min(by: { $0.value.last < $1.value.last })?.key
            {
                self.tries[oldest] = nil
            }
        }
    }

    /// Wrong tries without a wait.
    static let free = 5
    static let longest = 15.minutes
    static let mostAddresses = 1_000
    /// Wrong tries a minute, from anywhere but devices that were signed in before.
    static let mostPerMinute = 30

    private let state = Mutex(State())

    /// Counts a try as wrong before it is looked at, so that those that come at once count, too.
    /// - Returns: the seconds to wait, where it is not free; then it does not count.
    func begin(_ client: Client, now: Instant) -> Int? {
        state.withLock { state in
            if let seconds = state.wait(for: client, now: now) { return seconds }
            state.count(client, now: now)
            return nil
        }
    }

    /// A try that was counted was right, or nobody has looked at it.
    func takeBack(_ client: Client, now: Instant) {
        state.withLock { state in
            if !client.isKnown, let place = state.recent.lastIndex(of: now) { state.recent.remove(at: place) }
            guard var tries = state.tries[client] else { return }
            tries.count -= 1
            if tries.count < Self.free { tries.until = min(tries.until, now) }
            state.tries[client] = tries.count > 0 ? tries : nil
        }
    }

    /// - Returns: the seconds to wait; nil when a try is free.
    func wait(for client: Client, now: Instant) -> Int? {
        state.withLock { $0.wait(for: client, now: now) }
    }

    func failed(_ client: Client, now: Instant) {
        state.withLock { $0.count(client, now: now) }
    }

    func succeeded(_ client: Client) {
        state.withLock { $0.tries[client] = nil }
    }
}
