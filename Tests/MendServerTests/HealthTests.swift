import Testing

@testable import MendServer

/// What monitors are told of a server.
@Suite struct HealthTests {
    @Test func isWellWhileTheJournalCanBeRead() async throws {
        try await ServerUnderTest.run { browser, server in
            let page = try await browser.get("/health")
            #expect(page.status == 200)
            #expect(page.text == "ok\n")
            #expect(page.headers[.cacheControl] == "no-store")
            server.journal.isLocked = true
            #expect(try await browser.get("/health").status == 503)
            server.journal.isLocked = false
            #expect(try await browser.get("/health", method: .head).status == 200)
        }
    }

    /// Monitors come by the machine's number. Nothing else is there for them.
    @Test(arguments: [
        ("/health", "200 OK"), ("/robots.txt", "421 Misdirected Request"), ("/health/x", "421 Misdirected Request"),
    ])
    func answersUnderAnyName(_ path: String, _ status: String) async throws {
        try await ServerUnderTest.run(isLive: true) { browser, _ in
            let answer = try await browser.wire().answer(
                to: "GET \(path) HTTP/1.1\r\nHost: 10.88.0.2:8420\r\nConnection: close\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 \(status)\r\n"), "\(answer.prefix(40))")
        }
    }
}
