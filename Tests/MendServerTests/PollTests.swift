import HTTPTypes
import MendCore
import Testing

@testable import MendServer

/// What is answered where it comes in has the date of the server's clock; what went on has the machine's.
@Suite struct PollTests {
    private static let secret = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    private static let calendar = "/h/DemoHome/\(secret)/Mend.ics"

    /// A server over a socket, with an address that was asked for twice: once to note that it is in use, and once more.
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
            #expect(!Self.isAnsweredAtOnce(before, server))
            try await test(browser, server, before)
        }
    }

    private static func isAnsweredAtOnce(_ page: Page, _ server: ServerUnderTest) -> Bool {
        page.headers[.date] == TimeText.rfc822(server.clock.now)
    }

    @Test func answersWithTheSameBytesAndHeaders() async throws {
        try await polled { browser, server, before in
            for encoding in ["identity", "gzip"] {
                let first = try await browser.get(Self.calendar, headers: [.acceptEncoding: encoding])
                #expect(Self.isAnsweredAtOnce(first, server))
                let other = try await browser.get("\(Self.calendar)?\(encoding)", headers: [.acceptEncoding: encoding])
                #expect(!Self.isAnsweredAtOnce(other, server))
                #expect(first.status == 200)
                #expect(first.response.body == other.response.body)
                var headers = (first.headers, other.headers)
                #expect(headers.0[.contentLength] == String(first.response.body.readableBytes))
                headers.0[.date] = nil
                headers.1[.date] = nil
                #expect(headers.0 == headers.1)
            }
        }
    }

    @Test func saysNothingNewAtOnce() async throws {
        try await polled { browser, server, before in
            let tag = try #require(before.headers[.eTag])
            for headers: HTTPFields in [[.ifNoneMatch: tag], [.ifModifiedSince: "Sun, 01 Feb 2026 23:00:00 GMT"]] {
                let page = try await browser.get(Self.calendar, headers: headers)
                #expect(page.status == 304)
                #expect(page.text.isEmpty)
                #expect(page.headers[.contentType] == nil)
                #expect(page.headers[.eTag] == tag)
                #expect(page.headers[.frameOptions] == "DENY")
                #expect(Self.isAnsweredAtOnce(page, server))
            }
        }
    }

    @Test func looksAgainAfterAWrite() async throws {
        try await polled { browser, server, before in
            let now = server.clock.now
            let rupture = Rupture(id: "r99", with: "ada", kind: .benign, at: now - 60, recorded: now)
            try server.journal.update { _ in ([.put(.rupture(rupture))], ()) }
            let page = try await browser.get(Self.calendar, headers: [.ifNoneMatch: before.headers[.eTag] ?? ""])
            #expect(page.status == 200)
            #expect(page.headers[.eTag] != before.headers[.eTag])
        }
    }

    @Test func looksAgainWhenTheDayIsOver() async throws {
        try await polled { browser, server, before in
            let today = try await browser.get(Self.calendar)
            #expect(Self.isAnsweredAtOnce(today, server))
            server.clock.pass(24.hours)
            let tomorrow = try await browser.get(Self.calendar)
            #expect(!Self.isAnsweredAtOnce(tomorrow, server))
        }
    }

    @Test func endsAnAddressAtOnce() async throws {
        try await polled { browser, server, before in
            try server.journal.update { _ in ([.remove(.subscription(name: "phone"))], ()) }
            #expect(try await browser.get(Self.calendar).status == 404)
        }
    }

    @Test func leavesEverythingElseToTheRouter() async throws {
        try await polled { browser, server, before in
            let head = try await browser.get(Self.calendar, method: .head)
            #expect(head.status == 200)
            #expect(head.text.isEmpty)
            #expect(try await browser.get(Self.calendar, method: .delete).status == 405)
            #expect(try await browser.get("\(Self.calendar)x").status == 404)
            server.journal.isLocked = true
            let locked = try await browser.get(Self.calendar)
            #expect(locked.status == 200)
            #expect(!Self.isAnsweredAtOnce(locked, server))
        }
    }
}
