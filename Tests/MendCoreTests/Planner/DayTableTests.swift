import Testing

@testable import MendCore

@Suite struct DayTableTests {
    private func day(_ number: Int) -> LocalDay { LocalDay(number: number) }

    @Test func findsWhatItWasGiven() {
        let table = DayTable([(day(9), "c"), (day(-400_000), "a"), (day(3), "b")], uniquingWith: +)
        let found = [-400_001, -400_000, 2, 3, 4, 9, 10].map { table[day($0)] }
        #expect(found == [nil, "a", nil, "b", nil, "c", nil])
        #expect(DayTable<Int>([], uniquingWith: max)[day(0)] == nil)
    }

    @Test func choosesBetweenTheValuesOfADay() {
        let entries = [(day: day(1), value: 5), (day(2), 1), (day(1), 7), (day(1), 6)]
        let (last, first) = (DayTable(entries, uniquingWith: max), DayTable(entries, uniquingWith: min))
        #expect(last[day(1)] == 7)
        #expect(first[day(1)] == 5)
    }
}
