import Foundation

/// The name of a client, as far as it can be known; wrong passphrases are counted by it.
enum ClientAddress {
    /// - Parameters:
    ///   - peer: who is at the other end of the connection.
    ///   - forwarded: the header `X-Forwarded-For`; the nearest proxy wrote the last name in it.
    ///   - isProxied: whether a web server stands before this one. Without one, whoever connects could take a new name for
    ///     each try.
    ///   - proxies: of others no name is believed.
    static func name(
        peer: String, forwarded: String?, isProxied: Bool, proxies: TrustedProxies = .thisMachine
    ) -> String {
        guard isProxied, proxies.contains(peer), let last = forwarded?.split(separator: ",").last,
            last.utf8.count <= 64
        else { return peer }
        return last.trimmingCharacters(in: .whitespaces)
    }
}
