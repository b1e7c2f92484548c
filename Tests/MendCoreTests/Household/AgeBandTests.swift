import Testing

@testable import MendCore

@Suite struct AgeBandTests {
    /// The day before and the day of each birthday that changes the band.
    @Test(arguments: [
        ("2020-06-15", "2020-06-15", AgeBand.infant), ("2020-06-15", "2021-06-14", .infant),
        ("2020-06-15", "2021-06-15", .toddler),
        ("2020-06-15", "2023-06-14", .toddler), ("2020-06-15", "2023-06-15", .preschool),
        ("2020-06-15", "2026-06-14", .preschool),
        ("2020-06-15", "2026-06-15", .schoolAge), ("2020-06-15", "2032-06-14", .schoolAge),
        ("2020-06-15", "2032-06-15", .teen),
        ("2020-06-15", "2038-06-14", .teen), ("2020-06-15", "2038-06-15", .adult),
        // Born on 29 February: older on 1 March in common years.
        ("2020-02-29", "2021-02-28", .infant), ("2020-02-29", "2021-03-01", .toddler),
        ("2020-02-29", "2023-02-28", .toddler),
        ("2020-02-29", "2023-03-01", .preschool), ("2020-02-29", "2032-02-28", .schoolAge),
        ("2020-02-29", "2032-02-29", .teen),
        ("2020-12-31", "2021-12-30", .infant), ("2020-12-31", "2021-12-31", .toddler),
        ("2020-01-01", "2020-12-31", .infant),
        ("2020-01-01", "2021-01-01", .toddler),
    ])
    func followsFromBirthAndDay(_ born: String, day: String, expected: AgeBand) throws {
        let person = Person(id: "p", name: "P", relation: .child, born: try LocalDay.written(born))
        #expect(try person.band(on: LocalDay.written(day)) == expected)
    }

    @Test func isAdultWithoutABirthDate() throws {
        let person = Person(id: "p", name: "P", relation: .partner)
        #expect(try person.band(on: LocalDay.written("2026-01-05")) == .adult)
    }

    @Test func isOrderedByAge() {
        #expect(AgeBand.allCases.sorted() == [.infant, .toddler, .preschool, .schoolAge, .teen, .adult])
        #expect(AgeBand.allCases.map(\.order) == [0, 1, 2, 3, 4, 5])
        #expect(AgeBand.allCases.map(\.rawValue) == ["infant", "toddler", "preschool", "school-age", "teen", "adult"])
    }

    @Test(arguments: [
        (-1, AgeBand.infant), (0, .infant), (1, .toddler), (2, .toddler), (3, .preschool), (5, .preschool),
        (6, .schoolAge), (11, .schoolAge), (12, .teen), (17, .teen), (18, .adult), (90, .adult),
    ])
    func cutsAtOneThreeSixTwelveAndEighteen(_ years: Int, expected: AgeBand) {
        #expect(AgeBand(years: years) == expected)
    }
}
