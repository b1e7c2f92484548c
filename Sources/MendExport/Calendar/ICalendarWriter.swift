import MendCore

/// Writes a calendar as text (RFC 5545).
public struct ICalendarWriter: ComponentWriter {
    /// Where the next line goes.
    private var next: UnsafeMutablePointer<UInt8>
    private let limit: UnsafeMutablePointer<UInt8>
    /// Whether a line had no room before the limit, and was left out.
    private var isFull = false
    /// The duration that was written last: most items are as long as the one before.
    private var lastDuration = (seconds: 0, text: "PT0S")

    private init(_ room: UnsafeMutableBufferPointer<UInt8>) {
        guard let start = room.baseAddress else { preconditionFailure("a calendar has room for a line") }
        next = start
        limit = start + room.count
    }

    /// The calendar in UTF-8, in lines of at most 75 octets that end in CRLF. No line cuts a character.
    @inlinable
    public static func bytes(of calendar: some ComponentTree) -> [UInt8] {
        // Inlinable, so that a tree of another module is compiled for this writer, too.
        bytes(expecting: calendar.expectedOctets) { calendar.write(to: &$0) }
    }

    /// Writes straight into the array's own memory, so that nothing grows and nothing is copied. Where that was too little, all
    /// is written once more (see <doc:Decisions>).
    @usableFromInline
    static func bytes(expecting octets: Int, from write: (inout ICalendarWriter) -> Void) -> [UInt8] {
        var capacity = max(octets, 256)
        while true {
            var isWhole = false
            let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
                var writer = ICalendarWriter(room)
                write(&writer)
                count = room.count - (writer.limit - writer.next)
                isWhole = !writer.isFull
            }
            if isWhole { return bytes }
            capacity *= 2
        }
    }

    public mutating func begin(_ component: StaticString) {
        writeLine("BEGIN", .word(component))
    }

    public mutating func end(_ component: StaticString) {
        writeLine("END", .word(component))
    }

    public mutating func property(_ name: StaticString, _ value: PropertyValue) {
        writeLine(name, value)
    }

    public mutating func typedProperty(_ name: StaticString, _ value: PropertyValue) {
        writeLine(name, type: value.type, value)
    }

    /// - Parameter type: is written before the value (RFC 5545 §3.2.20); nil: is not said.
    @inline(__always)
    private mutating func writeLine(_ name: StaticString, type: StaticString? = nil, _ value: PropertyValue) {
        guard limit - next >= ContentLine.longest(octets: name.utf8CodeUnitCount + 24 + value.longest) else {
            isFull = true
            return
        }
        var line = ContentLine(writingTo: next)
        line.append(name)
        if let type {
            line.append(";VALUE=")
            line.append(plain: "\(type)".uppercased())
        }
        line.append(":")
        switch value {
        case .text(let text): line.append(text)
        case .word(let word): line.append(word)
        case .identifier(let text, let suffix):
            line.append(text)
            line.append(suffix)
        case .dateTime(let instant): line.append(ByteBlock(instant))
        case .duration(let seconds): line.append(plain: text(ofDuration: seconds))
        case .uri(let uri): line.append(plain: uri.isGraphicASCII ? uri : uri.graphicASCII)
        case .integer(let number): line.append(plain: String(number))
        }
        line.end()
        next = line.next
    }

    /// Such as `-PT5M` (RFC 5545 §3.3.6).
    @inline(__always)
    private mutating func text(ofDuration seconds: Int) -> String {
        // An alarm at the start, in turn with the lengths of the items.
        if seconds == 0 { return "PT0S" }
        if lastDuration.seconds != seconds { lastDuration = (seconds, TimeText.duration(seconds)) }
        return lastDuration.text
    }
}

extension PropertyValue {
    /// Octets that it may take, with all escapes.
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
    /// Whether it has nothing but visible ASCII.
    fileprivate var isGraphicASCII: Bool {
        withBytes { bytes in
            // The largest distance from the first visible one, without a way out in the middle, so that the compiler looks at
            // many bytes at once.
            var distance: UInt8 = 0
            for byte in bytes { distance = max(distance, byte &- 0x21) }
            return distance < 0x5E
        }
    }

    fileprivate var graphicASCII: String {
        String(decoding: utf8.filter { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
    }
}
