import MendCore
import MendText
import Testing

@testable import MendServer

/// In the pseudo-language each sentence of the catalogue stands in ⟦brackets⟧, so what stands outside comes from elsewhere.
@Suite struct PseudoLanguageTests {
    /// Names that are the same in every language.
    private static let names = ["mend", "RSS", "Atom", "JSON Feed", "America/New_York"]

    /// What the core says itself, beside the plan's words, in the texts of items and in the guide.
    private static let ofTheCore = [
        "At rest, and nothing owed: something with ", "You may begin again, or leave it be.", "Is everyone safe now?",
        "In an emergency: 911", "A question for you alone",
        // The guide.
        "Settle yourself", "Words to say", "Make the words your own.", "Reach:", "Own:", "Turn:", "Next:",
        "Another way,", "If you said something you didn't mean", "If they hit, bit or threw things",
        "If you both shouted", "If the answer is no", "Cues to draw or print", "Draw:", "Write:", "Seven practices",
        "With them:", "If you fear what you may do", "If they speak of harming themselves", "What mend is not",
    ]

    /// The words that somebody reads on a page and that the catalogue did not say.
    private func strangers(_ page: Page) -> [String] {
        // Without addresses and commands, and why an item stands where it stands, which the core says itself.
        let text = page.text.replacing(/<code[^>]*>[^<]*<\/code>/, with: "")
            .replacing(/(?s)<summary>⟦Why now\?⟧<\/summary>.*?<\/ul>/, with: "")
            .replacing(" · mend</title>", with: "</title>")
        return ReadableText.of(html: text).map(ReadableText.unbracketed)
            .map { Self.ofTheCore.reduce($0) { $0.replacing($1, with: "") } }
            .filter { $0.contains(where: \.isLetter) && !Self.names.contains($0) }
    }

    private func run(_ test: @escaping @Sendable (Browser, ServerUnderTest) async throws -> Void) async throws {
        var plan = try WordlessHousehold.plan()
        plan.language = .bracketed
        try await ServerUnderTest.run(household: WordlessHousehold.lines, plan: plan, test)
    }

    @Test func pagesHoldNoSentenceFromElsewhere() async throws {
        try await run { browser, server in
            try await browser.begin()
            for path in [
                "/", "/?said=repaired", "/?said=partial", "/?said=declined", "/?said=let-go", "/?said=again", "/record",
                "/record?with=p1", "/repair/r1", "/repair/r2?said=recorded", "/repair/r4", "/calm",
                "/calm?with=p1&said=checked-in&answer=c1", "/ahead",
                "/ahead?said=offer-taken", "/place", "/place?with=p1&said=saved", "/print", "/plan", "/plan?page=1",
                "/look-back", "/subscribe",
                "/subscribe?said=revoked", "/settings", "/settings?said=saved", "/settings?said=added",
                "/settings?said=removed", "/settings?said=ended", "/settings/people/p1", "/settings/people/add",
                "/settings/erase", "/settings/people", "/settings/hours", "/settings/place", "/settings/pause",
                "/settings/contacts", "/settings/channels", "/settings/devices", "/settings/yours", "/more", "/welcome",
                "/welcome/people", "/welcome/hours", "/calm?zone=red", "/calm?zone=green&with=p1&next=2",
                "/repair/r2?way=1", "/look-back?with=p1", "/offline", "/nothing", "/i/daily.2026-02-01", "/i/r3.calm",
                "/i/r3.reflect",
            ] {
                let page = try await browser.get(path)
                #expect(page.text.contains("<html lang=\"en-XA\">"), "\(path)")
                #expect(strangers(page) == [], "\(path)")
            }
        }
    }

    @Test func pausesAndEndsHoldNoSentenceFromElsewhere() async throws {
        try await run { browser, server in
            try await browser.begin()
            let page = try await browser.get("/settings")
            _ = try await browser.post("/settings/people/p1/pause", from: page, [("until", "+7d")])
            for path in [
                "/", "/settings", "/settings/people", "/settings/people/p1?said=paused",
                "/settings/people/p1?said=resumed",
            ] {
                #expect(strangers(try await browser.get(path)) == [], "\(path)")
            }
            _ = try await browser.post("/settings/pause", from: page, [("until-at", "2026-02-03T08:00")])
            _ = try await browser.post("/settings/people/p2/end", from: page)
            for path in [
                "/", "/settings?said=paused", "/?said=resumed", "/settings/people/p2?said=person-ended",
                "/settings/people/p2?said=person-begun",
            ] {
                #expect(strangers(try await browser.get(path)) == [], "\(path)")
            }
        }
    }

    @Test func answersToFormsHoldNoSentenceFromElsewhere() async throws {
        try await run { browser, server in
            try await browser.begin()
            let page = try await browser.get("/settings")
            for (path, fields) in [
                ("/record", [("with", "p1")]), ("/record", [("with", "nobody"), ("kind", "benign")]),
                ("/repair/r4", []), ("/repair/r1", [("outcome", "partial")]), ("/calm", []), ("/subscribe", []),
                ("/settings/people/add", []), ("/settings/hours", [("cap", "many")]),
                ("/settings/place", [("zone", "x/y")]),
                ("/welcome/people", [("person-name", "1"), ("relation", "child"), ("born", "1950-01-01")]),
                ("/settings/pause", []), ("/settings/people/p1/pause", [("until-at", "soon")]),
                ("/settings/passphrase", [("present", "wrong")]),
                ("/settings/passphrase", [("present", ServerUnderTest.passphrase), ("passphrase", "short")]),
                (
                    "/settings/passphrase",
                    [("present", ServerUnderTest.passphrase), ("passphrase", "long enough"), ("again", "other words")]
                ),
                (
                    "/settings/passphrase",
                    [
                        ("present", ServerUnderTest.passphrase), ("passphrase", String(repeating: "long ", count: 50)),
                    ]
                ), ("/settings/erase", [("word", "erase")]),
            ] as [(String, [(String, String)])] {
                let answer = try await browser.post(path, from: page, fields)
                #expect(answer.status >= 400, "\(path) \(fields)")
                #expect(strangers(answer) == [], "\(path) \(fields)")
            }
            let made = try await browser.post("/subscribe", from: page, [("name", "12")])
            let shown = try await browser.get(try #require(made.location))
            #expect(shown.text.contains("12"))
            #expect(strangers(shown) == [])
            #expect(strangers(try await browser.post("/record", [("csrf", "stale")])) == [])
            server.journal.isLocked = true
            // What was typed is shown.
            #expect(strangers(try await browser.post("/record", from: page, [("with", "1")])) == [])
            #expect(strangers(try await browser.get("/")) == [])
            server.journal.isLocked = false
            let done = try await browser.post("/settings/erase", from: page, [("word", "⟦erase⟧")])
            #expect(server.journal.isErased)
            #expect(strangers(done) == [])
        }
    }

    @Test func twoAdultsHearNoSentenceFromElsewhere() async throws {
        try await run { browser, _ in
            try await browser.begin()
            let page = try await browser.get("/settings/adults")
            #expect(strangers(page) == [])
            for names in [("7", "7"), ("7", ""), ("7", String(repeating: "8", count: 81))] {
                let fields = [("own-name", names.0), ("second-name", names.1)]
                #expect(strangers(try await browser.post("/settings/adults", from: page, fields)) == [])
            }
            let made = try await browser.post(
                "/settings/adults", from: page, [("own-name", "7"), ("second-name", "8")])
            #expect(strangers(made) == [])
            let address = try #require(made.addresses().first)
            let link = String(address[try #require(address.range(of: "/join/")).lowerBound...])
            let second = browser.stranger()
            let welcome = try await second.get(link)
            #expect(strangers(welcome) == [])
            #expect(strangers(try await second.post(link, from: welcome, [("passphrase", "a")])) == [])
            let words = "seven grey geese fly"
            let joined = try await second.post(link, from: welcome, [("passphrase", words), ("again", words)])
            try #require(joined.status == 303)
            #expect(strangers(try await second.get(link)) == [])
            let home = try await second.get("/record")
            _ = try await second.post("/record", from: home, [("with", "p1"), ("kind", "benign"), ("note", "1")])
            for browser in [browser, second] {
                for path in [
                    "/", "/record", "/plan", "/look-back", "/records/r1", "/settings", "/settings/adults",
                    "/settings/yours", "/settings/erase", "/settings/devices", "/i/daily.2026-02-01",
                ] {
                    #expect(strangers(try await browser.get(path)) == [], "\(path)")
                }
                let own = try await browser.get("/settings/adults")
                let third = try await browser.post("/settings/adults", from: own, [("second-name", "9")])
                #expect(third.status == (browser === second ? 403 : 422))
                #expect(strangers(third) == [])
            }
            let door = try await browser.stranger().get("/sign-in")
            #expect(strangers(door) == [])
            #expect(strangers(try await browser.stranger().post("/sign-in", from: door, [("name", "9")])) == [])
            let ended = try await browser.post("/settings/adults/end", from: page)
            #expect(strangers(try await browser.get(try #require(ended.location))) == [])
        }
    }

    @Test func theWayInHoldsNoSentenceFromElsewhere() async throws {
        try await run { browser, _ in
            let link = "/begin/\(ServerUnderTest.beginToken)"
            #expect(strangers(try await browser.get("/sign-in")) == [])
            let begin = try await browser.get(link)
            #expect(strangers(begin) == [])
            for fields in [[("passphrase", "a")], [("passphrase", "long enough"), ("again", "other words")]] {
                #expect(strangers(try await browser.post(link, from: begin, fields)) == [])
            }
            try await browser.begin()
            #expect(strangers(try await browser.get(link)) == [])
            let stranger = browser.stranger()
            let door = try await stranger.get("/sign-in")
            #expect(strangers(door) == [])
            for _ in 0...6 {
                #expect(strangers(try await stranger.post("/sign-in", from: door, [("passphrase", "wrong")])) == [])
            }
            #expect(strangers(try await stranger.post("/sign-in", [("passphrase", "wrong")])) == [])
            #expect(strangers(try await stranger.post("/record", [("with", "p1")])) == [])
        }
    }

    /// Also where nothing was read: errors and the sign-in.
    @Test func theHouseholdsLanguageComesBeforeThePlans() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            #expect(try await browser.get("/").text.contains("<html lang=\"en\">"))
            var household = try server.journal.history().household
            household.language = .bracketed
            let change = Change.put(.household(household))
            try server.journal.update { _ in ([change], ()) }
            for path in ["/", "/nothing"] {
                #expect(try await browser.get(path).text.contains("<html lang=\"en-XA\">"), "\(path)")
            }
            #expect(try await browser.stranger().get("/sign-in").text.contains("<h1 dir=\"auto\">⟦Sign in⟧</h1>"))
        }
    }

    @Test(arguments: [
        PageError.notFound, .methodNotAllowed([.get]), .tooLarge, .tooSlow, .notAForm, .brokenForm, .otherHost,
        .otherOrigin, .busy, .tooManyTries(seconds: 30), .fault,
    ])
    func errorsComeFromTheCatalogue(_ error: PageError) throws {
        let renderer = try PageRenderer(language: PageLanguage(plan: { .bracketed }), random: { "" })
        #expect(renderer.text(error.title).hasPrefix("⟦"))
        #expect(renderer.text(error.text).hasPrefix("⟦"))
    }

    @Test func calendarsHoldNoSentenceFromElsewhere() async throws {
        try await run { browser, _ in
            try await browser.begin()
            let page = try await browser.get("/subscribe")
            let made = try await browser.post("/subscribe", from: page, [("name", "12")])
            let addresses = try await browser.get(try #require(made.location)).addresses()
            let calendar = try #require(addresses.first).replacing("http://127.0.0.1:80", with: "")
            let lines = try await browser.get(calendar).text.replacing("\r\n ", with: "").split(separator: "\r\n")
            let texts = lines.filter {
                $0.hasPrefix("SUMMARY:") || $0.hasPrefix("DESCRIPTION:") || $0.hasPrefix("NAME:")
            }
            #expect(texts.contains("NAME:⟦Reminders⟧"))
            for text in texts {
                let words = ReadableText.unbracketed(in: String(text.drop { $0 != ":" }))
                #expect(words.filter { $0.isLetter }.isEmpty, "\(text)")
            }
        }
    }
}
