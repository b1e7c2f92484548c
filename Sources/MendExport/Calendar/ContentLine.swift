/// One content line of a calendar as it is written: folded at 75 octets (RFC 5545 §3.1), never inside a character or an
/// escape. Google drops a feed that is folded inside a character, and vdirsyncer crashes on it.
///
///     DESCRIPTION:Sit down beside them\, and wait. Say what you saw. There is n⏎
///      o hurry.⏎
///
/// Text is copied in blocks of sixteen bytes, each of them whole, since that is one step for the processor. Only what stands
/// before the first byte that needs an escape counts; the next thing that is written goes over the rest:
///
///     text     [ d o w n   b e s i d e   t h e ] m ,   a n d …
///     text     . . . . . . . . . . . . . . . . [ m ,   a n d   w a i t .   S a y ]
///     line     … d o w n   b e s i d e   t h e   m \ , ← here the next block begins
struct ContentLine {
    /// Where the next octet goes.
    private(set) var next: UnsafeMutablePointer<UInt8>
    /// Where the line is full.
    private var lineEnd: UnsafeMutablePointer<UInt8>

    /// - Parameter start: has room for `longest(octets:)`.
    @inline(__always)
    init(writingTo start: UnsafeMutablePointer<UInt8>) {
        next = start
        lineEnd = start + Self.length
    }

    /// How many octets a line may touch whose content has this many, escapes included: each 71 of them may take a fold, of
    /// three, and a block may reach fifteen further.
    static func longest(octets: Int) -> Int {
        octets + octets / 16 + 48
    }

    /// Octets, without the line's end.
    private static let length = 75

    /// Ends the line with CRLF.
    @inline(__always)
    mutating func end() {
        next[0] = 0x0D
        next[1] = 0x0A
        next += 2
    }

    /// A name or a mark that is known beforehand: ASCII that needs no escape.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(plain: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// ASCII that needs no escape.
    @inline(__always)
    mutating func append(plain text: String) {
        text.withBytes { append(plain: $0) }
    }

    /// Sixteen octets of ASCII that need no escape.
    @inline(__always)
    mutating func append(_ block: ByteBlock) {
        withUnsafeBytes(of: block) { bytes in
            bytes.withMemoryRebound(to: UInt8.self) { append(plain: $0) }
        }
    }

    /// A text, with a backslash before each backslash, semicolon and comma, and `\n` for a line feed: these and no others
    /// (RFC 5545 §3.3.11). Plain text has no control character that may not stand in a line.
    mutating func append(_ text: PlainText) {
        text.string.withBytes { bytes in
            guard var source = bytes.baseAddress else { return }
            let end = source + bytes.count
            // A copy stays in registers; the octets that are written could be part of self, for all that the compiler knows.
            var line = self
            while source < end {
                let count = min(end - source, 16)
                let block = ByteBlock(source, count: count)
                block.store(to: line.next)
                let plain = min(Self.escaped(in: block).first, count)
                let room = line.lineEnd - line.next
                if plain > room {
                    line.foldBeforeCharacter(at: room, of: &source)
                } else {
                    source += plain
                    line.next += plain
                    if plain < count {
                        line.append(escaped: source[0])
                        source += 1
                    }
                }
            }
            self = line
        }
    }

    /// Which bytes of a block need an escape.
    @inline(__always)
    private static func escaped(in block: ByteBlock) -> ByteMask {
        block.isEqual(to: backslash) .| block.isEqual(to: semicolon) .| block.isEqual(to: comma)
            .| block.isEqual(to: lineFeed)
    }

    /// Folds where the line is full, or before the character that would not fit whole.
    /// - Parameters:
    ///   - room: how many of the bytes that were copied last fit on the line.
    ///   - source: where in the text they begin; goes on to the first that stands on the new line.
    @inline(__always)
    private mutating func foldBeforeCharacter(at room: Int, of source: inout UnsafePointer<UInt8>) {
        source += room
        next += room
        // Second and later bytes of a character in UTF-8 begin with the bits 10.
        while source[0] & 0xC0 == 0x80 {
            source -= 1
            next -= 1
        }
        fold()
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
        lineEnd = next + Self.length
        next[0] = 0x20
        next += 1
    }

    @inline(__always)
    private mutating func append(plain bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        if bytes.count <= lineEnd - next {
            next.update(from: source, count: bytes.count)
            next += bytes.count
        } else {
            appendFolded(bytes)
        }
    }

    private mutating func appendFolded(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            if next == lineEnd { fold() }
            next[0] = byte
            next += 1
        }
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let semicolon = UInt8(ascii: ";")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed: UInt8 = 0x0A
}
