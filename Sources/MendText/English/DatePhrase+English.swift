import MendCore

extension DatePhrase {
    public var english: String {
        switch self {
        case .day(let day, let style):
            Self.name(of: day.weekday) + style.afterWeekday + Self.date(of: day, style, withYear: true)
        case .shortDay(let day, let context): Self.shortDay(day, context)
        case .month(let day): "\(Self.month(of: day)) \(day.date.year)"
        case .monthAlone(let day): String(Self.month(of: day).prefix(3))
        case .clock(let instant, let context): Self.clock(of: instant, context)
        case .time(let time, let style): Self.clock(minutes: time.minutes, style)
        case .moment(let instant, let context): Self.moment(instant, context)
        case .near(let day, let context): Self.nearName(of: day, context.today) ?? Self.date(of: day, context)
        case .nearMoment(let instant, let context):
            Self.nearName(of: context.zone.day(of: instant), context.today)
                .map { "\($0) \(Self.clock(of: instant, context))" } ?? Self.moment(instant, context)
        }
    }

    /// The week around today goes by its names.
    private static func nearName(of day: LocalDay, _ today: LocalDay) -> String? {
        switch day - today {
        case 0: "today"
        case 1: "tomorrow"
        case -1: "yesterday"
        case -6...6: name(of: day.weekday)
        default: nil
        }
    }

    private static func moment(_ instant: Instant, _ context: DateContext) -> String {
        shortDay(context.zone.day(of: instant), context) + ", " + clock(of: instant, context)
    }

    private static func shortDay(_ day: LocalDay, _ context: DateContext) -> String {
        name(of: day.weekday).prefix(3) + context.style.afterWeekday + date(of: day, context)
    }

    private static func date(of day: LocalDay, _ context: DateContext) -> String {
        date(of: day, context.style, withYear: day.date.year != context.today.date.year)
    }

    private static func date(of day: LocalDay, _ style: DateStyle, withYear: Bool) -> String {
        switch style {
        case .dayFirst: "\(day.date.day) \(month(of: day))" + (withYear ? " \(day.date.year)" : "")
        case .monthFirst: "\(month(of: day)) \(day.date.day)" + (withYear ? ", \(day.date.year)" : "")
        }
    }

    private static func clock(of instant: Instant, _ context: DateContext) -> String {
        clock(minutes: context.zone.reading(at: instant).seconds / 60, context.style)
    }

    /// - Parameter minutes: of the day, 0–1439.
    private static func clock(minutes: Int, _ style: DateStyle) -> String {
        let (hour, minute) = (minutes / 60, (minutes % 60).padded(2))
        return switch style {
        case .dayFirst: "\(hour.padded(2)):\(minute)"
        case .monthFirst: "\((hour + 11) % 12 + 1):\(minute) \(hour < 12 ? "AM" : "PM")"
        }
    }

    private static func name(of weekday: Weekday) -> String { weekdays[weekday.index] }

    private static func month(of day: LocalDay) -> String { months[day.date.month - 1] }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension DateStyle {
    /// Between the name of a weekday and its date.
    fileprivate var afterWeekday: String {
        switch self {
        case .dayFirst: " "
        case .monthFirst: ", "
        }
    }
}
