import Foundation
import MendCore
import Testing

@testable import MendServer

/// Two adults at one page: each has devices, a passphrase and notes of their own. The invented family's caregiver is Ann here,
/// and Jo is invited.
@Suite struct SecondAdultTests {
    // MARK: One adult

    @Test func looksAsBeforeWithOneAdult() async throws {
        try await ServerUnderTest.signedIn { ann, _ in
            #expect(try await ann.stranger().get("/sign-in").text.contains("name=\"name\"") == false)
            for path in ["/", "/plan", "/look-back", "/record", "/repair/r6", "/records/r4", "/settings/yours"] {
                let page = try await ann.get(path).text
                for words in [
                    "for Ann", "wrote this", "You are here as", "the other of you", "whoever wrote them", "mend dump",
                ] {
                    #expect(!page.contains(words), "\(words) in \(path)")
                }
            }
            #expect(try await ann.get("/settings").text.contains("Invite somebody to this page"))
            // An invitation alone changes nothing either.
            _ = try await TwoAdults.invite(from: ann)
            #expect(try await ann.stranger().get("/sign-in").text.contains("name=\"name\"") == false)
            #expect(try await ann.get("/").text.contains("for Ann") == false)
        }
    }

    // MARK: Inviting

    @Test func invitesByALinkThatWorksOnce() async throws {
        try await ServerUnderTest.signedIn(base: "https://mend.example.org") { ann, server in
            let shown = try await TwoAdults.ask(ann, " Ann ", "Jo")
            let address = try #require(shown.addresses().first)
            #expect(address.hasPrefix("https://mend.example.org/join/"))
            #expect(shown.text.contains("An invitation for Jo waits until Sun, February 8, 6:00 PM."))
            let link = String(address.dropFirst("https://mend.example.org".count))
            // It is shown once, and nothing keeps it.
            #expect(try await ann.get("/settings/adults").addresses() == [])
            let waiting = try #require(try server.signIns.secondAdult())
            #expect(waiting.name == "Jo" && waiting.caregiver == "Ann")
            #expect(!"\(waiting)".contains(link.dropFirst("/join/".count)))
            let jo = ann.stranger()
            let welcome = try await jo.get(link)
            #expect(welcome.status == 200)
            #expect(welcome.text.contains("Hello Jo. Ann asks you to this page"))
            let short = try await jo.post(link, from: welcome, [("passphrase", "plum"), ("again", "plum")])
            #expect(short.status == 422)
            #expect(try await jo.post(link, [("passphrase", TwoAdults.joPassphrase)]).status == 403)
            let joined = try await TwoAdults.join(link, jo)
            #expect(joined.status == 303 && joined.location == "/")
            #expect(try await jo.get("/").status == 200)
            let other = ann.stranger()
            #expect(try await other.get(link).status == 410)
            #expect(try await other.post(link, from: welcome, [("passphrase", "a b c d e f g h")]).status == 410)
            #expect(try await other.get("/join/guess").text.contains("This invitation is over"))
            #expect(try server.signIns.secondAdult()?.passphraseHash?.hasPrefix("scrypt$") == true)
        }
    }

    @Test func anInvitationWaitsForSevenDays() async throws {
        try await ServerUnderTest.signedIn { ann, server in
            let link = try await TwoAdults.invite(from: ann)
            let jo = ann.stranger()
            server.clock.pass(7 * 86_400 - 1)
            #expect(try await jo.get(link).status == 200)
            server.clock.pass(1)
            #expect(try await jo.get(link).status == 410)
            #expect(try await TwoAdults.join(link, jo).status == 410)
            #expect(try await ann.get("/settings/adults").text.contains("An invitation for Jo") == false)
        }
    }

    @Test func aNewInvitationEndsTheOneBefore() async throws {
        try await ServerUnderTest.signedIn { ann, _ in
            let first = try await TwoAdults.invite(from: ann)
            let second = try await TwoAdults.invite(from: ann)
            #expect(first != second)
            #expect(try await ann.stranger().get(first).status == 410)
            #expect(try await ann.stranger().get(second).status == 200)
            let back = try await ann.post("/settings/adults/end", from: try await ann.get("/settings/adults"))
            #expect(back.location == "/settings/adults?said=login-ended")
            #expect(try await ann.stranger().get(second).status == 410)
        }
    }

    @Test(arguments: [
        ("Ann", "ann", "The two of you need names that can be told apart."), ("Ann", "", "name"), ("", "Jo", "name"),
        ("Ann", "J\u{0}o", "name"), ("Ann", String(repeating: "Jo", count: 41), "name"),
    ])
    func refusesNamesThatTellNobodyApart(_ own: String, _ name: String, _ words: String) async throws {
        try await ServerUnderTest.signedIn { ann, server in
            let page = try await TwoAdults.ask(ann, own, name)
            #expect(page.status == 422)
            let problem = try #require(page.text.components(separatedBy: "id=\"name-wrong\">").last)
            #expect(problem.prefix { $0 != "<" }.contains(words))
            #expect(try server.signIns.secondAdult() == nil)
        }
    }

    @Test func refusesAThirdAdultKindly() async throws {
        try await TwoAdults.run { ann, jo, server in
            let page = try await TwoAdults.ask(ann, "Ann", "Bo")
            #expect(page.status == 422)
            #expect(page.text.contains("mend knows two adults, and those are Ann and Jo."))
            #expect(!page.text.contains("name=\"second-name\""))
            #expect(try await TwoAdults.ask(jo, "Ann", "Bo").status == 403)
            #expect(try server.signIns.secondAdult()?.name == "Jo")
        }
    }

    // MARK: Signing in

    @Test(arguments: [
        ("Jo", TwoAdults.joPassphrase, 303), ("  jo ", TwoAdults.joPassphrase, 303),
        ("Jo", ServerUnderTest.passphrase, 401),
        ("Ann", ServerUnderTest.passphrase, 303), ("", ServerUnderTest.passphrase, 303),
        ("Ann", TwoAdults.joPassphrase, 401),
        ("", TwoAdults.joPassphrase, 401), ("Bo", TwoAdults.joPassphrase, 401), ("Bo", ServerUnderTest.passphrase, 401),
    ])
    func letsEachInByNameAndPassphrase(_ name: String, _ passphrase: String, _ status: Int) async throws {
        try await TwoAdults.run { ann, _, _ in
            let door = try await ann.stranger().get("/sign-in")
            #expect(door.text.contains("name=\"name\""))
            #expect(door.text.contains("invite you again under another name"))
            // Strangers are told no name.
            #expect(!door.text.contains("Ann") && !door.text.contains("Jo"))
            let answer = try await TwoAdults.signIn(ann.stranger(), name, passphrase)
            #expect(answer.status == status)
            if status == 401 {
                let isNamed = !name.isEmpty
                #expect(answer.text.contains("That name and that passphrase do not belong together.") == isNamed)
                #expect(answer.text.contains("so your name is needed with the passphrase") == !isNamed)
            }
        }
    }

    @Test func eachHasDevicesOfTheirOwn() async throws {
        try await TwoAdults.run { ann, jo, server in
            let (anns, jos) = (try await ann.get("/settings/devices"), try await jo.get("/settings/devices"))
            for page in [anns, jos] {
                #expect(page.text.components(separatedBy: "name=\"device\"").count == 2)
            }
            let other = try #require(jos.value(of: "device"))
            _ = try await ann.post("/settings/devices/end", from: anns, [("device", other)])
            #expect(try await jo.get("/").status == 200)
            // Another passphrase of one signs the other out of nothing.
            let changed = try await jo.post(
                "/settings/passphrase", from: jos,
                [("present", TwoAdults.joPassphrase), ("passphrase", "nine wet otters"), ("again", "nine wet otters")])
            #expect(changed.location == "/sign-in")
            #expect(try await jo.get("/").status == 303)
            #expect(try await ann.get("/").status == 200)
            #expect(try await TwoAdults.signIn(jo, "Jo", TwoAdults.joPassphrase).status == 401)
            #expect(try await TwoAdults.signIn(jo, "Jo", "nine wet otters").status == 303)
            #expect(try await TwoAdults.signIn(ann.stranger(), "Ann", ServerUnderTest.passphrase).status == 303)
            #expect(try server.signIns.secondAdult()?.name == "Jo")
        }
    }

    // MARK: Notes

    @Test func notesAreEachOnesOwn() async throws {
        try await TwoAdults.run { ann, jo, server in
            try await TwoAdults.write(jo)
            let (quinces, medlars, hungry) = ("Only mine: quinces.", "Only mine: medlars.", "I was hungry and short.")
            let anns = try await ann.get("/look-back").text
            #expect(!anns.contains("quinces") && !anns.contains("medlars"))
            #expect(anns.contains("Bedtime again. I was hungry and short."))
            let jos = try await jo.get("/look-back").text
            #expect(jos.contains(quinces) && jos.contains(medlars) && !jos.contains(hungry))
            for path in ["/", "/repair/r8", "/records/r8", "/records/t7", "/plan", "/record", "/calm"] {
                let page = try await ann.get(path)
                #expect(page.status == 200)
                #expect(!page.text.contains("quinces") && !page.text.contains("medlars"), "\(path)")
            }
            for path in ["/repair/r4", "/records/r4", "/records/t3"] {
                let page = try await jo.get(path).text
                #expect(!page.contains(hungry) && !page.contains("He played me the whole song."), "\(path)")
            }
            // Nor are they found.
            for (browser, word, count) in [
                (ann, "quinces", 1), (jo, "quinces", 2), (jo, "hungry", 1), (ann, "hungry", 2),
            ] {
                let page = try await browser.get("/look-back")
                let found = try await browser.post("/look-back", from: page, [("find", word)])
                #expect(found.text.components(separatedBy: "<article").count == count, "\(word)")
            }
            // Whoever runs mend has all of it.
            let dump = try server.dump()
            #expect(dump.contains(#""note": "Only mine: quinces.", "by": "Jo"}"#))
            #expect(dump.contains(hungry))
        }
    }

    @Test func anExportHoldsOnesOwnNotes() async throws {
        try await TwoAdults.run { ann, jo, server in
            try await TwoAdults.write(jo)
            let anns = try await ann.get("/settings/export").text
            #expect(!anns.contains("Only mine") && anns.contains("I was hungry and short."))
            #expect(anns.contains(#""id": "t7", "rupture": "r8", "at": "2026-02-01T18:00:00-05:00""#))
            #expect(anns.components(separatedBy: #""by": "Jo""#).count == 4)
            let jos = try await jo.get("/settings/export").text
            #expect(jos.contains("Only mine: quinces.") && jos.contains("Only mine: medlars."))
            #expect(!jos.contains("hungry and short") && !jos.contains("I shouted in his face"))
            #expect(try await ann.get("/settings/yours").text.contains("Of notes it holds your own."))
            // And no address that Ann subscribes to.
            let page = try await ann.get("/subscribe")
            let made = try await ann.post("/subscribe", from: page, [("name", "phone"), ("open", "yes")])
            let addresses = try await ann.get(try #require(made.location)).addresses()
            #expect(addresses.count == 4)
            for address in addresses {
                let path = try #require(address.range(of: "/h/").map { String(address[$0.lowerBound...]) })
                let feed = try await ann.stranger().get(path)
                #expect(feed.status == 200)
                #expect(
                    !feed.text.contains("quinces") && !feed.text.contains("medlars")
                        && !feed.text.contains("hungry and short"))
            }
        }
    }

    @Test func tellsWhoWroteWhat() async throws {
        try await TwoAdults.run { ann, jo, _ in
            try await TwoAdults.write(jo)
            for browser in [ann, jo] {
                let page = try await browser.get("/look-back").text
                #expect(page.contains("<bdi>Jo wrote this</bdi>"))
                #expect(page.contains("(<bdi>Jo wrote this</bdi>)"))
                #expect(page.contains("<bdi>Ann wrote this</bdi>"))
            }
            #expect(try await ann.get("/records/r8").text.contains("<bdi>Jo wrote this</bdi>. If there is a note"))
            #expect(try await jo.get("/records/r8").text.contains("<bdi>Jo wrote this</bdi></p>"))
        }
    }

    /// A record is its writer's: what the other corrected would stand under their name.
    @Test func correctsNothingThatTheOtherWrote() async throws {
        try await TwoAdults.run { ann, jo, server in
            try await TwoAdults.write(jo)
            let before = try server.journal.history()
            let (anns, jos) = (try await ann.get("/look-back"), try await jo.get("/look-back"))
            let fright = [("with", "ada"), ("kind", "toxic"), ("frightened", "me")]
            for (browser, form, path, fields) in [
                (ann, anns, "/records/r8", [("with", "ada"), ("kind", "oscillating"), ("note", "Ann's words")]),
                (ann, anns, "/records/t7", [("outcome", "declined"), ("note", "")]),
                (ann, anns, "/records/c4", [("zone", "red")]), (jo, jos, "/records/r4", fright),
                (jo, jos, "/records/c1", [("zone", "red")]),
            ] {
                let answer = try await browser.post(path, from: form, fields)
                #expect(answer.status == 422, "\(path)")
                #expect(
                    answer.text.contains(browser === jo ? "for Ann to put right" : "for Jo to put right"), "\(path)")
                #expect(!answer.text.contains("name=\"at\"") && !answer.text.contains("/remove"), "\(path)")
            }
            #expect(try server.journal.history() == before)
            // One's own can be emptied.
            _ = try await jo.post(
                "/records/r8", from: try await jo.get("/records/r8"), [("with", "ada"), ("kind", "benign")])
            #expect(try server.journal.history().rupture("r8")?.note == nil)
        }
    }

    @Test func takesBackNothingThatTheOtherWrote() async throws {
        try await TwoAdults.run { ann, jo, server in
            try await TwoAdults.write(jo)
            let page = try await ann.get("/look-back")
            for (path, fields) in [
                ("/undo", [("id", "r8")]), ("/records/t7/remove", []), ("/records/c4/remove", []),
            ] as [(String, [(String, String)])] {
                let answer = try await ann.post(path, from: page, fields)
                #expect(answer.status == 422)
                #expect(answer.text.contains("for Jo to put right"))
            }
            let jos = try await jo.get("/look-back")
            #expect(try await jo.post("/records/r4/remove", from: jos).status == 422)
            // Ann's attempt would go with Jo's rupture.
            _ = try await ann.post("/repair/r8", from: page, [("outcome", "partial")])
            #expect(try await jo.post("/undo", from: jos, [("id", "r8")]).status == 422)
            #expect(try await jo.post("/records/t7/remove", from: jos).status == 303)
            // It has been taken back already, which is what was wanted.
            #expect(try await jo.post("/undo", from: jos, [("id", "t7")]).location == "/?said=undone")
            let history = try server.journal.history()
            #expect(history.ruptures.map(\.id) == ["r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8"])
            #expect(history.attempts.last?.id == "t8" && history.attempts.last?.by == nil)
        }
    }

    /// Within two minutes, but by two.
    @Test func whatTheOtherWroteAMomentAgoIsNoSlip() async throws {
        try await TwoAdults.run { ann, jo, server in
            try await TwoAdults.write(jo)
            let page = try await ann.get("/record")
            let fields = [("with", "sam"), ("kind", "limit-setting"), ("note", "mine")]
            let stolen = try await ann.post("/record", from: page, fields + [("instead", "r8")])
            #expect(stolen.status == 422)
            #expect(try server.journal.history().rupture("r8")?.note == "Only mine: quinces.")
            let done = try await ann.post("/record", from: page, fields)
            #expect(done.location == "/repair/r9?said=recorded")
        }
    }

    private static func writeOfTwentyToFive(_ browser: Browser, _ note: String) async throws -> String? {
        let page = try await browser.get("/record")
        return try await browser.post(
            "/record", from: page,
            [
                ("with", "sam"), ("kind", "benign"), ("note", note), ("at", "2026-02-01 16:40"),
                ("tapped", "2026-02-01T22:10:05Z"), ("instead", "no"),
            ]
        ).location
    }

    /// A browser tells when a form was sent; a time that was typed is one of minutes, which two adults may well share.
    @Test func whatBothWriteDownOfOneMomentIsTwo() async throws {
        try await TwoAdults.run { ann, jo, server in
            let first = try await Self.writeOfTwentyToFive(ann, "mine")
            let second = try await Self.writeOfTwentyToFive(jo, "mine")
            let third = try await Self.writeOfTwentyToFive(jo, "and this")
            #expect([first, second, third].map { $0?.prefix(11) } == ["/repair/r8?", "/repair/r9?", "/repair/r10"])
            // Sent once more, since its answer was lost.
            let again = try await Self.writeOfTwentyToFive(jo, "mine")
            #expect(again == "/repair/r9")
            #expect(try server.journal.history().ruptures.suffix(3).map(\.note) == ["mine", "mine", "and this"])
        }
    }

    /// What waited on a device that both use.
    @Test func whatWaitedOnADeviceGoesOutForItsWriter() async throws {
        try await TwoAdults.run { ann, jo, server in
            let page = try await ann.get("/record")
            let login = try #require(page.value(of: "login"))
            let fields = [("with", "sam"), ("kind", "benign"), ("note", "Only mine."), ("login", login)]
            let jos = try await jo.get("/record")
            #expect(jos.value(of: "login") != login)
            let answer = try await jo.post("/record", from: jos, fields)
            #expect(answer.status == 403 && !answer.text.contains("Only mine."))
            #expect(try server.journal.history().ruptures.count == 7)
            // Nor is it shown where somebody else signs in after a session has ended.
            ann.forgetCookies()
            let door = try await ann.post("/record", from: page, fields)
            #expect(door.status == 401)
            let held = door.hiddenFields().filter { $0.0.hasPrefix("held") }
            #expect(held.contains { $0.1 == "Only mine." })
            let signedIn = try await ann.post(
                "/sign-in", from: door, held + [("name", "Jo"), ("passphrase", TwoAdults.joPassphrase)])
            #expect(signedIn.location == "/")
            #expect(try await ann.post("/record", from: page, fields).status == 403)
            #expect(try await ann.get("/look-back").text.contains("Only mine.") == false)
            #expect(try server.journal.history().ruptures.count == 7)
        }
    }

    @Test func anothersPassphraseForgivesNoWrongTries() async throws {
        try await TwoAdults.run { ann, jo, _ in
            let stranger = ann.stranger()
            _ = try await TwoAdults.signIn(stranger, "Jo", TwoAdults.joPassphrase)
            var statuses: [Int] = []
            for _ in 0..<6 {
                statuses.append(try await TwoAdults.signIn(stranger, "Ann", "a wrong guess at it").status)
                _ = try await TwoAdults.signIn(stranger, "Jo", TwoAdults.joPassphrase)
            }
            #expect(statuses == [401, 401, 401, 401, 401, 429])
        }
    }

    // MARK: Fear

    // MARK: Whose it is

    @Test func itemsSayWhoseTheyAre() async throws {
        try await TwoAdults.run { ann, jo, _ in
            for browser in [ann, jo] {
                for path in ["/", "/plan", "/i/daily.2026-02-01"] {
                    #expect(try await browser.get(path).text.contains(" · <bdi>for Ann</bdi>"), "\(path)")
                }
            }
            let words = "You are here as Jo. Reminders and prompts are Ann&#39;s"
            let plain = words.replacing("&#39;", with: "'")
            let (anns, jos) = (try await ann.get("/").text, try await jo.get("/").text)
            #expect(jos.contains(words) || jos.contains(plain))
            #expect(!anns.contains("You are here as"))
        }
    }

    // MARK: The end

    @Test func endsALoginAtOnceAndKeepsWhatWasWritten() async throws {
        try await TwoAdults.run { ann, jo, server in
            try await TwoAdults.write(jo)
            let page = try await ann.get("/settings/adults")
            #expect(
                page.text.contains("<button class=\"danger\">End Jo's login</button>")
                    || page.text.contains("<button class=\"danger\">End Jo&#39;s login</button>"))
            #expect(try await ann.post("/settings/adults/end", from: page).status == 303)
            #expect(try await jo.get("/look-back").location == "/sign-in?then=/look-back")
            #expect(try await TwoAdults.signIn(jo, "Jo", TwoAdults.joPassphrase).status == 401)
            #expect(try await ann.get("/").status == 200)
            let back = try await ann.get("/look-back").text
            #expect(back.contains("Jo wrote this") && !back.contains("Ann wrote this") && !back.contains("quinces"))
            #expect(try await ann.get("/settings/export").text.contains("quinces") == false)
            #expect(try server.dump().contains("Only mine: quinces."))
            // Nobody gets Jo's notes by being called Jo.
            let again = try await TwoAdults.ask(ann, "Ann", "JO")
            #expect(again.status == 422)
            #expect(again.text.contains("Somebody of that name wrote here before, and their notes stay theirs"))
            // What is nobody's any more can go.
            let ann2 = try await ann.get("/look-back")
            #expect(try await ann.post("/records/c4/remove", from: ann2).status == 303)
            let link = try await TwoAdults.invite(from: ann, "Ann", "Bo")
            let bo = ann.stranger()
            #expect(try await TwoAdults.join(link, bo).status == 303)
            #expect(try await bo.get("/look-back").text.contains("quinces") == false)
        }
    }

    @Test func onesOwnLoginCanBeEnded() async throws {
        try await TwoAdults.run { ann, jo, server in
            let page = try await jo.get("/settings/adults")
            #expect(page.text.contains("Your devices are signed out at once."))
            #expect(try await jo.post("/settings/adults/end", from: page).location == "/sign-in")
            #expect(try server.signIns.secondAdult() == nil)
            #expect(try await jo.get("/").status == 303)
            #expect(try await ann.get("/").status == 200)
        }
    }

    /// A session of a login that has ended opens nothing, wherever it comes from.
    @Test func aSessionOfNobodysLoginIsOver() async throws {
        try await TwoAdults.run { ann, jo, server in
            let session = try #require(try server.signIns.sessions().last)
            server.signIns.endSecondAdult()
            server.signIns.put(session)
            #expect(try await jo.get("/").status == 303)
            #expect(try server.signIns.sessions().contains(session) == false)
        }
    }

}
