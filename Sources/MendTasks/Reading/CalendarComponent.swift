import MendCore

/// A component of a calendar that somebody else wrote (RFC 5545 §3.6).
public struct CalendarComponent: Equatable, Sendable {
    /// In capitals.
    public let name: String
    public let properties: [CalendarProperty]
    public let components: [CalendarComponent]
    /// All of it as content lines.
    public let lines: String

    /// The first property of a name; nil: there is none.
    public func first(_ name: String) -> CalendarProperty? {
        properties.first { $0.name == name }
    }

    /// The value of the first property of a name.
    public func value(_ name: String) -> String? { first(name)?.value }

    public func all(_ name: String) -> [CalendarComponent] {
        components.filter { $0.name == name }
    }
}

/// A property of such a component (RFC 5545 §3.5).
public struct CalendarProperty: Equatable, Sendable {
    public struct Parameter: Equatable, Sendable {
        /// In capitals.
        public let name: String
        public let value: String
    }

    /// In capitals.
    public let name: String
    public let parameters: [Parameter]
    /// A text without its escapes, or any other value as it is written.
    public let value: String
    /// Nil where it is no time.
    public let moment: CalendarMoment?
    /// The content line, folded.
    public let line: String
}

/// A time as a calendar gives it (RFC 5545 §3.3.4, §3.3.5).
public enum CalendarMoment: Hashable, Sendable {
    case instant(Instant)
    /// In whatever zone it is read, with seconds since the day's beginning on the clock.
    case local(LocalDay, seconds: Int)
    case day(LocalDay)
    /// In a year in which mend can place nothing.
    case far

    /// As an instant of a household; nil: out of what can be written down.
    public func instant(in zone: Zone) -> Instant? {
        let instant: Instant
        switch self {
        case .instant(let moment): instant = moment
        case .local(let day, let seconds):
            guard let time = LocalTime(minutes: seconds / 60) else { return nil }
            instant = zone.instant(day, time) + seconds % 60
        case .day(let day): instant = zone.start(of: day)
        case .far: return nil
        }
        return TimeText.range.contains(instant) ? instant : nil
    }
}
