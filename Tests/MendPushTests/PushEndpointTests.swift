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
