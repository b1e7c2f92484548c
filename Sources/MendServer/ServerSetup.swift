import Logging
import MendCore
import MendExport
import MendPlatform

/// Everything that the server is given from outside: nothing in this module reads a clock, random bytes or files.
public struct ServerSetup: Sendable {
    /// The one household that is served.
    public let journal: any Journal
    /// Holds the hash of the passphrase, and the devices that are signed in.
    public let signIns: any SignInStore
    /// Remembers over restarts what calendars and feeds were answered; nil: that is forgotten.
    public let answers: (any AnswerStore)?
    /// The prompts and the repair ladder, as they are now.
    public let plan: @Sendable () -> ServedPlan
    /// Where the server listens, and its address from outside.
    public let origin: ServerOrigin
    /// The web servers before this one that are believed who asks.
    public let proxies: TrustedProxies
    /// Opens the page on which a passphrase is chosen, once; nil: the one that is set stays.
    public let beginToken: String?
    /// How much work it is to try a passphrase.
    public let scrypt: Passphrase.Cost
    /// How many connections it takes, and how long it waits for them.
    public let limits: ConnectionLimits
    /// What is needed so that phones can ring; nil: none can.
    public let push: PushSetup?
    /// Holds lists of tasks for phones and desktops; nil: none are served.
    public let tasks: (any TaskStore)?
    /// The present instant.
    public let clock: @Sendable () -> Instant
    /// As many unpredictable bytes as asked for.
    public let random: @Sendable (Int) -> [UInt8]
    /// Finds a time zone by its name.
    public let zones: ZoneFinder
    /// Names of zones to choose from, such as `Europe/Zurich`.
    public let zoneNames: [String]
    /// The whole household as a file (JSON Lines), for its owner to take along.
    public let dump: @Sendable (History) -> String
    /// Called after something was written down on a page, before the answer goes out: it takes a second at most.
    public let recorded: @Sendable () -> Void
    /// Deletes the whole household and ends the server. Throws when a file cannot be removed.
    public let erase: @Sendable () throws -> Void
    /// Gets what the owner should know.
    public let note: @Sendable (ServerNote) -> Void
    /// Gets the kinds of errors, and never a word of the household.
    public let logger: Logger

    /// See the properties.
    public init(
        journal: any Journal, signIns: any SignInStore, answers: (any AnswerStore)? = nil,
        plan: @escaping @Sendable () -> ServedPlan, origin: ServerOrigin,
        proxies: TrustedProxies = .thisMachine, beginToken: String? = nil, scrypt: Passphrase.Cost = .standard,
        limits: ConnectionLimits = .standard,
        push: PushSetup? = nil, tasks: (any TaskStore)? = nil,
        clock: @escaping @Sendable () -> Instant,
        random: @escaping @Sendable (Int) -> [UInt8], zones: @escaping ZoneFinder, zoneNames: [String] = [],
        dump: @escaping @Sendable (History) -> String, recorded: @escaping @Sendable () -> Void = {},
        erase: @escaping @Sendable () throws -> Void, note: @escaping @Sendable (ServerNote) -> Void = { _ in },
        logger: Logger
    ) {
        self.journal = journal
        self.signIns = signIns
        self.answers = answers
        self.plan = plan
        self.origin = origin
        self.proxies = proxies
        self.beginToken = beginToken
        self.scrypt = scrypt
        self.limits = limits
        self.push = push
        self.tasks = tasks
        self.clock = clock
        self.random = random
        self.zones = zones
        self.zoneNames = zoneNames
        self.dump = dump
        self.recorded = recorded
        self.erase = erase
        self.note = note
        self.logger = logger
    }

    /// Unpredictable bytes as letters, digits, `-` and `_`.
    /// - Parameter count: of bytes; each is eight bits of secrecy.
    func token(bytes count: Int = 32) -> String {
        Base64URL.text(random(count))
    }
}
