import MendCore
import MendText
import Testing

@testable import MendServer

/// Hours that ran hard, a Safe Place of one's own, and cards, on the pages.
@Suite struct AheadTests {
    /// Ten Tuesdays before supper, red for somebody.
    /// - Parameter with: nil: for the caregiver.
    private static func hardTuesdays(_ server: ServerUnderTest, with: String? = "ada") throws {
        let zone = try server.journal.history().household.zone
        let today = zone.day(of: server.clock.now)
        let days = (1...80).map { today + -$0 }.filter { $0.weekday == .tuesday }.prefix(10)
        let time = try #require(LocalTime("17:45"))
        try server.journal.write(
            days.enumerated().map { number, day in
                .put(.checkIn(CheckIn(id: "x\(number)", with: with, at: zone.instant(day, time), zone: .red)))
            })
    }

    @Test func offersACheckInOnceAndShowsItOnceItWasTakenUp() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            try Self.hardTuesdays(server)
            let page = try await browser.get("/ahead")
            #expect(page.text.contains("Tuesdays before supper have been hard for Ada."))
            #expect(page.text.contains("<p>A glass of water at 5:15 PM, or something as small?</p>"))
            let key = "ada tue before-supper"
            #expect(page.text.contains("name=\"hours\" value=\"\(key)\""))
            let done = try await browser.post("/ahead", from: page, [("hours", key), ("answer", "taken")])
            let offer = try #require(try server.journal.history().offers.last)
            #expect(done.location == "/ahead?said=offer-taken&undo=\(offer.id)")
            #expect(offer.with == "ada" && offer.days == [.tuesday] && offer.time.description == "17:15")

            let after = try await browser.get("/ahead?said=offer-taken")
            #expect(!after.text.contains("A glass of water"))
            #expect(after.text.contains("On Tuesdays at 5:15 PM, for Ada."))
            // The next Tuesday, with a tap for each zone.
            let item = try await browser.get("/i/checkin.\(offer.id).2026-02-03")
            #expect(item.text.contains("<button class=\"yellow\" name=\"zone\" value=\"yellow\">"))
            #expect(item.text.contains("<input type=\"hidden\" name=\"with\" value=\"ada\">"))
            _ = try await browser.post("/ahead/end", from: after, [("id", offer.id)])
            #expect(try server.journal.history().offers.last?.ended == server.clock.now)
        }
    }

    /// A form loses spaces around a value, and the caregiver has no id.
    @Test(arguments: ["taken", "declined"])
    func theCaregiversOwnOfferIsAnsweredFromThePage(_ answer: String) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            try Self.hardTuesdays(server, with: nil)
            let page = try await browser.get("/ahead")
            #expect(page.text.contains("Tuesdays before supper have been hard for you."))
            #expect(page.text.contains("name=\"hours\" value=\"* tue before-supper\""))
            let done = try await browser.post(
                "/ahead", from: page, [("hours", "* tue before-supper"), ("answer", answer)])
            let offer = try #require(try server.journal.history().offers.last)
            #expect(done.location == "/ahead?said=offer-\(answer)&undo=\(offer.id)")
            #expect(offer.with == nil && offer.days == [.tuesday] && offer.answer.rawValue == answer)
        }
    }

    @Test func aNoIsANo() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            try Self.hardTuesdays(server)
            let page = try await browser.get("/ahead")
            let form = [("hours", "ada tue before-supper"), ("answer", "declined")]
            #expect(
                try await browser.post("/ahead", from: page, form).location == "/ahead?said=offer-declined&undo=a1")
            #expect(!(try await browser.get("/ahead").text.contains("A glass of water")))
            #expect(try await browser.get("/ahead").text.contains("<p>On Tuesdays at 5:15 PM, for Ada.</p>"))
            // A page that was left open cannot ask again.
            server.clock.pass(60)
            let late = try await browser.post(
                "/ahead", from: page, [("hours", "ada tue before-supper"), ("answer", "taken")])
            #expect(late.status == 422)
            #expect(try server.journal.history().offers.count == 1)
        }
    }

    @Test func aNoIsTakenBackOnThePage() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            try Self.hardTuesdays(server)
            let page = try await browser.get("/ahead")
            #expect(!page.text.contains("Check-ins you have put aside"))
            let form = [("hours", "ada tue before-supper"), ("answer", "declined")]
            _ = try await browser.post("/ahead", from: page, form)
            let offer = try #require(try server.journal.history().offers.last)
            server.clock.pass(60)
            let after = try await browser.get("/ahead")
            #expect(after.text.contains("<summary>Check-ins you have put aside</summary>"))
            #expect(after.text.contains("aria-label=\"Bring back: on Tuesdays at 5:15 PM, for Ada\""))
            let back = try await browser.post("/ahead/back", from: after, [("id", offer.id)])
            #expect(back.location == "/ahead?said=brought-back")
            #expect(try server.journal.history().offers.isEmpty)
            #expect(try await browser.get("/ahead").text.contains("A glass of water at 5:15 PM"))
            server.clock.pass(60)
            #expect(try await browser.post("/ahead/back", from: after, [("id", offer.id)]).status == 422)
        }
    }

    /// Where people are, with one tap for each answer and one to take it back.
    @Test func isOfferedOnToday() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            #expect(!(try await browser.get("/").text.contains("id=\"offer\"")))
            try Self.hardTuesdays(server)
            let today = try await browser.get("/")
            let said =
                "Tuesdays before supper have been hard for Ada. A glass of water at 5:15 PM, or something as small?"
            #expect(today.text.contains("<p>\(said)</p>"))
            let form = [("hours", "ada tue before-supper"), ("answer", "declined"), ("from", "today")]
            let no = try await browser.post("/ahead", from: today, form)
            #expect(no.location == "/?said=offer-declined&undo=a1")
            server.clock.pass(60)
            let after = try await browser.get("/?said=offer-declined&undo=a1")
            #expect(after.text.contains("It won&#39;t be offered again.") && !after.text.contains("id=\"offer\""))
            #expect(try await browser.post("/undo", from: after, [("id", "a1")]).location == "/?said=undone")
            #expect(try await browser.get("/").text.contains("<p>\(said)</p>"))
        }
    }

    /// A no from somebody is told in its own words.
    @Test func aNoToARepairIsNoAnswerToAnOffer() {
        #expect(PageText.notice("declined")?.english == "Noted. A no today isn't a no forever.")
    }

    @Test func isReachedFromMore() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let more = try await browser.get("/more").text
            for place in ["/ahead", "/place", "/print"] {
                #expect(more.contains("<a class=\"line\" href=\"\(place)\">"))
            }
        }
    }

    /// As the household's country reads it.
    @Test func offersInTheHouseholdsClock() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            try Self.hardTuesdays(server)
            var household = try server.journal.history().household
            household.country = "IE"
            try server.journal.write([.put(.household(household))])
            let page = try await browser.get("/ahead").text
            #expect(page.contains("A glass of water at 17:15, or something as small?"))
        }
    }

    @Test func theWeekIsToldInWords() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            try Self.hardTuesdays(server)
            let page = try await browser.get("/ahead").text
            #expect(page.contains("<td class=\"red\">red</td>"))
            #expect(page.contains("<li>Tuesday: afternoon yellow, before supper red.</li>"))
            #expect(page.contains("<li>Thursday: nothing written down.</li>"))
        }
    }

    @Test func aShortNightIsToldWithTheThermometer() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/calm")
            #expect(page.text.contains("name=\"short-night\" value=\"yes\" form=\"zones\""))
            _ = try await browser.post("/calm", from: page, [("zone", "yellow"), ("short-night", "yes")])
            #expect(try server.journal.history().checkIns.last?.shortNight == true)
            #expect(try await browser.get("/look-back").text.contains("Thermometer: yellow, after a short night"))
            server.clock.pass(60)
            _ = try await browser.post("/calm", from: page, [("zone", "green")])
            #expect(try server.journal.history().checkIns.last?.shortNight == false)
        }
    }

    @Test func aPlaceOfTheirOwnIsWhatCalmShows() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/place?with=ada")
            let form = [("with", "ada"), ("tool", "The blue <blanket>"), ("do", "add")]
            #expect(try await browser.post("/place", from: page, form).location == "/place?said=saved&with=ada")
            server.clock.pass(60)
            let second = try await browser.get("/place?with=ada")
            #expect(second.text.contains("value=\"The blue &lt;blanket&gt;\""))
            _ = try await browser.post(
                "/place", from: second, [("with", "ada"), ("place-name", "The den"), ("do", "call")])
            let calm = try await browser.get("/calm?with=ada").text
            #expect(calm.contains("<summary>The den</summary>"))
            #expect(calm.contains("<li>The blue &lt;blanket&gt;</li>"))
            let red = try await browser.get("/calm?with=ada&zone=red").text
            #expect(red.contains("<h2 id=\"chosen\">From The den, with Ada</h2>"))
            #expect(!(try await browser.get("/calm?with=ada&zone=green").text.contains("id=\"chosen\"")))
            #expect(!(try await browser.get("/calm?zone=red").text.contains("id=\"chosen\"")))
            let bad = try await browser.post("/place", from: second, [("with", "ada"), ("tool", " "), ("do", "add")])
            #expect(bad.status == 422)
        }
    }

    @Test func cardsComeWithTheirOwnStyleAndNothingElse() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            #expect(try await browser.get("/print").text.contains("href=\"/print/cards?with=ada\""))
            let cards = try await browser.get("/print/cards?with=ada")
            #expect(cards.text.contains("For Ada") && cards.text.contains("<a href=\"/print\">Back</a>"))
            #expect(cards.text.components(separatedBy: "<script").count - 1 == 1)
            let policy = try #require(cards.headers[.contentSecurityPolicy])
            #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"))
            #expect(policy.contains("; script-src 'sha256-"))
            #expect(try await browser.get("/print/cards?with=nobody").status == 404)
        }
    }
}
