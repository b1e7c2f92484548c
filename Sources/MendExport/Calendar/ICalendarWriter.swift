import MendCore
import MendXML

/// Writes a calendar as text (RFC 5545).
public struct ICalendarWriter: ComponentWriter {
    private var lines: ContentLines
    /// Whether something had no room.
    private var isCut = false
    /// The last one that was written.
    private var duration = (seconds: 0, text: "PT0S")
    private var stamp = (instant: Instant(seconds: 0), octets: octets(of: Instant(seconds: 0)))

    /// Lines of at most 75 octets, each valid UTF-8 and ended by CRLF.
    @inlinable
    public static func bytes(of calendar: some ComponentTree) -> [UInt8] {
        // Here for whoever has the tree, so that it is compiled for this writer.
        bytes(octets: calendar.octets) { calendar.tell(&$0) }
    }

    @usableFromInline
    static func bytes(octets: Int, of tell: (inout ICalendarWriter) -> Void) -> [UInt8] {
        // Nothing grows, and nothing is copied on the way: a calendar for which the room was too small is told again.
        var capacity = max(octets, 256)
        while true {
            var isWhole = false
            let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                var writer = ICalendarWriter(lines: ContentLines(writingTo: buffer))
                tell(&writer)
                count = writer.lines.count
                isWhole = !writer.isCut
            }
            if isWhole { return bytes }
            capacity *= 2
        }
    }

    public mutating func begin(_ component: StaticString) {
        guard hasRoom(for: component.utf8CodeUnitCount) else { return }
        lines.append("BEGIN:")
        lines.append(component)
        lines.end()
    }

    public mutating func end(_ component: StaticString) {
        guard hasRoom(for: component.utf8CodeUnitCount) else { return }
        lines.append("END:")
        lines.append(component)
        lines.end()
    }

    public mutating func property(_ name: StaticString, _ value: PropertyValue) {
        guard hasRoom(for: name.utf8CodeUnitCount + value.longest) else { return }
        lines.append(name)
        lines.append(":")
        append(value)
        lines.end()
    }

    public mutating func typedProperty(_ name: StaticString, _ value: PropertyValue) {
        guard hasRoom(for: name.utf8CodeUnitCount + value.longest) else { return }
        lines.append(name)
        lines.append(";VALUE=")
        lines.append("\(value.type)".uppercased())
        lines.append(":")
        append(value)
        lines.end()
    }

    @inline(__always)
    private mutating func append(_ value: PropertyValue) {
        switch value {
        case .text(let text): lines.append(escaping: text)
        case .word(let word): lines.append(word)
        case .identifier(let text, let suffix):
            lines.append(escaping: text)
            lines.append(escaping: suffix)
        case .dateTime(let instant): append(instant)
        case .duration(let seconds): append(duration: seconds)
        case .uri(let uri): lines.append(uri.isGraphicASCII ? uri : uri.graphicASCII)
        case .integer(let number): lines.append(String(number))
        }
    }

    private mutating func append(duration seconds: Int) {
        // An alarm at the start, and most calendars have one other length or two.
        if seconds == 0 { return lines.append("PT0S") }
        if duration.seconds != seconds { duration = (seconds, TimeText.duration(seconds)) }
        lines.append(duration.text)
    }

    @inline(__always)
    private mutating func hasRoom(for octets: Int) -> Bool {
        if lines.hasRoom(for: octets) { return true }
        isCut = true
        return false
    }

    private mutating func append(_ instant: Instant) {
        // DTSTAMP and LAST-MODIFIED are the same.
        if stamp.instant != instant { stamp = (instant, Self.octets(of: instant)) }
        lines.append(stamp.octets)
    }

    /// `20260105T230000Z`
    private static func octets(of instant: Instant) -> ByteBlock {
        let (day, seconds) = utc.reading(at: instant)
        let date = day.date
        let clock = seconds / 3600 * 10_000 + seconds / 60 % 60 * 100 + seconds % 60
        return ByteBlock(
            low: digits(date.year * 10_000 + date.month * 100 + date.day, count: 8),
            high: UInt64(UInt8(ascii: "T")) | digits(clock, count: 6) << 8 | UInt64(UInt8(ascii: "Z")) << 56)
    }

    /// The first digit lowest.
    private static func digits(_ number: Int, count: Int) -> UInt64 {
        var (rest, word) = (number, UInt64(0))
        for _ in 0..<count {
            word = word << 8 | UInt64(UInt8(ascii: "0")) + UInt64(rest % 10)
            rest /= 10
        }
        return word
    }

    private static let utc = Zone(identifier: "UTC", initialOffset: 0, changes: [])
}

extension PropertyValue {
    /// Octets that it may take, with its type and all escapes.
    @inline(__always)
    fileprivate var longest: Int {
        switch self {
        case .text(let text): 2 * text.string.utf8.count
        case .identifier(let text, let suffix): 2 * (text.string.utf8.count + suffix.string.utf8.count)
        case .word(let word): word.utf8CodeUnitCount
        case .uri(let uri): uri.utf8.count
        case .dateTime, .duration, .integer: 64
        }
    }
}

extension String {
    fileprivate var isGraphicASCII: Bool {
        withBytes { bytes in
            // The largest distance from the first of them. No way out in the middle, so that many are looked at together.
            var distance: UInt8 = 0
            for byte in bytes { distance = max(distance, byte &- 0x21) }
            return distance < 0x5E
        }
    }

    fileprivate var graphicASCII: String {
        String(decoding: utf8.filter { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
    }
}
