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

    @Test(arguments: [
        ("short", "short"), ("long enough", "long enougg"), ("", ""), ("            ", "            "),
        ("a          b", "a          b"), ("password123", "password123"), ("Sunshine1", "Sunshine1"),
    ])
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
            let names = answer.headers[values: .setCookie].map { $0.prefix { $0 != "=" } }
            #expect(names == ["mend", "mend-device"])
        }
    }

    @Test func keepsItsCookieFromScriptsAndOtherSites() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let answer = try await browser.stranger().signIn()
            #expect(
                try #require(answer.headers[values: .setCookie].first).hasSuffix(
                    "; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000"))
            #expect(
                try #require(answer.headers[values: .setCookie].last).hasSuffix(
                    "; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"))
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
            let settings = try await browser.get("/settings/devices")
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
            let settings = try await browser.get("/settings/devices")
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
            for origin in ["null", "http://localhost:81", "http://localhost.evil.example"] {
                let odd = try await browser.post("/record", fields, headers: [.origin: origin])
                #expect(odd.status == 403)
            }
            let referred = try await browser.post("/record", fields, headers: [.referer: "https://evil.example/page"])
            #expect(referred.status == 403)
            #expect(try server.journal.history().ruptures.count == 7)
            let own = try await browser.post("/record", fields, headers: [.origin: "http://localhost"])
            #expect(own.status == 303)
        }
    }

    /// What a stranger's page has sent would be offered to whoever signs in as if they had typed it.
    @Test(arguments: [
        ("/settings/erase", [("word", "erase")]), ("/settings/devices/end", [("device", "x")]),
        ("/settings/contacts/remove", [("name", "Aunt Mo")]), ("/settings/channels/remove", [("name", "mail")]),
        (
            "/settings/passphrase",
            [("present", "p"), ("passphrase", "four other words"), ("again", "four other words")]
        ),
        ("/settings/people/ada/end", [("name", "Ada")]), ("/subscribe/revoke", [("name", "phone")]),
        ("/settings/adults", [("own-name", "Ann"), ("second-name", "Eve")]), ("/settings/adults/end", [("a", "b")]),
        ("/subscribe", [("name", "evil"), ("open", "yes")]), ("/sign-out", [("a", "b")]),
    ])
    func holdsNoFormThatTakesSomethingAway(_ path: String, _ fields: [(String, String)]) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let other = browser.stranger()
            #expect(try await other.post(path, fields, headers: [.origin: "null"]).status == 403)
            let door = try await other.post(path, fields)
            #expect(door.status == 401)
            #expect(door.text.contains("nothing was changed. Sign in, and do it again."))
            #expect(!door.text.contains("held"))
            // Nor when the form is put together by hand.
            let held = [("held-path", path)] + fields.map { ("held.\($0.0)", $0.1) }
            let inside = try await other.post(
                "/sign-in", from: door, [("passphrase", ServerUnderTest.passphrase)] + held)
            #expect(inside.status == 303)
            #expect(inside.location == "/")
            // And not to somebody who is signed in, either.
            let forged = try await browser.post(path, [("csrf", "x")] + fields)
            #expect(forged.status == 403)
            #expect(!forged.text.contains("action=\"\(path)\""))
            server.journal.isLocked = true
            server.signIns.isLocked = true
            #expect(try await browser.stranger().post(path, fields).status == 401)
            let busy = try await browser.post(path, fields)
            #expect(busy.status == 503)
            #expect(!busy.text.contains("action=\"\(path)\""))
        }
    }

    @Test func showsWhatWillBeSent() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let door = try await browser.stranger().post(
                "/record", [("with", "ada"), ("kind", "toxic"), ("note", "<b>planted</b>"), ("zone", "")])
            let waiting = try await browser.post(
                "/record", [("csrf", "x"), ("with", "ada"), ("note", "<b>planted</b>")])
            #expect(door.status == 401)
            #expect(waiting.status == 403)
            #expect(
                waiting.text.contains("<dt>With</dt><dd>ada</dd><dt>Note</dt><dd>&lt;b&gt;planted&lt;/b&gt;</dd></dl>"))
        }
    }

    @Test func letsADeviceInThatIsKnownWhileStrangersGuess() async throws {
        try await ServerUnderTest.run(isLive: true) { browser, server in
            try await browser.begin()
            let page = try await browser.get("/settings")
            #expect(try await browser.post("/sign-out", from: page).status == 303)
            let stranger = browser.stranger()
            for _ in 0..<40 {
                _ = try await stranger.signIn("guess guess")
                server.clock.pass(1)
            }
            #expect(try await stranger.signIn().status == 429)
            #expect(try await browser.stranger().signIn().status == 429)
            #expect(try await browser.signIn().status == 303)
        }
    }

    @Test func notesThatAProxySaysNotWhoAsks() async throws {
        try await ServerUnderTest.run(base: "https://mend.example.org", isLive: true) { browser, server in
            let wire = try browser.wire()
            let form = "csrf=x&passphrase=x"
            func post(_ headers: String) -> String {
                "POST /sign-in HTTP/1.1\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: \(form.utf8.count)\r\n\(headers)\r\n\(form)"
            }
            _ = try await wire.answer(to: post("Host: localhost\r\n"))
            #expect(server.notes.all == [])
            _ = try await wire.answer(to: post("Host: mend.example.org\r\n"))
            _ = try await wire.answer(to: post("Host: mend.example.org\r\nX-Forwarded-For: 192.0.2.7\r\n"))
            #expect(server.notes.all == [.proxyNames(false), .proxyNames(true)])
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
