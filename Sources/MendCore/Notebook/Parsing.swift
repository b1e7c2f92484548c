/// What people type, as values. Everything here throws `InputError`.
public enum Parsing {
    /// An instant that was typed; it is not later than now.
    public static func time(_ text: String, now: Instant, zone: Zone) throws -> Instant {
        guard let instant = TimeInput.instant(text, now: now, zone: zone) else {
            throw ambiguity(text) ?? InputError.notATime
        }
        guard instant <= now else { throw InputError.timeAhead }
        return instant
    }

    /// An instant still to come: a time as `TimeInput` reads it, or the beginning of a day. On a Monday `monday` is the coming one.
    public static func laterTime(_ text: String, now: Instant, zone: Zone) throws -> Instant {
        if let instant = TimeInput.instant(text, now: now, zone: zone, looking: .ahead) { return instant }
        guard let day = TimeInput.day(text, now: now, zone: zone, looking: .ahead) else {
            throw ambiguity(text) ?? InputError.notALaterTime
        }
        let start = zone.start(of: day)
        guard start <= now, TimeInput.isWeekday(text) else { return start }
        return zone.start(of: day + 7)
    }

    private static func ambiguity(_ text: String) -> InputError? {
        TimeInput.readings(text).map { .ambiguousDay($0.dayFirst, $0.monthFirst) }
    }

    /// A local day: `2026-01-05`, `today`, `tomorrow`, `monday`, `+7d`.
    public static func day(_ text: String, now: Instant, zone: Zone) throws -> LocalDay {
        guard let day = TimeInput.day(text, now: now, zone: zone) else {
            throw ambiguity(text) ?? InputError.notADay
        }
        return day
    }

    /// `2022-04-03`
    public static func birthDate(_ text: String) throws -> LocalDay {
        guard let day = LocalDay(text) else { throw InputError.notABirthDate }
        return day
    }

    /// A time zone by its IANA name.
    /// - Parameters:
    ///   - isTZDataThere: whether the machine knows any.
    ///   - names: all that the machine knows, from which the one that may be meant is told.
    ///   - takesFixed: whether it may be one that is the same all year and no place, such as `EST`.
    public static func zone(
        _ name: String, in find: ZoneFinder, isTZDataThere: Bool, names: [String] = [], takesFixed: Bool = true
    ) throws -> Zone {
        guard let zone = find(name) else {
            guard isTZDataThere else { throw InputError.noTimeZoneData }
            throw InputError.unknownZone(near: ZoneName.nearest(to: name, among: names))
        }
        if !takesFixed, ZoneName.isFixed(name) { throw InputError.fixedZone(place: ZoneName.place(of: name)) }
        return zone
    }

    /// `21:00-07:00`
    public static func window(_ text: String) throws -> Window {
        guard let window = Window(text) else { throw InputError.notHours }
        return window
    }

    /// `17:30`
    public static func clock(_ text: String) throws -> LocalTime {
        guard let time = LocalTime(text), time.minutes < 1440 else { throw InputError.notATimeOfDay }
        return time
    }

    /// `mon-fri 08:00-15:00`
    public static func closedTime(_ text: String) throws -> ClosedTime {
        guard let closed = ClosedTime(text) else { throw InputError.notAClosedTime }
        return closed
    }

    /// `2026-01-10/2026-01-17`, `2026-01-10/2026-01-17 every 14d`, and that with ` until 2027-06-30`.
    public static func daysAway(_ text: String) throws -> DaysAway {
        if let away = DaysAway(text) {
            if away.neverComesBack { throw InputError.neverBack(days: away.last - away.first + 1) }
            return away
        }
        let words = text.split(separator: " ")
        // With days that are fine, a period that is written as one is what is wrong.
        guard words.count >= 3, words[1] == "every", words[2].last == "d", let days = Int(words[2].dropLast()),
            !DaysAway.periods.contains(days), DaysAway(words[0]) != nil
        else { throw InputError.notDaysAway }
        throw InputError.notAPeriod
    }
}
