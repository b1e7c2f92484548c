import MendCore
import Testing

@testable import MendServer

/// A slip is put right with a tap, and nothing is written down twice by one.
@Suite struct CorrectionPageTests {
    @Test func takesBackWhatWasJustWrittenDown() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let before = try await browser.get("/record?with=ada")
            let done = try await browser.post("/record", from: before, [("with", "ada"), ("kind", "benign")])
            let page = try await browser.get(try #require(done.location))
            #expect(page.text.contains("<p>Written down. That is a first step.</p>"))
            #expect(page.text.contains("<input type=\"hidden\" name=\"id\" value=\"r8\"><button class=\"quiet\">Undo"))
            #expect(page.text.contains("<a class=\"quiet button\" href=\"/records/r8\">Add details</a>"))
            let undone = try await browser.post("/undo", from: page, [("id", "r8")])
            #expect(undone.location == "/?said=undone")
            #expect(try server.journal.history().rupture("r8") == nil)
            #expect(try await browser.get("/?said=undone").text.contains("<p>Taken back.</p>"))
            // A second tap finds it gone, which is what was wanted.
            server.clock.pass(61)
            #expect(try await browser.post("/undo", from: page, [("id", "r8")]).location == "/?said=undone")
        }
    }

    @Test func takesBackAClosingWithATap() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let today = try await browser.get("/")
            let done = try await browser.post("/repair/r6", from: today, [("outcome", "repaired")])
            let after = try await browser.get(try #require(done.location))
            _ = try await browser.post("/undo", from: after, [("id", "t7")])
            #expect(try server.journal.history().attempts.count == 6)
            #expect(try await browser.get("/").text.contains("action=\"/repair/r6\""))
        }
    }

    /// A page that is loaded anew, or an address that somebody kept, praises nobody once more.
    @Test func saysWhatWasDoneOnce() async throws {
        try await ServerUnderTest.signedIn { browser, _ in
            let today = try await browser.get("/")
            let done = try await browser.post("/repair/r6", from: today, [("outcome", "repaired")])
            let location = try #require(done.location)
            #expect(try await browser.get(location).text.contains("Noted, and closed. You came back."))
            #expect(try await browser.get(location).text.contains("You came back.") == false)
            #expect(try await browser.get("/?said=let-go").text.contains("let go with kindness") == false)
        }
    }

    @Test func asksWhetherASecondRecordStandsForTheFirst() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/record?with=ada")
            _ = try await browser.post("/record", from: page, [("with", "ada"), ("kind", "benign")])
            server.clock.pass(30)
            let fields = [("with", "ada"), ("kind", "limit-setting")]
            let asked = try await browser.post("/record", from: page, fields)
            #expect(asked.status == 200)
            #expect(
                asked.text.contains(
                    "A moment ago you wrote down a misread signal with Ada. Is this instead of it, or one more?"))
            #expect(asked.text.contains("name=\"kind\" value=\"limit-setting\""))
            #expect(try server.journal.history().ruptures.count == 8)
            let done = try await browser.post("/record", from: asked, fields + [("instead", "r8")])
            #expect(done.location == "/repair/r8?said=saved")
            #expect(try server.journal.history().ruptures.count == 8)
            #expect(try server.journal.history().rupture("r8")?.kind == .limitSetting)
            // With somebody else, or later, there is nothing to ask.
            let theo = try await browser.post("/record", from: page, [("with", "theo"), ("kind", "benign")])
            #expect(theo.location == "/repair/r9?said=recorded")
            server.clock.pass(120)
            let later = try await browser.post("/record", from: page, [("with", "ada"), ("kind", "benign")])
            #expect(later.location == "/repair/r10?said=recorded")
        }
    }

    @Test func addsDetailsWithoutStartingOver() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/records/r6")
            #expect(page.text.contains("name=\"at\" value=\"2026-01-30T17:10\""))
            #expect(page.text.contains("name=\"kind\" value=\"limit-setting\" required checked"))
            let before = try #require(try server.journal.history().rupture("r6"))
            let same = [("was-at", "2026-01-30T17:10"), ("at", "2026-01-30T17:10"), ("with", "ada")]
            let done = try await browser.post(
                "/records/r6", from: page,
                same + [("kind", "limit-setting"), ("zone", "yellow"), ("note", "I had not eaten.")])
            #expect(done.location == "/repair/r6?said=saved")
            let after = try #require(try server.journal.history().rupture("r6"))
            #expect(after.at == before.at && after.zone == .yellow && after.note == "I had not eaten.")
            let wrong = try await browser.post(
                "/records/r6", from: page,
                [("was-at", "x"), ("at", "2026-03-01T10:00"), ("with", "ada"), ("kind", "benign")])
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("That time is still to come"))
            #expect(wrong.text.contains("name=\"at\" value=\"2026-03-01T10:00\""))
        }
    }

    @Test(arguments: [("c3", "checkins"), ("r7", "ruptures"), ("t6", "attempts")])
    func takesEachEntryOfLookingBackOff(_ id: String, _ kind: String) async throws {
        try await ServerUnderTest.signedIn { browser, server in
            #expect(try await browser.get("/look-back").text.contains("href=\"/records/\(id)\""))
            let page = try await browser.get("/records/\(id)")
            let done = try await browser.post("/records/\(id)/remove", from: page)
            #expect(done.location == "/look-back?said=undone")
            #expect(try server.journal.history().written(id) == nil, "\(kind)")
            #expect(try await browser.get("/records/\(id)").status == 404)
        }
    }

    /// A device that was offline may send the same once more, since the answer never reached it.
    @Test func writesDownOnceWhatADeviceSendsTwice() async throws {
        try await ServerUnderTest.signedIn { browser, server in
            let page = try await browser.get("/record")
            let fields = [
                ("with", "ada"), ("kind", "benign"), ("tapped", "2026-02-01T22:10:05Z"), ("instead", "no"),
            ]
            let first = try await browser.post("/record", from: page, fields)
            #expect(first.location == "/repair/r8?said=recorded")
            let at = TimeText.instant(rfc3339: "2026-02-01T17:10:05-05:00")
            #expect(try server.journal.history().rupture("r8")?.at == at)
            server.clock.pass(3_600)
            let again = try await browser.get("/record")
            #expect(try await browser.post("/record", from: again, fields).location == "/repair/r8")
            #expect(try server.journal.history().ruptures.count == 8)
            // What was typed counts from the tap.
            let ago = fields.dropLast() + [("ago", "10m ago"), ("instead", "no")]
            _ = try await browser.post("/record", from: again, Array(ago))
            let earlier = TimeText.instant(rfc3339: "2026-02-01T17:00:05-05:00")
            #expect(try server.journal.history().rupture("r9")?.at == earlier)
        }
    }

    @Test func refusesAPassphraseThatManyHave() async throws {
        try await ServerUnderTest.run { browser, _ in
            let link = "/begin/\(ServerUnderTest.beginToken)"
            let page = try await browser.get(link)
            let answer = try await browser.post(link, from: page, [("passphrase", "Password"), ("again", "Password")])
            #expect(answer.status == 422)
            #expect(answer.text.contains("Many people have that one, so it is easily guessed."))
        }
    }
}
