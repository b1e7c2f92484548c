import MendCore
import MendPush

/// What the pages need so that phones can ring.
public struct PushSetup: Sendable {
    /// Has the phones, and the tokens of their notices.
    public let store: any PushStore
    /// Which push services are known.
    public let services: PushEndpoint.Services
    /// The key by which they know this household's server; it may wait.
    public let key: @Sendable () throws -> VAPIDKey

    /// See the properties.
    public init(
        store: any PushStore, services: PushEndpoint.Services, key: @escaping @Sendable () throws -> VAPIDKey
    ) {
        self.store = store
        self.services = services
        self.key = key
    }
}
