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
    }

    /// Wrong tries without a wait.
    static let free = 5
    static let longest = 15.minutes
    static let mostAddresses = 1_000
    /// Wrong tries a minute, from anywhere but devices that were signed in before.
    static let mostPerMinute = 30

    private let state = Mutex(State())

    /// - Returns: the seconds to wait; nil when a try is free.
    func wait(for client: Client, now: Instant) -> Int? {
        state.withLock { state in
            state.recent.removeAll { now - $0 >= 60 || $0 > now }
            if !client.isKnown, state.recent.count >= Self.mostPerMinute, let first = state.recent.first {
                return max(1, 60 - (now - first))
            }
            // After a clock that was fast no wait is longer than any.
            guard let tries = state.tries[client], tries.until > now, tries.until - now <= Self.longest else {
                return nil
            }
            return tries.until - now
        }
    }

    func failed(_ client: Client, now: Instant) {
        state.withLock { state in
            if !client.isKnown { state.recent.append(now) }
            var tries = state.tries[client] ?? Tries(count: 0, until: now, last: now)
            tries.count += 1
            tries.last = now
            let over = tries.count - Self.free
            if over >= 0 { tries.until = now + min(Self.longest, 5 << min(over, 10)) }
            state.tries[client] = tries
            while state.tries.count > Self.mostAddresses,
                let oldest = state.tries.min(by: { $0.value.last < $1.value.last })?.key
            {
                state.tries[oldest] = nil
            }
        }
    }

    func succeeded(_ client: Client) {
        state.withLock { $0.tries[client] = nil }
    }
}
