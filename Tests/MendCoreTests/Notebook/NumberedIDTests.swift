import MendJournal
import Testing

@testable import MendCore

/// An id is never given twice: calendars and phones may still know the first one.
@Suite struct NumberedIDTests {
    private let noon = "2026-01-06T12:00:00-05:00"

    private func notebook() throws -> Notebook {
        let journal = MemoryJournal(Household(id: "h", zone: try Zones.named("America/New_York")))
        let notebook = Notebook(journal: journal, plan: try Shipped.plan(), now: try .written(noon))
        for name in ["Ada", "Sam"] { _ = try notebook.add(PersonEntry(), named: name, relation: .friend) }
        return notebook
    }

    private func rupture(with name: String, _ notebook: Notebook) throws -> String {
        try notebook.record(RuptureEntry(with: .name(name), kind: .benign, at: "11:00")).rupture.id
    }

    @Test func givesNoNumberTwiceAfterForgetting() throws {
        let notebook = try notebook()
        #expect(try (1...3).map { _ in try rupture(with: "Ada", notebook) } == ["r1", "r2", "r3"])
        try notebook.forget(.rupture("r3"))
        #expect(try notebook.journal.household().lastIDs == ["r3"])
        #expect(try rupture(with: "Sam", notebook) == "r4")
        // Nothing need be noted while something newer is there.
        try notebook.forget(.rupture("r2"))
        #expect(try notebook.journal.household().lastIDs == ["r3"])
        try notebook.forget(.rupture("r4"))
        #expect(try rupture(with: "Sam", notebook) == "r5")
    }

    @Test func givesNoNumberTwiceAfterTakingBack() throws {
        let notebook = try notebook()
        _ = try rupture(with: "Ada", notebook)
        _ = try notebook.record(AttemptEntry(rupture: "r1", outcome: .partial))
        _ = try notebook.record(CheckInEntry(zone: .red))
        _ = try notebook.pause(with: nil, until: "tomorrow")
        for _ in 0..<4 { _ = try notebook.undo() }
        #expect(try Set(notebook.journal.household().lastIDs) == ["r1", "t1", "c1", "h1"])
        #expect(try rupture(with: "Ada", notebook) == "r2")
        #expect(try notebook.record(AttemptEntry(rupture: "r2", outcome: .partial)).attempt.id == "t2")
        #expect(try notebook.record(CheckInEntry(zone: .red)).checkIn.id == "c2")
        #expect(try notebook.pause(with: nil, until: "tomorrow").hold.id == "h2")
    }

    /// A birthday of the first Sam may stand in a calendar; and what is kept of him says nothing of his name.
    @Test func givesNobodyTheIDOfSomebodyForgotten() throws {
        let notebook = try notebook()
        try notebook.forget(.person("sam"))
        #expect(try notebook.journal.household().lastIDs == ["p2"])
        #expect(try notebook.add(PersonEntry(), named: "Sam", relation: .friend).id == "p3")
        try notebook.forget(.person("ada"))
        #expect(try notebook.add(PersonEntry(), named: "Ada", relation: .friend).id == "p4")
        try notebook.forget(.person("p4"))
        #expect(try notebook.add(PersonEntry(), named: "P5", relation: .friend).id == "p5")
    }

    /// The number of a file may be as long as an id.
    @Test func survivesNumbersThatAreTooLong() throws {
        var history = History(household: Household(id: "h", zone: try Zones.named("America/New_York")))
        let long = "r" + String(Int.max)
        history.ruptures = [Rupture(id: long, with: "ada", kind: .benign, at: try .written(noon))]
        #expect(NumberedID.rupture.next(in: history) == "r1")
    }
}
