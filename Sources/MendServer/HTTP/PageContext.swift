import HTTPTypes
import Hummingbird
import NIOCore

/// What is known of a request besides what it says.
struct PageContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The IP address at the other end of the connection, or `unknown`.
    let peer: String
    /// The user of this machine whose program asks; nil where that is not told.
    let user: @Sendable () -> UInt32?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        let channel = source.channel
        peer = channel.remoteAddress?.ipAddress ?? "unknown"
        user = { MachineUser.number(of: channel) }
    }
}

extension HTTPField.Name {
    /// `X-Forwarded-For`
    static let forwardedFor = known("X-Forwarded-For")
    static let secFetchSite = known("Sec-Fetch-Site")
    static let frameOptions = known("X-Frame-Options")
    static let permissionsPolicy = known("Permissions-Policy")
    static let openerPolicy = known("Cross-Origin-Opener-Policy")
    static let resourcePolicy = known("Cross-Origin-Resource-Policy")
    static let referrerPolicy = known("Referrer-Policy")
    static let robotsTag = known("X-Robots-Tag")

    private static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("not the name of a header") }
        return name
    }
}
