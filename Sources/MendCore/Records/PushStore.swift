/// The phones and browsers that ring, what they were given, and the key by which push services know the household's server.
/// Nothing of it is dumped; a backup has all of it, so that a household that is brought back goes on ringing.
public protocol PushStore: Sendable {
    /// The private key (32 bytes), made when it is first asked for. Of several that ask at once, all get the same.
    func pushKey(orElse make: () -> [UInt8]) throws -> [UInt8]

    /// In the order in which they were added.
    func pushDevices() throws -> [PushDevice]

    /// Adds a device, or puts it in the place of the one with the same channel. One that goes with a channel goes with it.
    func put(_ device: PushDevice) throws

    /// Notes what services answered; devices that are gone by then, or have another endpoint, stay as they are.
    func note(_ answers: [PushDevice]) throws

    /// Takes a device away; nothing happens when there is none, or when it has another endpoint.
    func removePushDevice(ofChannel name: String, endpoint: String) throws

    /// Remembers the tokens of notices, and forgets those whose time was over by an instant.
    func put(_ tokens: [NoticeToken], forgettingBefore instant: Instant) throws

    /// What a token is good for; nil for an unknown one.
    func noticeToken(hash: String) throws -> NoticeToken?

    /// Takes a token out, and with it all others of the same item: of several that ask at once, one gets it.
    /// - Returns: nil for one that is unknown or was taken out before.
    func spendNoticeToken(hash: String) throws -> NoticeToken?
}

/// A phone or browser that rings: the address at its push service and the keys for it.
public struct PushDevice: Hashable, Sendable {
    /// The name of its channel.
    public let channel: String
    /// Secret: whoever has it, and the keys, can send to the device.
    public let endpoint: String
    /// 65 bytes.
    public let publicKey: [UInt8]
    /// 16 bytes.
    public let secret: [UInt8]
    /// Where the device reaches the page: `https://mend.example.org`.
    public let base: String
    /// When the device said last that it still rings.
    public var renewed: Instant
    /// The status that its service answered last; 0: none came in time. Nil: nothing was sent yet.
    public var answer: Int?
    /// How often in a row it was not taken.
    public var failures: Int
    /// Nothing is sent earlier.
    public var retryAt: Instant?
    /// The id of the second adult whose it is; nil: the caregiver's.
    public let login: String?

    public init(
        channel: String, endpoint: String, publicKey: [UInt8], secret: [UInt8], base: String, renewed: Instant,
        answer: Int? = nil, failures: Int = 0, retryAt: Instant? = nil, login: String? = nil
    ) {
        self.channel = channel
        self.endpoint = endpoint
        self.publicKey = publicKey
        self.secret = secret
        self.base = base
        self.renewed = renewed
        self.answer = answer
        self.failures = failures
        self.retryAt = retryAt
        self.login = login
    }

    /// What a push service may ask for, in seconds.
    public static let longestWait = 24.hours

    /// Whether nothing is to be sent to it yet.
    public func waits(at now: Instant) -> Bool {
        // A clock that was fast may have written down more.
        retryAt.map { now < $0 && $0 - now <= Self.longestWait } ?? false
    }
}

/// What lets a notice's buttons write down an outcome without a sign-in: for one item, once.
public struct NoticeToken: Hashable, Sendable {
    /// SHA-256 of the token, in hexadecimal digits.
    public let hash: String
    public let item: ItemKey
    /// The name of the phone's channel; it goes with that.
    public let channel: String
    /// Afterwards it is good for nothing.
    public let expires: Instant

    public init(hash: String, item: ItemKey, channel: String, expires: Instant) {
        self.hash = hash
        self.item = item
        self.channel = channel
        self.expires = expires
    }
}
