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

    @Test(arguments: [
        "", "2026-01-10", "2026-01-10/", "2026-01-17/2026-01-10", "2026-01-10/2026-02-30", "2026-01-10-2026-01-17",
        "2026-01-10/2026-01-11/2026-01-12",
    ])
    func refusesWhatIsNoStretchOfDays(_ text: String) {
        #expect(DaysAway(text) == nil)
    }
}
