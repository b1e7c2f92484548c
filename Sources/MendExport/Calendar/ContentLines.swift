/// The content lines of a calendar as they are written: folded at 75 octets (RFC 5545 §3.1), never inside a character or an
/// escape. Google drops a feed that is folded inside a character, and vdirsyncer crashes on it.
///
/// Text goes straight from its string to its place, sixteen bytes at a time up to the first that needs a look (see
/// <doc:Decisions>).
struct ContentLines {
    private let start: UnsafeMutablePointer<UInt8>
    private let limit: UnsafeMutablePointer<UInt8>
    private var next: UnsafeMutablePointer<UInt8>
    /// Octets on the line so far.
    private var column = 0

    /// - Parameter buffer: has room for what is written; whoever writes asks `room` before.
    init(writingTo buffer: UnsafeMutableBufferPointer<UInt8>) {
        guard let base = buffer.baseAddress else { preconditionFailure("a calendar has room for a line") }
        start = base
        limit = base + buffer.count
        next = base
    }

    /// Octets that a line of so many, escapes included, takes with its folds and end. What is written at a time may touch
    /// fifteen more.
    static func longest(octets: Int) -> Int {
        octets + (octets / 70 + 1) * 3 + 32
    }

    /// Octets written.
    var count: Int { next - start }
    /// Octets that are left.
    var room: Int { limit - next }

    private static let length = 75

    /// A line's name and its colon, which no line is too short for.
    mutating func begin(_ name: StaticString) {
        copy(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        next[0] = UInt8(ascii: ":")
        next += 1
        column += 1
    }

    /// The same with the type of what follows.
    mutating func begin(_ name: StaticString, type: String) {
        append(name)
        append(";VALUE=")
        append(type)
        append(":")
    }

    /// What of a line is known beforehand: ASCII, and it needs no escape.
    mutating func append(_ text: StaticString) {
        append(plain: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// ASCII that needs no escape.
    mutating func append(_ text: String) {
        text.withBytes { append(plain: $0) }
    }

    /// RFC 5545 §3.3.11: exactly backslash, semicolon, comma and line feed are escaped. Plain text has no other control
    /// character that may not stand in a line.
    mutating func append(escaping text: PlainText) {
        text.string.withBytes { bytes in
            var position = 0
            while true {
                position = copyPlain(bytes, from: position)
                guard position < bytes.count else { return }
                append(escaped: bytes[position])
                position += 1
            }
        }
    }

    /// Sixteen octets of ASCII, the first one lowest, on a line that has room for them.
    mutating func append(_ octets: SIMD2<UInt64>) {
        assert(column + 16 <= Self.length)
        UnsafeMutableRawPointer(next).storeBytes(
            of: [octets[0].littleEndian, octets[1].littleEndian], as: SIMD2<UInt64>.self)
        next += 16
        column += 16
    }

    /// Ends the line.
    mutating func end() {
        next[0] = 0x0D
        next[1] = 0x0A
        next += 2
        column = 0
    }

    /// Copies what stands for itself, folded, up to the first byte that is escaped.
    /// - Returns: the index of that byte, or the end.
    private mutating func copyPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        while true {
            // Up to the end of the line or of the text, and what a few words may hold beyond.
            let limit = min(bytes.count, position + Self.length - column)
            let begin = position
            let isPlain = copyWords(of: bytes, at: &position, upTo: limit)
            if position > limit {
                next -= position - limit
                position = limit
            } else if !isPlain {
                column += position - begin
                return position
            }
            column += position - begin
            guard position < bytes.count else { return position }
            // Back to where a character begins.
            while bytes[position] & 0xC0 == 0x80 {
                position -= 1
                next -= 1
            }
            fold()
        }
    }

    /// Copies whole words until a byte that is escaped, or beyond the limit.
    /// - Returns: false at a byte that is escaped.
    @inline(__always)
    private mutating func copyWords(
        of bytes: UnsafeBufferPointer<UInt8>, at position: inout Int, upTo limit: Int
    ) -> Bool {
        let source = UnsafeRawBufferPointer(bytes)
        while position < limit, bytes.count - position >= 16 {
            let words = source.loadUnaligned(fromByteOffset: position, as: SIMD2<UInt64>.self)
            UnsafeMutableRawPointer(next).storeBytes(of: words, as: SIMD2<UInt64>.self)
            let plain = Self.plainPrefix(words)
            position += plain
            next += plain
            if plain < 16 { return false }
        }
        while position < limit {
            let (word, count) = Self.word(of: bytes, at: position)
            UnsafeMutableRawPointer(next).storeBytes(of: word.littleEndian, as: UInt64.self)
            let plain = min(Self.plainPrefix([word, 0]), count)
            position += plain
            next += plain
            if plain < count { return false }
        }
        return true
    }

    /// The next eight bytes, or as many as there are, the first one lowest.
    @inline(__always)
    private static func word(of bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (word: UInt64, count: Int) {
        let source = UnsafeRawBufferPointer(bytes)
        let count = bytes.count - position
        if count >= 8 {
            return (UInt64(littleEndian: source.loadUnaligned(fromByteOffset: position, as: UInt64.self)), 8)
        }
        if bytes.count >= 8 {
            let last = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
            return (last >> UInt64((8 - count) * 8), count)
        }
        return (bytes[position...].reversed().reduce(0) { $0 << 8 | UInt64($1) }, count)
    }

    /// How many of sixteen bytes, from the lowest of the first word on, are not escaped.
    ///
    /// Words, since Swift's own vectors of bytes compare one by one (forty times slower here). A byte is found to be equal to
    /// another when their difference is zero, which borrows into its highest bit; only bytes above the first that is found
    /// can be mistaken, and those are not looked at.
    @inline(__always)
    private static func plainPrefix(_ words: SIMD2<UInt64>) -> Int {
        let ones = SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101)
        func zeros(_ byte: UInt8) -> SIMD2<UInt64> {
            let difference = words ^ (ones &* SIMD2(repeating: UInt64(byte)))
            return (difference &- ones) & ~difference
        }
        let found = (zeros(backslash) | zeros(semicolon) | zeros(comma) | zeros(lineFeed)) & (ones &* 0x80)
        let first = UInt64(littleEndian: found[0])
        return first != 0 ? first.trailingZeroBitCount / 8 : 8 + UInt64(littleEndian: found[1]).trailingZeroBitCount / 8
    }

    @inline(__always)
    private mutating func append(plain bytes: UnsafeBufferPointer<UInt8>) {
        if column + bytes.count <= Self.length { return copy(bytes) }
        var rest = bytes[...]
        while !rest.isEmpty {
            if column == Self.length { fold() }
            let part = rest.prefix(Self.length - column)
            copy(UnsafeBufferPointer(rebasing: part))
            rest = rest.dropFirst(part.count)
        }
    }

    private mutating func append(escaped byte: UInt8) {
        if column + 2 > Self.length { fold() }
        next[0] = Self.backslash
        next[1] = byte == Self.lineFeed ? UInt8(ascii: "n") : byte
        next += 2
        column += 2
    }

    private mutating func fold() {
        end()
        next[0] = 0x20
        next += 1
        // The space counts.
        column = 1
    }

    private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        next.update(from: base, count: bytes.count)
        next += bytes.count
        column += bytes.count
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let semicolon = UInt8(ascii: ";")
    private static let lineFeed: UInt8 = 0x0A
    private static let comma = UInt8(ascii: ",")
}
