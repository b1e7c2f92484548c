import MendCore
import Testing

@testable import MendServer

@Suite struct SignInTests {
    @Test(arguments: [
        ("/", "/sign-in"), ("/record?with=ada", "/sign-in?then=/record%3Fwith%3Dada"), ("/plan", "/sign-in?then=/plan"),
        ("/repair/r6", "/sign-in?then=/repair/r6"), ("/i/r6.reflect", "/sign-in?then=/i/r6.reflect"),
        ("/settings/export", "/sign-in?then=/settings/export"), ("/look-back", "/sign-in?then=/look-back"),
    ])
    func sendsStrangersToTheDoor(_ path: String, _ door: String) async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.stranger().get(path)
            #expect(page.status == 303)
            #expect(page.location == door)
            #expect(page.text.isEmpty)
        }
    }

    @Test func choosesAPassphraseThroughALinkThatWorksOnce() async throws {
        try await ServerUnderTest.run { browser, server in
            #expect(try await browser.get("/begin/another-link").status == 410)
            #expect(try await browser.get("/sign-in").text.contains("There is no passphrase yet"))
            try await browser.begin()
            #expect(try await browser.get("/").status == 200)
            #expect(server.signIns.passphraseHash()?.hasPrefix("scrypt$") == true)
            #expect(server.signIns.passphraseHash()?.contains("calm") == false)
            #expect(try await browser.stranger().get("/begin/\(ServerUnderTest.beginToken)").status == 410)
        }
    }

    @Test(arguments: [("short", "short"), ("long enough", "long enougg"), ("", "")])
    func refusesAPassphraseThatWillNotDo(_ passphrase: String, _ again: String) async throws {
        try await ServerUnderTest.run { browser, server in
            let link = "/begin/\(ServerUnderTest.beginToken)"
            let page = try await browser.get(link)
            let answer = try await browser.post(link, from: page, [("passphrase", passphrase), ("again", again)])
            #expect(answer.status == 422)
            #expect(server.signIns.passphraseHash() == nil)
        }
    }

    @Test func letsInWhoKnowsThePassphraseAlone() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let other = browser.stranger()
            let wrong = try await other.signIn("four calm words there")
            #expect(wrong.status == 401)
            #expect(wrong.text.contains("That is not the passphrase. Take your time."))
            #expect(try await other.get("/").status == 303)
            let right = try await other.signIn()
            #expect(right.status == 303)
            #expect(right.location == "/")
            #expect(try await other.get("/").status == 200)
        }
    }

    @Test func readsOneLetterInEverySpelling() throws {
        let hash = try Passphrase.hash("Zwölf müde Bären", salt: [1, 2, 3], cost: .trivial)
        #expect(try Passphrase.matches("Zwo\u{308}lf mu\u{308}de Ba\u{308}ren", hash))
        #expect(try !Passphrase.matches("Zwolf mude Baren", hash))
        #expect(try !Passphrase.matches("Zwölf müde Bären", "scrypt$x"))
    }

    @Test func slowsDownWhoGuesses() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let other = browser.stranger()
            for _ in 1...5 { #expect(try await other.signIn("guess guess").status == 401) }
            let sixth = try await other.signIn()
            #expect(sixth.status == 429)
            #expect(sixth.headers[.retryAfter] == "5")
            server.clock.pass(5)
            #expect(try await other.signIn().status == 303)
        }
    }

    @Test func sendsBackToWhatWasAskedFor() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let other = browser.stranger()
            let door = try await other.get("/sign-in?then=/repair/r6")
            let answer = try await other.post(
                "/sign-in", from: door,
                [("passphrase", ServerUnderTest.passphrase), ("then", try #require(door.value(of: "then")))])
            #expect(answer.location == "/repair/r6")
        }
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example/", "/\\evil.example", "evil", "/a b",
        "/\r\nSet-Cookie: mend=planted", "/\u{0}", "/é", "/" + String(repeating: "a", count: 400),
    ])
    func neverSendsAnywhereElse(_ then: String) async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let other = browser.stranger()
            let door = try await other.get("/sign-in")
            let answer = try await other.post(
                "/sign-in", from: door, [("passphrase", ServerUnderTest.passphrase), ("then", then)])
            #expect(answer.location == "/")
            #expect(answer.headers[values: .setCookie].count == 1)
        }
    }

    @Test func keepsItsCookieFromScriptsAndOtherSites() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let answer = try await browser.stranger().signIn()
            #expect(
                try #require(answer.headers[.setCookie]).hasSuffix(
                    "; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000"))
        }
        try await ServerUnderTest.signedIn(base: "https://localhost") { browser, _ in
            let cookie = try #require(try await browser.stranger().signIn().headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-mend="))
            #expect(cookie.hasSuffix("; Secure"))
        }
    }

    @Test func asksAgainAfterThirtyDaysWithoutAVisit() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            for (days, status) in [(29, 200), (29, 200), (30, 303)] {
                server.clock.pass(days * 24.hours)
                let page = try await browser.get("/")
                #expect(page.status == status)
            }
            #expect(try server.signIns.sessions().isEmpty)
        }
    }

    @Test func endsASessionAtOnce() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let other = browser.stranger()
            _ = try await other.signIn()
            let settings = try await browser.get("/settings")
            let device = try #require(try server.signIns.sessions().last?.tokenHash)
            #expect(try await browser.post("/settings/devices/end", from: settings, [("device", device)]).status == 303)
            #expect(try await other.get("/").status == 303)
            #expect(try await browser.get("/").status == 200)
            #expect(try await browser.post("/sign-out", from: settings).location == "/sign-in")
            #expect(try await browser.get("/").status == 303)
        }
    }

    @Test func endsAllSessionsWithThePassphrase() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let settings = try await browser.get("/settings")
            let new = [("passphrase", "another four words"), ("again", "another four words")]
            let refused = try await browser.post(
                "/settings/passphrase", from: settings, [("present", "something else")] + new)
            #expect(refused.status == 422)
            let done = try await browser.post(
                "/settings/passphrase", from: settings, [("present", ServerUnderTest.passphrase)] + new)
            #expect(done.location == "/sign-in")
            #expect(try server.signIns.sessions().isEmpty)
            #expect(try await browser.signIn().status == 401)
            #expect(try await browser.signIn("another four words").status == 303)
        }
    }

    /// Who has planted a cookie in somebody's browser knows nothing of the session that begins there.
    @Test func signsInUnderATokenOfItsOwn() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let other = browser.stranger()
            other.plant("mend", "planted")
            let first = try #require(try await other.signIn().headers[.setCookie])
            let second = try #require(try await other.signIn().headers[.setCookie])
            #expect(first.hasPrefix("mend=") && !first.hasPrefix("mend=planted;"))
            #expect(first != second)
            let planter = browser.stranger()
            planter.plant("mend", "planted")
            #expect(try await planter.get("/").status == 303)
            #expect(try server.signIns.sessions().count == 3)
        }
    }

    /// Else somebody could sign a parent in to a household of the somebody's own, and read what is written there.
    @Test func takesAPassphraseFromItsOwnFormAlone() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let other = browser.stranger()
            let fields = [("passphrase", ServerUnderTest.passphrase), ("csrf", "x")]
            #expect(try await other.post("/sign-in", fields).status == 403)
            _ = try await other.get("/sign-in")
            #expect(try await other.post("/sign-in", fields).status == 403)
            #expect(try server.signIns.sessions().count == 1)
        }
    }

    @Test func takesNoFormFromElsewhere() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/record?with=ada")
            let fields = [("csrf", page.csrf ?? ""), ("with", "ada"), ("kind", "benign")]
            let evil = try await browser.post("/record", fields, headers: [.origin: "https://evil.example"])
            #expect(evil.status == 403)
            let crossSite = try await browser.post(
                "/record", fields, headers: [try #require(.init("Sec-Fetch-Site")): "cross-site"])
            #expect(crossSite.status == 403)
            let forged = try await browser.post("/record", [("csrf", "x"), ("with", "ada"), ("kind", "benign")])
            #expect(forged.status == 403)
            #expect(try server.journal.history().ruptures.count == 7)
            let own = try await browser.post("/record", fields, headers: [.origin: "http://localhost"])
            #expect(own.status == 303)
        }
    }

    @Test func keepsWhatWasTypedUntilSomebodyHasSignedIn() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/record?with=ada")
            browser.forgetCookies()
            let door = try await browser.post(
                "/record", from: page, [("with", "ada"), ("kind", "benign"), ("note", "A \"long\" day.\nTruly.")])
            #expect(door.status == 401)
            let waiting = try await browser.post(
                "/sign-in", from: door,
                [
                    ("passphrase", ServerUnderTest.passphrase), ("held-path", "/record"), ("held.with", "ada"),
                    ("held.kind", "benign"), ("held.note", "A \"long\" day.\nTruly."),
                ])
            #expect(door.text.contains("name=\"held.note\" value=\"A &quot;long&quot; day.\nTruly.\""))
            #expect(waiting.text.contains("name=\"note\" value=\"A &quot;long&quot; day.\nTruly.\""))
            #expect(try server.journal.history().ruptures.count == 7)
            let done = try await browser.post(
                "/record", from: waiting, [("with", "ada"), ("kind", "benign"), ("note", "A \"long\" day.\nTruly.")])
            #expect(done.location == "/repair/r8?said=recorded")
            #expect(try server.journal.history().rupture("r8")?.note == "A \"long\" day.\nTruly.")
        }
    }

    @Test(arguments: [
        ("Mozilla/5.0 (Android 15; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0", "Firefox on Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Safari/604",
            "Safari on an iPhone"
        ),
        ("<script>", "A browser"),
    ])
    func namesADeviceInKnownWords(_ agent: String, _ name: String) {
        #expect(DeviceName.phrase(agent).english == name)
    }
}
