import Testing

@testable import MendCore

@Suite struct ZoneRuleTests {
    /// The changes of one year as UTC text with the offset from then on.
    @Test(
        arguments: [
            ("EST5EDT,M3.2.0,M11.1.0", 2026, ["2026-03-08T07:00:00Z -14400", "2026-11-01T06:00:00Z -18000"]),
            ("GMT0BST,M3.5.0/1,M10.5.0", 2026, ["2026-03-29T01:00:00Z 3600", "2026-10-25T01:00:00Z 0"]),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", 2026, ["2026-03-29T01:00:00Z 3600", "2026-10-25T01:00:00Z 0"]),
            (
                "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2026,
                ["2026-04-04T15:00:00Z 37800", "2026-10-03T15:30:00Z 39600"]
            ),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2026, ["2026-03-29T01:00:00Z -3600", "2026-10-25T01:00:00Z -7200"]),
            ("EET-2EEST,M3.4.4/50,M10.4.4/50", 2026, ["2026-03-28T00:00:00Z 10800", "2026-10-23T23:00:00Z 7200"]),
            ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", 2026, ["2026-04-05T03:00:00Z -14400", "2026-09-06T04:00:00Z -10800"]),
            // Day 60 without 29 February is 1 March in every year; day 59 with it is 29 February in a leap year.
            ("AAA0BBB,J60/0,J300/0", 2024, ["2024-03-01T00:00:00Z 3600", "2024-10-26T23:00:00Z 0"]),
            ("AAA0BBB,J60/0,J300/0", 2026, ["2026-03-01T00:00:00Z 3600", "2026-10-26T23:00:00Z 0"]),
            ("AAA0BBB,59/0,300/0", 2024, ["2024-02-29T00:00:00Z 3600", "2024-10-26T23:00:00Z 0"]),
            ("AAA0BBB,59/0,300/0", 2026, ["2026-03-01T00:00:00Z 3600", "2026-10-27T23:00:00Z 0"]),
            ("AAA0BBB,J1/0,J365/0:30:15", 2024, ["2024-01-01T00:00:00Z 3600", "2024-12-30T23:30:15Z 0"]),
            ("AAA0BBB,M5.5.1/0,M12.5.0/0", 2026, ["2026-05-25T00:00:00Z 3600", "2026-12-26T23:00:00Z 0"]),
            ("UTC0", 2026, []),
        ] as [(String, Int, [String])])
    func changesTheClockOnItsDays(_ footer: String, year: Int, expected: [String]) throws {
        let rule = try #require(try ZoneRule(footer: footer))
        let newYear = try #require(LocalDay(year: year, month: 1, day: 1))
        let found = rule.changes(after: newYear.number * 86_400 - 1, through: year)
        #expect(found.map { "\(TimeText.utc(Instant(seconds: $0.from))) \($0.offset)" } == expected)
    }

    @Test func leavesOutWhatTheTableHas() throws {
        let rule = try #require(try ZoneRule(footer: "EST5EDT,M3.2.0,M11.1.0"))
        let spring = try Instant.written("2026-03-08T07:00:00Z").seconds
        #expect(rule.changes(after: spring, through: 2026).map(\.offset) == [-18_000])
        #expect(rule.changes(after: spring - 1, through: 2026).map(\.offset) == [-14_400, -18_000])
        #expect(rule.changes(after: spring, through: 2025).isEmpty)
    }

    @Test func knowsNothingFromAnEmptyFooter() throws {
        #expect(try ZoneRule(footer: "") == nil)
    }

    @Test(arguments: [
        "5", "E5", "EST", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0",
        "EST5EDT,M3.0.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J10", "EST5EDT,J366,J10", "EST5EDT,366,J10",
        "EST5EDT,M3.2.0,M11.1.0,", "EST5EDT,M3.2.0/168,M11.1.0", "<EST5", "EST5:60", "EST5 ", "EST5EDT M3.2.0,M11.1.0",
    ])
    func refusesWhatIsNoRule(_ footer: String) {
        #expect(throws: ZoneFile.Fault.badRule(footer)) { try ZoneRule(footer: footer) }
    }
}
