import Testing

@testable import MendServer

/// Which web servers are believed who asks.
@Suite struct TrustedProxiesTests {
    @Test(arguments: [
        ("", "127.0.0.1", true), ("", "::1", true), ("", "10.88.0.5", false), ("", "unknown", false),
        ("10.88.0.5", "10.88.0.5", true), ("10.88.0.5", "10.88.0.6", false), ("10.88.0.5", "127.0.0.1", true),
        ("10.88.0.0/16", "10.88.255.255", true), ("10.88.0.0/16", "10.89.0.0", false),
        ("10.88.0.0/13", "10.95.0.1", true), ("10.88.0.0/13", "10.96.0.1", false),
        ("10.0.0.0/8, 192.168.1.2", "192.168.1.2", true), ("10.0.0.0/8, 192.168.1.2", "192.168.1.3", false),
        ("10.88.0.0/16", "::ffff:10.88.0.5", true), ("0.0.0.0/0", "fd00::1", false), ("fd00::/8", "fd12::1", true),
        ("fd00::/8", "fe80::1", false), ("0.0.0.0/0", "203.0.113.9", true),
    ])
    func believesThoseThatWereNamed(_ list: String, _ peer: String, _ isBelieved: Bool) throws {
        #expect(try #require(TrustedProxies(list)).contains(peer) == isBelieved)
    }

    @Test(arguments: [
        "proxy", "10.88.0.0/33", "10.88.0.0/-1", "10.88.0.0/", "10.88", "10.88.0.0/16/8", "fd00::/129",
    ])
    func refusesWhatIsNoAddress(_ list: String) {
        #expect(TrustedProxies(list) == nil)
    }

    /// The one before the server wrote the last name; what stands before it was sent by whoever asked.
    @Test func takesTheNameFromATrustedProxyAlone() throws {
        let proxies = try #require(TrustedProxies("10.88.0.0/16"))
        for (peer, name) in [("10.88.0.5", "203.0.113.9"), ("10.99.0.5", "10.99.0.5")] {
            #expect(
                ClientAddress.name(
                    peer: peer, forwarded: "made up, 203.0.113.9", isProxied: true, proxies: proxies) == name)
        }
    }
}
