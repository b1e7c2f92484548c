import MendCore
import MendText

/// A month as a grid, with the days on which somebody is elsewhere.
struct MonthView: Sendable {
    struct DayView: Sendable {
        /// Empty before the first of the month and after its last.
        let day: String
        let isAway: Bool
    }

    struct WeekView: Sendable {
        let days: [DayView]
    }

    let month: String
    let weekdays: [String]
    let weeks: [WeekView]

    /// This month and the next; none where nobody is ever elsewhere.
    static func all(_ stays: [DaysAway], from today: LocalDay, _ catalogue: Catalogue) -> [MonthView] {
        guard !stays.isEmpty else { return [] }
        let first = today + (1 - today.date.day)
        let next = first + 31
        return [first, next + (1 - next.date.day)].map { MonthView(first: $0, stays, catalogue) }
    }

    private init(first: LocalDay, _ stays: [DaysAway], _ catalogue: Catalogue) {
        month = catalogue.text(DatePhrase.month(first))
        weekdays = Weekday.allCases.map { catalogue.text(ChoicePhrase.weekday($0)) }
        let monday = first + -first.weekday.index
        weeks = (0..<6).map { monday + $0 * 7 }
            .filter { $0 <= first || $0.date.month == first.date.month }
            .map { week in
                WeekView(
                    days: (0..<7).map { week + $0 }.map { day in
                        let isIn = day.date.month == first.date.month
                        return DayView(
                            day: isIn ? String(day.date.day) : "",
                            isAway: isIn && stays.contains { $0.contains(day) })
                    })
            }
    }
}
