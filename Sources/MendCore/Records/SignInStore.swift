/// Who may open the page: a passphrase and the devices that are signed in. Nothing of it is dumped, and only hashes are kept.
public protocol SignInStore: Sendable {
    /// Nil until one is set.
    func passphraseHash() throws -> String?

    /// Sets it and ends all sessions.
    func setPassphrase(hash: String) throws

    /// In the order in which they began.
    func sessions() throws -> [WebSession]

    /// Adds a session, or replaces the one with the same hash.
    func put(_ session: WebSession) throws

    /// Ends it; nothing happens when there is none.
    func endSession(tokenHash: String) throws
}

/// A device that is signed in.
public struct WebSession: Hashable, Sendable {
    public let tokenHash: String
    /// What it is, in a few words: "Firefox on Android".
    public let device: String
    public let began: Instant
    /// Written down at most once a day.
    public let used: Instant

    public init(tokenHash: String, device: String, began: Instant, used: Instant) {
        self.tokenHash = tokenHash
        self.device = device
        self.began = began
        self.used = used
    }
}
