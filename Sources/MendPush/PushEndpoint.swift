import Foundation

/// An address that a browser gave for messages to it. Anybody who is signed in can make one up, so only known services are
/// ever asked.
public struct PushEndpoint: Hashable, Sendable {
    /// The whole address, as the browser gave it.
    public let text: String
    /// In small letters.
    public let host: String
    /// `https://host`: what a token is made for.
    public let origin: String
    /// Whether it is the service that tests run on this machine.
    package let isTest: Bool

    /// Which services are known.
    public struct Services: Sendable {
        /// Those of the browsers: Chrome and its kin, Firefox, Safari, Edge. Each also stands for every host below it.
        public static let known = [
            "fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com",
        ]

        private let hosts: [String]
        fileprivate let testPort: Int?

        /// - Parameters:
        ///   - more: hosts beside the known ones.
        ///   - testPort: where a service for tests listens on 127.0.0.1 by plain http; nil everywhere but in tests.
        public init(more: [String] = [], testPort: Int? = nil) {
            hosts = Self.known + more.map { $0.lowercased() }.filter { !$0.isEmpty }
            self.testPort = testPort
        }

        fileprivate func contain(_ host: String) -> Bool {
            hosts.contains { host == $0 || host.hasSuffix("." + $0) }
        }
    }

    /// Nil for whatever is no https address at port 443 of a known service, and for numbers in place of a name.
    public init?(_ text: String, among services: Services) {
        guard text.utf8.count <= 1024, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C }),
            let parts = URLComponents(string: text), let host = parts.host?.lowercased(), parts.user == nil,
            parts.password == nil, parts.fragment == nil, parts.path.hasPrefix("/")
        else { return nil }
        self.text = text
        self.host = host
        if let port = services.testPort, parts.scheme == "http", host == "127.0.0.1", parts.port == port {
            origin = "http://127.0.0.1:\(port)"
            isTest = true
            return
        }
        // Spelt in one way only: whoever resolves the name and whoever connects must see the same.
        guard text.hasPrefix("https://\(host)/") || text.hasPrefix("https://\(host):443/"), Self.isName(host),
            services.contain(host)
        else { return nil }
        origin = "https://\(host)"
        isTest = false
    }

    /// Letters, digits and hyphens between dots; at least two parts, the last of which is no number.
    private static func isName(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 && host.utf8.count <= 253
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
                    }
            } && parts.last?.utf8.contains { (0x61...0x7A).contains($0) } == true
    }
}
