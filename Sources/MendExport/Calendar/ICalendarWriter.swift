import MendCore

/// Writes a calendar as text (RFC 5545).
public struct ICalendarWriter {
    private var lines: ContentLines

    /// Lines of at most 75 octets, each valid UTF-8 and ended by CRLF.
    public static func bytes(of calendar: Component) -> [UInt8] {
        // The longest that it can become is known beforehand, so that nothing grows, and nothing is copied, on the way.
        Array(unsafeUninitializedCapacity: longest(calendar)) { buffer, count in
            var writer = ICalendarWriter(lines: ContentLines(writingTo: buffer))
            writer.write(calendar)
            count = writer.lines.count
        }
    }

    private static func longest(_ component: Component) -> Int {
        var octets = 2 * ContentLines.longest(octets: "BEGIN:".utf8.count + component.name.utf8.count)
        for property in component.properties {
            octets += ContentLines.longest(octets: property.name.utf8.count + property.value.longest)
        }
        for component in component.components { octets += longest(component) }
        return octets
    }

    private mutating func write(_ component: Component) {
        lines.append("BEGIN:")
        lines.append(component.name)
        lines.end()
        for property in component.properties { write(property) }
        for component in component.components { write(component) }
        lines.append("END:")
        lines.append(component.name)
        lines.end()
    }

    private mutating func write(_ property: Component.Property) {
        lines.append(property.name)
        if property.statesType {
            lines.append(";VALUE=")
            lines.append(property.value.type.uppercased())
        }
        lines.append(":")
        switch property.value {
        case .text(let text): lines.append(escaping: text)
        case .dateTime(let instant): append(instant)
        case .duration(let seconds): lines.append(TimeText.duration(seconds))
        case .uri(let uri):
            let isASCII = uri.utf8.reduce(true) { $0 && $1 > 0x20 && $1 < 0x7F }
            lines.append(isASCII ? uri : String(decoding: uri.utf8.filter { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self))
        case .integer(let number): lines.append(String(number))
        }
        lines.end()
    }

    /// `20260105T230000Z`
    private mutating func append(_ instant: Instant) {
        let (day, seconds) = Self.utc.reading(at: instant)
        let date = day.date
        for pair in [date.year / 100, date.year % 100, date.month, date.day] { lines.append(digits: pair) }
        lines.append("T")
        for pair in [seconds / 3600, seconds / 60 % 60, seconds % 60] { lines.append(digits: pair) }
        lines.append("Z")
    }

    private static let utc = Zone(identifier: "UTC", initialOffset: 0, changes: [])
}

extension Component.Value {
    /// Octets that it may take, with its type and all escapes.
    fileprivate var longest: Int {
        switch self {
        case .text(let text): 2 * text.string.utf8.count
        case .uri(let uri): uri.utf8.count
        case .dateTime, .duration, .integer: 64
        }
    }
}
