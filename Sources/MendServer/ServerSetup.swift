import Logging
import MendCore
import MendExport

/// Everything that the server is given from outside: nothing in this module reads a clock, random bytes or files.
public struct ServerSetup: Sendable {
    public let journal: any Journal
    public let signIns: any SignInStore
    public let plan: Plan
    public let origin: ServerOrigin
    /// Opens the page on which a passphrase is chosen, once; nil: the one that is set stays.
    public let beginToken: String?
    public let scrypt: Passphrase.Cost
    public let clock: @Sendable () -> Instant
    /// As many unpredictable bytes as asked for.
    public let random: @Sendable (Int) -> [UInt8]
    public let zones: ZoneFinder
    /// Names of zones to choose from.
    public let zoneNames: [String]
    /// The whole household as its owner may take it along.
    public let dump: @Sendable (History) -> String
    /// Takes the whole household away and ends the server.
    public let erase: @Sendable () throws -> Void
    public let logger: Logger

    public init(
        journal: any Journal, signIns: any SignInStore, plan: Plan, origin: ServerOrigin, beginToken: String? = nil,
        scrypt: Passphrase.Cost = .standard, clock: @escaping @Sendable () -> Instant,
        random: @escaping @Sendable (Int) -> [UInt8], zones: @escaping ZoneFinder, zoneNames: [String] = [],
        dump: @escaping @Sendable (History) -> String, erase: @escaping @Sendable () throws -> Void, logger: Logger
    ) {
        self.journal = journal
        self.signIns = signIns
        self.plan = plan
        self.origin = origin
        self.beginToken = beginToken
        self.scrypt = scrypt
        self.clock = clock
        self.random = random
        self.zones = zones
        self.zoneNames = zoneNames
        self.dump = dump
        self.erase = erase
        self.logger = logger
    }

    /// Bytes as letters, digits, `-` and `_`.
    func token(bytes count: Int = 32) -> String {
        Base64URL.text(random(count))
    }
}
