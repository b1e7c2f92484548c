import Synchronization

/// The link with which it all begins; it works once.
final class BeginLink: Sendable {
    private let hash: String?
    private let isUsed = Mutex(false)

    init(token: String?) {
        hash = token.map(Digest.hex)
    }

    func matches(_ token: String) -> Bool {
        guard let hash, !isUsed.withLock({ $0 }) else { return false }
        return Digest.areEqual(Digest.hex(token), hash)
    }

    /// - Returns: false when somebody else was quicker.
    func use(_ token: String) -> Bool {
        matches(token)
            && isUsed.withLock { isUsed in
                defer { isUsed = true }
                return !isUsed
            }
    }

    func giveBack() {
        isUsed.withLock { $0 = false }
    }
}
