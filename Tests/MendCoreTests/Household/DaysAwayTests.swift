import Testing

@testable import MendCore

@Suite struct DaysAwayTests {
    @Test func includesBothDays() throws {
        let away = try DaysAway.written("2026-01-10/2026-01-17")
        let days = try ["2026-01-09", "2026-01-10", "2026-01-17", "2026-01-18"].map { try LocalDay.written($0) }
        #expect(days.map(away.contains) == [false, true, true, false])
        #expect(away.description == "2026-01-10/2026-01-17")
        #expect(DaysAway(away.description) == away)
    }

    @Test func mayBeASingleDay() throws {
        let away = try DaysAway.written("2026-01-10/2026-01-10")
        #expect(try away.contains(LocalDay.written("2026-01-10")))
    }

    /// A journal may hold days that go on without end; nobody types new ones.
    @Test(arguments: [
        ("2026-03-01/2026-03-07", nil), ("2026-03-01/2026-03-07 every 8d", nil),
        ("2026-03-01/2026-03-07 every 7d", .neverBack(days: 7)), ("2026-03-01/2026-03-07 every 5d", .neverBack(days: 7)),
        ("2026-03-01/2026-03-01 every 2d", nil), ("2026-03-01/2026-03-01 every 1d", .neverBack(days: 1)),
        ("2026-03-01/2026-03-07 every 0d", .notAPeriod), ("2026-03-01/2026-03-07 every", .notDaysAway),
    ] as [(String, InputError?)])
    func takesOnlyWhatEndsBeforeItComesAgain(_ text: String, _ expected: InputError?) {
        var found: InputError?
        do {
            _ = try Parsing.daysAway(text)
        } catch {
            found = error as? InputError
        }
        #expect(found == expected)
        #expect(expected == .notAPeriod || expected == .notDaysAway || DaysAway(text) != nil)
    }

    @Test(arguments: [
        "", "2026-01-10", "2026-01-10/", "2026-01-17/2026-01-10", "2026-01-10/2026-02-30", "2026-01-10-2026-01-17",
        "2026-01-10/2026-01-11/2026-01-12",
    ])
    func refusesWhatIsNoStretchOfDays(_ text: String) {
        #expect(DaysAway(text) == nil)
    }
}
