import MendCore
import Testing

@testable import MendExport

struct WeekSummaryTests {
    private let open = " something is still open. It is not too late, and there is no hurry."

    private func history(_ attempts: [(String, Attempt.Outcome, at: String, recorded: String)]) throws -> History {
        var history = try TestData.history()
        history.people.append(Person(id: "sam", name: "Sam", relation: .partner))
        history.ruptures.append(
            Rupture(id: "r2", with: "sam", kind: .benign, at: try TestData.instant("2026-01-28T12:00:00-05:00")))
        history.attempts = try attempts.enumerated().map { index, attempt in
            Attempt(
                id: "t\(index)", rupture: attempt.0, at: try TestData.instant(attempt.at),
                recorded: try TestData.instant(attempt.recorded), outcome: attempt.1)
        }
        return history
    }

    private func sentences(
        _ attempts: [(String, Attempt.Outcome, at: String, recorded: String)], rests: [Item] = [],
        upTo: String = "2026-02-01T19:30:00-05:00"
    ) throws -> [String] {
        WeekSummary(history: try history(attempts), rests: rests, upTo: try TestData.instant(upTo)).phrases
            .map(\.english)
    }

    @Test func namesWhatIsOpen() throws {
        #expect(try sentences([]) == ["With Ada and Sam," + open])
        #expect(try sentences([], upTo: "2026-01-25T19:30:00-05:00") == ["With Ada," + open])
    }

    @Test func saysNothingWhenThereIsNothing() throws {
        #expect(try sentences([], upTo: "2026-01-05T17:49:59-05:00") == [])
        let time = "2026-01-20T12:00:00-05:00"
        #expect(
            try sentences([
                ("r1", .repaired, time, time), ("r2", .letGo, "2026-01-30T12:00:00-05:00", "2026-01-30T12:00:00-05:00"),
            ]) == [])
    }

    @Test func namesRepairsOfTheWeekOnly() throws {
        let time = "2026-01-30T12:00:00-05:00"
        #expect(
            try sentences([("r1", .repaired, time, time), ("r2", .repaired, time, time)])
                == ["This week you found your way back to Ada and Sam."])
        #expect(
            try sentences([("r1", .repaired, time, time), ("r2", .partial, time, time)])
                == ["This week you found your way back to Ada.", "With Sam," + open])
    }

    @Test(arguments: [
        ("2026-01-25T19:30:00-05:00", 0), ("2026-01-25T19:30:01-05:00", 1), ("2026-02-01T19:30:00-05:00", 1),
    ])
    func weeksMeetWithoutOverlap(recorded: String, repairs: Int) throws {
        let found = try sentences([("r1", .repaired, recorded, recorded)])
        #expect(found.filter { $0.hasPrefix("This week") }.count == repairs)
    }

    @Test func knowsOnlyWhatWasRecordedByThen() throws {
        #expect(
            try sentences([("r1", .repaired, "2026-01-30T12:00:00-05:00", "2026-02-01T19:30:01-05:00")])
                == ["With Ada and Sam," + open])
    }

    @Test func beginningAgainOpens() throws {
        #expect(
            try sentences([
                ("r1", .letGo, "2026-01-10T12:00:00-05:00", "2026-01-10T12:00:00-05:00"),
                ("r1", .again, "2026-01-30T12:00:00-05:00", "2026-01-30T12:00:00-05:00"),
            ]) == ["With Ada and Sam," + open])
    }

    @Test func leavesWhatRestsToTheReflection() throws {
        let rest = try TestData.item("r1.rest", .rung(.rest), "2026-01-31T07:00:00-05:00", ruptures: ["r1"])
        #expect(try sentences([], rests: [rest]) == ["With Sam," + open])
        #expect(
            try sentences([("r1", .again, "2026-01-31T12:00:00-05:00", "2026-01-31T12:00:00-05:00")], rests: [rest])
                == ["With Ada and Sam," + open])
        #expect(try sentences([], rests: [rest], upTo: "2026-01-30T19:30:00-05:00") == ["With Ada and Sam," + open])
    }

    @Test func weekIsSevenLocalDaysEvenWhenTheClockMoves() throws {
        // The clock went forward on 8 March: the week to 19:30 has an hour less.
        let time = "2026-03-01T19:30:00-05:00"
        #expect(
            try sentences([("r1", .repaired, time, time)], upTo: "2026-03-08T19:30:00-04:00") == ["With Sam," + open])
    }
}
