import Testing

@testable import MendCore

@Suite struct HistoryCheckerTests {
    private static let noon = 1_767_632_400  // 2026-01-05T12:00:00-05:00

    @Test func takesWhatCanBeTrueTogether() throws {
        var checker = try checker()
        try checker.add(.person(Person(id: "bo", name: "Bo", relation: .partner)))
        try checker.add(.rupture(Self.rupture("r2", with: "bo", at: -600, recorded: -300)))
        try checker.add(.attempt(Self.attempt("t2", of: "r2", at: -200, .declined)))
        try checker.add(.attempt(Self.attempt("t3", of: "r2", at: -100, .repaired)))
        try checker.add(.attempt(Self.attempt("t4", of: "r2", at: -50, .again)))
        try checker.add(.attempt(Self.attempt("t5", of: "r2", at: -40, .partial)))
        try checker.add(.checkIn(CheckIn(id: "c2", with: "bo", at: Self.instant(0), zone: .yellow)))
        try checker.add(.contact(Contact(name: "Aunt Mo", number: "+1 555 0100", purpose: "evenings")))
        try checker.add(.channel(Channel(name: "mail", kind: .mail, to: "me@example.org")))
        try checker.add(.subscription(Subscription(name: "phone", secretHash: "h")))
        try checker.add(
            .published(
                Published(item: Self.calm, prompt: nil, start: Self.instant(9), sequence: 0, modified: Self.instant(0)))
        )
        try checker.add(.delivery(Delivery(item: Self.calm, channel: "mail", at: Self.instant(9), outcome: .sent)))
    }

    private static let calm = ItemKey.rung(RungKey(anchor: "r1", rung: .calm))

    @Test(arguments: [
        (
            "person", JournalRecord.person(Person(id: "ada", name: "Ada", relation: .friend)),
            RecordFault.duplicate("person")
        ),
        ("rupture", .rupture(rupture("r1")), .duplicate("rupture")),
        ("attempt", .attempt(attempt("t1")), .duplicate("attempt")),
        ("check-in", .checkIn(CheckIn(id: "c1", at: instant(0), zone: .red)), .duplicate("check-in")),
        ("rupture with a stranger", .rupture(rupture("r9", with: "zed")), .nobody),
        (
            "check-in with a stranger", .checkIn(CheckIn(id: "c9", with: "zed", at: instant(0), zone: .red)),
            .nobody
        ),
        ("attempt at nothing", .attempt(attempt("t9", of: "r9")), .noRupture("r9")),
        ("empty id", .rupture(rupture("")), .badID),
        ("id with a dot", .rupture(rupture("r.9")), .badID),
        ("id with a letter that is not ASCII", .attempt(attempt("té")), .badID),
        ("long id", .person(Person(id: String(repeating: "a", count: 65), name: "A", relation: .friend)), .badID),
        ("blank id of a check-in", .checkIn(CheckIn(id: " ", at: instant(0), zone: .red)), .badID),
        ("name of blank Braille", .person(Person(id: "x", name: "\u{2800}", relation: .friend)), .empty(.personName)),
        ("name that reads like another's", .person(Person(id: "x", name: "ADA\u{200B}", relation: .friend)), .sameName),
        ("blank name", .person(Person(id: "x", name: " \u{3000}", relation: .friend)), .empty(.personName)),
        (
            "long name", .person(Person(id: "x", name: String(repeating: "ö", count: 81), relation: .friend)),
            .tooLong(.personName, limit: 80)
        ),
        (
            "name with a line break", .person(Person(id: "x", name: "A\nB", relation: .friend)),
            .controlCharacter(.personName)
        ),
        (
            "name that turns the text", .person(Person(id: "x", name: "A\u{202E}B", relation: .friend)),
            .controlCharacter(.personName)
        ),
        ("contact without a name", .contact(Contact(name: "", number: "1")), .empty(.contactName)),
        ("contact without a number", .contact(Contact(name: "Mo", number: " ")), .empty(.number)),
        ("contact for nothing", .contact(Contact(name: "Mo", number: "1", purpose: "")), .empty(.purpose)),
        (
            "contact for much", .contact(Contact(name: "Mo", number: "1", purpose: String(repeating: "a", count: 201))),
            .tooLong(.purpose, limit: 200)
        ),
        (
            "contact that a browser would run", .contact(Contact(name: "Mo", number: " JavaScript:alert(1)")),
            .numberIsAScript
        ),
        ("contact that is a page", .contact(Contact(name: "Mo", number: "data:text/html,x")), .numberIsAScript),
        ("channel with a space", .channel(Channel(name: "my mail", kind: .stdout)), .badChannelName),
        ("channel with a capital", .channel(Channel(name: "Mail", kind: .stdout)), .badChannelName),
        ("channel like an option", .channel(Channel(name: "-x", kind: .stdout)), .badChannelName),
        ("channel with a line end", .channel(Channel(name: "x\ny", kind: .stdout)), .badChannelName),
        (
            "delivery by a path", .delivery(Delivery(item: calm, channel: "../x", at: instant(0), outcome: .sent)),
            .badChannelName
        ),
        ("household that leads out", .household(Household(id: "../../x", zone: utc)), .badHouseholdID),
        ("channel without a name", .channel(Channel(name: "", kind: .stdout)), .empty(.channelName)),
        (
            "subscription with a bell", .subscription(Subscription(name: "a\u{7}", secretHash: "h")),
            .controlCharacter(.subscriptionName)
        ),
        (
            "child without a birth date", .person(Person(id: "x", name: "X", relation: .child)),
            .childWithoutBirthDate
        ),
        (
            "born tomorrow", .person(Person(id: "x", name: "X", relation: .child, born: day("2026-01-06"))),
            .bornInFuture(day("2026-01-06"))
        ),
        (
            "121 years old", .person(Person(id: "x", name: "X", relation: .friend, born: day("1905-01-05"))),
            .tooOld(day("1905-01-05"))
        ),
        (
            "closed all week",
            .person(Person(id: "x", name: "X", relation: .friend, closed: closed("daily 00:00-24:00"))),
            .noOpenHour
        ),
        ("rupture before birth", .rupture(rupture("r9", at: -200 * 86_400)), .beforeBirth("r9")),
        (
            "long excitement", .rupture(rupture("r9", excitedAbout: String(repeating: "a", count: 1001))),
            .tooLong(.excitedAbout, limit: 1000)
        ),
        ("no quiet end", .household(Household(id: "h", zone: utc, quiet: window("07:00-06:30"))), .noQuietEnd),
        ("cap of 0", .household(Household(id: "h", zone: utc, cap: 0)), .capOutOfRange(0)),
        ("cap of 25", .household(Household(id: "h", zone: utc, cap: 25)), .capOutOfRange(25)),
        ("country in small letters", .household(Household(id: "h", zone: utc, country: "us")), .badCountry),
        ("country of three letters", .household(Household(id: "h", zone: utc, country: "USA")), .badCountry),
        ("rupture to come", .rupture(rupture("r9", at: 1)), .inFuture),
        ("rupture written down later than now", .rupture(rupture("r9", at: -1, recorded: 1)), .inFuture),
        ("check-in to come", .checkIn(CheckIn(id: "c9", at: instant(1), zone: .red)), .inFuture),
        ("written down before it happened", .rupture(rupture("r9", at: 0, recorded: -1)), .recordedBefore),
        ("attempt before its rupture", .attempt(attempt("t9", at: -3601)), .attemptBeforeRupture("r1")),
        ("attempt after closing", .attempt(attempt("t9", at: 0, .declined)), .afterClosing("r1")),
        ("second closing", .attempt(attempt("t9", at: 0, .repaired)), .afterClosing("r1")),
        (
            "closing before what was tried since", .attempt(attempt("t9", of: "r0", at: -900, .letGo)),
            .afterClosing("r0")
        ),
        (
            "negative sequence",
            .published(Published(item: calm, prompt: nil, start: instant(0), sequence: -1, modified: instant(0))),
            .sequenceOutOfRange("r1.calm")
        ),
    ])
    func refuses(_ what: String, record: JournalRecord, fault: RecordFault) throws {
        var checker = try checker()
        #expect(throws: fault, Comment(rawValue: what)) { try checker.add(record) }
    }

    @Test func refusesANoteOfMoreThanEightMillionBytes() throws {
        var checker = try checker()
        let note = String(repeating: "a", count: 8_000_001)
        #expect(throws: RecordFault.tooLong(.note, limit: 8_000_000)) {
            try checker.add(.attempt(Self.attempt("t9", note: note)))
        }
        try checker.add(.attempt(Self.attempt("t10", note: String(note.dropLast()))))
    }

    @Test func takesTheLongestNamesAndTexts() throws {
        var checker = try checker()
        try checker.add(
            .person(
                Person(
                    id: String(repeating: "a", count: 64), name: String(repeating: "ö", count: 80), relation: .friend)))
        try checker.add(.person(Person(id: "joined", name: "👩‍👧 عائشة", relation: .friend)))
        try checker.add(.person(Person(id: "old", name: "O", relation: .friend, born: Self.day("1905-01-06"))))
        try checker.add(.person(Person(id: "new", name: "N", relation: .child, born: Self.day("2026-01-05"))))
        try checker.add(.rupture(Self.rupture("r9", excitedAbout: String(repeating: "a", count: 1000))))
        try checker.add(.household(Household(id: "h", zone: Self.utc, cap: 24, country: "NZ")))
        try checker.add(.contact(Contact(name: "Mo", number: "Mobile: 555-0134")))
        try checker.add(.contact(Contact(name: "Line", number: "https://example.org/chat")))
        try checker.add(.channel(Channel(name: "my-phone-2", kind: .stdout)))
    }

    @Test func takesBothTimesOfARecordThatWasClosedLater() throws {
        var checker = try checker()
        try checker.add(.attempt(Self.attempt("t9", of: "r1", at: -2000, .partial)))
        try checker.add(.attempt(Self.attempt("t10", of: "r1", at: 0, .again)))
    }

    @Test func mayReplaceAPersonButNotByWhatIsWrong() throws {
        var checker = try checker()
        try checker.replace(Person(id: "ada", name: "Ada Lou", relation: .child, born: Self.day("2022-04-03")))
        #expect(throws: RecordFault.childWithoutBirthDate) {
            try checker.replace(Person(id: "ada", name: "Ada", relation: .child))
        }
    }

    /// No fault tells a name, a note or what they were excited about.
    @Test func keepsPrivateTextOutOfItsWords() throws {
        var checker = try checker()
        do {
            try checker.add(.rupture(Self.rupture("r9", with: "secret name")))
            Issue.record("a stranger was taken")
        } catch {
            #expect(!"\(error)".contains("secret"))
        }
    }

    // MARK: A household of one child, born on 2025-08-01

    /// r0 was tried 10 minutes ago; r1 was repaired half an hour ago.
    private func checker() throws -> HistoryChecker {
        var history = History(household: Household(id: "h", zone: Self.utc))
        history.people = [Person(id: "ada", name: "Ada", relation: .child, born: Self.day("2025-08-01"))]
        history.ruptures = [Self.rupture("r0"), Self.rupture("r1")]
        history.attempts = [
            Self.attempt("t0", of: "r0", at: -600, .partial), Self.attempt("t1", of: "r1", at: -1800, .repaired),
        ]
        history.checkIns = [CheckIn(id: "c1", at: Self.instant(-60), zone: .green)]
        return HistoryChecker(history, now: Self.instant(0))
    }

    private static let utc = Zone(identifier: "UTC", initialOffset: 0, changes: [])

    private static func instant(_ seconds: Int) -> Instant { Instant(seconds: noon + seconds) }

    private static func rupture(
        _ id: String, with person: String = "ada", at: Int = -3600, recorded: Int? = nil, excitedAbout: String? = nil
    ) -> Rupture {
        Rupture(
            id: id, with: person, kind: .benign, at: instant(at), recorded: recorded.map(instant),
            excitedAbout: excitedAbout)
    }

    private static func attempt(
        _ id: String, of rupture: String = "r1", at: Int = -60, _ outcome: Attempt.Outcome = .again, note: String? = nil
    ) -> Attempt {
        Attempt(id: id, rupture: rupture, at: instant(at), outcome: outcome, note: note)
    }

    private static func day(_ text: String) -> LocalDay { LocalDay(text) ?? LocalDay(number: 0) }

    private static func closed(_ text: String) -> [ClosedTime] { ClosedTime(text).map { [$0] } ?? [] }

    private static func window(_ text: String) -> Window { Window(text) ?? Household.defaultQuiet }
}
