import NIOCore
import Testing

@testable import MendServer

/// Connections over a real socket, with clients that send what no browser sends, or read nothing.
@Suite struct SocketTests {
    private static let form = "POST /sign-in HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    private static let chunked = form + "Host: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"

    private func served(
        _ limits: ConnectionLimits = .standard, _ test: @escaping @Sendable (Wire) async throws -> Void
    ) async throws {
        try await ServerUnderTest.run(isLive: true, limits: limits) { browser, _ in try await test(browser.wire()) }
    }

    // MARK: What is no proper request

    @Test(arguments: [
        "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
        "GET /robots.txt HTTP/1.1\r\nhost: localhost\r\nX-A: b\r\nHOST: evil.example\r\n\r\n",
        "GET http://evil.example/robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET http://evil.example?/robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /robots.txt HTTP/2.0\r\nHost: localhost\r\n\r\n",
        form + "Host: localhost\r\nTransfer-Encoding: gzip, chunked\r\n\r\n3\r\na=b\r\n0\r\n\r\n",
        form + "Host: localhost\r\nTransfer-Encoding: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=b\r\n0\r\n\r\n",
        form + "Host: localhost\r\nTransfer-Encoding:\r\n\r\n",
        "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nX-A : b\r\n\r\n",
        "\u{0}\r\n\r\n",
        chunked + "3;;\r\na=b\r\n0\r\n\r\n", chunked + "3;x=\u{0}\r\na=b\r\n0\r\n\r\n",
        chunked + "3;x=\"y\r\na=b\r\n0\r\n\r\n", chunked + "3;x=y\na=b\r\n0\r\n\r\n",
        chunked + "zz\r\na=b\r\n0\r\n\r\n", chunked + "3\r\na=bXX0\r\n\r\n",
        chunked + "3\r\na=b\r\n0\r\nX-A b\r\n\r\n", chunked + "3\r\na=b\r\n0\r\nX-A : b\r\n\r\n",
        chunked + "3\r\na=b\r\n0\r\nX-A: \u{0}\r\n\r\n", chunked + "3\r\na=b\r\n0\r\nContent-Length: 5\r\n\r\n",
    ])
    func refusesWhatIsNoProperRequestAndCloses(_ bytes: String) async throws {
        try await served { wire in
            let answer = try await wire.answer(to: bytes)
            #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
            #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2)
            #expect(answer.lowercased().contains("\r\nconnection: close\r\n"))
        }
    }

    @Test(arguments: ["3\r\na=b\r\n0\r\n\r\n", "3;x=y\r\na=b\r\n0\r\nX-A: b\r\n\r\n"])
    func takesChunksThatAreInOrder(_ chunks: String) async throws {
        try await served { wire in
            let head = Self.form + "Host: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
            // The word of the sign-in page is missing, but the form came through.
            let answer = try await wire.answer(to: head + chunks)
            #expect(answer.hasPrefix("HTTP/1.1 403 Forbidden\r\n"))
        }
    }

    @Test func logsNothingOfWhatIsNoProperRequest() async throws {
        try await ServerUnderTest.run(isLive: true) { browser, server in
            _ = try await browser.wire().answer(to: Self.chunked + "zz\r\n")
            #expect(!server.log.text.contains("request failed"))
        }
    }

    // MARK: The end of a connection

    @Test(arguments: [
        "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET http://localhost/robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: TE, Close\r\nTE: trailers\r\n\r\n",
        "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\nConnection: close\r\n\r\n",
        "GET /robots.txt HTTP/1.0\r\nHost: localhost\r\n\r\n",
        "GET /robots.txt HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n",
        // What follows in the old protocol would be read by nobody.
        "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n",
    ])
    func closesWhenItIsToldTo(_ bytes: String) async throws {
        try await served { wire in
            let answer = try await wire.answer(to: bytes + bytes)
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2)
            #expect(answer.lowercased().contains("\r\nconnection: close\r\n"))
        }
    }

    @Test func answersAllThatComeAtOnceInTheirOrder() async throws {
        try await served { wire in
            let many = String(repeating: "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n", count: 300)
            let answer = try await wire.answer(to: many + "GET /nothing HTTP/1.1\r\n" + Wire.farewell)
            let parts = answer.components(separatedBy: "HTTP/1.1 ").dropFirst()
            #expect(parts.count == 301)
            #expect(parts.dropLast().allSatisfy { $0.hasPrefix("200 OK\r\n") })
            #expect(parts.last?.hasPrefix("404 Not Found\r\n") == true)
        }
    }

    @Test func doesNotWaitForTheRestOfWhatIsAnsweredAlready() async throws {
        try await served { wire in
            let answer = try await wire.answer(
                to: "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc")
            #expect(answer.hasPrefix("HTTP/1.1 404 Not Found\r\n"))
        }
    }

    // MARK: Time

    @Test(arguments: ["", "GET /robots.txt HTTP/1.1\r\nX-Slow: "])
    func waitsForTheHeadOfARequestAsLongAsItMay(_ bytes: String) async throws {
        try await served(ConnectionLimits(head: .milliseconds(50))) { wire in
            let answer = try await wire.answer(to: bytes)
            #expect(answer.isEmpty)
        }
    }

    @Test func waitsForTheRestOfARequestAsLongAsItMay() async throws {
        try await served(ConnectionLimits(request: .milliseconds(50))) { wire in
            let answer = try await wire.answer(to: Self.form + "Host: localhost\r\nContent-Length: 1000\r\n\r\na=b")
            #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
            #expect(answer.contains("The connection was too slow, and nothing was written down."))
        }
    }

    /// A client that sends and sends, and reads nothing, is let go: else its requests or their answers would pile up.
    @Test(.timeLimit(.minutes(1))) func waitsUntilAnAnswerIsTakenAsLongAsItMay() async throws {
        try await served(ConnectionLimits(answer: .milliseconds(50))) { wire in
            try await wire.connected { _, outbound in
                let many = String(repeating: "GET /mend.css HTTP/1.1\r\nHost: localhost\r\n\r\n", count: 2_000)
                // Far more than the system keeps for both: without an end, this would wait for ever.
                do {
                    for _ in 0..<2_000 { try await outbound.write(ByteBuffer(string: many)) }
                    Issue.record("the server has taken four million requests of a client that reads nothing")
                } catch {}
            }
            let answer = try await wire.answer(to: "GET /robots.txt HTTP/1.1\r\n" + Wire.farewell)
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
    }

    // MARK: Room

    @Test func makesRoomForWhoComesNew() async throws {
        try await ServerUnderTest.run(isLive: true, limits: ConnectionLimits(most: 1)) { browser, _ in
            // Its connection is kept, and the first to go.
            #expect(try await browser.get("/robots.txt").status == 200)
            let wire = try browser.wire()
            try await wire.connected { inbound, outbound in
                var iterator = inbound.makeAsyncIterator()
                try await outbound.write(ByteBuffer(string: "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                let first = try await iterator.next()
                #expect(first != nil)
                let answer = try await wire.answer(to: "GET /robots.txt HTTP/1.1\r\n" + Wire.farewell)
                #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
                // Comes to an end: it was closed.
                do {
                    while try await iterator.next() != nil {}
                } catch is IOError {}
            }
        }
    }

    @Test(.timeLimit(.minutes(1))) func answersWhileManySayNothingOrHalf() async throws {
        try await served(ConnectionLimits(most: 20, mostOfOnePeer: 10)) { wire in
            try await Self.crowd(30, wire) {
                for _ in 0..<20 {
                    let answer = try await wire.answer(to: "GET /robots.txt HTTP/1.1\r\n" + Wire.farewell)
                    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
                }
            }
        }
    }

    /// Runs `body` while so many connections wait, begun one after the other.
    private static func crowd(
        _ count: Int, _ wire: Wire, _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        guard count > 0 else { return try await body() }
        let starts = ["GET / HT", form + "Host: localhost\r\nContent-Length: 9\r\n\r\na", "G"]
        try await wire.connected { _, outbound in
            try await outbound.write(ByteBuffer(string: starts[count % starts.count]))
            try await crowd(count - 1, wire, body)
        }
    }
}
