import MendXML

/// The content lines of a calendar as they are written: folded at 75 octets (RFC 5545 §3.1), never inside a character or an
/// escape. Google drops a feed that is folded inside a character, and vdirsyncer crashes on it.
///
/// Text goes straight from its string to its place, sixteen bytes at a time up to the first that is escaped (see
/// <doc:Decisions>).
struct ContentLines {
    private let start: UnsafeMutablePointer<UInt8>
    private let limit: UnsafeMutablePointer<UInt8>
    private var next: UnsafeMutablePointer<UInt8>
    /// Where the line is full.
    private var lineEnd: UnsafeMutablePointer<UInt8>

    /// - Parameter buffer: has room for what is written; whoever writes asks `hasRoom` before.
    init(writingTo buffer: UnsafeMutableBufferPointer<UInt8>) {
        guard let base = buffer.baseAddress else { preconditionFailure("a calendar has room for a line") }
        start = base
        limit = base + buffer.count
        next = base
        lineEnd = base + Self.length
    }

    /// Octets written.
    var count: Int { next - start }

    /// Whether there is room for a line of so many octets, escapes included. Each 71 may take a fold, of three; what is written
    /// at a time may touch fifteen more.
    @inline(__always)
    func hasRoom(for octets: Int) -> Bool {
        limit - next >= octets + octets / 16 + 48
    }

    private static let length = 75

    /// What of a line is known beforehand: ASCII that needs no escape.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(plain: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// ASCII that needs no escape.
    @inline(__always)
    mutating func append(_ text: String) {
        text.withBytes { append(plain: $0) }
    }

    /// Sixteen octets of ASCII, on a line that has room for them.
    mutating func append(_ octets: ByteBlock) {
        assert(next + 16 <= lineEnd)
        octets.store(to: next)
        next += 16
    }

    /// RFC 5545 §3.3.11: exactly backslash, semicolon, comma and line feed are escaped. Plain text has no other control
    /// character that may not stand in a line.
    mutating func append(escaping text: PlainText) {
        text.string.withBytes { bytes in
            guard var source = bytes.baseAddress else { return }
            let end = source + bytes.count
            // What is written could be part of it, for all that the compiler knows, but not of a copy.
            var lines = self
            while source < end {
                let left = end - source
                if left >= 16 {
                    lines.append(ByteBlock(loading: source), 16, of: &source)
                } else {
                    lines.append(Self.block(source, left, of: bytes), left, of: &source)
                }
            }
            self = lines
        }
    }

    /// Appends as much of a block as stands for itself and fits on the line, and what follows: a byte that is escaped, or a fold.
    /// - Parameter count: of the block's bytes that are text.
    @inline(__always)
    private mutating func append(_ block: ByteBlock, _ count: Int, of source: inout UnsafePointer<UInt8>) {
        block.store(to: next)
        let plain = min(Self.escaped(in: block).first, count)
        let room = lineEnd - next
        if plain > room {
            // Where the line is full, or before the character that would not fit.
            source += room
            next += room
            while source[0] & 0xC0 == 0x80 {
                source -= 1
                next -= 1
            }
            return fold()
        }
        source += plain
        next += plain
        if plain < count {
            append(escaped: source[0])
            source += 1
        }
    }

    /// Ends the line.
    @inline(__always)
    mutating func end() {
        next[0] = 0x0D
        next[1] = 0x0A
        next += 2
        lineEnd = next + Self.length
    }

    @inline(__always)
    private static func escaped(in block: ByteBlock) -> ByteMarks {
        block.marks(backslash) | block.marks(semicolon) | block.marks(comma) | block.marks(lineFeed)
    }

    /// The last bytes of a text, fewer than sixteen, and anything after them.
    private static func block(
        _ source: UnsafePointer<UInt8>, _ left: Int, of bytes: UnsafeBufferPointer<UInt8>
    ) -> ByteBlock {
        func word(_ place: UnsafePointer<UInt8>) -> UInt64 {
            UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
        }
        guard bytes.count >= 8 else {
            let rest = UnsafeBufferPointer(start: source, count: left)
            return ByteBlock(low: rest.reversed().reduce(0) { $0 << 8 | UInt64($1) }, high: 0)
        }
        // Nothing is read beyond the end, so what comes before goes out again: by whole bytes, of which the shift knows eight.
        let last = word(source + left - 8) &>> UInt64((16 - left) * 8)
        return left > 8 ? ByteBlock(low: word(source), high: last) : ByteBlock(low: last, high: 0)
    }

    @inline(__always)
    private mutating func append(plain bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        if bytes.count > lineEnd - next { return appendFolded(source, bytes.count) }
        copy(source, bytes.count)
    }

    private mutating func appendFolded(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        var (source, left) = (bytes, count)
        while left > lineEnd - next {
            let room = lineEnd - next
            copy(source, room)
            fold()
            source += room
            left -= room
        }
        copy(source, left)
    }

    @inline(__always)
    private mutating func append(escaped byte: UInt8) {
        if lineEnd - next < 2 { fold() }
        next[0] = Self.backslash
        next[1] = byte == Self.lineFeed ? UInt8(ascii: "n") : byte
        next += 2
    }

    @inline(__always)
    private mutating func fold() {
        end()
        next[0] = 0x20
        next += 1
    }

    @inline(__always)
    private mutating func copy(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        next.update(from: bytes, count: count)
        next += count
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let semicolon = UInt8(ascii: ";")
    private static let lineFeed: UInt8 = 0x0A
    private static let comma = UInt8(ascii: ",")
}
