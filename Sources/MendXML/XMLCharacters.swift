/// Which characters a document may hold (XML 1.0 §2.2, production Char).
enum XMLCharacters {
    /// The text without what XML 1.0 forbids: C0 controls but tab, line feed and carriage return, U+FFFE and U+FFFF. A
    /// Swift string holds no surrogates. libxml2 reports success for the rest and writes a document that nobody can
    /// parse.
    static func allowed(in text: String) -> String {
        var text = text
        if text.withUTF8(areAllowed) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
    }

    /// The most octets that so many take once they are escaped, and what a word may touch beyond them.
    static func longestEscaped(octets: Int) -> Int { octets * 6 + 16 }

    /// Writes the characters that are allowed, escaped for the inside of an element: `&amp;`, `&lt;`, `&gt;`, `&quot;`, and
    /// `&#13;`, which readers would take for a line feed.
    /// - Parameters:
    ///   - target: has room for `longestEscaped`.
    ///   - isValue: whether it is the value of an attribute, in which readers would take a tab or a line feed for a space.
    /// - Returns: where it ended.
    static func escape(
        _ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, isValue: Bool = false
    ) -> UnsafeMutablePointer<UInt8> {
        guard let source = bytes.baseAddress else { return target }
        var next = target
        var index = 0
        while index < bytes.count {
            if bytes.count - index >= 16 {
                let block = ByteBlock(loading: source + index)
                block.store(to: next)
                let plain = special(in: block).first
                index += plain
                next += plain
                if plain == 16 { continue }
            }
            switch bytes[index] {
            case UInt8(ascii: "&"): write("&amp;", to: &next)
            case UInt8(ascii: "<"): write("&lt;", to: &next)
            case UInt8(ascii: ">"): write("&gt;", to: &next)
            case UInt8(ascii: "\""): write("&quot;", to: &next)
            case 0x0D: write("&#13;", to: &next)
            case 0x09 where isValue: write("&#9;", to: &next)
            case 0x0A where isValue: write("&#10;", to: &next)
            case 0x00...0x08, 0x0B...0x1F: break
            // U+FFFE and U+FFFF
            case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: index += 2
            default:
                next[0] = bytes[index]
                next += 1
            }
            index += 1
        }
        return next
    }

    @inline(__always)
    private static func write(_ text: StaticString, to next: inout UnsafeMutablePointer<UInt8>) {
        next.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        next += text.utf8CodeUnitCount
    }

    /// Marks what may not stand for itself, U+FFFE's first byte and all control characters among it.
    @inline(__always)
    private static func special(in block: ByteBlock) -> ByteMarks {
        block.marks(UInt8(ascii: "&")) | block.marks(UInt8(ascii: "<")) | block.marks(UInt8(ascii: ">"))
            | block.marks(UInt8(ascii: "\"")) | block.marks(0xEF) | block.controlMarks
    }

    private static func areAllowed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return false }
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
            if byte == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return false }
        }
        return true
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case ..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// An element's or attribute's name, with at most one prefix, in ASCII: all that the standards written here need.
    static func isName(_ text: String) -> Bool {
        var isFirst = true
        var colons = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: ":"), !isFirst, colons == 0 {
                colons = 1
                isFirst = true
                continue
            }
            guard isLetter(byte) || !isFirst && (isDigit(byte) || byte == 0x2D || byte == 0x2E) else { return false }
            isFirst = false
        }
        return !isFirst
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }
}
