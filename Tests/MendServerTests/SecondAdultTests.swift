import Foundation
import MendCore
import Testing

@testable import MendServer

/// Two adults at one page: each has devices, a passphrase and notes of their own. The invented family's caregiver is Ann here,
/// and Jo is invited.
@Suite struct SecondAdultTests {
    private static let joPassphrase = "seven grey geese fly"

    /// Ann is signed in; Jo is at another device, and has joined.
    private func two(
        base: String? = nil,
        _ test: @escaping @Sendable (_ ann: Browser, _ jo: Browser, ServerUnderTest) async throws -> Void
    ) async throws {
        try await ServerUnderTest.signedIn(base: base) { ann, server in
            let link = try await Self.invite(from: ann)
            let jo = ann.stranger()
            let joined = try await Self.join(link, jo)
            try #require(joined.status == 303)
            try await test(ann, jo, server)
        }
    }

    /// - Returns: the path of the link.
    private static func invite(
        from browser: Browser, _ own: String = "Ann", _ name: String = "Jo"
    ) async throws -> String {
        let page = try await ask(browser, own, name)
        try #require(page.status == 200)
        let address = try #require(page.addresses().first)
        return try #require(address.range(of: "/join/").map { String(address[$0.lowerBound...]) })
    }

    private static func ask(_ browser: Browser, _ own: String, _ name: String) async throws -> Page {
        let page = try await browser.get("/settings/adults")
        return try await browser.post(
            "/settings/adults", from: page, [("own-name", own), ("second-name", name)])
    }

    private static func join(
        _ link: String, _ browser: Browser, _ passphrase: String = joPassphrase
    ) async throws -> Page {
        let page = try await browser.get(link)
        return try await browser.post(link, from: page, [("passphrase", passphrase), ("again", passphrase)])
    }

    private static func signIn(_ browser: Browser, _ name: String, _ passphrase: String) async throws -> Page {
        let page = try await browser.get("/sign-in")
        return try await browser.post("/sign-in", from: page, [("name", name), ("passphrase", passphrase)])
    }

    /// Jo writes down a rupture with Sam (r8), what came of it (t7), and a check-in (c4).
    private static func write(_ jo: Browser) async throws {
        let page = try await jo.get("/record")
        let done = try await jo.post(
            "/record", from: page, [("with", "sam"), ("kind", "benign"), ("note", "Only mine: quinces.")])
        try #require(done.location == "/repair/r8?said=recorded")
        let tried = try await jo.post(
            "/repair/r8", from: page, [("outcome", "partial"), ("note", "Only mine: medlars.")])
        try #require(tried.location == "/repair/r8?said=partial&undo=t7")
        let checked = try await jo.post("/calm", from: page, [("zone", "green"), ("with", "sam")])
        try #require(checked.location == "/calm?said=checked-in&answer=c4&with=sam")
    }

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
            _ = try await Self.invite(from: ann)
            #expect(try await ann.stranger().get("/sign-in").text.contains("name=\"name\"") == false)
            #expect(try await ann.get("/").text.contains("for Ann") == false)
        }
    }

    // MARK: Inviting

    @Test func invitesByALinkThatWorksOnce() async throws {
        try await ServerUnderTest.signedIn(base: "https://mend.example.org") { ann, server in
            let shown = try await Self.ask(ann, " Ann ", "Jo")
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
            #expect(try await jo.post(link, [("passphrase", Self.joPassphrase)]).status == 403)
            let joined = try await Self.join(link, jo)
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
            let link = try await Self.invite(from: ann)
            let jo = ann.stranger()
            server.clock.pass(7 * 86_400 - 1)
            #expect(try await jo.get(link).status == 200)
            server.clock.pass(1)
            #expect(try await jo.get(link).status == 410)
            #expect(try await Self.join(link, jo).status == 410)
            #expect(try await ann.get("/settings/adults").text.contains("An invitation for Jo") == false)
        }
    }

    @Test func aNewInvitationEndsTheOneBefore() async throws {
        try await ServerUnderTest.signedIn { ann, _ in
            let first = try await Self.invite(from: ann)
            let second = try await Self.invite(from: ann)
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
            let page = try await Self.ask(ann, own, name)
            #expect(page.status == 422)
            let problem = try #require(page.text.components(separatedBy: "id=\"name-wrong\">").last)
            #expect(problem.prefix { $0 != "<" }.contains(words))
            #expect(try server.signIns.secondAdult() == nil)
        }
    }

    @Test func refusesAThirdAdultKindly() async throws {
        try await two { ann, jo, server in
            for browser in [ann, jo] {
                let page = try await Self.ask(browser, "Ann", "Bo")
                #expect(page.status == 422)
                #expect(page.text.contains("mend knows two adults, and those are Ann and Jo."))
                #expect(!page.text.contains("name=\"second-name\""))
            }
            #expect(try server.signIns.secondAdult()?.name == "Jo")
        }
    }

    // MARK: Signing in

    @Test(arguments: [
        ("Jo", joPassphrase, 303), ("  jo ", joPassphrase, 303), ("Jo", ServerUnderTest.passphrase, 401),
        ("Ann", ServerUnderTest.passphrase, 303), ("", ServerUnderTest.passphrase, 303), ("Ann", joPassphrase, 401),
        ("", joPassphrase, 401), ("Bo", joPassphrase, 401), ("Bo", ServerUnderTest.passphrase, 401),
    ])
    func letsEachInByNameAndPassphrase(_ name: String, _ passphrase: String, _ status: Int) async throws {
        try await two { ann, _, _ in
            let door = try await ann.stranger().get("/sign-in")
            #expect(door.text.contains("name=\"name\""))
            #expect(door.text.contains("invite you again under another name"))
            // Strangers are told no name.
            #expect(!door.text.contains("Ann") && !door.text.contains("Jo"))
            let answer = try await Self.signIn(ann.stranger(), name, passphrase)
            #expect(answer.status == status)
            if status == 401 {
                let isNamed = !name.isEmpty
                #expect(answer.text.contains("That name and that passphrase do not belong together.") == isNamed)
                #expect(answer.text.contains("so your name is needed with the passphrase") == !isNamed)
            }
        }
    }

    @Test func eachHasDevicesOfTheirOwn() async throws {
        try await two { ann, jo, server in
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
                [("present", Self.joPassphrase), ("passphrase", "nine wet otters"), ("again", "nine wet otters")])
            #expect(changed.location == "/sign-in")
            #expect(try await jo.get("/").status == 303)
            #expect(try await ann.get("/").status == 200)
            #expect(try await Self.signIn(jo, "Jo", Self.joPassphrase).status == 401)
            #expect(try await Self.signIn(jo, "Jo", "nine wet otters").status == 303)
            #expect(try await Self.signIn(ann.stranger(), "Ann", ServerUnderTest.passphrase).status == 303)
            #expect(try server.signIns.secondAdult()?.name == "Jo")
        }
    }

    // MARK: Notes

    @Test func notesAreEachOnesOwn() async throws {
        try await two { ann, jo, server in
            try await Self.write(jo)
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
        try await two { ann, jo, server in
            try await Self.write(jo)
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
        try await two { ann, jo, _ in
            try await Self.write(jo)
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

    /// What happened can be put right by either; the note stays as it is.
    @Test func correctsWhatTheOtherWroteButTheNote() async throws {
        try await two { ann, jo, server in
            try await Self.write(jo)
            let page = try await ann.get("/records/r8")
            #expect(!page.text.contains("name=\"note\""))
            let done = try await ann.post(
                "/records/r8", from: page,
                [("with", "ada"), ("kind", "oscillating"), ("excited-about", "a kite"), ("note", "Ann's words")])
            #expect(done.location == "/repair/r8?said=saved")
            let rupture = try #require(try server.journal.history().rupture("r8"))
            #expect(rupture.with == "ada" && rupture.kind == .oscillating && rupture.excitedAbout == "a kite")
            #expect(rupture.note == "Only mine: quinces." && rupture.by == "Jo")
            _ = try await ann.post("/records/t7", from: page, [("outcome", "declined"), ("note", "")])
            let attempt = try #require(try server.journal.history().attempts.last)
            #expect(attempt.outcome == .declined && attempt.note == "Only mine: medlars." && attempt.by == "Jo")
            // One's own can be emptied.
            _ = try await jo.post(
                "/records/r8", from: try await jo.get("/records/r8"), [("with", "ada"), ("kind", "benign")])
            #expect(try server.journal.history().rupture("r8")?.note == nil)
        }
    }

    @Test func takesBackNothingThatTheOtherWrote() async throws {
        try await two { ann, jo, server in
            try await Self.write(jo)
            let page = try await ann.get("/look-back")
            for (path, fields) in [
                ("/undo", [("id", "r8")]), ("/records/t7/remove", []), ("/records/c4/remove", []),
            ] as [(String, [(String, String)])] {
                let answer = try await ann.post(path, from: page, fields)
                #expect(answer.status == 422)
                #expect(answer.text.contains("Jo wrote this, or something that would go with it"))
            }
            let jos = try await jo.get("/look-back")
            #expect(try await jo.post("/records/r4/remove", from: jos).status == 422)
            // Ann's attempt would go with Jo's rupture.
            _ = try await ann.post("/repair/r8", from: page, [("outcome", "partial")])
            #expect(try await jo.post("/undo", from: jos, [("id", "r8")]).status == 422)
            #expect(try await jo.post("/records/t7/remove", from: jos).status == 303)
            // It has been taken back already, which is what was wanted.
            #expect(try await jo.post("/undo", from: jos, [("id", "t7")]).location == "/?said=undone")
            // A pause is both's.
            _ = try await jo.post("/settings/people/sam/pause", from: jos, [("until", "hour"), ("from", "today")])
            #expect(try await jo.post("/undo", from: jos, [("id", "h1")]).location == "/?said=undone")
            #expect(try server.journal.history().holds == [])
            let history = try server.journal.history()
            #expect(history.ruptures.map(\.id) == ["r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8"])
            #expect(history.attempts.last?.id == "t8" && history.attempts.last?.by == nil)
        }
    }

    /// Within two minutes, but by two.
    @Test func whatTheOtherWroteAMomentAgoIsNoSlip() async throws {
        try await two { ann, jo, server in
            try await Self.write(jo)
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
        try await two { ann, jo, server in
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
        try await two { ann, jo, server in
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
                "/sign-in", from: door, held + [("name", "Jo"), ("passphrase", Self.joPassphrase)])
            #expect(signedIn.location == "/")
            #expect(try await ann.post("/record", from: page, fields).status == 403)
            #expect(try await ann.get("/look-back").text.contains("Only mine.") == false)
            #expect(try server.journal.history().ruptures.count == 7)
        }
    }

    @Test func anothersPassphraseForgivesNoWrongTries() async throws {
        try await two { ann, jo, _ in
            let stranger = ann.stranger()
            _ = try await Self.signIn(stranger, "Jo", Self.joPassphrase)
            var statuses: [Int] = []
            for _ in 0..<6 {
                statuses.append(try await Self.signIn(stranger, "Ann", "a wrong guess at it").status)
                _ = try await Self.signIn(stranger, "Jo", Self.joPassphrase)
            }
            #expect(statuses == [401, 401, 401, 401, 401, 429])
        }
    }

    // MARK: Fear

    /// It may be the second adult whom the caregiver fears.
    @Test func showsNobodyElseWhatFrightenedTheCaregiver() async throws {
        try await two { ann, jo, server in
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
            #expect(record.text.contains("is for Ann to put right") && !record.text.contains("name=\"kind\""))
            let softer = [("with", "ada"), ("kind", "benign"), ("at", "2026-02-01T17:00")]
            #expect(try await jo.post("/records/r9", from: form, softer).status == 422)
            #expect(try server.journal.history().rupture("r9")?.kind == .toxic)
        }
    }

    @Test func onlyTheCaregiverMakesWhatIsOpen() async throws {
        try await two { ann, jo, server in
            let page = try await jo.get("/subscribe")
            #expect(page.text.contains("One with names and words is Ann") && !page.text.contains("name=\"open\""))
            _ = try await jo.post("/subscribe", from: page, [("name", "jos"), ("open", "yes")])
            _ = try await ann.post(
                "/subscribe", from: try await ann.get("/subscribe"), [("name", "anns"), ("open", "yes")])
            #expect(try server.journal.history().subscriptions.map(\.open) == [false, true])
            let before = try server.journal.history().subscriptions
            #expect(try await jo.post("/subscribe/replace", from: page, [("name", "anns")]).status == 422)
            #expect(try server.journal.history().subscriptions == before)
        }
    }

    /// The caregiver's own thermometer moves their reminders.
    @Test func anothersOwnZoneIsAnsweredAndNotWrittenDown() async throws {
        try await two { _, jo, server in
            let page = try await jo.get("/calm")
            #expect(try await jo.post("/calm", from: page, [("zone", "red")]).location == "/calm?zone=red")
            #expect(try server.journal.history().checkIns.allSatisfy { $0.by == nil })
        }
    }

    // MARK: Whose it is

    @Test func itemsSayWhoseTheyAre() async throws {
        try await two { ann, jo, _ in
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
        try await two { ann, jo, server in
            try await Self.write(jo)
            let page = try await ann.get("/settings/adults")
            #expect(
                page.text.contains("<button class=\"danger\">End Jo's login</button>")
                    || page.text.contains("<button class=\"danger\">End Jo&#39;s login</button>"))
            #expect(try await ann.post("/settings/adults/end", from: page).status == 303)
            #expect(try await jo.get("/look-back").location == "/sign-in?then=/look-back")
            #expect(try await Self.signIn(jo, "Jo", Self.joPassphrase).status == 401)
            #expect(try await ann.get("/").status == 200)
            let back = try await ann.get("/look-back").text
            #expect(back.contains("Jo wrote this") && !back.contains("Ann wrote this") && !back.contains("quinces"))
            #expect(try await ann.get("/settings/export").text.contains("quinces") == false)
            #expect(try server.dump().contains("Only mine: quinces."))
            // Nobody gets Jo's notes by being called Jo.
            let again = try await Self.ask(ann, "Ann", "JO")
            #expect(again.status == 422)
            #expect(again.text.contains("Somebody of that name wrote here before, and their notes stay theirs"))
            // What is nobody's any more can go.
            let ann2 = try await ann.get("/look-back")
            #expect(try await ann.post("/records/c4/remove", from: ann2).status == 303)
            let link = try await Self.invite(from: ann, "Ann", "Bo")
            let bo = ann.stranger()
            #expect(try await Self.join(link, bo).status == 303)
            #expect(try await bo.get("/look-back").text.contains("quinces") == false)
        }
    }

    @Test func onesOwnLoginCanBeEnded() async throws {
        try await two { ann, jo, server in
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
        try await two { ann, jo, server in
            let session = try #require(try server.signIns.sessions().last)
            server.signIns.endSecondAdult()
            server.signIns.put(session)
            #expect(try await jo.get("/").status == 303)
            #expect(try server.signIns.sessions().contains(session) == false)
        }
    }

    /// What is offered ahead of Ann's own hard hours is asked of Ann alone.
    @Test func isNotAskedForTheCaregiver() async throws {
        try await two { ann, jo, server in
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
        try await two { ann, jo, server in
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
