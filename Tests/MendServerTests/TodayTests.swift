import MendCore
import Testing

@testable import MendServer

/// Today speaks of people, and not of one thing after the other that happened with them.
@Suite struct TodayTests {
    @Test(arguments: [
        "With Ada, something has been open since Friday (a limit that hurt). Next: tomorrow 4:30 PM.",
        "With Theo, something has been open since January 24 (a frightening moment). Next: Saturday 8:00 PM.",
        """
        With Sam, something has been open since today (a misread signal). At rest: a pull between closeness and room. \
        Next: tomorrow 8:30 PM.
        """,
    ])
    func tellsHowThingsStandWithSomebody(_ sentences: String) async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let today = try await browser.get("/").text
            #expect(today.contains("<p>\(sentences)</p>"))
            #expect(today.components(separatedBy: "<summary class=\"line\">").count == 4)
        }
    }

    @Test func hasOneCardForAllThatIsOpenWithSomebody() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let form = try await browser.get("/record?with=ada")
            _ = try await browser.post("/record", from: form, [("with", "ada"), ("kind", "benign")])
            let today = try await browser.get("/")
            #expect(
                today.text.contains(
                    "With Ada, something has been open since Friday (a misread signal; before that, a limit that hurt)."))
            #expect(today.text.components(separatedBy: "<strong><bdi>Ada</bdi></strong>").count == 2)
            #expect(today.text.contains("<p class=\"soft\">Sun, February 1, 6:00 PM: a misread signal</p>"))
            #expect(today.text.contains("<p class=\"soft\">Fri, January 30, 5:10 PM: a limit that hurt</p>"))
            #expect(today.text.contains("aria-label=\"It is mended: a limit that hurt, Fri, January 30, 5:10 PM\""))
            #expect(today.text.contains("aria-label=\"Words to say: a misread signal, Sun, February 1, 6:00 PM\""))
            // Mending one of them leaves the other.
            _ = try await browser.post("/repair/r6", from: today, [("outcome", "repaired")])
            let after = try await browser.get("/").text
            #expect(after.contains("With Ada, something has been open since today (a misread signal)."))
            #expect(!after.contains("action=\"/repair/r6\"") && after.contains("action=\"/repair/r8\""))
        }
    }

    @Test func leavesWhatIsAtRestToTheWeeklyReflection() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let today = try await browser.get("/")
            _ = try await browser.post("/repair/r7", from: today, [("outcome", "repaired")])
            let after = try await browser.get("/").text
            #expect(!after.contains("With Sam") && !after.contains("<strong><bdi>Sam</bdi></strong>"))
            #expect(try await browser.get("/look-back").text.contains("At rest"))
        }
    }

    /// After the three steps nothing can reach the caregiver yet, and the page says what can.
    @Test func offersToReachTheCaregiverOnceTheBeginningIsOver() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let links = [
                "<a class=\"button primary\" href=\"/settings/channels\">Let it ring on this phone</a>",
                "<a class=\"button\" href=\"/subscribe\">Put it into your calendar</a>",
            ]
            let hours = try await browser.get("/welcome/hours")
            let fields = [("quiet-from", "21:00"), ("quiet-to", "07:00")]
            #expect(try await browser.post("/welcome/hours", from: hours, fields).location == "/?said=begun")
            let begun = try await browser.get("/?said=begun").text
            #expect(begun.contains("That is all mend needs. Welcome."))
            for link in links { #expect(begun.contains(link)) }
            #expect(try await browser.get("/").text.contains("Let it ring on this phone") == false)

            let page = try await browser.get("/subscribe")
            _ = try await browser.post("/subscribe", from: page, [("name", "phone"), ("open", "no")])
            try #require(server.journal.history().subscriptions.count == 1)
            #expect(try await browser.get("/?said=begun").text.contains("Let it ring on this phone") == false)
        }
    }
}
