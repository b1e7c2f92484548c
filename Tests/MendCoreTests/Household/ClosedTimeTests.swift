import Testing

@testable import MendCore

@Suite struct ClosedTimeTests {
    @Test(arguments: [
        ("mon-fri 08:00-15:00", "mon tue wed thu fri", "08:00-15:00"),
        ("sat,sun 09:00-12:00", "sat sun", "09:00-12:00"),
        ("daily 12:00-13:30", "mon tue wed thu fri sat sun", "12:00-13:30"),
        ("fri-mon 18:00-08:00", "mon fri sat sun", "18:00-08:00"),
        ("tue 8:00-9:30", "tue", "08:00-09:30"), ("MON,Wed-thu 08:00-15:00", "mon wed thu", "08:00-15:00"),
        ("sun-sat 08:00-15:00", "mon tue wed thu fri sat sun", "08:00-15:00"),
        ("mon-mon 08:00-15:00", "mon", "08:00-15:00"), ("08:00-15:00", "mon tue wed thu fri sat sun", "08:00-15:00"),
        ("sat 08:00-08:00", "sat", "08:00-08:00"),
    ])
    func readsDaysAndHours(_ text: String, days: String, window: String) throws {
        let closed = try ClosedTime.written(text)
        #expect(closed.days.map(\.rawValue).joined(separator: " ") == days)
        #expect(closed.window.description == window)
    }

    @Test(arguments: [
        "", "mon-fri", "08:00", "mon-fri 08:00", "monday 08:00-15:00", "mon- 08:00-15:00", "mon, 08:00-15:00",
        ",mon 08:00-15:00",
        "mon-wed-fri 08:00-15:00", "mon-fri 08:00-15:00 term", "every 08:00-15:00",
        "daily,mon- 08:00-15:00",
    ])
    func refusesWhatIsNoClosedTime(_ text: String) {
        #expect(ClosedTime(text) == nil)
    }

    @Test(arguments: [
        ("mon,tue,wed,thu,fri 08:00-15:00", "mon-fri 08:00-15:00"), ("sun,sat 09:00-12:00", "sat,sun 09:00-12:00"),
        ("mon,wed,fri 08:00-15:00", "mon,wed,fri 08:00-15:00"), ("mon-wed,fri 08:00-15:00", "mon-wed,fri 08:00-15:00"),
        ("thu 08:00-15:00", "thu 08:00-15:00"),
    ])
    func writesRunsOfDaysTogether(_ text: String, expected: String) {
        #expect(ClosedTime(text)?.description == expected)
    }

    @Test func readsBackEverySetOfDays() throws {
        let window = try Window.written("21:00-07:00")
        for bits in 1..<128 {
            let days = Set(Weekday.allCases.filter { bits >> $0.index & 1 == 1 })
            let closed = try #require(ClosedTime(days: days, window: window))
            #expect(ClosedTime(closed.description) == closed, "\(closed)")
        }
        #expect(ClosedTime(days: [], window: window) == nil)
    }
}
