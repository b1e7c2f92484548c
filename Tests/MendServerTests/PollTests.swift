import HTTPTypes
import MendCore
import MendExport
import Testing

@testable import MendServer

/// What programs do all day that ask whether something is new, over a socket: a document is rendered once for each change.
@Suite struct PollTests {
    private static let secret = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    private static let calendar = "/h/DemoHome/\(secret)/Mend.ics"
    private static let feed = "/h/DemoHome/\(secret)/reflections.atom"

    /// A server with an address that was asked for twice: noting the first use is a change of the journal.
    private func polled(
        _ test: @escaping @Sendable (Browser, ServerUnderTest, _ before: Page) async throws -> Void
    ) async throws {
        try await ServerUnderTest.run(isLive: true) { browser, server in
            let subscription = Subscription(
                name: "phone", open: true, secretHash: SubscriptionAddress.hash(ofSecret: Self.secret),
                created: server.clock.now)
            try server.journal.update { _ in ([.put(.subscription(subscription))], ()) }
            _ = try await browser.get(Self.calendar)
            let before = try await browser.get(Self.calendar)
            #expect(server.feeds.renderings == 2)
            try await test(browser, server, before)
        }
    }

    @Test func rendersNothingAgainForAPollWithoutAChange() async throws {
        try await polled { browser, server, before in
            let reads = server.journal.reads
            let tag = try #require(before.headers[.eTag])
            for headers: HTTPFields in [[.ifNoneMatch: tag], [.ifModifiedSince: "Sun, 01 Feb 2026 23:00:00 GMT"]] {
                let page = try await browser.get(Self.calendar, headers: headers)
                #expect(page.status == 304)
                #expect(page.text.isEmpty)
                #expect(page.headers[.contentType] == nil)
                #expect(page.headers[.eTag] == tag)
                #expect(page.headers[.frameOptions] == "DENY")
            }
            #expect(server.feeds.renderings == 2)
            #expect(server.journal.reads == reads)
        }
    }

    @Test func sharesOneRenderingAmongAllWaysToAsk() async throws {
        try await polled { browser, server, before in
            let plain = try await browser.get(Self.calendar)
            #expect(plain.status == 200)
            #expect(plain.response.body == before.response.body)
            #expect(plain.headers[.contentLength] == String(before.response.body.readableBytes))
            let head = try await browser.get(Self.calendar, method: .head)
            #expect(head.status == 200)
            #expect(head.text.isEmpty)
            #expect(head.headers[.eTag] == before.headers[.eTag])
            let small = try await browser.get(Self.calendar, headers: [.acceptEncoding: "gzip"])
            #expect(small.headers[.contentEncoding] == "gzip")
            #expect(small.headers[.contentLength] == String(small.response.body.readableBytes))
            let tag = try #require(small.headers[.eTag])
            let again = try await browser.get(
                Self.calendar, headers: [.acceptEncoding: "gzip", .ifNoneMatch: tag])
            #expect(again.status == 304)
            #expect(again.headers[.eTag] == tag)
            #expect(again.headers[.contentEncoding] == nil)
            #expect(try await browser.get("\(Self.calendar)?x", headers: [.ifNoneMatch: tag]).status == 200)
            #expect(server.feeds.renderings == 2)
        }
    }

    @Test func rendersEachDocumentByItself() async throws {
        try await polled { browser, server, before in
            for _ in 1...2 {
                let feed = try await browser.get(Self.feed)
                #expect(feed.status == 200)
            }
            #expect(server.feeds.renderings == 3)
            let calendar = try await browser.get(Self.calendar)
            #expect(calendar.headers[.eTag] == before.headers[.eTag])
            #expect(server.feeds.renderings == 3)
        }
    }

    @Test func rendersAgainAfterAWrite() async throws {
        try await polled { browser, server, before in
            let now = server.clock.now
            let rupture = Rupture(id: "r99", with: "ada", kind: .benign, at: now - 60, recorded: now)
            try server.journal.update { _ in ([.put(.rupture(rupture))], ()) }
            let page = try await browser.get(Self.calendar, headers: [.ifNoneMatch: before.headers[.eTag] ?? ""])
            #expect(page.status == 200)
            #expect(page.headers[.eTag] != before.headers[.eTag])
            #expect(server.feeds.renderings == 3)
        }
    }

    @Test func keepsTagAndDateWhenAWriteChangesNothingOfADocument() async throws {
        try await polled { browser, server, before in
            let feed = try await browser.get(Self.feed)
            server.clock.pass(60)
            let contact = Contact(name: "Grandmother", number: "555-0188")
            try server.journal.update { _ in ([.put(.contact(contact))], ()) }
            let again = try await browser.get(Self.feed)
            #expect(server.feeds.renderings == 4)
            #expect(again.headers[.eTag] == feed.headers[.eTag])
            #expect(again.headers[.lastModified] == feed.headers[.lastModified])
        }
    }

    @Test func rendersAgainWhenTheDayIsOver() async throws {
        try await polled { browser, server, before in
            server.clock.pass(24.hours)
            let tomorrow = try await browser.get(Self.calendar)
            #expect(tomorrow.status == 200)
            #expect(server.feeds.renderings == 3)
        }
    }

    @Test func endsAnAddressAtOnce() async throws {
        try await polled { browser, server, before in
            try server.journal.update { _ in ([.remove(.subscription(name: "phone"))], ()) }
            let gone = try await browser.get(Self.calendar, headers: [.ifNoneMatch: before.headers[.eTag] ?? ""])
            #expect(gone.status == 404)
        }
    }

    @Test func servesWhatItKnowsWhileTheJournalIsLocked() async throws {
        try await polled { browser, server, before in
            server.journal.isLocked = true
            let locked = try await browser.get(Self.calendar)
            #expect(locked.status == 200)
            #expect(locked.response.body == before.response.body)
            #expect(try await browser.get(Self.calendar, method: .delete).status == 405)
            #expect(try await browser.get("\(Self.calendar)x").status == 404)
            #expect(server.feeds.renderings == 2)
        }
    }

    @Test func servesWhatItKnowsWhileOthersKeepWriting() async throws {
        try await polled { browser, server, before in
            server.journal.isContended = true
            for _ in 0..<5 {
                let page = try await browser.get(Self.calendar)
                #expect(page.status == 200)
                #expect(page.response.body == before.response.body)
            }
        }
    }

    @Test func takesUpAnotherPlan() async throws {
        try await polled { browser, server, before in
            let plan = try shippedPlan()
            server.plans.served = ServedPlan(plan, edition: 1)
            let page = try await browser.get(Self.calendar)
            #expect(page.status == 200)
            #expect(page.headers[.eTag] == before.headers[.eTag])
            #expect(server.feeds.renderings == 3)
        }
    }

    @Test func shutsOutNoAddress() async throws {
        try await polled { browser, _, _ in
            let robots = try await browser.get("/robots.txt")
            #expect(robots.text == "User-agent: *\nDisallow:\n")
            #expect(robots.headers[.contentType] == "text/plain; charset=utf-8")
        }
    }

    @Test func makesOneSnapshotHoweverManyAskAtOnce() async throws {
        try await polled { browser, server, before in
            server.clock.pass(24.hours)
            let start = server.journal.reads
            _ = try await server.feeds.snapshot()
            let one = server.journal.reads - start
            server.clock.pass(24.hours)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 { group.addTask { _ = try await server.feeds.snapshot() } }
                try await group.waitForAll()
            }
            #expect(server.journal.reads - start - one == one)
        }
    }

    @Test func keepsNoMoreThanItMay() async throws {
        try await polled { browser, server, before in
            func cache(_ mostBytes: Int) throws -> FeedCache {
                FeedCache(
                    executor: server.executor, base: try #require(BaseURL("http://127.0.0.1")), mostBytes: mostBytes)
            }
            @Sendable func ask(_ cache: FeedCache, _ document: ExportDocument) async throws -> Int {
                let snapshot = try await cache.snapshot()
                let subscription = try #require(snapshot.subscription(household: "DemoHome", secret: Self.secret))
                return try #require(
                    try await cache.document(document, of: subscription, secret: Self.secret, in: snapshot)
                ).size
            }
            let roomy = try cache(.max)
            let (calendar, atom) = (try await ask(roomy, .calendar(nil)), try await ask(roomy, .feed(.atom)))
            #expect(roomy.bytes == calendar + atom)
            let full = try cache(calendar + atom)
            _ = (try await ask(full, .calendar(nil)), try await ask(full, .feed(.atom)))
            #expect(full.bytes == calendar + atom)
            let rss = try await ask(full, .feed(.rss))
            #expect(full.bytes == rss)
            _ = try await ask(full, .feed(.rss))
            #expect(full.renderings == 3)
            _ = try await ask(full, .feed(.atom))
            #expect(full.renderings == 4)
            #expect(full.bytes == rss + atom)
        }
    }
}
