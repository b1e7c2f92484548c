import MendCore
import Testing

@testable import MendServer

/// Pausing, going on, ending and beginning again on the pages.
@Suite struct PauseTests {
    @Test func pausesWhatComesWithSomebody() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/people/ada")
            #expect(page.text.contains("<button name=\"until\" value=\"+7d\">In a week</button>"))
            #expect(!page.text.contains("Go on now"))
            let done = try await browser.post("/settings/people/ada/pause", from: page, [("until", "+7d")])
            #expect(done.location == "/settings/people/ada?said=paused&undo=h1")
            let hold = try #require(try server.journal.history().holds.last)
            #expect(hold.with == "ada" && hold.at == server.clock.now)
            #expect(hold.until == TimeText.instant(rfc3339: "2026-02-08T00:00:00-05:00"))

            let after = try await browser.get("/settings/people/ada?said=paused&undo=h1").text
            #expect(after.contains("Paused. It goes on by itself afterwards."))
            #expect(after.contains("What comes with Ada is paused until February 8."))
            #expect(
                try await browser.get("/settings/people").text.contains("preschool, paused until February 8</small>"))
            let today = try await browser.get("/").text
            #expect(today.contains("(a limit that hurt). Paused until Sun, February 8, 12:00 AM."))
            #expect(!today.contains("Everything is paused"))
            // Nothing is asked of them meanwhile.
            let days = try await browser.get("/plan").text.components(separatedBy: "<h2>")
            let monday = try #require(days.first { $0.hasPrefix("Monday, February 2, 2026") })
            #expect(!monday.contains("/i/r6"))
        }
    }

    /// February 2026 begins on a Sunday: the first column in the United States, the last elsewhere.
    @Test(arguments: [("US", "Sun", "<tr><td"), ("GB", "Mon", "<tr><td></td>")])
    func monthsAreAsOnTheFamilysWall(_ country: String, _ first: String, _ week: String) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            var household = try server.journal.history().household
            household.country = country
            try server.journal.write([.put(.household(household))])
            let page = try await browser.get("/settings/people/ada").text
            let month = try #require(page.components(separatedBy: "<table class=\"month\">").dropFirst().first)
            #expect(month.contains("<thead><tr><th scope=\"col\">\(first)</th>"))
            let rows = try #require(month.components(separatedBy: "<tbody>").last)
            #expect(rows.hasPrefix("\n\(week)"))
            #expect(rows.hasPrefix("\n<tr><td></td>") == (country == "GB"))
        }
    }

    @Test func goesOnWhenTold() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/people/ada")
            _ = try await browser.post("/settings/people/ada/pause", from: page, [("until-at", "2026-02-04T18:30")])
            let paused = try await browser.get("/settings/people/ada")
            #expect(paused.text.contains("What comes with Ada is paused until Wednesday 6:30 PM."))
            server.clock.pass(1.hours)
            let done = try await browser.post("/settings/people/ada/resume", from: paused)
            #expect(done.location == "/settings/people/ada?said=resumed")
            let hold = try #require(try server.journal.history().holds.last)
            #expect(hold.with == "ada" && hold.at == server.clock.now && hold.until == hold.at)
            #expect(try await browser.get("/").text.contains("(a limit that hurt). Next: tomorrow 4:30 PM."))
            // What is not paused needs no record that ends it.
            server.clock.pass(60)
            _ = try await browser.post("/settings/people/ada/resume", from: paused)
            #expect(try server.journal.history().holds.count == 2)
        }
    }

    @Test func aPauseIsUndoneFromTheBar() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            for place in ["/settings/pause", "/settings/people/ada/pause"] {
                let page = try await browser.get("/settings")
                let done = try await browser.post(place, from: page, [("until", "+3d"), ("until-at", "")])
                let bar = try await browser.get(try #require(done.location))
                let id = try #require(bar.value(of: "id"))
                let undone = try await browser.post("/undo", from: bar, [("id", id)])
                #expect(undone.location == "/?said=undone")
                #expect(try server.journal.history().holds == [])
            }
        }
    }

    @Test func pausesEverything() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings")
            let done = try await browser.post("/settings/pause", from: page, [("until", "+3d"), ("until-at", "")])
            #expect(done.location == "/settings?said=paused&undo=h1")
            let hold = try #require(try server.journal.history().holds.last)
            #expect(hold.with == nil && hold.until == TimeText.instant(rfc3339: "2026-02-04T00:00:00-05:00"))
            #expect(
                try await browser.get("/settings/pause").text.contains("<p>Everything is paused until Wednesday.</p>"))
            let plan = try await browser.get("/plan").text
            #expect(!plan.contains("<h2>Tuesday, February 3, 2026</h2>"))
            #expect(plan.contains("<h2>Wednesday, February 4, 2026</h2>"))

            let today = try await browser.get("/")
            #expect(today.text.contains("<p>Everything is paused until Wednesday.</p>"))
            server.clock.pass(60)
            let resumed = try await browser.post("/settings/resume", from: today, [("from", "today")])
            #expect(resumed.location == "/?said=resumed")
            let after = try await browser.get("/?said=resumed").text
            #expect(after.contains("The pause is over."))
            #expect(!after.contains("Everything is paused"))
            #expect(try await browser.get("/plan").text.contains("<h2>Tuesday, February 3, 2026</h2>"))
        }
    }

    @Test func pausesUntilADayOfTheGrid() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/pause")
            #expect(page.text.contains("<input type=\"radio\" name=\"until\" value=\"2026-02-02\""))
            // Today is over before it begins.
            #expect(page.text.contains("<td aria-current=\"date\">1</td>"))
            #expect(!page.text.contains("value=\"2026-02-01\""))
            let done = try await browser.post(
                "/settings/pause", from: page, [("until", "2026-02-20"), ("until-at", "")])
            #expect(done.location == "/settings?said=paused&undo=h1")
            let hold = try #require(try server.journal.history().holds.last)
            #expect(hold.with == nil && hold.until == TimeText.instant(rfc3339: "2026-02-20T00:00:00-05:00"))
        }
    }

    /// A browser without a field for times sends what is typed.
    @Test func pausesUntilTheComingMondayOnAMonday() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            server.clock.pass(24.hours)
            let page = try await browser.get("/settings/pause")
            let done = try await browser.post("/settings/pause", from: page, [("until-at", "monday")])
            #expect(done.status == 303)
            let hold = try #require(try server.journal.history().holds.last)
            #expect(hold.until == TimeText.instant(rfc3339: "2026-02-09T00:00:00-05:00"))
        }
    }

    @Test(
        arguments: ["/settings/pause", "/settings/people/ada/pause"],
        [
            ([], "Choose until when the pause lasts."),
            ([("until-at", "2026-01-30T10:00")], "That is over already"),
            ([("until-at", "soon")], "That is no time"),
            ([("until", "+0d")], "That is over already"),
        ])
    func refusesAPauseWithoutAnEnd(_ path: String, _ typed: ([(String, String)], String)) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings")
            let answer = try await browser.post(path, from: page, typed.0)
            #expect(answer.status == 422)
            #expect(answer.text.contains(typed.1))
            if let time = typed.0.first(where: { $0.0 == "until-at" })?.1 {
                #expect(answer.text.contains("name=\"until-at\" value=\"\(time)\""))
            }
            // Who the person is stands there as before.
            if path != "/settings/pause" { #expect(answer.text.contains("name=\"person-name\" value=\"Ada\"")) }
            #expect(try server.journal.history().holds == [])
        }
    }

    @Test func endsAndBeginsAgain() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/people/theo")
            let ended = try await browser.post("/settings/people/theo/end", from: page)
            #expect(ended.location == "/settings/people/theo?said=person-ended")
            #expect(try server.journal.history().person("theo")?.ended == server.clock.now)
            #expect(try server.journal.history().ruptures.count == 7)
            let after = try await browser.get("/settings/people/theo")
            #expect(after.text.contains("What came with Theo has ended. What you wrote down stays."))
            #expect(!after.text.contains("/settings/people/theo/pause"))
            #expect(try await browser.get("/settings/people").text.contains("teen, ended</small>"))
            server.clock.pass(60)
            let today = try await browser.get("/").text
            #expect(!today.contains("With Theo") && today.contains("With Ada"))

            let begun = try await browser.post("/settings/people/theo/begin", from: after)
            #expect(begun.location == "/settings/people/theo?said=person-begun")
            #expect(try server.journal.history().person("theo")?.begun == server.clock.now)
            let again = try await browser.get("/settings/people/theo").text
            #expect(again.contains("/settings/people/theo/pause"))
            server.clock.pass(60)
            // It brings nothing back by itself.
            #expect(try await browser.get("/").text.contains("With Theo") == false)
        }
    }

    @Test(arguments: ["pause", "resume", "end", "begin"])
    func knowsNobodyElse(_ action: String) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings")
            let answer = try await browser.post("/settings/people/zoe/\(action)", from: page, [("until", "+7d")])
            #expect(answer.status == 404)
            #expect(try server.journal.history().holds == [])
        }
    }
}
