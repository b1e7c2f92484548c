import Foundation
import MendCore
import Testing

@testable import MendServer

@Suite struct PageTests {
    @Test(arguments: [
        ("/", "Today"), ("/record", "What happened?"), ("/record?with=ada", "What happened?"),
        ("/repair/r6", "A way back to Ada"), ("/repair/r1", "With Ada"), ("/calm", "Calm"), ("/plan", "The next weeks"),
        ("/look-back", "Looking back"), ("/subscribe", "Subscribe"), ("/settings", "Settings"),
        ("/settings/people/ada", "Ada"), ("/settings/people/add", "Add somebody"),
        ("/settings/erase", "Erase everything"), ("/more", "More"), ("/settings/people", "People"),
        ("/settings/hours", "Hours"), ("/settings/place", "Place and calendar"),
        ("/settings/pause", "Pause everything"), ("/settings/contacts", "People to turn to"),
        ("/settings/channels", "Channels"), ("/settings/devices", "Devices and passphrase"),
        ("/settings/adults", "A second adult"),
        ("/settings/yours", "Yours to keep, yours to erase"), ("/welcome", "Where are you?"),
        ("/welcome/people", "Who is with you?"), ("/welcome/hours", "When may mend reach you?"),
        ("/calm?zone=red&with=ada", "Calm"), ("/repair/r6?way=1", "A way back to Ada"),
        ("/look-back?with=theo", "Looking back"),
        ("/i/r6.reflect", "What was true for both · Ada"),
    ])
    func showsEachPage(_ path: String, _ title: String) async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.get(path)
            #expect(page.status == 200)
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.headers[.cacheControl] == "no-store")
            #expect(page.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'; style-src 'self'") == true)
            #expect(page.headers[.xContentTypeOptions] == "nosniff")
            if title != "What was true for both · Ada" { #expect(page.text.contains("<h1 dir=\"auto\">\(title)</h1>")) }
            #expect(page.text.contains("It is no therapy and no emergency service"))
            #expect(!page.text.contains("{{"))
            #expect(!page.text.contains("style="))
            #expect(!page.text.contains("<script>"))
            #expect(!page.text.contains("http://") && !page.text.contains("https://") || path == "/subscribe")
        }
    }

    /// Else a page of somebody else's could lay it under its own and have it clicked at.
    @Test(arguments: ["/", "/settings/erase", "/sign-in", "/nothing", "/mend.css", "/h/DemoHome/none/Mend.ics"])
    func isFramedByNobody(_ path: String) async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            for visitor in [browser, browser.stranger()] {
                let headers = try await visitor.get(path).headers
                #expect(headers[.frameOptions] == "DENY")
                #expect(headers[.contentSecurityPolicy]?.hasSuffix("; frame-ancestors 'none'") == true)
                #expect(headers[.contentSecurityPolicy]?.contains("form-action 'self'; base-uri 'none'") == true)
            }
        }
    }

    /// The error itself may quote what somebody wrote: its kind must do.
    @Test func logsTheKindOfAFaultAndNotItsWords() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            struct OddFault: Error { let words: String }
            server.journal.fault = OddFault(words: "a Zwetschge tower")
            let page = try await browser.get("/plan")
            #expect(page.status == 500)
            #expect(server.log.text.contains("OddFault"))
            #expect(!server.log.text.contains("Zwetschge"))
            #expect(!page.text.contains("Zwetschge"))
        }
    }

    @Test func answersHeadWithTheLengthOfThePage() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.get("/calm", method: .head)
            #expect(page.status == 200)
            #expect(page.text.isEmpty)
        }
    }

    @Test func writesARuptureDownInTwoTaps() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            #expect(try await browser.get("/").text.contains("href=\"/record?with=ada\""))
            let second = try await browser.get("/record?with=ada")
            #expect(second.text.contains("name=\"kind\" value=\"benign\""))
            let done = try await browser.post("/record", from: second, [("with", "ada"), ("kind", "benign")])
            #expect(done.location == "/repair/r8?said=recorded")
            let rupture = try #require(try server.journal.history().rupture("r8"))
            #expect(rupture.with == "ada")
            #expect(rupture.at == server.clock.now)
        }
    }

    @Test func takesADoubleTapForOne() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/record?with=ada")
            let fields = [("with", "ada"), ("kind", "benign")]
            async let first = browser.post("/record", from: page, fields)
            async let second = browser.post("/record", from: page, fields)
            #expect(try await first.location == "/repair/r8?said=recorded")
            #expect(try await second.location == "/repair/r8?said=recorded")
            #expect(try server.journal.history().ruptures.count == 8)
        }
    }

    @Test func takesTheSameForTwoAfterAWhile() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/record?with=ada")
            let benign = [("with", "ada"), ("kind", "benign")]
            let toxic = [("with", "ada"), ("kind", "toxic"), ("instead", "no")]
            for fields in [benign, toxic, benign] {
                #expect(try await browser.post("/record", from: page, fields).status == 303)
            }
            #expect(try server.journal.history().ruptures.count == 9)
            server.clock.pass(60)
            #expect(
                try await browser.post("/record", from: page, benign + [("instead", "no")]).status == 303)
            #expect(try server.journal.history().ruptures.count == 10)
        }
    }

    @Test func takesAllThatCanBeTold() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/record")
            let done = try await browser.post(
                "/record", from: page,
                [
                    ("with", "theo"), ("kind", "limit-setting"), ("ago", "30m ago"), ("at", "2026-02-01T16:45"),
                    ("zone", "yellow"), ("their-zone", "red"), ("excited-about", "his drums"), ("note", "Only mine."),
                ])
            #expect(done.status == 303)
            let rupture = try #require(try server.journal.history().rupture("r8"))
            #expect(rupture.at == TimeText.instant(rfc3339: "2026-02-01T16:45:00-05:00"))
            #expect(rupture.zone == .yellow && rupture.theirZone == .red)
            #expect(rupture.excitedAbout == "his drums" && rupture.note == "Only mine.")
        }
    }

    @Test(arguments: [
        ("me", Rupture.Frightened.me, "I frightened them"), ("them", .them, "They frightened me"),
        ("somebody-else", .somebodyElse, "Somebody else frightened them"),
    ])
    func asksWhoFrightenedWhom(_ value: String, _ frightened: Rupture.Frightened, _ words: String) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/record")
            #expect(
                page.text.contains(
                    "<input type=\"radio\" name=\"frightened\" value=\"\(value)\"> <span>\(words)</span>"))
            _ = try await browser.post(
                "/record", from: page, [("with", "theo"), ("kind", "toxic"), ("frightened", value)])
            #expect(try server.journal.history().rupture("r8")?.frightened == frightened)
            #expect(try await browser.get("/look-back").text.contains("<p class=\"soft\">\(words)</p>"))
            // Of other kinds it is not asked.
            _ = try await browser.post(
                "/record", from: page,
                [("with", "theo"), ("kind", "benign"), ("frightened", value), ("instead", "no")])
            let other = try #require(try server.journal.history().rupture("r9"))
            #expect(other.frightened == nil)
        }
    }

    /// What the text above it promises is one tap, apart from the others; it can be taken back.
    @Test(arguments: [("them", true), ("", true), ("me", false), ("somebody-else", false)])
    func letsGoWhereAnAdultFrightened(_ frightened: String, _ isOffered: Bool) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/record")
            _ = try await browser.post(
                "/record", from: page, [("with", "sam"), ("kind", "toxic"), ("frightened", frightened)])
            let repair = try await browser.get("/repair/r8")
            let button = "<button class=\"plain\" name=\"outcome\" value=\"let-go\">Let this one go</button>"
            #expect(repair.text.contains(button) == isOffered)
            // A tap still praises no repair.
            #expect(!repair.text.contains("<button name=\"outcome\" value=\"repaired\">"))
            #expect(!repair.text.contains("<button name=\"outcome\" value=\"let-go\">"))
            guard isOffered else { return }
            let done = try await browser.post("/repair/r8", from: repair, [("outcome", "let-go")])
            let attempt = try #require(try server.journal.history().attempts.first { $0.rupture == "r8" })
            #expect(done.location == "/?said=let-go&undo=\(attempt.id)")
            #expect(attempt.outcome == .letGo)
            #expect(try await browser.get("/repair/r8").text.contains("Let this one go") == false)
        }
    }

    @Test func aChildsFrighteningMomentIsNotLetGoWithATap() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.get("/record")
            _ = try await browser.post(
                "/record", from: page, [("with", "theo"), ("kind", "toxic"), ("frightened", "them")])
            #expect(try await browser.get("/repair/r8").text.contains("Let this one go") == false)
        }
    }

    @Test(arguments: [
        ([("with", "ada"), ("kind", "benign"), ("at", "2026-02-01T23:45")], "That time is still to come"),
        ([("with", "ada"), ("kind", "benign"), ("at", "soon")], "That is no time"),
        ([("with", "nobody"), ("kind", "benign")], "Nobody here goes by that name"),
        ([("with", "ada"), ("kind", "awful")], "Two things are needed"),
        ([("kind", "benign")], "Two things are needed"),
    ])
    func givesBackWhatWasTyped(_ fields: [(String, String)], _ problem: String) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/record")
            let answer = try await browser.post("/record", from: page, fields + [("note", "Do not <lose> me")])
            #expect(answer.status == 422)
            #expect(answer.text.contains(problem))
            #expect(answer.text.contains("Do not &lt;lose&gt; me</textarea>"))
            #expect(try server.journal.history().ruptures.count == 7)
        }
    }

    /// Titles begin one below the other where an hour has one figure or two.
    @Test(arguments: [("US", " long"), ("GB", "")])
    func givesTimesAColumn(_ country: String, _ long: String) async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let place = try await browser.get("/settings/place")
            let fields = [("zone", "America/New_York"), ("country", country), ("shared", "no")]
            try #require(try await browser.post("/settings/place", from: place, fields).status == 303)
            let plan = try await browser.get("/plan").text
            #expect(plan.contains("<span class=\"time\(long)\">"))
            let others = plan.replacing("<span class=\"time\(long)\">", with: "")
            #expect(!others.contains("<span class=\"time"))
        }
    }

    @Test func putsCalmBeforeWordsAndHelpBeforeBoth() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let gentle = try await browser.get("/repair/r6").text
            let calm = try #require(gentle.range(of: "Settle yourself"))
            let words = try #require(gentle.range(of: "Words to say"))
            let ask = try #require(gentle.range(of: "How did it go?"))
            #expect(calm.lowerBound < words.lowerBound)
            #expect(words.lowerBound < ask.lowerBound)
            #expect(!gentle.contains("tel:5550134"))
            let grave = try await browser.get("/repair/r5").text
            let support = try #require(grave.range(of: "<span class=\"words\">Aunt Mo: 555-0134"))
            let settle = try #require(grave.range(of: "Settle yourself"))
            #expect(support.lowerBound < settle.lowerBound)
            #expect(grave.contains("<a class=\"button\" href=\"tel:911\" aria-label=\"Call: In an emergency: 911\">"))
        }
    }

    @Test func closesWithOneTap() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let today = try await browser.get("/")
            #expect(today.text.contains("<form method=\"post\" action=\"/repair/r6\">"))
            let done = try await browser.post("/repair/r6", from: today, [("outcome", "repaired")])
            #expect(done.location == "/?said=repaired&undo=t7")
            let after = try await browser.get("/?said=repaired&undo=t7").text
            #expect(after.contains("Noted, and closed. You came back."))
            #expect(!after.contains("action=\"/repair/r6\""))
            #expect(try server.journal.history().attempts.last?.outcome == .repaired)
        }
    }

    @Test func tellsTheSecondOfTwoTabsThatItIsClosed() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let (one, two) = (try await browser.get("/repair/r6"), try await browser.get("/repair/r6"))
            #expect(try await browser.post("/repair/r6", from: one, [("outcome", "repaired")]).status == 303)
            let late = try await browser.post(
                "/repair/r6", from: two, [("outcome", "partial"), ("note", "We talked a bit")])
            #expect(late.status == 409)
            #expect(late.text.contains("This is closed already, so nothing was added."))
            #expect(late.text.contains("We talked a bit</textarea>"))
            #expect(try server.journal.history().attempts.count == 7)
        }
    }

    /// What has begun is written down, and nothing else; once it is, looking writes nothing.
    @Test func writesDownWhatHasBegunWhenAPageIsShown() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let before = try server.journal.history()
            #expect(before.published == [])
            _ = try await browser.get("/")
            var after = try server.journal.history()
            let begun = Dictionary(uniqueKeysWithValues: after.published.map { ($0.item.description, $0) })
            #expect(begun["r6.reconnect"]?.settled?.ruptures == ["r6"])
            #expect(begun["daily.2026-02-01"]?.settled != nil)
            #expect(after.published.allSatisfy { $0.settled != nil && $0.start < server.clock.now })
            #expect(after.household.plan != nil && after.household.edited == nil)
            after.published = []
            after.household.plan = nil
            #expect(after == before)

            let version = try server.journal.version()
            for path in ["/", "/plan", "/i/r6.reconnect", "/look-back"] { _ = try await browser.get(path) }
            #expect(try server.journal.version() == version)
            // What begins later is written down by the next page.
            server.clock.pass(24.hours)
            _ = try await browser.get("/plan")
            #expect(try server.journal.history().published.count > begun.count)
        }
    }

    @Test func showsThePagesOfAJournalThatTakesNoWriting() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            server.journal.isReadOnly = true
            for path in ["/", "/plan", "/repair/r6", "/look-back", "/settings"] {
                let page = try await browser.get(path)
                #expect(page.status == 200, "\(path)")
            }
            #expect(try server.journal.history().published == [])
        }
    }

    /// The words of what has begun stay, whatever becomes of the plan.
    @Test func showsWhatHasBegunAsItWasSettled() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            _ = try await browser.get("/")
            let key = try #require(ItemKey("daily.2026-02-01"))
            let shown = try #require(try server.journal.history().published.first { $0.item == key })
            let settled = try #require(shown.settled)
            let other = Published(
                item: key, prompt: shown.prompt, start: shown.start, sequence: shown.sequence,
                modified: shown.modified, words: shown.words,
                settled: SettledItem(
                    person: settled.person, ruptures: [], minutes: settled.minutes, voice: settled.voice,
                    title: "As it was", text: settled.text, band: settled.band, tips: settled.tips,
                    isGrave: settled.isGrave, because: settled.because))
            try server.journal.write([.put(.published(other))])
            #expect(try await browser.get("/").text.contains("As it was"))
        }
    }

    @Test func changesNothingWhenAnItemIsLookedAt() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            _ = try await browser.get("/")
            let before = try server.journal.version()
            for method in ["/i/r6.try-again.1", "/repair/r6", "/"] {
                _ = try await browser.get(method)
                _ = try await browser.get(method, method: .head)
            }
            #expect(try server.journal.version() == before)
            let item = try await browser.get("/i/r6.try-again.1")
            #expect(item.status == 200)
            #expect(item.text.contains("<form method=\"post\" action=\"/repair/r6\""))
            #expect(item.text.contains("Why now?"))
        }
    }

    @Test(arguments: [
        "/repair/r99", "/i/r6.nothing", "/i/00000000000000000000000000000000", "/settings/people/zoe", "/nothing",
        "/repair/r6/more", "/%2e%2e/%2e%2e/etc/passwd", "/h/DemoHome/x", "/i/daily.9999-99-99",
    ])
    func hasNothingElsewhere(_ path: String) async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.get(path)
            #expect(page.status == 404)
            #expect(page.text.contains("<h1 dir=\"auto\">Nothing here</h1>"))
        }
    }

    @Test func answersACheckInWithAPractice() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/calm?with=ada")
            let done = try await browser.post("/calm", from: page, [("zone", "red"), ("with", "ada")])
            #expect(done.location == "/calm?said=checked-in&answer=c4&with=ada")
            #expect(try server.journal.history().checkIns.last?.zone == .red)
            let answer = try await browser.get("/calm?said=checked-in&answer=c4&with=ada").text
            #expect(answer.contains("Something that may help now"))
            #expect(answer.contains("Noted. Every zone may be here."))
        }
    }

    @Test func showsNotesInLookingBackAlone() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let lookBack = try await browser.get("/look-back")
            #expect(lookBack.text.components(separatedBy: "He played me the whole song.").count == 2)
            // The note of a rupture is not that of its attempts.
            #expect(lookBack.text.components(separatedBy: "Bedtime again. I was hungry and short.").count == 2)
            for path in ["/", "/repair/r2", "/plan", "/calm", "/settings"] {
                let page = try await browser.get(path)
                #expect(!page.text.contains("He played me the whole song."))
            }
        }
    }

    @Test func escapesEveryByteOfWhatWasTyped() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            // A combining mark after a quote is one character with it, and no escape for who looks at characters.
            let name = "\"\u{338}><b onclick=x>"
            let form = try await browser.get("/settings/people/add")
            let done = try await browser.post(
                "/settings/people/add", from: form, [("person-name", name), ("relation", "friend")])
            #expect(done.location == "/settings/people?said=added")
            let today = try await browser.get("/").text
            #expect(!today.contains("<b onclick"))
            #expect(today.contains("&quot;\u{338}&gt;&lt;b onclick=x&gt;"))
        }
    }

    @Test(arguments: [
        ("/", "GET, HEAD"), ("/record", "GET, HEAD, POST"), ("/settings/erase", "GET, HEAD, POST"),
        ("/sign-out", "POST"), ("/h/DemoHome/x/Mend.ics", "GET, HEAD"),
    ])
    func namesTheMethodsOfAnAddress(_ path: String, _ allowed: String) async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.get(path, method: .delete)
            #expect(page.status == 405)
            #expect(page.headers[.allow] == allowed)
        }
    }

    @Test func refusesWhatIsNoForm() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            #expect(try await browser.send("{}", to: "/record", type: "application/json").status == 415)
            #expect(
                try await browser.send("note=%FF", to: "/record", type: "application/x-www-form-urlencoded").status
                    == 400)
            let book = String(repeating: "a", count: 256 * 1024 + 1)
            let tooLong = try await browser.send(book, to: "/record", type: "application/x-www-form-urlencoded")
            #expect(tooLong.status == 413)
            #expect(tooLong.text.contains("your words should still be there"))
            #expect(try server.journal.history().ruptures.count == 7)
        }
    }

    @Test(arguments: [false, true])
    func givesAFormBackWhileTheJournalIsLocked(_ isWhole: Bool) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/record?with=ada")
            server.journal.isLocked = true
            // The sign-ins may be behind the same lock.
            server.signIns.isLocked = isWhole
            let fields = [("with", "ada"), ("kind", "benign"), ("note", "Keep me")]
            let answer = try await browser.post("/record", from: page, fields)
            #expect(answer.status == 503)
            #expect(answer.headers[.retryAfter] == "10")
            #expect(answer.text.contains("name=\"note\" value=\"Keep me\""))
            #expect(try await browser.get("/").status == 503)
            server.journal.isLocked = false
            server.signIns.isLocked = false
            #expect(try await browser.post("/record", from: answer, fields).status == 303)
            #expect(try server.journal.history().rupture("r8")?.note == "Keep me")
        }
    }
}
