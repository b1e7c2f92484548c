import Foundation
import MendCore
import Testing

@testable import MendServer

@Suite struct SettingsTests {
    @Test func changesHoursAndPlace() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/hours")
            #expect(page.text.contains("<input type=\"time\" name=\"quiet-from\" value=\"21:00\" required>"))
            let hours = try await browser.post(
                "/settings/hours", from: page, [("quiet-from", "22:00"), ("quiet-to", "06:30"), ("cap", "2")])
            #expect(hours.location == "/settings?said=saved")
            let place = try await browser.post(
                "/settings/place", from: page, [("zone", "Europe/London"), ("country", "GB"), ("shared", "yes")])
            #expect(place.location == "/settings?said=saved")
            let household = try server.journal.history().household
            #expect(household.quiet.description == "22:00-06:30")
            #expect(household.cap == 2 && household.country == "GB" && household.shared == true)
            #expect(household.zone.identifier == "Europe/London")
            let index = try await browser.get("/settings").text
            #expect(index.contains("<small dir=\"auto\">Quiet from 22:00 to 06:30</small>"))
        }
    }

    @Test func keepsTheCaregiversOwnTimes() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/hours")
            let done = try await browser.post(
                "/settings/hours", from: page,
                [
                    ("closed", "rows"), ("closed.0.day", "mon"), ("closed.0.day", "tue"), ("closed.0.day", "wed"),
                    ("closed.0.from", "09:00"), ("closed.0.to", "17:00"), ("closed.1.from", "12:00"),
                    ("closed.1.to", "13:00"), ("closed.2.from", ""), ("closed.2.to", ""), ("away", "rows"),
                    ("away.0.first", "2026-03-01"), ("away.0.last", "2026-03-07"), ("away.0.every", "14"),
                    ("away.0.until", "2027-06-30"), ("away.1.first", "2026-02-03"), ("away.1.last", ""),
                    ("good", "20:30"),
                ])
            #expect(done.status == 303)
            let household = try server.journal.history().household
            #expect(
                household.closed.map(\.description) == [
                    "mon-wed 09:00-17:00", "mon-sun 12:00-13:00",
                ])
            #expect(
                household.away.map(\.description) == [
                    "2026-03-01/2026-03-07 every 14d until 2027-06-30", "2026-02-03/2026-02-03",
                ])
            #expect(household.good?.description == "20:30")
            #expect(household.edited == server.clock.now)

            let after = try await browser.get("/settings/hours").text
            #expect(
                after.contains("<input type=\"checkbox\" name=\"closed.0.day\" value=\"tue\" checked><span>Tue</span>"))
            #expect(after.contains("<input type=\"time\" name=\"closed.0.to\" value=\"17:00\">"))
            #expect(after.contains("<option value=\"14\" selected>Every 2 weeks</option>"))
            #expect(after.contains("<input type=\"date\" name=\"away.0.until\" value=\"2027-06-30\">"))
            #expect(after.contains("<caption>February 2026</caption>"))
            // A single day can be tapped; one that comes again is only shown.
            #expect(after.contains("value=\"2026-02-03\" aria-label=\"Tuesday, February 3, 2026\" checked>"))
            #expect(after.contains("<td class=\"away\">15<span class=\"unseen\"> elsewhere</span></td>"))
            #expect(!after.contains("value=\"2026-03-15\""))
            // What a form does not ask for stays; what was taken off goes.
            _ = try await browser.post(
                "/settings/hours", from: page,
                [
                    ("cap", "2"), ("away", "rows"), ("away.0.first", "2026-03-01"), ("away.0.last", "2026-03-07"),
                    ("away.0.off", "yes"), ("good", ""),
                ])
            let last = try server.journal.history().household
            #expect(last.closed.count == 2 && last.away == [] && last.good == nil && last.cap == 2)
        }
    }

    /// Days in a row are one stay; those that are tapped no more are gone, and stays outside of the two months stay.
    @Test func takesDaysThatWereTapped() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/people/ada")
            #expect(page.text.contains("<caption>February 2026</caption>"))
            #expect(page.text.contains("<caption>March 2026</caption>"))
            #expect(!page.text.contains("<caption>April 2026</caption>"))
            func away(_ fields: [(String, String)]) async throws -> [String]? {
                let form = [("person-name", "Ada"), ("relation", "child"), ("born", "2022-04-03"), ("away", "rows")]
                let done = try await browser.post("/settings/people/ada", from: page, form + fields)
                #expect(done.status == 303)
                return try server.journal.history().person("ada")?.away.map(\.description)
            }
            let summer = [("away.0.first", "2026-07-01"), ("away.0.last", "2026-07-14")]
            let days = ["2026-02-28", "2026-02-14", "2026-02-13", "2026-03-01", "2026-02-14"]
            #expect(
                try await away(summer + days.map { ("away.day", $0) })
                    == ["2026-07-01/2026-07-14", "2026-02-13/2026-02-14", "2026-02-28/2026-03-01"])
            let after = try await browser.get("/settings/people/ada").text
            let tapped = after.matches(of: /name="away.day" value="([0-9-]+)" aria-label="[^"]+" checked>/)
            #expect(
                tapped.map { String($0.output.1) } == ["2026-02-13", "2026-02-14", "2026-02-28", "2026-03-01"])
            #expect(after.contains("<input type=\"date\" name=\"away.0.first\" value=\"2026-07-01\">"))
            #expect(!after.contains("name=\"away.0.first\" value=\"2026-02-13\""))
            #expect(
                try await away(summer + [("away.day", "2026-02-14")])
                    == ["2026-07-01/2026-07-14", "2026-02-14/2026-02-14"])
        }
    }

    @Test func refusesADayThatIsNone() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/hours")
            let answer = try await browser.post(
                "/settings/hours", from: page,
                [("away", "rows"), ("away.day", "2026-02-30"), ("away.day", "2026-02-10")])
            #expect(answer.status == 422)
            #expect(answer.text.contains("id=\"away-wrong\">Those are no days away"))
            // What was tapped besides is there still.
            #expect(answer.text.contains(/value="2026-02-10" aria-label="[^"]+" checked>/))
            #expect(try server.journal.history().household.away == [])
        }
    }

    /// Told beside the field, which is marked as wrong and gets the focus.
    @Test(arguments: [
        ([("quiet-from", "late"), ("quiet-to", "07:00")], "quiet", "Those are no hours"),
        ([("cap", "many")], "cap", "The daily number is a whole number"),
        ([("cap", "99")], "cap", "A daily cap of 99 is out of range"),
        ([("closed", "rows"), ("closed.0.day", "mon"), ("closed.0.from", "")], "closed", "That is no closed time"),
        ([("closed", "rows"), ("closed.0.from", "06:00"), ("closed.0.to", "22:00")], "closed", "leave"),
        (
            [("away", "rows"), ("away.0.first", "2026-03-07"), ("away.0.last", "2026-03-01")], "away",
            "Those are no days away"
        ),
        ([("good", "25:00")], "good", "That is no time of day"),
    ])
    func tellsWhatIsWrongBesideItsField(_ fields: [(String, String)], _ field: String, _ problem: String) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/hours")
            let before = try server.journal.history().household
            let answer = try await browser.post("/settings/hours", from: page, fields)
            #expect(answer.status == 422)
            let wrong = try #require(answer.text.range(of: "<p class=\"wrong\" id=\"\(field)-wrong\">"))
            #expect(answer.text[wrong.upperBound...].prefix(200).contains(problem))
            #expect(answer.text.contains("aria-describedby=\"\(field)-wrong\""))
            for (_, typed) in fields.filter({ !$0.1.isEmpty && $0.1 != "rows" && $0.1 != "mon" }) {
                #expect(answer.text.contains("value=\"\(typed)\""))
            }
            #expect(try server.journal.history().household == before)
        }
    }

    @Test func refusesAZoneThatThereIsNot() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/place")
            let answer = try await browser.post("/settings/place", from: page, [("zone", "Mars/Olympus")])
            #expect(answer.status == 422)
            #expect(answer.text.contains("<p class=\"wrong\" id=\"zone-wrong\">There is no such time zone"))
            #expect(answer.text.contains("aria-invalid=\"true\" aria-describedby=\"zone-wrong\" autofocus"))
        }
    }

    @Test func addsAndChangesPeople() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let form = try await browser.get("/settings/people/add")
            let refused = try await browser.post(
                "/settings/people/add", from: form, [("person-name", "Kim"), ("relation", "child")])
            #expect(refused.status == 422)
            #expect(refused.text.contains("<p class=\"wrong\" id=\"born-wrong\">A child needs a birth date"))
            #expect(refused.text.contains("value=\"Kim\""))
            let closed = [
                ("closed", "rows"), ("closed.0.day", "mon"), ("closed.0.day", "fri"), ("closed.0.from", "09:00"),
                ("closed.0.to", "12:00"),
            ]
            let added = try await browser.post(
                "/settings/people/add", from: form,
                [("person-name", "Kim"), ("relation", "child"), ("born", "2025-06-01")] + closed)
            #expect(added.location == "/settings/people?said=added")
            let edit = try await browser.get("/settings/people/kim")
            #expect(edit.text.contains("name=\"closed.0.day\" value=\"fri\" checked"))
            #expect(edit.text.contains("name=\"closed.0.from\" value=\"09:00\""))
            let changed = try await browser.post(
                "/settings/people/kim", from: edit,
                [
                    ("person-name", "Kimi"), ("relation", "child"), ("born", "2025-06-01"), ("away", "rows"),
                    ("away.0.first", "2026-03-01"), ("away.0.last", "2026-03-07"), ("sleep-from", "19:30"),
                    ("sleep-to", "06:30"), ("good", "17:00"),
                ] + closed)
            #expect(changed.status == 303)
            let kim = try #require(try server.journal.history().person("kim"))
            #expect(kim.name == "Kimi")
            #expect(kim.closed.map(\.description) == ["mon,fri 09:00-12:00"])
            #expect(kim.away.map(\.description) == ["2026-03-01/2026-03-07"])
            #expect(kim.sleep?.description == "19:30-06:30")
            #expect(kim.good?.description == "17:00")
        }
    }

    /// A year is often mistyped; it may be right all the same.
    @Test func asksAboutAChildWhoIsGrown() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let form = try await browser.get("/settings/people/add")
            let fields = [("person-name", "Kim"), ("relation", "child"), ("born", "1950-06-01")]
            let asked = try await browser.post("/settings/people/add", from: form, fields)
            #expect(asked.status == 422)
            #expect(asked.text.contains("That makes them 75 years old."))
            #expect(asked.text.contains("name=\"grown\" value=\"yes\""))
            #expect(try server.journal.history().person("kim") == nil)
            let done = try await browser.post("/settings/people/add", from: form, fields + [("grown", "yes")])
            #expect(done.status == 303)
            #expect(try server.journal.history().person("kim")?.born?.description == "1950-06-01")
        }
    }

    @Test func keepsContacts() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/contacts")
            _ = try await browser.post(
                "/settings/contacts", from: page, [("contact-name", "Uncle Jo"), ("contact-number", "555-0199")])
            #expect(try server.journal.history().contacts.map(\.name) == ["Aunt Mo", "Uncle Jo"])
            let again = try await browser.get("/settings/contacts")
            let taken = try await browser.post("/settings/contacts/remove", from: again, [("name", "Aunt Mo")])
            #expect(try server.journal.history().contacts.map(\.name) == ["Uncle Jo"])

            let bar = try await browser.get(try #require(taken.location))
            #expect(bar.text.contains("<p>Gone from the list.</p>"))
            let word = try #require(bar.value(of: "id"))
            let back = try await browser.post("/put-back", from: bar, [("id", word)])
            #expect(back.location == "/settings/contacts?said=put-back")
            #expect(try server.journal.history().contacts.map(\.name) == ["Uncle Jo", "Aunt Mo"])
            #expect(try server.journal.history().contacts.last?.number == "555-0134")
            // A second tap changes nothing, and neither does one from a page that was loaded anew.
            #expect(try await browser.post("/put-back", from: bar, [("id", word)]).location == back.location)
            let anew = try await browser.get("/settings/contacts")
            #expect(try await browser.post("/put-back", from: anew, [("id", word)]).location == "/settings/contacts")
            #expect(try server.journal.history().contacts.count == 2)
        }
    }

    @Test func putsBackOnlyWhatWasTakenAwayOfLate() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/contacts")
            let taken = try await browser.post("/settings/contacts/remove", from: page, [("name", "Aunt Mo")])
            let bar = try await browser.get(try #require(taken.location))
            let word = try #require(bar.value(of: "id"))
            let other = browser.stranger()
            _ = try await other.signIn()
            let theirs = try await other.get("/settings/contacts")
            for (browser, page, word) in [(other, theirs, word), (browser, bar, "another")] {
                let answer = try await browser.post("/put-back", from: page, [("id", word)])
                #expect(answer.location == "/more?said=too-late")
            }
            server.clock.pass(16.minutes)
            #expect(try await browser.post("/put-back", from: bar, [("id", word)]).location == "/more?said=too-late")
            #expect(try await browser.get("/more?said=too-late").text.contains("You can add it anew."))
            #expect(try server.journal.history().contacts.isEmpty)
        }
    }

    @Test func takesChannelsAwayAndNeverAddsOne() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            try server.journal.update { _ in
                ([.put(.channel(Channel(name: "night", kind: .exec, to: "/bin/true")))], ())
            }
            let page = try await browser.get("/settings/channels")
            #expect(page.text.contains("<strong>night</strong> <span class=\"soft\">exec</span>"))
            #expect(!page.text.contains("/bin/true"))
            for (path, status) in [("/settings/channels", 405), ("/settings/channels/add", 404)] {
                let answer = try await browser.post(
                    path, from: page, [("name", "x"), ("kind", "exec"), ("to", "/bin/sh")])
                #expect(answer.status == status)
            }
            #expect(try server.journal.history().channels.map(\.name) == ["night"])
            try server.journal.update { _ in
                ([.put(.delivery(Delivery(item: nil, channel: "night", at: server.clock.now, outcome: .passed)))], ())
            }
            let before = try server.journal.history()
            let taken = try await browser.post("/settings/channels/remove", from: page, [("name", "night")])
            #expect(try server.journal.history().channels.isEmpty)

            // It goes on where it was.
            let bar = try await browser.get(try #require(taken.location))
            _ = try await browser.post("/put-back", from: bar, [("id", try #require(bar.value(of: "id")))])
            #expect(try server.journal.history() == before)
        }
    }

    @Test func exportsEverythingNotesIncluded() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let page = try await browser.get("/settings/export")
            #expect(page.headers[.contentDisposition] == "attachment; filename=\"household.jsonl\"")
            #expect(page.text.hasPrefix("{\"type\": \"household\""))
            #expect(page.text.contains("He played me the whole song."))
            #expect(!page.text.contains("scrypt"))
        }
    }

    @Test func saysThatAnEditedPlanHasAFault() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            #expect(!(try await browser.get("/settings").text.contains("mend plan check")))
            server.plans.served = ServedPlan(try shippedPlan(), hasFaultyNewer: true)
            let page = try await browser.get("/settings")
            #expect(page.text.contains("Your own plan has a fault just now, so the last one that was good goes on."))
            #expect(try await browser.get("/").status == 200)
        }
    }

    @Test func erasesOnlyWhenTheWordIsTyped() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings/erase")
            #expect(try await browser.post("/settings/erase", from: page, [("word", "yes")]).status == 422)
            #expect(!server.journal.isErased)
            let done = try await browser.post("/settings/erase", from: page, [("word", "Erase")])
            #expect(done.status == 200)
            #expect(done.text.contains("Everything is erased"))
            #expect(server.journal.isErased)
        }
    }
}
