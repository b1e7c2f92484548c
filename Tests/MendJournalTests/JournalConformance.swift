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

    /// In part, nothing that was asked for is missing.
    @Test(arguments: JournalUnderTest.allCases)
    func tellsAsMuchAsIsAskedFor(_ journal: JournalUnderTest) throws {
        let everything = try Samples.everything()
        try withJournal(journal) { journal in
            try journal.update(.household) { _ in (everything.records.map(Change.put), ()) }
            #expect(try journal.history(.whole) == everything)
            #expect(try journal.history(.household).household == everything.household)
            for extent in [HistoryExtent.agenda, .channel("mail", now: Samples.now)] {
                var history = try journal.history(extent)
                history.deliveries = everything.deliveries
                #expect(history == everything)
            }
            let own = everything.deliveries.filter { $0.channel == "mail" }
            let read = try journal.history(.channel("mail", now: Samples.now)).deliveries
            #expect(!own.isEmpty && Set(read).isSuperset(of: own))
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
                    .subscription(Subscription(name: id, secretHash: "x")), .published(Samples.published(id)),
                    .delivery(Samples.delivery(id, "mail")))
            }
            let history = try journal.history()
            #expect(history.contacts.map(\.name) == ids)
            #expect(history.people.map(\.id) == ["ada"] + ids)
            #expect(history.ruptures.map(\.id) == ["r1"] + ids)
            #expect(history.attempts.map(\.id) == ids)
            #expect(history.checkIns.map(\.id) == ids)
            #expect(history.channels.map(\.name) == ids)
            #expect(history.subscriptions.map(\.name) == ids)
            #expect(history.published.map(\.item) == ids)
            #expect(history.deliveries.map(\.item) == ids)
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
                .published(Samples.published("r1.calm", sequence: 4)),
                .delivery(Samples.delivery("r1.calm", "mail", outcome: .passed)))
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
            #expect(new.published == [Samples.published("r1.calm", sequence: 4), old.published[1]])
            #expect(new.deliveries == [Samples.delivery("r1.calm", "mail", outcome: .passed), old.deliveries[1]])
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
            try journal.update { history in (history.keys(about: .person("ada")).map(Change.remove), ()) }
            var rest = everything
            rest.people.removeAll { $0.id == "ada" }
            let ruptures = Set(rest.ruptures.filter { $0.with == "ada" }.map(\.id))
            rest.ruptures.removeAll { ruptures.contains($0.id) }
            rest.attempts.removeAll { ruptures.contains($0.rupture) }
            rest.checkIns.removeAll { $0.with == "ada" }
            rest.published.removeAll { $0.item == "r1.calm" }
            rest.deliveries.removeAll { $0.item == "r1.calm" }
            #expect(try journal.history() == rest)
            #expect(rest.published.map(\.item) == ["daily.2026-01-06"])
            #expect(try journal.history().keys(about: .person("ada")) == [])
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
                    .contact(Contact(name: name, number: "1")), .channel(Channel(name: name, kind: .stdout)),
                    .subscription(Subscription(name: name, secretHash: "x")), .delivery(Samples.delivery("x", name)))
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
