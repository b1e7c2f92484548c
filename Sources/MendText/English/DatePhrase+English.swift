import MendCore

extension DatePhrase {
    public var english: String {
        switch self {
        case .day(let day): "\(Self.name(of: day.weekday)) \(day.date.day) \(Self.month(of: day)) \(day.date.year)"
        case .month(let day): "\(Self.month(of: day)) \(day.date.year)"
        case .moment(let instant, let zone):
            Self.moment(of: zone.day(of: instant), at: AgendaText(zone: zone).clock(instant))
        case .near(let day, let today): Self.nearName(of: day, today) ?? Self.date(of: day, today)
        case .nearMoment(let instant, let zone, let today):
            Self.near(zone.day(of: instant), today, at: AgendaText(zone: zone).clock(instant))
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

    /// A year is told where it is not this one.
    private static func date(of day: LocalDay, _ today: LocalDay) -> String {
        let year = day.date.year == today.date.year ? "" : " \(day.date.year)"
        return "\(day.date.day) \(month(of: day))\(year)"
    }

    private static func near(_ day: LocalDay, _ today: LocalDay, at clock: String) -> String {
        if let name = nearName(of: day, today) { return "\(name) \(clock)" }
        return "\(name(of: day.weekday).prefix(3)) \(date(of: day, today)), \(clock)"
    }

    private static func moment(of day: LocalDay, at clock: String) -> String {
        "\(name(of: day.weekday).prefix(3)) \(day.date.day) \(month(of: day)), \(clock)"
    }

    private static func name(of weekday: Weekday) -> String { weekdays[weekday.index] }

    private static func month(of day: LocalDay) -> String { months[day.date.month - 1] }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
