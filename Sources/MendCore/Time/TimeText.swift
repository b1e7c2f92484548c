/// Times as text: RFC 3339 with the zone's offset, and back; ISO 8601 durations.
public enum TimeText {
    /// `2026-01-05T18:00:00-05:00`, in the zone's offset at that instant (seconds of an odd old offset are dropped from the
    /// offset and the clock alike, so that the instant stays the same).
    public static func rfc3339(_ instant: Instant, _ zone: Zone) -> String {
        let offset = zone.offset(at: instant) / 60 * 60
        let sign = offset < 0 ? "-" : "+"
        let minutes = abs(offset) / 60
        return clock(instant, offset: offset, "\(sign)\((minutes / 60).padded(2)):\((minutes % 60).padded(2))")
    }

    /// `2026-01-05T23:00:00Z`
    public static func utc(_ instant: Instant) -> String {
        clock(instant, offset: 0, "Z")
    }

    /// `Mon, 05 Jan 2026 23:00:00 GMT` (RFC 822 §5 with a year of four digits), for RSS and HTTP.
    /// - Parameter utc: how UTC is written; mails have `+0000` (RFC 5322 §3.3).
    public static func rfc822(_ instant: Instant, utc: String = "GMT") -> String {
        let day = LocalDay(number: instant.seconds.floorDivided(by: 86_400))
        let (year, month, number) = day.date
        var text: [UInt8] = []
        text.reserveCapacity(32)
        text += weekdays[day.weekday.index].utf8
        text.append(pair: number)
        text += months[month - 1].utf8
        text.append(year: year)
        text.append(UInt8(ascii: " "))
        text.append(clock: instant.seconds.floorModulo(86_400))
        text.append(UInt8(ascii: " "))
        text += utc.utf8
        return String(decoding: text, as: UTF8.self)
    }

    private static let months = [
        " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec ",
    ]
    private static let weekdays = ["Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, ", "Sun, "]

    private static func clock(_ instant: Instant, offset: Int, _ zone: String) -> String {
        let local = instant.seconds + offset
        var text: [UInt8] = []
        text.reserveCapacity(32)
        text.append(LocalDay(number: local.floorDivided(by: 86_400)))
        text.append(UInt8(ascii: "T"))
        text.append(clock: local.floorModulo(86_400))
        text += zone.utf8
        return String(decoding: text, as: UTF8.self)
    }

    /// What can be written down: the years 1900 to 2199, in UTC, so that it can be read again in any zone.
    public static let range = Instant(seconds: -2_208_988_800)...Instant(seconds: 7_258_118_399)

    /// Reads an RFC 3339 date-time with an offset, within `range`; a fraction of a second is dropped. Nil for anything else.
    public static func instant(rfc3339 text: some StringProtocol) -> Instant? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == 0x20,
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = LocalDay(bytes.span.extracting(..<10)), let hour = decimal(bytes.span.extracting(11..<13)),
            let minute = decimal(bytes.span.extracting(14..<16)),
            let second = decimal(bytes.span.extracting(17..<19)),
            hour < 24, minute < 60, second < 60
        else { return nil }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offset = offset(rest) else { return nil }
        let instant = Instant(seconds: day.number * 86_400 + hour.hours + minute.minutes + second - offset)
        return range.contains(instant) ? instant : nil
    }

    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let sign = bytes.first else { return nil }
        if sign | 0x20 == UInt8(ascii: "z") { return bytes.count == 1 ? 0 : nil }
        let rest = Array(bytes.dropFirst())
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), rest.count == 5, rest[2] == UInt8(ascii: ":"),
            let hours = decimal(rest.span.extracting(..<2)), let minutes = decimal(rest.span.extracting(3...)),
            hours < 24, minutes < 60
        else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours.hours + minutes.minutes)
    }

    /// `PT20M`, `P1DT2H`, `-PT3H`; days are 24 hours of elapsed time. `PT0S` for none.
    public static func duration(_ seconds: Int) -> String {
        if seconds == 0 { return "PT0S" }
        let size = abs(seconds)
        var text = seconds < 0 ? "-P" : "P"
        if size >= 86_400 { text += "\(size / 86_400)D" }
        let rest = size % 86_400
        if rest > 0 { text += "T" }
        if rest >= 3600 { text += "\(rest / 3600)H" }
        if rest / 60 % 60 > 0 { text += "\(rest / 60 % 60)M" }
        if rest % 60 > 0 { text += "\(rest % 60)S" }
        return text
    }
}

extension [UInt8] {
    /// `18:00:00`
    fileprivate mutating func append(clock seconds: Int) {
        append(pair: seconds / 3600)
        append(UInt8(ascii: ":"))
        append(pair: seconds / 60 % 60)
        append(UInt8(ascii: ":"))
        append(pair: seconds % 60)
    }
}
