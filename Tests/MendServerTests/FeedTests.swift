import HTTPTypes
import MendCore
import MendExport
import Synchronization
import Testing

@testable import MendServer

@Suite struct FeedTests {
    private static let secret = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    private static let root = "/h/DemoHome/\(secret)"

    /// A server with one subscription; who asks is not signed in.
    private func subscribed(
        _ only: Subscription.Scope? = nil, open: Bool = false,
        _ test: @escaping @Sendable (Browser, ServerUnderTest) async throws -> Void
    ) async throws {
        try await ServerUnderTest.run { browser, server in
            let subscription = Subscription(
                name: "phone", only: only, open: open, secretHash: SubscriptionAddress.hash(ofSecret: Self.secret),
                created: server.clock.now)
            try server.journal.update { _ in ([.put(.subscription(subscription))], ()) }
            try await test(browser, server)
        }
    }

    @Test(arguments: [
        ("Mend.ics", "text/calendar; charset=utf-8"), ("Mend.xcal", "application/calendar+xml; charset=utf-8"),
        ("reflections.rss", "application/rss+xml; charset=utf-8"),
        ("reflections.atom", "application/atom+xml; charset=utf-8"),
        ("reflections.json", "application/feed+json; charset=utf-8"),
        ("archive/reflections-2026-01.atom", "application/atom+xml; charset=utf-8"),
        ("archive/reflections-2026-01.rss", "application/rss+xml; charset=utf-8"),
        ("feeds.opml", "text/x-opml; charset=utf-8"),
    ])
    func offersEachDocumentWithItsType(_ path: String, _ type: String) async throws {
        try await subscribed { browser, _ in
            for accept in [nil, "text/html"] {
                let page = try await browser.get("\(Self.root)/\(path)", headers: accept.map { [.accept: $0] } ?? [:])
                #expect(page.status == 200)
                #expect(page.headers[.contentType] == type)
                #expect(page.headers[.cacheControl] == "private, max-age=3600")
                #expect(page.headers[.lastModified] == "Sun, 01 Feb 2026 23:00:00 GMT")
                #expect(page.headers[.setCookie] == nil)
                #expect(page.headers[.location] == nil)
            }
        }
    }

    @Test(arguments: [
        "/h/DemoHome/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb/Mend.ics", "/h/Other/\(secret)/Mend.ics", "\(root)/calendar.ics",
        "\(root)/mend.ics", "\(root)/index.html", "\(root)/archive/reflections-2026-02.atom",
        "\(root)/archive/reflections-2025-12.atom", "\(root)/archive/reflections-2026-01.json",
        "\(root)/archive/../Mend.ics", "\(root)//Mend.ics", "\(root)/Mend.ics/", "/h/DemoHome//Mend.ics",
    ])
    func answersAWrongAddressAsNothingAtAll(_ path: String) async throws {
        try await subscribed { browser, _ in
            let nothing = try await browser.get("/nothing")
            let page = try await browser.get(path)
            #expect(page.status == 404)
            #expect(page.text == nothing.text)
            #expect(page.headers == nothing.headers)
        }
    }

    @Test func saysNothingNewWhenNothingIsNew() async throws {
        try await subscribed { browser, server in
            let first = try await browser.get("\(Self.root)/Mend.ics")
            let tag = try #require(first.headers[.eTag])
            #expect(tag.hasPrefix("\"") && tag.count == 34)
            for headers: HTTPFields in [
                [.ifNoneMatch: tag], [.ifNoneMatch: "\"x\", W/\(tag)"], [.ifNoneMatch: "*"],
                [.ifModifiedSince: "Sun, 01 Feb 2026 23:00:00 GMT"],
                [.ifModifiedSince: "Sunday, 01-Feb-26 23:00:00 GMT"], [.ifModifiedSince: "Sun Feb  1 23:00:00 2026"],
            ] {
                let again = try await browser.get("\(Self.root)/Mend.ics", headers: headers)
                #expect(again.status == 304)
                #expect(again.text.isEmpty)
                #expect(again.headers[.eTag] == tag)
            }
            for headers: HTTPFields in [
                [.ifNoneMatch: "\"x\""], [.ifNoneMatch: "\"x\"", .ifModifiedSince: "Sun, 01 Feb 2026 23:00:00 GMT"],
                [.ifModifiedSince: "Sun, 01 Feb 2026 22:59:59 GMT"], [.ifModifiedSince: "yesterday"],
            ] {
                let again = try await browser.get("\(Self.root)/Mend.ics", headers: headers)
                #expect(again.status == 200)
                #expect(again.text == first.text)
            }
            server.clock.pass(60)
            #expect(try await browser.get("\(Self.root)/Mend.ics").text == first.text)
        }
    }

    /// A full disk, or one that is mounted for reading: nobody loses a calendar by that, not even one that was never asked for.
    @Test func showsAJournalThatTakesNoWriting() async throws {
        try await subscribed { browser, server in
            server.journal.isReadOnly = true
            let page = try await browser.get("\(Self.root)/Mend.ics")
            #expect(page.status == 200)
            #expect(page.text.contains("BEGIN:VEVENT"))
            let tag = try #require(page.headers[.eTag])
            #expect(try await browser.get("\(Self.root)/Mend.ics", headers: [.ifNoneMatch: tag]).status == 304)
        }
    }

    /// Whatever becomes of the clock, over restarts too.
    @Test func lastModifiedNeverMovesBack() async throws {
        try await subscribed { _, server in
            let base = try #require(BaseURL("https://home.example.org"))
            let answers = MemoryAnswers()
            func modified(_ answers: MemoryAnswers?) async throws -> String? {
                let feeds = FeedCache(executor: server.executor, base: base, answers: answers)
                let snapshot = try await feeds.snapshot()
                let subscription = try #require(snapshot.subscription(household: "DemoHome", secret: Self.secret))
                let document = try await feeds.document(
                    .calendar(nil), of: subscription, secret: Self.secret, in: snapshot)
                return document?.response(to: [:]).headers[.lastModified]
            }
            #expect(try await modified(answers) == "Sun, 01 Feb 2026 23:00:00 GMT")
            server.clock.pass(600)
            // The same bytes are as old as they were.
            #expect(try await modified(answers) == "Sun, 01 Feb 2026 23:00:00 GMT")
            server.clock.pass(-3 * 86_400)
            #expect(try await modified(answers) == "Sun, 01 Feb 2026 23:00:00 GMT")
            #expect(try await modified(nil) == "Thu, 29 Jan 2026 23:10:00 GMT")
        }
    }

    @Test func readsTheJournalOnceHoweverManyAsk() async throws {
        try await subscribed { browser, server in
            for _ in 1...2 { _ = try await browser.get("\(Self.root)/Mend.ics") }
            let reads = server.journal.reads
            for _ in 1...50 { #expect(try await browser.get("\(Self.root)/Mend.ics").status == 200) }
            #expect(server.journal.reads == reads)
        }
    }

    @Test func showsAtOnceWhatWasWrittenDown() async throws {
        try await subscribed(.repairs, open: true) { browser, server in
            let before = try await browser.get("\(Self.root)/Mend.ics")
            server.clock.pass(120)
            try server.journal.update { _ in
                (
                    [
                        .put(
                            .attempt(
                                Attempt(id: "t9", rupture: "r6", at: server.clock.now, outcome: .repaired)))
                    ], ()
                )
            }
            let after = try await browser.get("\(Self.root)/Mend.ics")
            #expect(after.headers[.eTag] != before.headers[.eTag])
            #expect(after.headers[.lastModified] == "Sun, 01 Feb 2026 23:02:00 GMT")
            #expect(before.text.contains("UID:r6.try-again.2.DemoHome@mend"))
            #expect(!after.text.contains("UID:r6.try-again.2.DemoHome@mend"))
        }
    }

    @Test func doesNotOverlookWhatWasWrittenDownASecondLater() async throws {
        try await subscribed(.repairs, open: true) { browser, server in
            _ = try await browser.get("\(Self.root)/Mend.ics")
            let later = server.clock.now + 1
            try server.journal.update { _ in
                ([.put(.attempt(Attempt(id: "t9", rupture: "r6", at: later, outcome: .repaired)))], ())
            }
            // The clock of another program may be a second ahead.
            let before = try await browser.get("\(Self.root)/Mend.ics")
            #expect(before.text.contains("UID:r6.try-again.2.DemoHome@mend"))
            server.clock.pass(1)
            let after = try await browser.get("\(Self.root)/Mend.ics")
            #expect(!after.text.contains("UID:r6.try-again.2.DemoHome@mend"))
        }
    }

    @Test func bringsTheReflectionWhenItsTimeComes() async throws {
        try await subscribed { browser, server in
            let before = try await browser.get("\(Self.root)/reflections.json").text
            server.clock.pass(90.minutes - 1)
            #expect(try await browser.get("\(Self.root)/reflections.json").text == before)
            server.clock.pass(1)
            let after = try await browser.get("\(Self.root)/reflections.json").text
            #expect(after != before)
            #expect(after.contains("\"date_published\": \"2026-02-02T00:30:00Z\""))
        }
    }

    @Test func leadsNowhereOnceItIsRevoked() async throws {
        try await subscribed { browser, server in
            #expect(try await browser.get("\(Self.root)/Mend.ics").status == 200)
            try Notebook(journal: server.journal, plan: try shippedPlan(), now: server.clock.now)
                .revokeSubscription(named: "phone")
            let gone = try await browser.get("\(Self.root)/Mend.ics")
            #expect(gone.status == 404)
            let nothing = try await browser.get("/nothing")
            #expect(gone.text == nothing.text)
        }
    }

    @Test func tellsNothingInTheDiscreetEdition() async throws {
        try await subscribed { browser, _ in
            for path in ["Mend.ics", "Mend.xcal", "reflections.atom", "reflections.json"] {
                let text = try await browser.get("\(Self.root)/\(path)").text
                for word in ["Ada", "Theo", "Sam", "r6", "try-again", "toxic", "555-0134", "repair"] {
                    #expect(!text.contains(word), "\(word) in \(path)")
                }
            }
        }
    }

    @Test func linksItemsToPagesBehindTheSignIn() async throws {
        try await subscribed(.repairs) { browser, _ in
            let text = try await browser.get("\(Self.root)/Mend.ics").text
            #expect(!text.contains(Self.secret))
            let line = try #require(text.split(separator: "\r\n").last { $0.hasPrefix("URL:http://127.0.0.1:80/i/") })
            let path = "/i/\(line.suffix(32))"
            #expect(try await browser.get(path).location == "/sign-in?then=\(path)")
            try await browser.begin()
            #expect(try await browser.get(path).text.contains("How did it go?"))
        }
    }

    @Test func namesItsOwnAddressInFeeds() async throws {
        try await subscribed { browser, _ in
            let atom = try await browser.get("\(Self.root)/reflections.atom").text
            #expect(
                atom.contains(
                    "<link rel=\"self\" type=\"application/atom+xml\" href=\"http://127.0.0.1:80\(Self.root)/reflections.atom\"/>"
                ))
        }
    }

    @Test func keepsToItsScope() async throws {
        try await subscribed(.repairs, open: true) { browser, _ in
            let calendar = try await browser.get("\(Self.root)/Mend.ics").text
            #expect(calendar.contains("CATEGORIES:Repair"))
            #expect(!calendar.contains("CATEGORIES:Prompt"))
            #expect(try await browser.get("\(Self.root)/reflections.atom").status == 404)
            #expect(try await browser.get("\(Self.root)/Mend.xcal").status == 404)
        }
        try await subscribed(.reflections, open: true) { browser, _ in
            let calendar = try await browser.get("\(Self.root)/Mend.ics").text
            #expect(calendar.contains("CATEGORIES:Reflection"))
            #expect(!calendar.contains("CATEGORIES:Repair"))
            #expect(try await browser.get("\(Self.root)/reflections.atom").status == 200)
        }
    }

    @Test func compressesForWhoAsks() async throws {
        try await subscribed { browser, _ in
            let plain = try await browser.get("\(Self.root)/Mend.ics")
            let small = try await browser.get("\(Self.root)/Mend.ics", headers: [.acceptEncoding: "br, gzip;q=0.5"])
            #expect(small.headers[.contentEncoding] == "gzip")
            #expect(small.headers[.vary] == "Accept-Encoding" && plain.headers[.vary] == "Accept-Encoding")
            #expect(small.headers[.eTag] != plain.headers[.eTag])
            #expect(small.response.body.readableBytes < plain.response.body.readableBytes / 4)
            for none in ["gzip;q=0", "br", ""] {
                let page = try await browser.get("\(Self.root)/Mend.ics", headers: [.acceptEncoding: none])
                #expect(page.headers[.contentEncoding] == nil)
            }
        }
    }

    @Test func answersHeadAndRefusesToBeWritten() async throws {
        try await subscribed { browser, _ in
            let head = try await browser.get("\(Self.root)/Mend.ics", method: .head)
            #expect(head.status == 200 && head.text.isEmpty)
            #expect(head.headers[.contentType] == "text/calendar; charset=utf-8")
            for method: HTTPRequest.Method in [.put, .post, .delete, .patch, .options] {
                let page = try await browser.get("\(Self.root)/Mend.ics", method: method)
                #expect(page.status == 405)
                #expect(page.headers[.allow] == "GET, HEAD")
            }
        }
    }

    @Test func notesTheDayOfUseOnceADay() async throws {
        try await subscribed { browser, server in
            #expect(try server.journal.history().subscriptions[0].used == nil)
            _ = try await browser.get("\(Self.root)/Mend.ics")
            #expect(try server.journal.history().subscriptions[0].used == LocalDay("2026-02-01"))
            _ = try await browser.get("\(Self.root)/Mend.ics")
            let version = try server.journal.version()
            _ = try await browser.get("\(Self.root)/Mend.ics")
            #expect(try server.journal.version() == version)
            server.clock.pass(24.hours)
            _ = try await browser.get("\(Self.root)/Mend.ics")
            #expect(try server.journal.history().subscriptions[0].used == LocalDay("2026-02-02"))
        }
    }

    @Test func servesTheLastGoodBytesWhileTheJournalIsLocked() async throws {
        try await subscribed { browser, server in
            let good = try await browser.get("\(Self.root)/Mend.ics")
            server.journal.isLocked = true
            #expect(try await browser.get("\(Self.root)/Mend.ics").text == good.text)
            #expect(try await browser.get("/h/DemoHome/wrong/Mend.ics").status == 404)
        }
        try await subscribed { browser, server in
            server.journal.isLocked = true
            let page = try await browser.get("\(Self.root)/Mend.ics")
            #expect(page.status == 503)
            #expect(page.headers[.retryAfter] == "10")
        }
    }

    @Test func tellsFeedReadersWhereTheFeedsAre() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.get("/subscribe")
            let made = try await browser.post("/subscribe", from: page, [("name", "reader"), ("open", "yes")])
            let shown = try await browser.get(try #require(made.location))
            for (type, name) in [
                ("application/rss+xml", "rss"), ("application/atom+xml", "atom"), ("application/feed+json", "json"),
            ] {
                let line = shown.text.split(separator: "\n").first {
                    $0.hasPrefix("<link rel=\"alternate\" type=\"\(type)\"")
                }
                #expect(line?.hasSuffix("/reflections.\(name)\">") == true)
            }
        }
    }

    @Test func isMadeReplacedAndRevokedOnThePage() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/subscribe")
            let made = try await browser.post(
                "/subscribe", from: page, [("name", "my phone"), ("only", "repairs"), ("open", "no")])
            let shown = try await browser.get(try #require(made.location))
            let address = try #require(shown.addresses().first)
            #expect(address.hasPrefix("http://127.0.0.1:80/h/DemoHome/") && address.hasSuffix("/Mend.ics"))
            #expect(shown.text.contains("href=\"webcal://127.0.0.1:80/h/DemoHome/"))
            #expect(shown.text.contains("<svg class=\"code\""))
            #expect(!shown.text.contains("rel=\"alternate\""))
            server.clock.pass(15.minutes)
            #expect(try await browser.get(try #require(made.location)).location == "/subscribe")
            let path = String(address.dropFirst("http://127.0.0.1:80".count))
            let stranger = browser.stranger()
            #expect(try await stranger.get(path).status == 200)
            let secret = String(path.split(separator: "/")[2])
            #expect(secret.count == 32)
            #expect(try !server.dump().contains(secret))
            #expect(try await !browser.get("/subscribe").text.contains(secret))

            let twin = try await browser.post("/subscribe", from: page, [("name", "my phone"), ("open", "yes")])
            #expect(twin.status == 422)
            let replaced = try await browser.post("/subscribe/replace", from: page, [("name", "my phone")])
            let newPage = try await browser.get(try #require(replaced.location))
            let second = try #require(newPage.addresses().first)
            #expect(try await stranger.get(path).status == 404)
            let newPath = String(second.dropFirst("http://127.0.0.1:80".count))
            #expect(try await stranger.get(newPath).status == 200)
            #expect(try server.journal.history().subscriptions.map(\.only) == [.repairs])

            let list = try await browser.get("/subscribe")
            let revoked = try await browser.post("/subscribe/revoke", from: list, [("name", "my phone")])
            #expect(try await stranger.get(newPath).status == 404)

            // A slip is put back from the bar, and the same address leads there again.
            let bar = try await browser.get(try #require(revoked.location))
            let word = try #require(bar.value(of: "id"))
            #expect(try await browser.post("/put-back", from: bar, [("id", word)]).location == "/subscribe?said=put-back")
            #expect(try await stranger.get(newPath).status == 200)
        }
    }
}

/// Answers that live as long as a test.
private final class MemoryAnswers: AnswerStore {
    private let kept = Mutex<[String: DocumentAnswer]>([:])

    func answer(for document: String) -> DocumentAnswer? { kept.withLock { $0[document] } }

    func keep(_ answer: DocumentAnswer, for document: String) {
        kept.withLock { $0[document] = answer }
    }
}
