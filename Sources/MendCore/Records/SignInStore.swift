/// Who may open the page: a passphrase and the devices that are signed in, and perhaps a second adult. Nothing of it is dumped,
/// and of what opens anything only hashes are kept.
public protocol SignInStore: Sendable {
    /// The caregiver's. Nil until one is set.
    func passphraseHash() throws -> String?

    /// Sets a passphrase and ends the sessions of whoever has it.
    /// - Parameter login: the second adult's id; nil: the caregiver. Nothing happens when nobody has it.
    func setPassphrase(hash: String, of login: String?) throws

    /// In the order in which they began.
    func sessions() throws -> [WebSession]

    /// Adds a session, or replaces the one with the same hash.
    func put(_ session: WebSession) throws

    /// Ends it; nothing happens when there is none.
    func endSession(tokenHash: String) throws

    /// Nil while there is one adult.
    func secondAdult() throws -> SecondAdult?

    /// Invites somebody, in place of whoever was invited before.
    /// - Returns: false, and nothing has changed, when a second adult has joined already.
    func invite(_ adult: SecondAdult) throws -> Bool

    /// Uses an invitation up.
    /// - Returns: whoever has joined by it; nil when it is not the one that waits, or was used meanwhile.
    func join(invitationHash: String, passphraseHash: String) throws -> SecondAdult?

    /// Ends the second adult's login with all of its sessions, or takes the invitation back.
    func endSecondAdult() throws
}

extension SignInStore {
    /// Sets the caregiver's passphrase and ends their sessions.
    public func setPassphrase(hash: String) throws {
        try setPassphrase(hash: hash, of: nil)
    }
}

/// A device that is signed in.
public struct WebSession: Hashable, Sendable {
    public let tokenHash: String
    /// What it is, in a few words: "Firefox on Android".
    public let device: String
    public let began: Instant
    /// Written down at most once a day.
    public let used: Instant
    /// The second adult's id; nil: the caregiver's.
    public let login: String?

    public init(tokenHash: String, device: String, began: Instant, used: Instant, login: String? = nil) {
        self.tokenHash = tokenHash
        self.device = device
        self.began = began
        self.used = used
        self.login = login
    }
}

/// The other adult who may open the page. mend knows two: the household's caregiver, whose ladder it is, and this one.
public struct SecondAdult: Hashable, Sendable {
    public enum State: Hashable, Sendable {
        /// By a link of which this is the hash.
        case invited(invitationHash: String, until: Instant)
        case joined(passphraseHash: String)
    }

    /// Unpredictable, and never used again: what belongs to a login that has ended belongs to no later one.
    public let id: String
    /// What they are called; it stands in what they write down (`by`).
    public let name: String
    /// What the household's caregiver is called.
    public let caregiver: String
    public let state: State

    public init(id: String, name: String, caregiver: String, state: State) {
        self.id = id
        self.name = name
        self.caregiver = caregiver
        self.state = state
    }

    /// Nil while they are invited.
    public var passphraseHash: String? {
        if case .joined(let hash) = state { hash } else { nil }
    }

    public var hasJoined: Bool { passphraseHash != nil }
}
