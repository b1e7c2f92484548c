/// A time as a person types it, read in the household's zone.
public enum TimeInput {
    /// Reads RFC 3339, `2026-01-05 17:40`, `17:40` (today), `yesterday 17:40`, `today 17:40`, `20m ago`, `2h ago`, `3d ago`
    /// and `now`. A skipped local time moves forward by the wall-clock rule. Nil for anything else, and for what lies outside
    /// `TimeText.range`.
    public static func instant(_ text: String, now: Instant, zone: Zone) -> Instant? {
        read(text, now: now, zone: zone).flatMap { TimeText.range.contains($0) ? $0 : nil }
    }

    private static func read(_ text: String, now: Instant, zone: Zone) -> Instant? {
        if let instant = TimeText.instant(rfc3339: text) { return instant }
        let words = text.lowercased().split(separator: " ")
        let today = zone.day(of: now)
        switch words.count {
        case 1:
            if words[0] == "now" { return now }
            return LocalTime(words[0]).flatMap { resolve(today, $0, zone) }
        case 2:
            if words[1] == "ago" { return ago(words[0], now: now) }
            let day: LocalDay? =
                switch words[0] {
                case "today": today
                case "yesterday": today + -1
                default: LocalDay(words[0])
                }
            guard let day, let time = LocalTime(words[1]) else { return nil }
            return resolve(day, time, zone)
        case 3:
            guard words[2] == "ago", let count = decimal(Substring(words[0]).utf8.span) else { return nil }
            let unit: Character? =
                switch words[1] {
                case "minute", "minutes", "min": "m"
                case "hour", "hours": "h"
                case "day", "days": "d"
                default: nil
                }
            return unit.flatMap { ago("\(count)\($0)", now: now) }
        default: return nil
        }
    }

    /// Reads a local day: `2026-01-05`, `today`, `yesterday`, `tomorrow`.
    public static func day(_ text: String, now: Instant, zone: Zone) -> LocalDay? {
        let today = zone.day(of: now)
        switch text.lowercased() {
        case "today": return today
        case "yesterday": return today + -1
        case "tomorrow": return today + 1
        default: return LocalDay(text).flatMap { (1900...2199).contains($0.date.year) ? $0 : nil }
        }
    }

    private static func resolve(_ day: LocalDay, _ time: LocalTime, _ zone: Zone) -> Instant? {
        time.minutes < 1440 ? zone.instant(day, time) : nil
    }

    private static func ago(_ text: some StringProtocol, now: Instant) -> Instant? {
        guard let unit = text.last, let count = decimal(Substring(text.dropLast()).utf8.span) else { return nil }
        switch unit {
        case "m": return now - count * 60
        case "h": return now - count * 3600
        case "d": return now - count * 86_400
        default: return nil
        }
    }
}
