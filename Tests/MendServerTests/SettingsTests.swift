import MendCore
import Testing

@testable import MendServer

@Suite struct SettingsTests {
    @Test func changesTheHousehold() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings")
            let done = try await browser.post(
                "/settings/household", from: page,
                [
                    ("quiet", "22:00-06:30"), ("cap", "2"), ("zone", "Europe/London"), ("country", "GB"),
                    ("shared", "yes"),
                ])
            #expect(done.location == "/settings?said=saved")
            let household = try server.journal.history().household
            #expect(household.quiet.description == "22:00-06:30")
            #expect(household.cap == 2 && household.country == "GB" && household.shared == true)
            #expect(household.zone.identifier == "Europe/London")
        }
    }

    @Test func keepsTheCaregiversOwnTimes() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings")
            let stays = "2026-03-01/2026-03-07 every 14d until 2027-06-30"
            let done = try await browser.post(
                "/settings/household", from: page,
                [
                    ("closed", "mon-fri 09:00-17:00\r\nsat 10:00-11:00\r\n"), ("away", stays), ("good", "20:30"),
                    ("country", "US"),
                ])
            #expect(done.status == 303)
            let household = try server.journal.history().household
            #expect(household.closed.map(\.description) == ["mon-fri 09:00-17:00", "sat 10:00-11:00"])
            #expect(household.away.map(\.description) == [stays])
            #expect(household.good?.description == "20:30")
            #expect(household.edited == server.clock.now)

            let after = try await browser.get("/settings")
            #expect(after.text.contains("mon-fri 09:00-17:00\nsat 10:00-11:00</textarea>"))
            #expect(after.text.contains("\(stays)</textarea>"))
            #expect(after.text.contains("name=\"good\" value=\"20:30\""))
            // What a form does not ask for stays; what was emptied goes.
            _ = try await browser.post("/settings/household", from: after, [("cap", "2"), ("away", ""), ("good", "")])
            let last = try server.journal.history().household
            #expect(last.closed.count == 2 && last.away == [] && last.good == nil && last.cap == 2)
        }
    }

    @Test(arguments: [
        ([("quiet", "late"), ("cap", "3")], "Those are no hours"),
        ([("cap", "many")], "The daily number is a whole number"),
        ([("cap", "99")], "A daily cap of 99 is out of range"),
        ([("zone", "Mars/Olympus")], "There is no such time zone"),
        ([("quiet", "07:00-06:59")], "leave"),
        ([("closed", "mon-fri")], "That is no closed time"),
        ([("closed", "daily 06:00-22:00")], "leave"),
        ([("away", "2026-03-07/2026-03-01")], "Those are no days away"),
        ([("good", "25:00")], "That is no time of day"),
    ])
    func refusesWhatCannotBe(_ fields: [(String, String)], _ problem: String) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings")
            let before = try server.journal.history().household
            let answer = try await browser.post("/settings/household", from: page, fields)
            #expect(answer.status == 422)
            #expect(answer.text.contains(problem))
            #expect(try server.journal.history().household == before)
        }
    }

    @Test func addsAndChangesPeople() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let form = try await browser.get("/settings/people/add")
            let refused = try await browser.post(
                "/settings/people/add", from: form, [("person-name", "Kim"), ("relation", "child")])
            #expect(refused.status == 422)
            #expect(refused.text.contains("A child needs a birth date"))
            #expect(refused.text.contains("value=\"Kim\""))
            let added = try await browser.post(
                "/settings/people/add", from: form,
                [
                    ("person-name", "Kim"), ("relation", "child"), ("born", "2025-06-01"),
                    ("closed", "mon-fri 09:00-12:00"),
                ])
            #expect(added.status == 303)
            let edit = try await browser.get("/settings/people/kim")
            #expect(edit.text.contains("mon-fri 09:00-12:00</textarea>"))
            let changed = try await browser.post(
                "/settings/people/kim", from: edit,
                [
                    ("person-name", "Kimi"), ("relation", "child"), ("born", "2025-06-01"),
                    ("closed", "mon-fri 09:00-12:00\r\nsat 10:00-11:00\r\n"), ("away", "2026-03-01/2026-03-07"),
                    ("good", "17:00"),
                ])
            #expect(changed.status == 303)
            let kim = try #require(try server.journal.history().person("kim"))
            #expect(kim.name == "Kimi")
            #expect(kim.closed.map(\.description) == ["mon-fri 09:00-12:00", "sat 10:00-11:00"])
            #expect(kim.away.map(\.description) == ["2026-03-01/2026-03-07"])
            #expect(kim.good?.description == "17:00")
        }
    }

    @Test func keepsContacts() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/settings")
            _ = try await browser.post(
                "/settings/contacts", from: page, [("contact-name", "Uncle Jo"), ("contact-number", "555-0199")])
            #expect(try server.journal.history().contacts.map(\.name) == ["Aunt Mo", "Uncle Jo"])
            let again = try await browser.get("/settings")
            _ = try await browser.post("/settings/contacts/remove", from: again, [("name", "Aunt Mo")])
            #expect(try server.journal.history().contacts.map(\.name) == ["Uncle Jo"])
        }
    }

    @Test func takesChannelsAwayAndNeverAddsOne() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            try server.journal.update { _ in
                ([.put(.channel(Channel(name: "night", kind: .exec, to: "/bin/true")))], ())
            }
            let page = try await browser.get("/settings")
            #expect(page.text.contains("<strong>night</strong> <span class=\"soft\">exec</span>"))
            #expect(!page.text.contains("/bin/true"))
            for path in ["/settings/channels", "/settings/channels/add"] {
                let answer = try await browser.post(
                    path, from: page, [("name", "x"), ("kind", "exec"), ("to", "/bin/sh")])
                #expect(answer.status == 404)
            }
            #expect(try await browser.post("/settings/channels/remove", from: page, [("name", "night")]).status == 303)
            #expect(try server.journal.history().channels.isEmpty)
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
