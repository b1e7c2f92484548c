import MendCore
import MendPush

/// What reminders on phones need from outside.
public struct PushMeans: Sendable {
    /// Has the phones, and the key by which push services know this household's server.
    public let store: any PushStore
    /// Which push services are asked at all.
    public let services: PushEndpoint.Services
    /// As many unpredictable bytes as asked for.
    public let random: @Sendable (Int) -> [UInt8]
    /// All numbers of a name; it may wait.
    public let resolve: @Sendable (String) -> [InternetAddress]
    /// How long a push service may take for one message.
    public let patience: Duration

    public init(
        store: any PushStore, services: PushEndpoint.Services, random: @escaping @Sendable (Int) -> [UInt8],
        resolve: @escaping @Sendable (String) -> [InternetAddress] = InternetAddress.all,
        patience: Duration = .seconds(20)
    ) {
        self.store = store
        self.services = services
        self.random = random
        self.resolve = resolve
        self.patience = patience
    }

    /// The household's key, made when it is first needed.
    /// - Throws: what the journal throws.
    public func key() throws -> VAPIDKey {
        let bytes = try store.pushKey { Self.privateKey(random) }
        guard let key = VAPIDKey(bytes) else { preconditionFailure("a key is kept only if it is one") }
        return key
    }

    /// 32 bytes that are a private key of P-256; of those that are drawn, one in 2^32 is none.
    static func privateKey(_ random: (Int) -> [UInt8]) -> [UInt8] {
        while true {
            let bytes = random(32)
            if VAPIDKey(bytes) != nil { return bytes }
        }
    }
}
