/// A time or a day as a person types it, read in the household's zone.
public enum TimeInput {
    /// Where a weekday is looked for that was named without a date.
    public enum Direction: Sendable {
        /// The last one, up to now.
        case back
        /// The next one, after now.
        case ahead
    }

    /// Reads RFC 3339, `2026-01-05 17:40`, `17:40`, `17.40`, `5pm`, `5:40 pm` (today), `yesterday 3pm`, `3pm yesterday`,
    /// `monday 17:40`, `20m ago`, `2 hours ago`, `an hour ago`, `half an hour ago`, `last night` (yesterday 21:00),
    /// `this morning` (08:00) and `now`. A skipped local time moves forward by the wall-clock rule. Nil for anything else, and for what lies outside
    /// `TimeText.range`.
    public static func instant(_ text: String, now: Instant, zone: Zone, looking direction: Direction = .back)
        -> Instant?
    {
        let reader = TimeReader(now: now, zone: zone, direction: direction)
        return reader.instant(text).flatMap { TimeText.range.contains($0) ? $0 : nil }
    }

    /// Reads a local day: `2026-01-05`, `today`, `yesterday`, `tomorrow`, `monday`, `+7d`. Nil for anything else, and for
    /// years outside 1900–2199.
    public static func day(_ text: String, now: Instant, zone: Zone, looking direction: Direction = .ahead) -> LocalDay?
    {
        let reader = TimeReader(now: now, zone: zone, direction: direction)
        return reader.day(text.lowercased()).flatMap { (1900...2199).contains($0.date.year) ? $0 : nil }
    }

    /// Whether a text is a weekday's name without a time: `monday`, `mon`.
    static func isWeekday(_ text: String) -> Bool { Weekday(name: text.lowercased()) != nil }

    /// The two days that `05/01/2026` may mean, day first and month first; nil for a text that is no such date.
    public static func readings(_ text: String) -> (dayFirst: LocalDay, monthFirst: LocalDay)? {
        guard let word = text.split(separator: " ").first(where: { $0.contains("/") }) else { return nil }
        let numbers = word.split(separator: "/").compactMap { decimal(Substring($0).utf8.span) }
        guard numbers.count == 3, let dayFirst = LocalDay(year: numbers[2], month: numbers[1], day: numbers[0]),
            let monthFirst = LocalDay(year: numbers[2], month: numbers[0], day: numbers[1]), dayFirst != monthFirst
        else { return nil }
        return (dayFirst, monthFirst)
    }
}

/// Reads one text, word by word.
private struct TimeReader {
    let now: Instant
    let zone: Zone
    let direction: TimeInput.Direction

    private var today: LocalDay { zone.day(of: now) }

    func instant(_ text: String) -> Instant? {
        if let instant = TimeText.instant(rfc3339: text) { return instant }
        let text = text.lowercased().split(separator: " ").joined(separator: " ")
        switch text {
        case "now": return now
        case "last night": return LocalTime(hour: 21, minute: 0).flatMap { resolve(today + -1, $0) }
        case "this morning": return LocalTime(hour: 8, minute: 0).flatMap { resolve(today, $0) }
        default: break
        }
        if text.hasSuffix(" ago") { return ago(text.dropLast(4)) }
        if let time = clock(text) { return resolve(today, time) }
        // The day stands before the time or after it.
        let words = text.split(separator: " ")
        if let first = words.first, let time = clock(words.dropFirst().joined(separator: " ")) {
            return instant(of: String(first), at: time)
        }
        if words.count > 1, let last = words.last, let time = clock(words.dropLast().joined(separator: " ")) {
            return instant(of: String(last), at: time)
        }
        return nil
    }

    func day(_ word: String) -> LocalDay? {
        switch word {
        case "today": return today
        case "yesterday": return today + -1
        case "tomorrow": return today + 1
        default: break
        }
        if word.hasPrefix("+"), word.hasSuffix("d"),
            let days = decimal(Substring(word.dropFirst().dropLast()).utf8.span)
        {
            return days <= 100_000 ? today + days : nil
        }
        if let weekday = Weekday(name: word) {
            let ahead = (weekday.index - today.weekday.index).floorModulo(7)
            switch direction {
            case .ahead: return today + ahead
            case .back: return today + (ahead == 0 ? 0 : ahead - 7)
            }
        }
        return LocalDay(word)
    }

    private func instant(of word: String, at time: LocalTime) -> Instant? {
        guard let day = day(word), let instant = resolve(day, time) else { return nil }
        // A weekday that is today may mean the one a week away.
        guard Weekday(name: word) != nil else { return instant }
        switch direction {
        case .back: return instant > now ? resolve(day + -7, time) : instant
        case .ahead: return instant <= now ? resolve(day + 7, time) : instant
        }
    }

    /// `17:40`, `17.40`, `5pm`, `5:40 pm`.
    private func clock(_ text: String) -> LocalTime? {
        guard let half = ["am", "pm"].first(where: text.hasSuffix) else {
            return LocalTime(text.replacing(".", with: ":"))
        }
        let digits = text.dropLast(2).split(separator: " ", omittingEmptySubsequences: true)
        guard digits.count == 1, let parts = digits.first?.replacing(".", with: ":").split(separator: ":"),
            let hour = parts.first.flatMap({ decimal(Substring($0).utf8.span) }), (1...12).contains(hour)
        else { return nil }
        let minute =
            parts.count == 2 && parts[1].count == 2
            ? decimal(Substring(parts[1]).utf8.span) : parts.count == 1 ? 0 : nil
        return minute.flatMap { LocalTime(hour: hour % 12 + (half == "pm" ? 12 : 0), minute: $0) }
    }

    /// `20m`, `2 hours`, `an hour`, `half an hour`.
    private func ago(_ text: Substring) -> Instant? {
        if text == "half an hour" { return now - 30 * 60 }
        let words = text.split(separator: " ")
        let isCounted = text.first?.isNumber ?? false
        let (number, unit): (Substring, Substring)
        switch words.count {
        case 1 where isCounted:
            number = words[0].prefix { $0.isNumber }
            unit = words[0].dropFirst(number.count)
        case 2: (number, unit) = (words[0], words[1])
        default: return nil
        }
        guard let count = ["a", "an"].contains(number) ? 1 : decimal(number.utf8.span) else { return nil }
        switch unit {
        case "m", "min", "minute", "minutes": return now - count * 60
        case "h", "hour", "hours": return now - count * 3600
        case "d", "day", "days": return now - count * 86_400
        default: return nil
        }
    }

    private func resolve(_ day: LocalDay, _ time: LocalTime) -> Instant? {
        time.minutes < 1440 ? zone.instant(day, time) : nil
    }
}

extension Weekday {
    /// Reads `monday` and `mon`.
    fileprivate init?(name: String) {
        guard let day = Self.allCases.first(where: { $0.rawValue == name || "\($0)" == name }) else { return nil }
        self = day
    }
}
