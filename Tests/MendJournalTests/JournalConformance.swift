import Foundation
import MendCore
import MendJournal
import MendKeeping
import Testing

/// What every journal must do, whatever keeps it.
@Suite struct JournalConformance {
    private struct Refusal: Error, Equatable {}

    private func withJournal(_ journal: JournalUnderTest, _ body: (any Journal) throws -> Void) throws {
        try journal.make(Samples.household(), body)
    }

    @Test(arguments: JournalUnderTest.allCases)
    func beginsWithTheHouseholdAlone(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal throws in
            #expect(try journal.history() == History(household: try Samples.household()))
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func tellsThatItHasChanged(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            let empty = try journal.version()
            #expect(try journal.version() == empty)
            try journal.put(.person(Samples.person("ada")))
            let first = try journal.version()
            #expect(first != empty)
            _ = try journal.history()
            #expect(try journal.version() == first)
            try journal.put(.channel(Channel(name: "x", kind: .mail)))
            let second = try journal.version()
            #expect(second != first)
            try journal.remove(.channel(name: "x"))
            #expect(try journal.version() != second)
            let last = try journal.version()
            #expect(throws: Refusal()) { try journal.update { _ -> ([Change], Void) in throw Refusal() } }
            #expect(try journal.version() == last)
        }
    }
    @Test(arguments: JournalUnderTest.allCases)
    func keepsEveryKindOfRecord(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            let everything = try Samples.everything()
            try journal.update { _ in (everything.records.map(Change.put), ()) }
            #expect(try journal.history() == everything)
        }
    }

    /// Of more than two years ago the rungs are needed, of whatever became of them, and the beginnings of channels.
    @Test(arguments: JournalUnderTest.allCases)
    func readsFarBackWhatAnAgendaNeeds(_ journal: JournalUnderTest) throws {
        let old = Samples.now + -(800 * 24).hours
        let since = History.memory(before: Samples.now)
        func shown(_ item: ItemKey, _ start: Instant) -> JournalRecord {
            .published(Published(item: item, prompt: nil, start: start, sequence: 0, modified: start))
        }
        let (daily, recent) = (try Samples.daily("2023-12-01"), try Samples.daily("2026-01-01"))
        try withJournal(journal) { journal in
            try journal.put(
                .person(Samples.person("ada")), .rupture(Samples.rupture("r1")), .rupture(Samples.rupture("r2")),
                .attempt(Attempt(id: "t1", rupture: "r1", at: old, outcome: .repaired)))
            try journal.put(
                shown(Samples.calm("r1"), old), shown(Samples.calm("r2"), old), shown(daily, old),
                shown(recent, Samples.now), .delivery(.beginning(of: "mail", at: old)),
                .delivery(Delivery(item: daily, channel: "mail", at: old, outcome: .sent)),
                .delivery(Delivery(item: recent, channel: "mail", at: Samples.now, outcome: .sent)))
            let whole = try journal.history()
            #expect(whole.published.count == 4)
            #expect(whole.deliveries.count == 3)
            var part = try journal.history(since: since)
            let needed = [Samples.calm("r1"), Samples.calm("r2"), recent]
            #expect(part.published.map(\.item).filter(needed.contains) == needed)
            #expect(part.deliveries.map(\.item).filter { [nil, recent].contains($0) } == [nil, recent])
            // Nothing else is missing.
            (part.published, part.deliveries) = (whole.published, whole.deliveries)
            #expect(part == whole)
            // An agenda has no deliveries.
            var agenda = try journal.historyOfAgenda(from: Samples.now)
            #expect(agenda.published.map(\.item).filter(needed.contains) == needed)
            (agenda.published, agenda.deliveries) = (whole.published, whole.deliveries)
            #expect(agenda == whole)
            #expect(try journal.update(since: since) { ([], $0.contacts) } == [])
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func writesWithoutALook(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            try journal.write([.put(.checkIn(Samples.checkIn("c1"))), .put(.checkIn(Samples.checkIn("c2")))])
            try journal.write([.remove(.checkIn(id: "c1"))])
            #expect(try journal.history().checkIns.map(\.id) == ["c2"])
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func keepsHoldsAndEndsThem(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            let hold = Hold(id: "h1", at: Samples.rupturedAt, recorded: Samples.now, until: Samples.now + 60)
            try journal.put(.hold(hold))
            #expect(try journal.history().holds == [hold])
            let ended = Hold(id: "h1", at: Samples.rupturedAt, until: Samples.rupturedAt)
            try journal.put(.hold(ended))
            #expect(try journal.history().holds == [ended])
            try journal.remove(.hold(id: "h1"))
            #expect(try journal.history().holds == [])
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func keepsFreeTextByteForByte(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            try journal.put(.person(Samples.person("ada")), .rupture(Samples.rupture("r1")))
            for (index, text) in Samples.awkwardTexts.enumerated() {
                try journal.put(
                    .rupture(Samples.rupture("n\(index)", excitedAbout: text, note: text)),
                    .attempt(Samples.attempt("n\(index)", note: text)))
            }
            let history = try journal.history()
            for (index, text) in Samples.awkwardTexts.enumerated() {
                let rupture = try #require(history.rupture("n\(index)"))
                // Strings are equal when they look alike; bytes are not.
                #expect(rupture.note.map { Array($0.utf8) } == Array(text.utf8))
                #expect(rupture.excitedAbout.map { Array($0.utf8) } == Array(text.utf8))
                #expect(history.attempts[index].note.map { Array($0.utf8) } == Array(text.utf8))
            }
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func tellsAnEmptyTextFromNone(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            try journal.put(
                .person(Samples.person("ada")), .rupture(Samples.rupture("r1", excitedAbout: "", note: nil)))
            let rupture = try #require(try journal.history().rupture("r1"))
            #expect(rupture.excitedAbout == "")
            #expect(rupture.note == nil)
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func keepsTheOrderOfWriting(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            let ids = ["m", "z", "a", "Z", "10", "9", "b"]
            try journal.put(.person(Samples.person("ada")), .rupture(Samples.rupture("r1")))
            for id in ids {
                try journal.put(
                    .contact(Contact(name: id, number: "1")), .person(Samples.person(id)),
                    .rupture(Samples.rupture(id)),
                    .attempt(Samples.attempt(id)), .checkIn(Samples.checkIn(id)),
                    .channel(Channel(name: id, kind: .stdout)),
                    .subscription(Subscription(name: id, secretHash: "x")),
                    .published(Samples.published(Samples.calm(id))),
                    .hold(Hold(id: id, at: Samples.now, until: Samples.now)),
                    .delivery(Samples.delivery(Samples.calm(id), "mail")))
            }
            let history = try journal.history()
            #expect(history.contacts.map(\.name) == ids)
            #expect(history.people.map(\.id) == ["ada"] + ids)
            #expect(history.ruptures.map(\.id) == ["r1"] + ids)
            #expect(history.attempts.map(\.id) == ids)
            #expect(history.checkIns.map(\.id) == ids)
            #expect(history.channels.map(\.name) == ids)
            #expect(history.subscriptions.map(\.name) == ids)
            #expect(history.holds.map(\.id) == ids)
            #expect(history.published.map(\.item) == ids.map(Samples.calm))
            #expect(history.deliveries.map(\.item) == ids.map(Samples.calm))
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func aReplacementKeepsItsPlace(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            try journal.update { _ in (try Samples.everything().records.map(Change.put), ()) }
            try journal.put(
                .household(try Samples.household(shared: true, cap: 5)),
                .contact(Contact(name: "Aunt Mo", number: "2")),
                .person(Person(id: "ada", name: "Adele", relation: .friend)),
                .rupture(Samples.rupture("r1", with: "sam")),
                .attempt(Samples.attempt("t1", of: "r2")), .checkIn(Samples.checkIn("c1")),
                .channel(Channel(name: "mail", kind: .exec, to: "cat")),
                .subscription(Subscription(name: "phone", secretHash: "x")),
                .published(Samples.published(Samples.calm("r1"), sequence: 4)),
                .delivery(Samples.delivery(Samples.calm("r1"), "mail", outcome: .passed)))
            let (old, new) = (try Samples.everything(), try journal.history())
            #expect(new.household.shared == true)
            #expect(new.household.cap == 5)
            #expect(new.contacts == [Contact(name: "Aunt Mo", number: "2"), old.contacts[1]])
            #expect(new.people == [Person(id: "ada", name: "Adele", relation: .friend), old.people[1]])
            #expect(new.ruptures == [Samples.rupture("r1", with: "sam"), old.ruptures[1]])
            #expect(new.attempts == [Samples.attempt("t1", of: "r2"), old.attempts[1]])
            #expect(new.checkIns == [Samples.checkIn("c1"), old.checkIns[1]])
            #expect(new.channels == [Channel(name: "mail", kind: .exec, to: "cat"), old.channels[1]])
            #expect(new.subscriptions == [Subscription(name: "phone", secretHash: "x"), old.subscriptions[1]])
            #expect(new.published == [Samples.published(Samples.calm("r1"), sequence: 4), old.published[1]])
            #expect(
                new.deliveries == [Samples.delivery(Samples.calm("r1"), "mail", outcome: .passed), old.deliveries[1]])
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func takesAwayWhatIsRemovedAndNothingElse(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            try journal.update { _ in (try Samples.everything().records.map(Change.put), ()) }
            try journal.remove(
                .contact(name: "Aunt Mo"), .channel(name: "mail"), .subscription(name: "phone"),
                .contact(name: "nobody"))
            var rest = try Samples.everything()
            rest.contacts.removeFirst()
            rest.channels.removeFirst()
            rest.subscriptions.removeFirst()
            #expect(try journal.history() == rest)

            try journal.put(.contact(Contact(name: "Aunt Mo", number: "3")))
            #expect(try journal.history().contacts.map(\.name) == ["Bo", "Aunt Mo"])
        }
    }

    /// What refers to something goes before it.
    @Test(arguments: JournalUnderTest.allCases)
    func forgetsAPersonAndAllThatDependsOnThem(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            let everything = try Samples.everything()
            try journal.update { _ in (everything.records.map(Change.put), ()) }
            try journal.update { history in (history.changes(forgetting: .person("ada"), calling: "A moment"), ()) }
            var rest = everything
            rest.people.removeAll { $0.id == "ada" }
            let ruptures = Set(rest.ruptures.filter { $0.with == "ada" }.map(\.id))
            rest.ruptures.removeAll { ruptures.contains($0.id) }
            rest.attempts.removeAll { ruptures.contains($0.rupture) }
            rest.checkIns.removeAll { $0.with == "ada" }
            rest.holds.removeAll { $0.with == "ada" }
            rest.places.removeAll { $0.with == "ada" }
            rest.offers.removeAll { $0.with == "ada" }
            let history = try journal.history()
            #expect(history.household.lastIDs == ["r9", "p4"])
            rest.household.lastIDs = history.household.lastIDs
            rest.published.removeAll { $0.item == Samples.calm("r1") }
            rest.deliveries.removeAll { $0.item == Samples.calm("r1") }
            #expect(history == rest)
            #expect(rest.published.map(\.item) == [try Samples.daily("2026-01-06")])
            #expect(try journal.history().changes(forgetting: .person("ada"), calling: "A moment") == [])
        }
    }

    /// What has begun keeps its place and its prompt; what was shown of it goes wherever it may have told of Ada.
    @Test(arguments: JournalUnderTest.allCases)
    func forgetsWhatWasShownOfAPerson(_ journal: JournalUnderTest) throws {
        func shown(_ item: ItemKey, _ settled: SettledItem) -> Published {
            Published(
                item: item, prompt: "p", start: Samples.now, sequence: 2, modified: Samples.now, words: "w",
                settled: settled)
        }
        let day = try #require(LocalDay("2026-01-04"))
        let all = [
            shown(.slot(.daily, day), Samples.settled("ada")), shown(.slot(.daily, day + 1), Samples.settled("sam")),
            shown(.slot(.daily, day + 2), Samples.settled()), shown(.slot(.weekly, day), Samples.settled()),
            shown(.slot(.monthly, day), Samples.settled()),
            shown(.milestone(person: "ada", day), Samples.settled("ada")),
            shown(Samples.calm("r1"), Samples.settled("ada", of: ["r1"])),
            // Somebody else's climb in which, by a file that was written by hand, Ada's rupture is named.
            shown(Samples.calm("r2"), Samples.settled("sam", of: ["r2", "r1"])),
        ]
        try withJournal(journal) { journal in
            try journal.put(.person(Samples.person("ada")), .person(Samples.person("sam", name: "Sam")))
            try journal.put(.rupture(Samples.rupture("r1")), .rupture(Samples.rupture("r2", with: "sam")))
            try journal.write(all.map { .put(.published($0)) })
            try journal.update { history in (history.changes(forgetting: .person("ada"), calling: "A moment"), ()) }
            let rest = try journal.history().published
            #expect(
                rest.map(\.item) == [
                    .slot(.daily, day), .slot(.daily, day + 1), .slot(.daily, day + 2), .slot(.weekly, day),
                    .slot(.monthly, day), Samples.calm("r2"),
                ])
            #expect(rest.map { $0.settled == nil } == [true, false, false, true, true, false])
            #expect(rest.last?.settled?.ruptures == ["r2"])
            #expect(rest.last?.settled?.title == "A moment")
            #expect(rest.last?.settled?.text == "")
            #expect(rest.allSatisfy { $0.prompt == "p" && $0.sequence == 2 && $0.start == Samples.now })
            #expect(rest.map(\.words) == [nil, "w", "w", nil, nil, nil])
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func changesTakeEffectInTheirOrder(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            try journal.update { _ in
                let changes: [Change] = [
                    .put(.contact(Contact(name: "Mo", number: "1"))), .remove(.contact(name: "Mo")),
                    .put(.contact(Contact(name: "Bo", number: "1"))), .put(.contact(Contact(name: "Bo", number: "2"))),
                ]
                return (changes, ())
            }
            #expect(try journal.history().contacts == [Contact(name: "Bo", number: "2")])
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func aDecisionThatThrowsLeavesNothing(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            try journal.put(.person(Samples.person("ada")))
            #expect(throws: Refusal()) {
                try journal.update { history -> (changes: [Change], result: Int) in
                    guard history.people.isEmpty else { throw Refusal() }
                    return ([.put(.person(Samples.person("sam")))], 1)
                }
            }
            #expect(try journal.history().people == [Samples.person("ada")])
            // It goes on as before.
            try journal.put(.person(Samples.person("sam")))
            #expect(try journal.history().people.map(\.id) == ["ada", "sam"])
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func anUpdateSeesTheHistoryAsItIsAndHandsBackItsResult(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            for expected in 0..<5 {
                let seen = try journal.update { history in
                    ([.put(.checkIn(Samples.checkIn("c\(history.checkIns.count)")))], history.checkIns.count)
                }
                #expect(seen == expected)
            }
            #expect(try journal.update { history in ([], history) } == journal.history())
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func aHistoryInHandDoesNotChange(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            let before = try journal.history()
            try journal.put(.person(Samples.person("ada")))
            #expect(before.people.isEmpty)
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func updatesFromSeveralThreadsLoseNothing(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal throws in
            let failures = Failures()
            DispatchQueue.concurrentPerform(iterations: 6) { _ in
                for _ in 0..<10 {
                    failures.catching {
                        // Whoever reads and writes in two steps would give the same id twice.
                        try journal.update { history in
                            ([.put(.checkIn(Samples.checkIn("c\(history.checkIns.count)")))], ())
                        }
                    }
                }
            }
            #expect(failures.descriptions == [])
            #expect(try journal.history().checkIns.map(\.id) == (0..<60).map { "c\($0)" })
        }
    }

    @Test(arguments: JournalUnderTest.allCases)
    func aReaderSeesWholeUpdates(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            try journal.put(.person(Samples.person("ada")))
            let failures = Failures()
            DispatchQueue.concurrentPerform(iterations: 2) { worker in
                for round in 0..<20 {
                    failures.catching {
                        if worker == 0 {
                            try journal.put(
                                .rupture(Samples.rupture("r\(round)")),
                                .attempt(Samples.attempt("t\(round)", of: "r\(round)")))
                        } else {
                            let history = try journal.history()
                            if history.ruptures.count != history.attempts.count { failures.add("half an update") }
                        }
                    }
                }
            }
            #expect(failures.descriptions == [])
        }
    }

    /// One name in two spellings of the same letters: taken for one or for two, the dump must load.
    @Test(arguments: JournalUnderTest.allCases)
    func namesThatLookAlikeCanBeDumpedAndLoaded(_ journal: JournalUnderTest) throws {
        try withJournal(journal) { journal in
            for name in ["Jos\u{E9}", "Jose\u{301}"] {
                try journal.put(
                    .contact(Contact(name: name, number: "1")),
                    .subscription(Subscription(name: name, secretHash: "x")))
            }
            let text = HouseholdFile.text(of: try journal.history())
            let reader = HouseholdFileReader(now: Samples.now, zones: SystemZones.find)
            #expect(HouseholdFile.text(of: try reader.history(from: Data(text.utf8))) == text)
        }
    }
}

/// Collects what goes wrong on several threads.
private final class Failures: Sendable {
    private let found = Locked<[String]>([])

    var descriptions: [String] { found.value }

    func add(_ description: String) {
        found.change { $0.append(description) }
    }

    func catching(_ body: () throws -> Void) {
        do { try body() } catch { add("\(error)") }
    }
}
