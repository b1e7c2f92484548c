import Foundation
import MendCore
import ShippedPlan
import Testing

@testable import MendServer

/// What is the caregiver's alone at a page of two adults: settings, what frightened them, and what shows it.
@Suite struct CaregiversOwnTests {
    // MARK: Settings

    /// Who somebody is, how old, and who sees the calendar decide what is shown to whom.
    @Test func settingsAreTheCaregivers() async throws {
        try await TwoAdults.run { ann, jo, server in
            let before = try server.journal.history()
            let form = try await jo.get("/record")
            for (path, fields) in [
                ("/settings/people/sam", [("person-name", "Sam"), ("relation", "child"), ("born", "2015-01-01")]),
                ("/settings/people/sam/pause", [("until", "hour")]), ("/settings/people/sam/end", []),
                ("/settings/people/add", [("person-name", "Bo"), ("relation", "child")]),
                ("/settings/hours", [("quiet-from", "20:00"), ("quiet-to", "08:00")]),
                ("/settings/place", [("zone", "Europe/Berlin"), ("shared", "no")]),
                ("/welcome", [("zone", "Europe/Berlin"), ("shared", "no")]),
                ("/settings/pause", [("until", "hour")]), ("/settings/contacts/remove", [("name", "Grandma")]),
                ("/settings/adults", [("own-name", "Jo"), ("second-name", "Bo")]),
                ("/ahead", [("answer", "taken")]), ("/place", [("do", "add"), ("tool", "a walk")]),
            ] as [(String, [(String, String)])] {
                let answer = try await jo.post(path, from: form, fields)
                #expect(answer.status == 403, "\(path)")
                #expect(answer.text.contains("For the other adult to set"), "\(path)")
            }
            #expect(try server.journal.history() == before)
            for path in ["/settings/people", "/settings/people/sam", "/settings/place", "/ahead", "/place"] {
                #expect(try await jo.get(path).status == 403, "\(path)")
                #expect(try await ann.get(path).status == 200, "\(path)")
            }
            #expect(try await ann.get("/settings/people/sam").status == 200)
        }
    }

    /// No page of the second adult's leads to what is not theirs.
    @Test func leadsTheSecondAdultNowhereInVain() async throws {
        try await TwoAdults.run { _, jo, _ in
            let pages = [
                "/", "/more", "/settings", "/calm", "/calm?zone=yellow", "/record", "/look-back", "/print", "/plan",
                "/settings/channels", "/settings/devices", "/settings/adults", "/settings/yours", "/subscribe",
                "/repair/r4",
            ]
            for path in pages {
                let page = try await jo.get(path)
                #expect(page.status == 200, "\(path)")
                let links = page.text.components(separatedBy: "href=\"").dropFirst().compactMap { part in
                    part.split(separator: "\"", maxSplits: 1).first.map(String.init)
                }
                for link in Set(links) where link.hasPrefix("/") && !link.hasPrefix("/assets") && !link.contains("#") {
                    #expect(try await jo.get(link).status != 403, "\(path) leads to \(link)")
                }
            }
        }
    }

    /// What is open because nobody else sees it is open no longer once somebody does.
    @Test func aHouseholdOfTwoStaysShared() async throws {
        try await TwoAdults.run { ann, _, server in
            let page = try await ann.get("/settings/place")
            let answer = try await ann.post(
                "/settings/place", from: page, [("zone", "Europe/Berlin"), ("shared", "no")])
            #expect(answer.status == 422)
            #expect(answer.text.contains("what others may see stays as it is"))
            #expect(try server.journal.history().household.zone.identifier == "America/New_York")
        }
    }

    /// A phone is its owner's: another's address in its place would show what it shows.
    @Test func takesOverNoPhoneOfTheOthers() async throws {
        try await TwoAdults.run(base: "https://mend.example.org") { ann, jo, server in
            let (anns, jos) = (try await ann.get("/"), try await jo.get("/"))
            func csrf(_ page: Page) throws -> (String, String) { ("csrf", try #require(page.csrf)) }
            let own = RingTests.subscription()
            let other = RingTests.subscription(RingTests.endpoint + "2")
            _ = try await ann.post("/push/subscribe", [try csrf(anns), ("open", "yes"), ("name", "")] + own)
            let before = server.push.pushDevices()
            #expect(before.map(\.login) == [nil])
            #expect(try await jo.post("/push/renew", [try csrf(jos), ("name", "a-browser")] + other).status == 410)
            _ = try await jo.post("/push/unsubscribe", [try csrf(jos), ("name", "a-browser")])
            let removal = try await jo.post("/settings/channels/remove", from: jos, [("name", "a-browser")])
            #expect(removal.status == 422)
            #expect(server.push.pushDevices() == before)
            #expect(!(try await jo.get("/settings/channels").text.contains("a-browser")))
            // A tap of theirs adds one of their own.
            let made = try await jo.post(
                "/push/subscribe", [try csrf(jos), ("open", "yes"), ("name", "a-browser")] + other)
            #expect(made.text == #"{"name": "a-browser-2"}"#)
            #expect(server.push.pushDevices().map(\.login) == [nil, try server.signIns.secondAdult()?.id])
            #expect(try server.journal.history().channels.filter { $0.kind == .push }.map(\.open) == [true, false])
            #expect(try await jo.post("/push/renew", [try csrf(jos), ("name", "a-browser-2")] + other).status == 200)
            // It ends with their login.
            _ = try await ann.post("/settings/adults/end", from: try await ann.get("/settings/adults"))
            #expect(try server.journal.history().channels.filter { $0.kind == .push }.map(\.name) == ["a-browser"])
        }
    }

    /// A line about what went out tells of what is nowhere else.
    @Test func anExportOfTheSecondAdultsTellsOfNoDelivery() async throws {
        try await TwoAdults.run { ann, jo, server in
            let page = try await ann.get("/record")
            _ = try await ann.post("/record", from: page, [("with", "sam"), ("kind", "toxic"), ("frightened", "them")])
            try server.journal.write([
                .put(
                    .delivery(
                        Delivery(item: ItemKey("r8.reflect")!, channel: "mail", at: server.clock.now, outcome: .sent)))
            ])
            #expect(try await ann.get("/settings/export").text.contains("r8.reflect"))
            let export = try await jo.get("/settings/export").text
            #expect(!export.contains("r8") && !export.contains("\"delivery\""))
        }
    }

    /// Another's red moves nothing of Ann's.
    @Test func anothersRedHoldsNothingBack() async throws {
        try await TwoAdults.run { _, jo, server in
            let page = try await jo.get("/record")
            let fields = [("with", "ada"), ("kind", "limit-setting"), ("zone", "red")]
            _ = try await jo.post("/record", from: page, fields)
            let history = try server.journal.history()
            let rupture = try #require(history.rupture("r8"))
            #expect(rupture.zone == .red && rupture.by == "Jo")
            let calm = try AgendaBuilder(plan: ShippedPlan.load(), history: history, now: server.clock.now)
                .items(ofRupture: "r8").first { $0.kind == .rung(.calm) }
            // As of an unknown zone: ten minutes, and not twenty.
            #expect(calm.map { $0.start - rupture.at } == 10.minutes)
        }
    }

    /// What a reading says of several frightening moments is made of those that are shown.
    @Test func noReadingOfTheSecondAdultsTellsOfWhatIsKept() async throws {
        try await TwoAdults.run { ann, jo, server in
            let zone = try server.journal.history().household.zone
            let today = zone.day(of: server.clock.now)
            let time = try #require(LocalTime("19:00"))
            try server.journal.write(
                (1...3).map { number in
                    let at = zone.instant(today + -(3 * number), time)
                    return .put(
                        .rupture(
                            Rupture(
                                id: "r\(20 + number)", with: "sam", kind: .toxic, at: at, recorded: at,
                                frightened: .them)))
                })
            // The first Saturday brings the reading.
            server.clock.pass(6 * 24.hours + 2.hours)
            let words = "more than one frightening moment"
            let reading = "/i/monthly.2026-02-07"
            #expect(try await ann.get(reading).text.contains(words))
            #expect(try await ann.get("/settings/export").text.contains(words))
            let page = try await jo.get(reading)
            #expect(page.status == 200 && !page.text.contains(words))
            #expect(!(try await jo.get("/settings/export").text.contains(words)))
        }
    }

    // MARK: What frightened them

    /// It may be the second adult whom the caregiver fears.
    @Test func showsNobodyElseWhatFrightenedTheCaregiver() async throws {
        try await TwoAdults.run { ann, jo, server in
            let page = try await ann.get("/record")
            let fields = [("with", "sam"), ("kind", "toxic"), ("note", "Only mine.")]
            let done = try await ann.post("/record", from: page, fields + [("frightened", "them")])
            #expect(done.location == "/repair/r8?said=recorded")
            _ = try await ann.post("/repair/r8", from: page, [("outcome", "partial")])
            server.clock.pass(40.minutes)
            #expect(try await ann.get("/").text.contains("r8"))
            let paths = ["/", "/plan", "/look-back", "/look-back?with=sam", "/settings/export", "/repair", "/calm"]
            for path in paths {
                let answer = try await jo.get(path)
                #expect(!answer.text.contains("r8") && answer.location != "/repair/r8", "\(path)")
            }
            for path in ["/repair/r8", "/records/r8", "/records/t7", "/i/r8.calm", "/i/r8.reflect"] {
                #expect(try await jo.get(path).status == 404, "\(path)")
            }
            // Nor is it changed or taken away by somebody who only knows its id.
            let before = try server.journal.history()
            let form = try await jo.get("/record")
            for (path, fields) in [
                ("/repair/r8", [("outcome", "repaired")]),
                ("/records/r8", [("at", "2026-02-01T17:00"), ("kind", "benign")]),
                ("/records/r8/remove", []), ("/undo", [("id", "r8")]),
                ("/record", [("with", "sam"), ("kind", "benign"), ("instead", "r8")]),
            ] { _ = try await jo.post(path, from: form, fields) }
            #expect(try server.journal.history().ruptures == before.ruptures)
            #expect(try server.journal.history().attempts == before.attempts)
            // A fright that the caregiver gave is there for both, as it was.
            let given = try await ann.post(
                "/record", from: page, [("with", "ada"), ("kind", "toxic"), ("frightened", "me")])
            #expect(given.location == "/repair/r9?said=recorded")
            #expect(try await jo.get("/repair/r9").status == 200)
            // What frightened whom stays as Ann told it.
            let record = try await jo.get("/records/r9")
            #expect(record.text.contains("it is for Ann to put right") && !record.text.contains("name=\"kind\""))
            let softer = [("with", "ada"), ("kind", "benign"), ("at", "2026-02-01T17:00")]
            #expect(try await jo.post("/records/r9", from: form, softer).status == 422)
            #expect(try server.journal.history().rupture("r9")?.kind == .toxic)
        }
    }

    @Test func onlyTheCaregiverMakesWhatIsOpen() async throws {
        try await TwoAdults.run { ann, jo, server in
            let page = try await jo.get("/subscribe")
            #expect(page.text.contains("One with names and words is Ann") && !page.text.contains("name=\"open\""))
            _ = try await jo.post("/subscribe", from: page, [("name", "jos"), ("open", "yes")])
            _ = try await ann.post(
                "/subscribe", from: try await ann.get("/subscribe"), [("name", "anns"), ("open", "yes")])
            #expect(try server.journal.history().subscriptions.map(\.open) == [false, true])
            let before = try server.journal.history().subscriptions
            #expect(try await jo.post("/subscribe/replace", from: page, [("name", "anns")]).status == 422)
            _ = try await jo.post("/subscribe/revoke", from: page, [("name", "anns")])
            #expect(try server.journal.history().subscriptions == before)
        }
    }

    /// The caregiver's own thermometer moves their reminders.
    @Test func anothersOwnZoneIsAnsweredAndNotWrittenDown() async throws {
        try await TwoAdults.run { _, jo, server in
            let page = try await jo.get("/calm")
            #expect(try await jo.post("/calm", from: page, [("zone", "red")]).location == "/calm?zone=red")
            #expect(try server.journal.history().checkIns.allSatisfy { $0.by == nil })
        }
    }

    /// What is offered ahead of Ann's own hard hours is asked of Ann alone.
    @Test func isNotAskedForTheCaregiver() async throws {
        try await TwoAdults.run { ann, jo, server in
            let zone = try server.journal.history().household.zone
            let today = zone.day(of: server.clock.now)
            let time = try #require(LocalTime("17:45"))
            let days = (1...80).map { today + -$0 }.filter { $0.weekday == .tuesday }.prefix(10)
            try server.journal.write(
                days.enumerated().map { number, day in
                    .put(.checkIn(CheckIn(id: "x\(number)", at: zone.instant(day, time), zone: .red)))
                })
            #expect(try await ann.get("/").text.contains("Tuesdays before supper have been hard for you."))
            #expect(!(try await jo.get("/").text.contains("have been hard for you.")))
        }
    }

    @Test func onlyTheCaregiverErases() async throws {
        try await TwoAdults.run { ann, jo, server in
            let page = try await jo.get("/settings/erase")
            #expect(page.text.contains("so only Ann can erase it"))
            #expect(!page.text.contains("name=\"word\""))
            let home = try await jo.get("/")
            #expect(try await jo.post("/settings/erase", from: home, [("word", "erase")]).status == 403)
            #expect(!server.journal.isErased)
            #expect(try await jo.get("/settings/yours").text.contains("/settings/erase") == false)
            let own = try await ann.get("/settings/erase")
            #expect(try await ann.post("/settings/erase", from: own, [("word", "erase")]).status == 200)
            #expect(server.journal.isErased)
        }
    }
}
