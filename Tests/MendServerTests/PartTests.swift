import Foundation
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
            for _ in 0..<5 { throttle.failed(.address("\(second)", as: .caregiver), now: start + second * 60) }
        }
        let end = start + (Throttle.mostAddresses + 49) * 60
        #expect(throttle.wait(for: .address("\(Throttle.mostAddresses + 49)", as: .caregiver), now: end + 1) == 4)
        #expect(throttle.wait(for: .address("0", as: .caregiver), now: end + 61) == nil)
    }

    @Test(arguments: [(5, 5), (6, 10), (7, 20), (12, 640), (20, 900), (60, 900)])
    func waitsLongerFromTryToTry(_ tries: Int, _ seconds: Int) {
        let throttle = Throttle()
        for number in 1...tries { throttle.failed(.address("a", as: .caregiver), now: Instant(seconds: number * 100)) }
        #expect(throttle.wait(for: .address("a", as: .caregiver), now: Instant(seconds: tries * 100)) == seconds)
    }

    @Test func limitsAllGuessersTogether() {
        let throttle = Throttle()
        for number in 1...30 {
            throttle.failed(.address("\(number)", as: .caregiver), now: Instant(seconds: 1_000 + number))
        }
        #expect(throttle.wait(for: .address("somebody else", as: .caregiver), now: Instant(seconds: 1_030)) == 31)
        #expect(throttle.wait(for: .device("mine"), now: Instant(seconds: 1_030)) == nil)
        #expect(throttle.wait(for: .address("somebody else", as: .caregiver), now: Instant(seconds: 1_061)) == nil)
    }

    @Test func forgivesWrongTriesOnlyWhereTheRightPassphraseFollows() {
        let throttle = Throttle()
        let (kim, sam) = (Throttle.Client.address("a", as: .caregiver), Throttle.Client.address("a", as: .second("a1")))
        for number in 1...4 { throttle.failed(kim, now: Instant(seconds: number)) }
        throttle.succeeded(sam)
        throttle.failed(kim, now: Instant(seconds: 5))
        #expect(throttle.wait(for: kim, now: Instant(seconds: 5)) == 5)
        #expect(throttle.wait(for: sam, now: Instant(seconds: 5)) == nil)
    }

    /// Those that come at once are all on their way before one was found wrong.
    @Test func countsATryWhenItComes() {
        let throttle = Throttle()
        let (kim, now) = (Throttle.Client.address("kim", as: .caregiver), Instant(seconds: 1_000))
        #expect((1...7).map { _ in throttle.begin(kim, now: now) } == [nil, nil, nil, nil, nil, 5, 5])
        throttle.takeBack(kim, now: now)
        #expect(throttle.begin(kim, now: now) == nil)
        #expect(throttle.begin(kim, now: now) == 5)
        // What was right, or looked at by nobody, keeps no stranger out.
        for number in 1...40 {
            let client = Throttle.Client.address("\(number)", as: .caregiver)
            #expect(throttle.begin(client, now: now) == nil)
            throttle.takeBack(client, now: now)
        }
    }

    /// Strangers fill their line; who goes ahead comes next.
    @Test func letsThroughWhoGoesAhead() async throws {
        let limiter = ConcurrencyLimiter(mostWaiting: 2)
        let (told, tell) = AsyncStream.makeStream(of: String.self)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await limiter.run { for await _ in gate {} } }
            while await !limiter.isBusy { await Task.yield() }
            for number in 1...2 {
                group.addTask { try await limiter.run { _ = tell.yield("stranger") } }
                while await limiter.waiting < number { await Task.yield() }
            }
            await #expect(throws: PageError.self) { try await limiter.run {} }
            group.addTask { try await limiter.run(goesAhead: true) { _ = tell.yield("known") } }
            while await limiter.waiting < 3 { await Task.yield() }
            open.finish()
            try await group.waitForAll()
        }
        tell.finish()
        #expect(await told.reduce(into: []) { $0.append($1) } == ["known", "stranger", "stranger"])
    }

    @Test func limitsADeviceThatIsKnownByItself() {
        let throttle = Throttle()
        for number in 1...40 { throttle.failed(.device("theirs"), now: Instant(seconds: 1_000 + number)) }
        #expect(throttle.wait(for: .device("theirs"), now: Instant(seconds: 1_040)) == 900)
        #expect(throttle.wait(for: .device("mine"), now: Instant(seconds: 1_040)) == nil)
        #expect(throttle.wait(for: .address("anybody", as: .caregiver), now: Instant(seconds: 1_040)) == nil)
    }

    @Test func knowsADeviceByAWordThatOnlyTheServerMakes() {
        let word = KnownDevice.word("abc", passphraseHash: "scrypt$1")
        #expect(KnownDevice.number(of: word, passphraseHash: "scrypt$1") == "abc")
        #expect(KnownDevice.number(of: word, passphraseHash: "scrypt$2") == nil)
        #expect(KnownDevice.number(of: word + "x", passphraseHash: "scrypt$1") == nil)
        #expect(KnownDevice.number(of: "abc", passphraseHash: "scrypt$1") == nil)
        #expect(KnownDevice.number(of: "", passphraseHash: "scrypt$1") == nil)
    }

    @Test(arguments: [
        "scrypt$15$8$-1$00$00", "scrypt$15$8$0$00$00", "scrypt$15$8$9223372036854775807$00$00",
        "scrypt$15$-8$3$00$00", "scrypt$15$0$3$00$00", "scrypt$15$4611686018427387904$3$00$00", "scrypt$0$8$3$00$00",
        "scrypt$24$8$3$00$00", "scrypt$63$8$3$00$00", "scrypt$64$8$3$00$00", "scrypt$-1$8$3$00$00",
        "scrypt$17$8$3$00$00",
        "scrypt$16$1$1$00$00", "scrypt$4$1$1$$00", "scrypt$4$1$1$0$00", "scrypt$99999999999999999999$8$3$00$00",
        "scrypt$4$1$1$" + String(repeating: "00", count: 1_000) + "$00",
    ])
    func triesNoHashThatItCannotHaveMade(_ hash: String) throws {
        #expect(try !Passphrase.matches("four calm words here", hash))
    }

    @Test func makesHashesThatItWillTry() {
        #expect(Passphrase.Cost.standard.isBearable)
        #expect(Passphrase.Cost.trivial.isBearable)
    }

    @Test(arguments: [
        ("password1", true), ("PassWord 1", true), ("12345678", true), ("qwertyuiop", true), ("iloveyou", true),
        ("sunshine", true), ("aaaaaaaaaa", true), ("abab abab abab", true), ("p\u{200B}assword1", true),
        ("four calm words here", false), ("Zwölf müde Bären", false), ("sunshine under my boat", false),
    ])
    func knowsTheCommonestPassphrases(_ passphrase: String, _ isCommon: Bool) {
        #expect(WeakPassphrase.isCommon(passphrase) == isCommon)
    }

    @Test func knowsMoreThanTenThousandOfThem() throws {
        let list = try #require(Data(base64Encoded: CommonPassphraseList.base64, options: .ignoreUnknownCharacters))
        #expect(list.count == 4 * 11_443)
    }

    @Test(arguments: [
        ("          ", 0), ("\u{2800}\u{2800}\u{2800}", 0), ("\u{200B}\u{200D}\u{FEFF}", 0), ("a b c", 3), ("müde", 4),
        ("\u{A0}\t\n", 0),
    ])
    func countsLettersThatCanBeSeen(_ passphrase: String, _ count: Int) {
        #expect(WeakPassphrase.visibleCount(passphrase) == count)
    }

    @Test(arguments: [
        ("https://mend.example.org/record?with=ada", "https://mend.example.org"),
        ("https://evil.example", "https://evil.example"),
        ("", ""), ("about:blank", "about:blank"),
    ])
    func readsWhereAFormComesFrom(_ referrer: String, _ origin: String) {
        #expect(ServerOrigin.origin(ofReferrer: referrer) == origin)
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
