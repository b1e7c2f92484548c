/// The minutes of a week that quiet hours, closed times and sleep leave open.
struct OpenWeek {
    private static let minutes = 7 * 1440
    private var open = Array(repeating: true, count: minutes)

    init(quiet: Window? = nil, closed: [ClosedTime], sleep: Window? = nil) {
        for window in [quiet, sleep].compactMap(\.self) {
            for day in Weekday.allCases { close(window, from: day) }
        }
        for time in closed {
            for day in time.days { close(time.window, from: day) }
        }
    }

    /// Whether there is an hour on end.
    var hasAnHour: Bool {
        var run = 0
        // Twice around, so that an hour may span the end of the week.
        for minute in 0..<(2 * Self.minutes) {
            run = open[minute % Self.minutes] ? run + 1 : 0
            if run >= 60 { return true }
        }
        return false
    }

    /// How many of some minutes of a day, 0–1439, are open.
    func count(of minutes: Range<Int>, on day: Weekday) -> Int {
        minutes.count { open[day.index * 1440 + $0] }
    }

    private mutating func close(_ window: Window, from day: Weekday) {
        let start = day.index * 1440 + window.start.minutes
        for minute in start..<(day.index * 1440 + window.endSeconds / 60) { open[minute % Self.minutes] = false }
    }
}

extension Plan {
    /// Whether quiet hours, closed times and the sleep of the person's present age leave an hour of the week.
    public func leavesAnHour(to person: Person, of household: Household, on day: LocalDay) -> Bool {
        OpenWeek(quiet: household.quiet, closed: person.closed, sleep: person.sleep ?? sleep[person.band(on: day)])
            .hasAnHour
    }
}
