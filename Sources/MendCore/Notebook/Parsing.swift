/// What people type, as values, or words on what to type instead.
public enum Parsing {
    public static func time(_ text: String, now: Instant, zone: Zone) throws -> Instant {
        guard let instant = TimeInput.instant(text, now: now, zone: zone) else {
            throw InputError(
                "that is no time; write it like 17:40, 'yesterday 17:40', '2026-01-05 17:40' or '20m ago'", field: "at")
        }
        guard instant <= now else {
            throw InputError(
                "that time is still to come; for the day before, write 'yesterday 17:40'", field: "at")
        }
        return instant
    }

    public static func day(_ text: String, now: Instant, zone: Zone) throws -> LocalDay {
        guard let day = TimeInput.day(text, now: now, zone: zone) else {
            throw InputError("that is no day; write it like 2026-01-05, today or tomorrow")
        }
        return day
    }

    public static func birthDate(_ text: String) throws -> LocalDay {
        guard let day = LocalDay(text) else {
            throw InputError("that is no birth date; write it like 2022-04-03", field: "born")
        }
        return day
    }

    public static func zone(_ name: String, in find: ZoneFinder, isTZDataThere: Bool) throws -> Zone {
        guard let zone = find(name) else {
            throw InputError(
                isTZDataThere
                    ? "there is no such time zone; give one like America/New_York or Europe/London"
                    : "this machine has no time zone data; install the package tzdata")
        }
        return zone
    }

    public static func window(_ text: String) throws -> Window {
        guard let window = Window(text) else {
            throw InputError("those are no hours; write them like 21:00-07:00")
        }
        return window
    }

    public static func clock(_ text: String) throws -> LocalTime {
        guard let time = LocalTime(text), time.minutes < 1440 else {
            throw InputError("that is no time of day; write it like 17:30", field: "good")
        }
        return time
    }

    public static func closedTime(_ text: String) throws -> ClosedTime {
        guard let closed = ClosedTime(text) else {
            throw InputError(
                "that is no closed time; write it like 'mon-fri 08:00-15:00' or 'daily 12:00-13:30'", field: "closed")
        }
        return closed
    }

    public static func daysAway(_ text: String) throws -> DaysAway {
        guard let away = DaysAway(text) else {
            throw InputError(
                "those are no days away; write them like 2026-01-10/2026-01-17, the first not after the last",
                field: "away")
        }
        return away
    }
}
