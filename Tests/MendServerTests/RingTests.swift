import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import MendCore
import MendExport
import MendPlatform
import MendPush
import Testing

@testable import MendServer

/// Phones that ring: how one is added, renewed and taken away, and what its notices' buttons do.
@Suite struct RingTests {
    static let endpoint = "https://fcm.googleapis.com/fcm/send/abc:def"

    /// As a browser gives it.
    static func subscription(_ endpoint: String = endpoint) -> [(String, String)] {
        let key = P256.KeyAgreement.PrivateKey().publicKey.x963Representation
        return [
            ("endpoint", endpoint), ("p256dh", Base64URL.text(key)),
            ("auth", Base64URL.text([UInt8](repeating: 5, count: 16))),
        ]
    }

    private static func csrf(_ page: Page) throws -> (String, String) { ("csrf", try #require(page.csrf)) }

    /// A phone renews at each visit, also where there is nothing to fill in.
    @Test func everyPageLetsAPhoneRenew() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let token = try #require(try await browser.get("/calm").csrf)
            for path in ["/", "/settings", "/look-back"] {
                let page = try await browser.get(path)
                #expect(page.text.contains("data-csrf=\"\(token)\" defer></script>"), "\(path)")
            }
        }
    }

    @Test func offersToRingAndAddsNoPhoneByItself() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/channels")
            #expect(page.text.contains("Ring on this phone"))
            #expect(page.text.contains("data-key=\"\(try #require(VAPIDKey(ServerUnderTest.pushKey)).publicText)\""))
            #expect(page.text.contains("it sees that this household's server sends something to this phone"))
            #expect(server.push.pushDevices() == [])
            // What the script shows while the browser has not answered.
            #expect(page.text.contains("<p id=\"ring-asking\" role=\"status\" hidden>One moment…</p>"))
            #expect(page.text.contains("<p id=\"ring-unanswered\" role=\"status\" hidden>The browser has not answered"))
        }
    }

    @Test func addsAChannelForAPhoneThatAsks() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/channels")
            let answer = try await browser.post(
                "/push/subscribe", [try Self.csrf(page), ("open", "no"), ("name", "")] + Self.subscription())
            #expect(answer.status == 200)
            #expect(answer.text == #"{"name": "a-browser"}"#)
            let channel = try #require(server.journal.history().channels.first)
            #expect(channel == Channel(name: "a-browser", kind: .push, to: "A browser", open: false))
            let device = try #require(server.push.pushDevices().first)
            #expect(device.channel == "a-browser" && device.endpoint == Self.endpoint)
            #expect(try await browser.get("/settings/channels").text.contains("rings on A browser, discreet"))
            // What was asked for again under the same name changes it; another phone gets a name of its own.
            _ = try await browser.post(
                "/push/subscribe", [try Self.csrf(page), ("open", "yes"), ("name", "a-browser")] + Self.subscription())
            _ = try await browser.post(
                "/push/subscribe", [try Self.csrf(page), ("open", "no")] + Self.subscription(Self.endpoint + "2"))
            let channels = try server.journal.history().channels
            #expect(channels.map(\.name) == ["a-browser", "a-browser-2"])
            #expect(channels.map(\.open) == [true, false])
        }
    }

    @Test(arguments: [
        "https://example.org/push", "http://127.0.0.1:8420/", "https://10.0.0.1/", "https://fcm.googleapis.com:8443/x",
        "",
    ])
    func takesNoAddressThatIsNoPushService(_ endpoint: String) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/channels")
            for path in ["/push/subscribe", "/push/renew"] {
                let answer = try await browser.post(
                    path, [try Self.csrf(page), ("name", "phone")] + Self.subscription(endpoint))
                #expect(answer.status == 422)
            }
            #expect(server.push.pushDevices() == [])
            #expect(try server.journal.history().channels == [])
        }
    }

    @Test func asksForASignInAndAFormOfItsOwn() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let forged = try await browser.post("/push/subscribe", [("csrf", "x")] + Self.subscription())
            #expect(forged.status == 403)
            let page = try await browser.get("/settings/channels")
            let stranger = try await browser.stranger().post(
                "/push/subscribe", [try Self.csrf(page)] + Self.subscription())
            #expect(stranger.status != 200)
            #expect(server.push.pushDevices() == [])
        }
    }

    @Test func renewsAPhoneUntilItsChannelIsTakenAway() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/channels")
            _ = try await browser.post("/push/subscribe", [try Self.csrf(page)] + Self.subscription())
            server.clock.pass(7200)
            let moved = [try Self.csrf(page), ("name", "a-browser")] + Self.subscription(Self.endpoint + "new")
            #expect(try await browser.post("/push/renew", moved).status == 200)
            #expect(server.push.pushDevices().map(\.endpoint) == [Self.endpoint + "new"])
            _ = try await browser.post("/settings/channels/remove", from: page, [("name", "a-browser")])
            #expect(try await browser.post("/push/renew", moved).status == 410)
        }
    }

    @Test func endsAPhone() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/channels")
            _ = try await browser.post("/push/subscribe", [try Self.csrf(page)] + Self.subscription())
            try server.journal.update { _ in ([.put(.channel(Channel(name: "mail", kind: .mail, to: "a@b.c")))], ()) }
            _ = try await browser.post("/push/unsubscribe", [try Self.csrf(page), ("name", "mail")])
            _ = try await browser.post("/push/unsubscribe", [try Self.csrf(page), ("name", "a-browser")])
            #expect(try server.journal.history().channels.map(\.name) == ["mail"])
        }
    }

    // MARK: Buttons

    /// What is still open with Theo is asked about; r5 is his.
    private static func token(
        _ server: ServerUnderTest, _ word: String = "a-word", of item: String = "r5.reflect",
        on channel: String = "phone"
    ) throws -> String {
        let key = try #require(ItemKey(item))
        server.push.put(
            [NoticeToken(hash: NoticeSecret.hash(word), item: key, channel: channel, expires: server.clock.now + 3600)],
            forgettingBefore: server.clock.now)
        return "/notice/\(word)"
    }

    @Test func aButtonWritesDownOnceWithoutASignIn() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let phone = browser.stranger()
            let (first, second) = (try Self.token(server), try Self.token(server, "on-another-phone"))
            let before = try server.journal.history().attempts.count
            #expect(try await phone.post(first, [("do", "mended")]).status == 200)
            let attempts = try server.journal.history().attempts
            #expect(attempts.count == before + 1)
            #expect(attempts.last?.rupture == "r5" && attempts.last?.outcome == .repaired)
            for path in [first, second] {
                #expect(try await phone.post(path, [("do", "not-now")]).status == 410)
            }
            #expect(try server.journal.history().attempts.count == before + 1)
        }
    }

    /// What a button on the second adult's phone says is theirs.
    @Test func aButtonWritesForWhoseThePhoneIs() async throws {
        try await TwoAdults.run { ann, jo, server in
            for (browser, endpoint) in [(ann, Self.endpoint), (jo, Self.endpoint + "2")] {
                let page = try await browser.get("/settings/channels")
                let form = [try Self.csrf(page), ("open", "no"), ("name", "")] + Self.subscription(endpoint)
                try #require(try await browser.post("/push/subscribe", form).status == 200)
            }
            for (channel, writer) in [("a-browser", nil), ("a-browser-2", "Jo")] {
                let path = try Self.token(server, "on-\(channel)", on: channel)
                #expect(try await ann.stranger().post(path, [("do", "not-now")]).status == 200)
                let attempt = try #require(try server.journal.history().attempts.last)
                #expect(attempt.outcome == .notReady && attempt.by == writer)
            }
        }
    }

    /// The phone may be that of whoever is feared.
    @Test func noButtonClosesWhatHasBecomeFrightening() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let at = server.clock.now + -1.hours
            let moment = Rupture(id: "r20", with: "sam", kind: .toxic, at: at, recorded: at, frightened: .them)
            try server.journal.write([.put(.rupture(moment))])
            let before = try server.journal.history().attempts.count
            _ = try await browser.stranger().post(try Self.token(server, of: "r20.reflect"), [("do", "mended")])
            #expect(try server.journal.history().attempts.count == before)
        }
    }

    @Test func notNowIsNotReady() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let path = try Self.token(server)
            #expect(try await browser.stranger().post(path, [("do", "not-now")]).status == 200)
            #expect(try server.journal.history().attempts.last?.outcome == .notReady)
        }
    }

    @Test func toOpenTheAddressWritesNothingDownAndTellsNothing() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let before = try server.dump()
            let page = try await browser.stranger().get(try Self.token(server))
            #expect(page.status == 200)
            #expect(page.text.contains("name=\"do\" value=\"mended\""))
            for word in ["Theo", "frighten", "match"] { #expect(!page.text.contains(word)) }
            #expect(try server.dump() == before)
        }
    }

    @Test func aTokenIsGoodForItsItemAndItsTimeAlone() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let path = try Self.token(server)
            #expect(try await browser.post("/notice/another", [("do", "mended")]).status == 410)
            #expect(try await browser.post(path, [("do", "let-go")]).status == 400)
            #expect(
                try await browser.post(path, [("do", "mended")], headers: [.origin: "https://example.org"]).status
                    == 403)
            server.clock.pass(3600)
            #expect(try await browser.post(path, [("do", "mended")]).status == 410)
            #expect(try !server.journal.history().attempts.contains { $0.rupture == "r5" && $0.outcome == .repaired })
        }
    }

    @Test func aButtonStillWorksAfterAJournalThatWasLocked() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let path = try Self.token(server)
            server.journal.isLocked = true
            #expect(try await browser.post(path, [("do", "mended")]).status == 503)
            server.journal.isLocked = false
            #expect(try await browser.post(path, [("do", "mended")]).status == 200)
        }
    }

    @Test func saysWhichNoticesAreOver() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let household = try server.journal.history().household
            let tag = NoticeTags(household: household).tag(
                of: Item(
                    id: "r5.reflect", kind: .rung(.reflect), start: server.clock.now, minutes: 5, voice: .own,
                    person: "theo", ruptures: ["r5"], writtenTitle: "", text: "", prompt: nil, because: []))
            #expect(try await browser.get("/push/open").text.contains(tag))
            _ = try await browser.post(try Self.token(server), [("do", "mended")])
            #expect(!(try await browser.get("/push/open").text.contains(tag)))
            #expect(try await browser.stranger().get("/push/open").status != 200)
        }
    }

    // MARK: Files

    @Test func serveTheWorkerAndTheManifest() async throws {
        try await ServerUnderTest.run { browser, _ in
            let worker = try await browser.get("/push-worker.js")
            #expect(worker.headers[.contentType] == "text/javascript; charset=utf-8")
            #expect(worker.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
            let manifest = try await browser.get("/manifest.webmanifest")
            #expect(manifest.text.contains(#""display":"standalone""#))
            let policy = try #require(HTTPField.Name("Content-Security-Policy"))
            #expect(worker.headers[policy]?.contains("connect-src 'self'") == true)
            #expect(worker.headers[policy]?.contains("unsafe") == false)
        }
    }
}
