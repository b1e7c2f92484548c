import MendCore
import MendExport
import Testing

@testable import MendServer

@Suite struct PartTests {
    @Test(arguments: [
        ("127.0.0.1:8420", nil, false, "http://127.0.0.1:8420", true),
        ("[::1]:8420", nil, false, "http://[::1]:8420", true),
        ("localhost:80", nil, false, "http://localhost:80", true),
        ("0.0.0.0:8420", "https://mend.example.org", false, "https://mend.example.org", false),
        ("0.0.0.0:8420", nil, true, "http://0.0.0.0:8420", false),
    ])
    func listens(_ listen: String, _ base: String?, _ isInsecure: Bool, _ address: String, _ isLocal: Bool) throws {
        let origin = try ServerOrigin(listen: listen, base: base.flatMap { BaseURL($0) }, isInsecure: isInsecure)
        #expect(origin.base.text == address)
        #expect(origin.isLocal == isLocal)
    }

    @Test(arguments: [
        ("0.0.0.0:8420", nil, ServerOrigin.Fault.exposed), ("192.168.1.2:8420", nil, .exposed),
        ("0.0.0.0:8420", "http://mend.example.org", .exposed), ("8420", nil, .listen), ("127.0.0.1:", nil, .listen),
        ("127.0.0.1:99999", nil, .listen), (":8420", nil, .listen), ("a b:8420", nil, .listen),
        ("127.0.0.1:+8420", nil, .listen), ("127.0.-0.1:8420", nil, .exposed), ("127.0.0.01:8420", nil, .exposed),
        ("127.0.0.1:8420", "https://example.org/mend", .path),
    ])
    func refusesToListen(_ listen: String, _ base: String?, _ fault: ServerOrigin.Fault) {
        #expect(throws: fault) {
            _ = try ServerOrigin(listen: listen, base: base.flatMap { BaseURL($0) }, isInsecure: false)
        }
    }

    @Test(arguments: [
        ("127.0.0.1:8420", nil, "127.0.0.1:8420", true), ("127.0.0.1:8420", nil, "localhost:8420", true),
        ("127.0.0.1:8420", nil, "LOCALHOST:8420", true), ("127.0.0.1:8420", nil, "[::1]:8420", true),
        ("127.0.0.1:8420", nil, "127.0.0.1", false), ("127.0.0.1:8420", nil, "evil.example:8420", false),
        ("127.0.0.1:8420", nil, "localhost.evil.example:8420", false), ("127.0.0.1:8420", nil, nil, false),
        ("127.0.0.1:8420", nil, "192.168.1.2:8420", false), ("127.0.0.1:8420", nil, "[::1]88420", false),
        ("127.0.0.1:8420", nil, "[::1].evil.example:8420", false), ("127.0.0.1:8420", nil, "[localhost]:8420", false),
        ("127.0.0.1:8420", nil, "localhost:+8420", false), ("127.0.0.1:8420", nil, "localhost:08420", false),
        ("127.0.0.1:80", nil, "[::1]", true), ("127.0.0.1:80", nil, "[::1]:x", false),
        ("127.0.0.1:8420", "https://mend.example.org", "mend.example.org", true),
        ("127.0.0.1:8420", "https://mend.example.org", "mend.example.org:443", true),
        ("127.0.0.1:8420", "https://mend.example.org", "other.example.org", false),
        ("0.0.0.0:8420", "https://mend.example.org", "192.168.1.2:8420", false),
    ])
    func answersUnderItsOwnNamesAlone(_ listen: String, _ base: String?, _ host: String?, _ accepted: Bool) throws {
        let origin = try ServerOrigin(listen: listen, base: base.flatMap { BaseURL($0) }, isInsecure: false)
        #expect(origin.accepts(host: host) == accepted)
    }

    @Test(arguments: [("192.168.1.2:8420", true), ("evil.example:8420", false), ("192.168.1.2:80", false)])
    func answersUnderNumbersInATrustedNetwork(_ host: String, _ accepted: Bool) throws {
        let origin = try ServerOrigin(listen: "0.0.0.0:8420", base: nil, isInsecure: true)
        #expect(origin.accepts(host: host) == accepted)
    }

    @Test func namesTheMachineWhereItListensEverywhere() throws {
        let origin = try ServerOrigin(listen: "0.0.0.0:8420", base: nil, isInsecure: true, machine: "kitchen")
        #expect(origin.base.text == "http://kitchen:8420")
        #expect(origin.accepts(host: "kitchen:8420"))
        #expect(!origin.accepts(host: "cellar:8420"))
    }

    @Test(arguments: [
        ("127.0.0.1", "10.0.0.7", true, "10.0.0.7"), ("127.0.0.1", "made up, 10.0.0.7", true, "10.0.0.7"),
        ("::1", "10.0.0.7", true, "10.0.0.7"), ("127.0.0.1", nil, true, "127.0.0.1"),
        ("127.0.0.1", "made up", false, "127.0.0.1"), ("192.168.1.5", "made up", true, "192.168.1.5"),
        ("127.0.0.1", "", true, "127.0.0.1"), ("127.0.0.1", String(repeating: "1", count: 65), true, "127.0.0.1"),
    ])
    func believesAProxyOnThisMachineAlone(_ peer: String, _ forwarded: String?, _ isProxied: Bool, _ name: String) {
        #expect(ClientAddress.name(peer: peer, forwarded: forwarded, isProxied: isProxied) == name)
    }

    @Test(arguments: [
        ("", "", true), ("abc", "abc", true), ("abc", "abd", false), ("abc", "xbc", false), ("abc", "ab", false),
        ("ab", "abc", false), ("", "a", false), ("é", "e\u{301}", false),
    ])
    func comparesEveryByteOfASecret(_ left: String, _ right: String, _ isEqual: Bool) {
        #expect(Digest.areEqual(left, right) == isEqual)
    }

    @Test func writesASecretOf160Bits() {
        #expect(SubscriptionAddress.secret(Array(repeating: 0, count: 20)) == String(repeating: "0", count: 32))
        #expect(SubscriptionAddress.secret(Array(repeating: 0xFF, count: 20)) == String(repeating: "z", count: 32))
        #expect(SubscriptionAddress.secret(Array(0..<20)) == "000g40r40m30e209185gr38e1w8124gk")
        #expect(
            SubscriptionAddress.hash(ofSecret: "abc")
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func boundsWhatItRemembersOfGuessers() {
        let throttle = Throttle()
        let start = Instant(seconds: 0)
        for second in 0..<(Throttle.mostAddresses + 50) {
            for _ in 0..<5 { throttle.failed("address \(second)", now: start + second * 60) }
        }
        let end = start + (Throttle.mostAddresses + 49) * 60
        #expect(throttle.wait(for: "address \(Throttle.mostAddresses + 49)", now: end + 1) == 4)
        #expect(throttle.wait(for: "address 0", now: end + 61) == nil)
    }

    @Test(arguments: [(5, 5), (6, 10), (7, 20), (12, 640), (20, 900), (60, 900)])
    func waitsLongerFromTryToTry(_ tries: Int, _ seconds: Int) {
        let throttle = Throttle()
        for number in 1...tries { throttle.failed("a", now: Instant(seconds: number * 100)) }
        #expect(throttle.wait(for: "a", now: Instant(seconds: tries * 100)) == seconds)
    }

    @Test func limitsAllGuessersTogether() {
        let throttle = Throttle()
        for number in 1...30 { throttle.failed("\(number)", now: Instant(seconds: 1_000 + number)) }
        #expect(throttle.wait(for: "somebody else", now: Instant(seconds: 1_030)) == 31)
        #expect(throttle.wait(for: "somebody else", now: Instant(seconds: 1_061)) == nil)
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
        ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Sun, 06 Nov 1994 08:49:37 EST", nil), ("", nil),
        ("Sun, 31 Feb 2026 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 25:49:37 GMT", nil),
        ("Fri, 31 Dec 9999 23:59:60 GMT", nil), ("Thu, 31 Dec 9998 23:59:60 GMT", 253_370_764_800),
    ])
    func readsDatesOfHeaders(_ text: String, _ seconds: Int?) {
        #expect(HTTPDate.instant(text)?.seconds == seconds)
    }

    @Test func writesDatesOfHeaders() {
        #expect(TimeText.rfc822(Instant(seconds: 784_111_777)) == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test func drawsACode() throws {
        let code = try #require(QRCode("webcal://example.org/h/x/y/Mend.ics"))
        #expect(code.side == 37)
        #expect(code.path.hasPrefix("M4 4h7v1h-7z"))
        #expect(QRCode(String(repeating: "x", count: 5_000)) == nil)
    }
}
