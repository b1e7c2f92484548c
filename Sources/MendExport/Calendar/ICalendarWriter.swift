import MendCore

/// Writes a calendar as text (RFC 5545).
public struct ICalendarWriter {
    private var output: [UInt8] = []
    private var line: [UInt8] = []

    /// Lines of at most 75 octets, each valid UTF-8 and ended by CRLF.
    public static func bytes(of calendar: Component) -> [UInt8] {
        var writer = ICalendarWriter()
        writer.write(calendar)
        return writer.output
    }

    private mutating func write(_ component: Component) {
        line += "BEGIN:".utf8
        line += component.name.utf8
        endLine()
        for property in component.properties { write(property) }
        for component in component.components { write(component) }
        line += "END:".utf8
        line += component.name.utf8
        endLine()
    }

    private mutating func write(_ property: Component.Property) {
        line += property.name.utf8
        if property.statesType {
            line += ";VALUE=".utf8
            line += property.value.type.uppercased().utf8
        }
        line.append(UInt8(ascii: ":"))
        switch property.value {
        case .text(let text): append(text)
        case .dateTime(let instant): append(instant)
        case .duration(let seconds): line += TimeText.duration(seconds).utf8
        case .uri(let uri): line += uri.utf8.filter { $0 > 0x20 && $0 < 0x7F }
        case .integer(let number): line += String(number).utf8
        }
        endLine()
    }

    /// RFC 5545 §3.3.11: exactly backslash, semicolon, comma and line feed are escaped. Plain text has no other control
    /// character that may not stand in a line.
    private mutating func append(_ text: PlainText) {
        var string = text.string
        string.withUTF8 { bytes in
            // By runs: most texts hold few characters to escape, and what lies between is copied whole.
            var start = 0
            for index in bytes.indices {
                let byte = bytes[index]
                guard byte == 0x0A || byte == Self.backslash || byte == Self.semicolon || byte == Self.comma else {
                    continue
                }
                line.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                line.append(Self.backslash)
                line.append(byte == 0x0A ? UInt8(ascii: "n") : byte)
                start = index + 1
            }
            line.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let semicolon = UInt8(ascii: ";")
    private static let comma = UInt8(ascii: ",")

    /// `20260105T230000Z`
    private mutating func append(_ instant: Instant) {
        let (day, seconds) = Self.utc.reading(at: instant)
        let date = day.date
        for pair in [date.year / 100, date.year % 100, date.month, date.day] { append(digits: pair) }
        line.append(UInt8(ascii: "T"))
        for pair in [seconds / 3600, seconds / 60 % 60, seconds % 60] { append(digits: pair) }
        line.append(UInt8(ascii: "Z"))
    }

    private mutating func append(digits pair: Int) {
        line.append(UInt8(ascii: "0") + UInt8(pair / 10))
        line.append(UInt8(ascii: "0") + UInt8(pair % 10))
    }

    private static let utc = Zone(identifier: "UTC", initialOffset: 0, changes: [])

    /// Folds what has gathered in `line` (RFC 5545 §3.1), never inside a character: Google drops such a feed, and
    /// vdirsyncer crashes on it.
    private mutating func endLine() {
        line.withUnsafeBufferPointer { line in
            var start = 0
            var room = 75
            while line.count - start > room {
                var end = start + room
                while line[end] & 0xC0 == 0x80 { end -= 1 }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: line[start..<end]))
                output.append(0x0D)
                output.append(0x0A)
                output.append(0x20)
                start = end
                // The space counts.
                room = 74
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: line[start...]))
        }
        output.append(0x0D)
        output.append(0x0A)
        line.removeAll(keepingCapacity: true)
    }
}
