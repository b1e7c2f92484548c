import MendCore
import MendText

/// A month as a grid of days that can be tapped.
struct MonthView: Sendable {
    /// What a tap on a day does.
    enum Tap {
        /// It is one more of several.
        case adds(field: String)
        /// It is the only one.
        case chooses(field: String)
    }

    struct DayView: Sendable {
        /// Empty before the first of the month and after its last.
        let day: String
        /// What a tap sends; nil: it cannot be tapped.
        let value: String?
        /// The whole day, for who hears it.
        let dayName: String
        let isChosen: Bool
        /// Whether somebody is elsewhere on it without its having been tapped.
        let isAway: Bool
        let isToday: Bool
    }

    struct WeekView: Sendable {
        let days: [DayView]
    }

    let month: String
    let weekdays: [String]
    let weeks: [WeekView]
    /// Of the fields: `checkbox` or `radio`.
    let type: String
    /// The name of the fields.
    let field: String

    /// The days that `all` shows: those of this month and the next.
    static func days(from today: LocalDay) -> ClosedRange<LocalDay> {
        let first = today + (1 - today.date.day)
        let afterNext = following(following(first))
        return first...(afterNext + -1)
    }

    /// This month and the next.
    /// - Parameters:
    ///   - chosen: the days that are tapped already, as `LocalDay` spells them.
    ///   - stays: days elsewhere that come from rows, and cannot be tapped.
    ///   - open: the days that can be tapped.
    static func all(
        _ household: CurrentHousehold, _ tap: Tap, chosen: Set<String>, stays: [DaysAway] = [],
        open: PartialRangeFrom<LocalDay>
    ) -> [MonthView] {
        let first = days(from: household.today).lowerBound
        return [first, following(first)].map { month in
            MonthView(first: month, household, tap) { day in
                let isAway = stays.contains { $0.contains(day) }
                return DayView(
                    day: String(day.date.day), value: isAway || !open.contains(day) ? nil : day.description,
                    dayName: household.dates.dayName(day), isChosen: chosen.contains(day.description),
                    isAway: isAway, isToday: day == household.today)
            }
        }
    }

    /// The first of the month after one.
    private static func following(_ first: LocalDay) -> LocalDay {
        let next = first + 31
        return next + (1 - next.date.day)
    }

    private init(first: LocalDay, _ household: CurrentHousehold, _ tap: Tap, day: (LocalDay) -> DayView) {
        month = household.text(DatePhrase.month(first))
        let week = household.dates.week
        weekdays = week.map { household.text(ChoicePhrase.weekday($0)) }
        (type, field) =
            switch tap {
            case .adds(let field): ("checkbox", field)
            case .chooses(let field): ("radio", field)
            }
        let start = first + -(week.firstIndex(of: first.weekday) ?? 0)
        let none = DayView(day: "", value: nil, dayName: "", isChosen: false, isAway: false, isToday: false)
        weeks = (0..<6).map { start + $0 * 7 }
            .filter { $0 <= first || $0.date.month == first.date.month }
            .map { week in
                WeekView(
                    days: (0..<7).map { week + $0 }.map { $0.date.month == first.date.month ? day($0) : none })
            }
    }
}
