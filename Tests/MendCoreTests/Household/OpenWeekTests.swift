import Testing

@testable import MendCore

@Suite struct OpenWeekTests {
    @Test(
        arguments: [
            ("21:00-07:00", [], nil, true),
            ("07:00-06:00", [], nil, true), ("07:00-06:01", [], nil, false), ("00:00-24:00", [], nil, false),
            ("21:00-07:00", ["daily 07:00-21:00"], nil, false), ("21:00-07:00", ["daily 07:00-20:00"], nil, true),
            ("21:00-07:00", ["daily 07:00-20:01"], nil, false),
            // Sleep takes the hour that is left.
            ("21:00-07:00", ["daily 07:00-20:00"], "19:00-07:00", false),
            ("21:00-07:00", ["daily 07:00-17:00"], "19:00-07:00", true),
            // One day of the week is enough.
            ("21:00-07:00", ["mon-sat 00:00-24:00"], nil, true),
            ("21:00-07:00", ["mon-sat 00:00-24:00", "sun 07:00-20:30"], nil, false),
            // An overnight window belongs to the day on which it begins.
            ("21:00-07:00", ["mon-sat 00:00-24:00", "sat 12:00-11:00", "sun 12:00-24:00"], nil, true),
            ("21:00-07:00", ["mon-sat 00:00-24:00", "sun 12:00-11:00", "sun 08:00-12:00"], nil, true),
            ("21:00-07:00", ["mon-sat 00:00-24:00", "sun 07:30-24:00"], nil, false),
            // The hour may span midnight, also that of the week's end.
            ("07:00-23:30", ["daily 00:30-07:00"], nil, true), ("07:00-23:31", ["daily 00:30-07:00"], nil, false),
            ("07:00-23:30", ["tue-sun 00:00-23:30", "mon 00:30-24:00"], nil, true),
        ] as [(String, [String], String?, Bool)])
    func findsAnHour(_ quiet: String, closed: [String], sleep: String?, expected: Bool) throws {
        let week = try OpenWeek(
            quiet: Window.written(quiet), closed: closed.map { try ClosedTime.written($0) },
            sleep: sleep.map { try Window.written($0) })
        #expect(week.hasAnHour == expected)
    }
}
