import Foundation
import MendCore
import Testing

@testable import MendServer

/// Paths, queries and forms that no page of ours would send: an answer, and never one of a fault of our own.
@Suite struct AnyRequestTests {
    /// The same numbers for a seed on every machine.
    private struct Dice {
        let hash: StableHash
        var rolls = 0

        mutating func roll(_ count: Int) -> Int {
            rolls += 1
            return Int(hash.value(with: rolls) % UInt64(count))
        }

        mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }
    }

    private static let paths = [
        "/", "/record", "/repair", "/repair/r6", "/calm", "/ahead", "/place", "/print", "/print/cards", "/plan",
        "/look-back",
        "/settings", "/settings/people/ada",
        "/settings/people/add", "/settings/hours", "/settings/place", "/welcome/people", "/more", "/settings/export",
        "/settings/erase", "/subscribe", "/subscribe/x", "/i/r6.reflect",
        "/i/daily.2026-02-01", "/sign-in", "/begin/x", "/h/k7Qm2xW9/x/Mend.ics", "/mend.css", "/nothing",
    ]
    private static let forms = [
        ("/record", ["with", "kind", "at", "ago", "note", "excited-about", "zone", "their-zone", "frightened"]),
        ("/repair/r6", ["outcome", "at", "roadblock", "note"]), ("/calm", ["zone", "with", "at"]),
        ("/ahead", ["hours", "answer"]), ("/ahead/end", ["id"]), ("/ahead/back", ["id"]),
        ("/place", ["with", "do", "tool", "number", "place-name"]),
        (
            "/settings/hours",
            [
                "quiet-from", "quiet-to", "cap", "closed", "closed.0.day", "closed.0.from", "closed.0.to",
                "closed.0.off",
                "away", "away.0.first", "away.0.last", "away.0.every", "away.0.until", "away.day", "good",
            ]
        ),
        ("/settings/place", ["zone", "country", "shared"]), ("/welcome", ["zone", "country", "shared"]),
        ("/welcome/hours", ["quiet-from", "quiet-to", "good"]), ("/look-back", ["find", "with"]),
        ("/welcome/people", ["person-name", "relation", "born", "grown"]),
        ("/settings/pause", ["until", "until-at"]), ("/settings/resume", ["from"]),
        ("/settings/people/ada/pause", ["until", "until-at"]), ("/settings/people/ada/resume", ["until"]),
        ("/settings/people/ada/end", ["name"]), ("/settings/people/ada/begin", ["name"]),
        (
            "/settings/people/add",
            ["person-name", "name", "relation", "born", "closed.0.from", "closed", "away", "sleep-from", "good"]
        ),
        (
            "/settings/people/ada",
            ["person-name", "name", "relation", "born", "closed.0.from", "closed", "away", "sleep-from", "good"]
        ),
        ("/settings/contacts", ["contact-name", "contact-number", "contact-purpose"]),
        ("/settings/contacts/remove", ["name"]), ("/subscribe", ["name", "only", "open"]),
        ("/put-back", ["id"]), ("/subscribe/revoke", ["name"]), ("/subscribe/replace", ["name"]),
        ("/settings/devices/end", ["id"]),
        ("/settings/adults", ["own-name", "second-name"]), ("/settings/adults/end", ["id"]),
        ("/join/x", ["passphrase"]),
    ]
    private static let words = [
        "", " ", "ada", "r6", "benign", "repaired", "self", "child", "yellow", "mail", "yes", "America/New_York",
        "21:00-07:00", "00:00-24:00", "mon-fri 08:00-15:00", "daily 00:00-24:00\r\nx", "2026-02-30",
        "2026-01-10/2026-01-17", "9999-12-31", "0001-01-01", "17:40", "2026-01-05 17:40", "20m ago", "999999999d ago",
        "+7d", "tomorrow", "me",
        "-1", "9223372036854775808", "1e9", "../../etc/passwd", "%2e%2e%2f", "a\u{0}b", "\u{202E}a", "e\u{301}", "🙂",
        "<script>", "'\"", "{{note}}", String(repeating: "x", count: 3_000),
    ]

    private static let answers = [200, 303, 400, 401, 403, 404, 405, 409, 410, 413, 414, 422, 429]

    @Test(arguments: ["one", "two", "three"])
    func isAnswered(_ seed: String) async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let csrf = try #require(try await browser.get("/calm").csrf)
            var dice = Dice(hash: StableHash("any request", seed))
            for _ in 0..<100 {
                let path = Self.escaped(dice.pick(Self.paths) + (dice.roll(3) == 0 ? dice.pick(Self.words) : ""))
                let query = dice.pick(["", "?", "?with=", "?page=", "?said=", "?answer=", "?=&", "?with=ada&with="])
                let target = path + query + (query.isEmpty ? "" : Self.escaped(dice.pick(Self.words)))
                let page = try await browser.get(target)
                #expect(Self.answers.contains(page.status), "\(page.status) for \(target)")
            }
            for _ in 0..<100 {
                let (path, names) = dice.pick(Self.forms)
                let fields = (0..<dice.roll(8)).map { _ in (dice.pick(names), dice.pick(Self.words)) }
                let page = try await browser.post(path, [("csrf", csrf)] + fields)
                #expect(Self.answers.contains(page.status), "\(page.status) for \(path) with \(fields)")
            }
            #expect(try await browser.get("/").status == 200)
        }
    }

    /// What a client may send in a path: the rest would not reach the server.
    private static func escaped(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: CharacterSet(charactersIn: "!"..."~")) ?? ""
    }
}
