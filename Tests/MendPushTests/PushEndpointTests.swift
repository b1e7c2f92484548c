import Testing

@testable import MendPush

@Suite struct PushEndpointTests {
    private static let services = PushEndpoint.Services()

    @Test(arguments: [
        ("https://fcm.googleapis.com/fcm/send/abc:def", "https://fcm.googleapis.com"),
        ("https://updates.push.services.mozilla.com/wpush/v2/gAAA", "https://updates.push.services.mozilla.com"),
        ("https://web.push.apple.com/QK2", "https://web.push.apple.com"),
        ("https://wns2-by3p.notify.windows.com/w/?token=x%2by", "https://wns2-by3p.notify.windows.com"),
        ("https://fcm.googleapis.com:443/fcm/send/abc", "https://fcm.googleapis.com"),
    ])
    func knowsTheServicesOfBrowsers(_ address: String, _ origin: String) {
        #expect(PushEndpoint(address, among: Self.services)?.origin == origin)
    }

    @Test(arguments: [
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com:8443/fcm/send/abc",
        "https://FCM.googleapis.com/fcm/send/abc",
        "https://fcm%2egoogleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com",
        "https://example.org/push",
        "https://fcm.googleapis.com.example.org/fcm/send/abc",
        "https://evilfcm.googleapis.com.attacker.net/",
        "https://notfcm.googleapis.com/",
        "https://user:word@fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com/a#b",
        "https://127.0.0.1/push", "https://10.0.0.1/push", "https://[::1]/push", "https://2130706433/push",
        "https://localhost/push", "http://127.0.0.1:8420/settings", "http://169.254.169.254/latest/meta-data",
        "https://fcm.googleapis.com\\@127.0.0.1/", "https://fcm.googleapis.com/\r\nHost: x", "file:///etc/passwd",
        "gopher://fcm.googleapis.com/", "", "https://", "//fcm.googleapis.com/x", "fcm.googleapis.com/x",
    ])
    func refusesAnyOtherAddress(_ address: String) {
        #expect(PushEndpoint(address, among: Self.services) == nil)
    }

    @Test func takesServicesThatTheHostTrusts() {
        let services = PushEndpoint.Services(more: ["Push.Example.org"])
        #expect(PushEndpoint("https://push.example.org/a", among: services)?.host == "push.example.org")
        #expect(PushEndpoint("https://eu.push.example.org/a", among: services)?.host == "eu.push.example.org")
        #expect(PushEndpoint("https://example.org/a", among: services) == nil)
        #expect(PushEndpoint("http://push.example.org/a", among: services) == nil)
        #expect(PushEndpoint("https://127.0.0.1/a", among: PushEndpoint.Services(more: ["127.0.0.1"])) == nil)
    }

    @Test func reachesAServiceOnThisMachineOnlyInTests() {
        let services = PushEndpoint.Services(testPort: 9001)
        #expect(PushEndpoint("http://127.0.0.1:9001/a", among: services)?.origin == "http://127.0.0.1:9001")
        #expect(PushEndpoint("http://127.0.0.1:9002/a", among: services) == nil)
        #expect(PushEndpoint("http://localhost:9001/a", among: services) == nil)
        #expect(PushEndpoint("http://127.0.0.1:9001/a", among: Self.services) == nil)
    }
}

@Suite struct InternetAddressTests {
    @Test(arguments: ["142.250.74.10", "8.8.8.8", "17.57.146.20", "2a00:1450:4001:82b::200a", "2620:149:a44::4", "172.32.0.1"])
    func knowsThoseThatAreOutThere(_ number: String) throws {
        #expect(try #require(InternetAddress(number)).isPublic)
    }

    @Test(arguments: [
        "127.0.0.1", "127.255.0.3", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.7",
        "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
        "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "64:ff9b::7f00:1", "2001:db8::1", "2001::1", "2002:7f00:1::",
        "3fff::1",
    ])
    func knowsThoseThatAreNot(_ number: String) throws {
        #expect(try !#require(InternetAddress(number)).isPublic)
    }

    @Test(arguments: ["", "localhost", "1.2.3", "1.2.3.4.5", "0x7f.1", "fe80::1%eth0", "127.1"])
    func takesNumbersAlone(_ text: String) {
        #expect(InternetAddress(text) == nil)
    }
}
