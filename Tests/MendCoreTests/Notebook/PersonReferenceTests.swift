import MendJournal
import Testing

@testable import MendCore

/// Who is meant by what is typed, and by what a program passes.
@Suite struct PersonReferenceTests {
    /// Sam was renamed, another Sam came; and an id that is somebody else's name.
    private func history() throws -> History {
        var history = History(household: Household(id: "h", zone: try Zones.named("America/New_York")))
        history.people = [
            Person(id: "sam", name: "Samuel", relation: .partner), Person(id: "sam2", name: "Sam", relation: .friend),
            Person(id: "ada", name: "Ada Lou", relation: .friend), Person(id: "p1", name: "ada", relation: .friend),
            Person(id: "p2", name: "Νίκος", relation: .friend), Person(id: "kim", name: "Joe", relation: .friend),
            Person(id: "p3", name: "R1", relation: .friend),
            Person(id: "p4", name: "R2 of next door", relation: .friend),
        ]
        history.ruptures = try ["r1", "r2"].map {
            Rupture(id: $0, with: "kim", kind: .benign, at: try .written("2026-01-05T12:00:00-05:00"))
        }
        return history
    }

    @Test(arguments: [
        ("sam", "sam2"), ("Samu", "sam"), ("ADA", "p1"), ("ada l", "ada"), ("ΝΊΚΟΣ", "p2"), ("ν", "p2"), ("jo", "kim"),
    ])
    func findsAWholeNameFirstThenABeginning(_ name: String, _ id: String) throws {
        #expect(try history().person(meant: .name(name)).id == id)
    }

    /// Kim was renamed Joe: the old name, though still the id, is nobody's.
    @Test(arguments: ["kim", "p1", "", " ", "\u{200B}", "Zed"])
    func findsNobodyByAnID(_ name: String) throws {
        #expect(throws: RecordFault.nobody) { try history().person(meant: .name(name)) }
    }

    @Test(arguments: [("sam", "Samuel"), ("ada", "Ada Lou"), ("p1", "ada")])
    func findsAnIDByItselfAlone(_ id: String, _ name: String) throws {
        #expect(try history().person(meant: .id(id)).name == name)
        #expect(throws: RecordFault.nobody) { try history().person(meant: .id("Ada Lou")) }
    }

    @Test func refusesABeginningThatFitsTwo() throws {
        let history = try history()
        #expect(throws: AmbiguousName(candidates: Array(history.people[0...1]))) {
            try history.person(meant: .name("SA"))
        }
    }

    /// From before such names were refused: whoever has exactly that name, or nobody.
    @Test func refusesTwoWhoCannotBeToldApart() throws {
        var history = try history()
        history.people.append(Person(id: "p9", name: "SAM", relation: .friend))
        #expect(try history.person(meant: .name("Sam")).id == "sam2")
        #expect(throws: AmbiguousName(candidates: [history.people[1], history.people[8]])) {
            try history.person(meant: .name("sam"))
        }
    }

    @Test func takesANameBeforeARupturesID() throws {
        let history = try history()
        #expect(try history.meant(by: "r1") == .person(history.people[6]))
        #expect(try history.meant(by: "r2") == .rupture(history.ruptures[1]))
        #expect(try history.meant(by: "R2 of") == .person(history.people[7]))
        #expect(throws: RecordFault.noRupture("r9")) { try history.meant(by: "r9") }
        #expect(throws: RecordFault.neitherRuptureNorPerson) { try history.meant(by: "Zed") }
    }

    @Test(arguments: ["Sam ", "s\u{200B}am", "SAM", "Ada\u{A0}Lou", "ΝΊΚΟΣ", "Sam\u{2800}"])
    func refusesNamesThatCannotBeToldApart(_ name: String) throws {
        let journal = MemoryJournal(try history().household)
        try journal.write(history().records.map(Change.put))
        let notebook = Notebook(
            journal: journal, plan: try Shipped.plan(), now: try .written("2026-01-06T12:00:00-05:00"))
        #expect(throws: InputError.personNameTaken) { try notebook.add(PersonEntry(), named: name, relation: .friend) }
        #expect(throws: InputError.personNameTaken) {
            try notebook.change(person: .id("kim"), PersonEntry(name: name))
        }
    }

    @Test func takesBlanksOffTheEndsOfAName() throws {
        let journal = MemoryJournal(try history().household)
        let notebook = Notebook(
            journal: journal, plan: try Shipped.plan(), now: try .written("2026-01-06T12:00:00-05:00"))
        #expect(try notebook.add(PersonEntry(), named: " Bo \u{3000}", relation: .friend).name == "Bo")
    }
}
