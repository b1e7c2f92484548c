import MendCore

extension DatePhrase {
    public var english: String {
        switch self {
        case .day(let day): "\(Self.name(of: day.weekday)) \(day.date.day) \(Self.month(of: day)) \(day.date.year)"
        case .month(let day): "\(Self.month(of: day)) \(day.date.year)"
        case .moment(let instant, let zone):
            Self.moment(of: zone.day(of: instant), at: AgendaText(zone: zone).clock(instant))
        }
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
