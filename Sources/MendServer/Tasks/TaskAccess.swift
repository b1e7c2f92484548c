import Foundation
import HTTPTypes
import Hummingbird
import MendCore
import MendTasks

/// Lets a device in that knows a list's user and password (RFC 7617). The password never crosses a network in the clear.
///
/// The right one is never made to wait, whoever else guesses from the same address: a phone goes on working. Who guesses waits.
struct TaskAccess: Sendable {
    let setup: ServerSetup
    let cache: TaskCache
    private let throttle = Throttle()

    init(setup: ServerSetup, cache: TaskCache) {
        self.setup = setup
        self.cache = cache
    }

    /// - Throws: `DAVError` for whoever is nobody; a `JournalFailure`.
    func list(_ request: Request, _ context: PageContext) async throws -> ServedList {
        guard isPrivate(request, context) else { throw DAVError.forbidden }
        guard let (user, password) = Self.credentials(request.headers[.authorization]) else {
            throw Self.unauthorized
        }
        let hash = Digest.hex(password)
        var found: TaskList?
        for list in try await cache.lists() where Digest.areEqual(list.secretHash, hash) && list.user == user {
            found = list
        }
        guard let found, let served = try await cache.served(found.user) else {
            let client = Throttle.Client.address(
                ClientAddress.name(
                    peer: context.peer, forwarded: request.headers[.forwardedFor], isProxied: !setup.origin.isLocal,
                    proxies: setup.proxies),
                as: .nobody)
            let now = setup.clock()
            if let seconds = throttle.begin(client, now: now) {
                throw DAVError(.tooManyRequests, headers: [.retryAfter: String(seconds)])
            }
            throw Self.unauthorized
        }
        return served
    }

    private static let unauthorized = DAVError(
        .unauthorized, headers: [.wwwAuthenticate: #"Basic realm="mend", charset="UTF-8""#])

    /// By https, or on this machine.
    private func isPrivate(_ request: Request, _ context: PageContext) -> Bool {
        if setup.origin.isSecure || setup.origin.isLocal { return true }
        return !setup.origin.isOutside(host: request.head.authority) && request.headers[.forwardedFor] == nil
            && ServerOrigin.isLoopback(context.peer)
    }

    private static func credentials(_ header: String?) -> (user: String, password: String)? {
        guard let header, header.utf8.count <= 1024 else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic",
            let data = Data(base64Encoded: parts[1].trimmingCharacters(in: .whitespaces)),
            let text = String(validating: data, as: UTF8.self), let colon = text.firstIndex(of: ":")
        else { return nil }
        // Phones begin names with a capital, and add spaces.
        let user = text[..<colon].trimmingCharacters(in: .whitespaces).lowercased()
        return (user, text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    }
}
