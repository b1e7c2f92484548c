import Synchronization

/// The link to the page on which the passphrase is chosen; it works once.
final class OneTimeLink: Sendable {
    private let hash: String?
    private let isUsed = Mutex(false)

    /// - Parameter token: nil: there is no such link.
    init(token: String?) {
        hash = token.map(Digest.hex)
    }

    /// Whether this token still opens the page.
    func matches(_ token: String) -> Bool {
        guard let hash, !isUsed.withLock({ $0 }) else { return false }
        return Digest.areEqual(Digest.hex(token), hash)
    }

    /// Uses the link up.
    /// - Returns: false when it is wrong, or somebody else was quicker.
    func use(_ token: String) -> Bool {
        matches(token)
            && isUsed.withLock { isUsed in
                defer { isUsed = true }
                return !isUsed
            }
    }

    /// Makes it work again after its use has failed.
    func restore() {
        isUsed.withLock { $0 = false }
    }
}
