import Testing

@testable import MendCore

@Suite struct LocalDayTests {
    @Test(arguments: [
        ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday), ("2000-02-29", 11_016, .tuesday),
        ("2026-01-05", 20_458, .monday), ("2024-01-01", 19_723, .monday), ("0001-01-01", -719_162, .monday),
        ("1900-03-01", -25_508, .thursday), ("2100-02-28", 47_540, .sunday), ("9999-12-31", 2_932_896, .friday),
    ])
    func countsDaysSince1970(_ text: String, number: Int, weekday: Weekday) throws {
        let day = try LocalDay.written(text)
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.description == text)
    }

    @Test(arguments: [
        "", "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00",
        "2026-01-32",
        "2026-1-05", "26-01-05", "2026/01/05", "2026-01-05 ", " 2026-01-05", "+026-01-05", "2026-01", "2026-01-05-06",
        "0000-01-01", "２０２６-01-05",
    ])
    func refusesWhatIsNoDay(_ text: String) {
        #expect(LocalDay(text) == nil)
    }

    @Test func countsEveryDayOfEightCenturiesOnce() throws {
        var day = try LocalDay.written("1600-01-01")
        var expected = (year: 1600, month: 1, day: 1)
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        while expected.year < 2400 {
            try #require(day.date == expected)
            try #require(LocalDay(year: expected.year, month: expected.month, day: expected.day) == day)
            let isLeap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
            let length = lengths[expected.month - 1] + (isLeap && expected.month == 2 ? 1 : 0)
            if expected.day < length {
                expected.day += 1
            } else if expected.month < 12 {
                expected = (expected.year, expected.month + 1, 1)
            } else {
                expected = (expected.year + 1, 1, 1)
            }
            day = day + 1
        }
    }

    @Test func subtractsAndStrides() throws {
        let first = try LocalDay.written("2026-02-27")
        let last = try LocalDay.written("2026-03-02")
        #expect(last - first == 3)
        #expect((first...last).map(\.description) == ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"])
    }

    @Test(arguments: [
        (-7, 7, 0, -1), (-1, 7, 6, -1), (0, 7, 0, 0), (6, 7, 6, 0), (7, 7, 0, 1), (-86_401, 86_400, 86_399, -2),
    ])
    func dividesTowardsMinusInfinity(_ value: Int, by divisor: Int, remainder: Int, quotient: Int) {
        #expect(value.floorModulo(divisor) == remainder)
        #expect(value.floorDivided(by: divisor) == quotient)
    }
}
