/// Text as people type it, made fit for every format: each kind of line end is a line feed, and no control character
/// but line feed and tab is left (RFC 5545 §3.1 forbids them, some clients drop the event), nor U+FFFE and U+FFFF (XML
/// 1.0 §2.2), nor the byte order mark U+FEFF, which some readers take away and others show.
public struct PlainText: Hashable, Sendable {
    /// The text.
    public let string: String

    /// Cleans a text; one that is fit already is taken as it is.
    public init(_ text: String) {
        string = text.withBytes(Self.isPlain) ? text : Self.cleaned(text)
    }

    /// Line feeds as spaces.
    public var oneLine: PlainText {
        guard string.utf8.contains(0x0A) else { return self }
        return PlainText(String(decoding: string.utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self))
    }

    /// The lines of each paragraph; empty lines stand between paragraphs.
    var paragraphs: [[Substring]] {
        // By code points: to Swift, "\n" and a combining mark may be one character.
        let lines = string.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init)
        return lines.split { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }.map(Array.init)
    }

    /// The first paragraph on one line.
    var summary: PlainText {
        PlainText(paragraphs.first?.joined(separator: " ") ?? "")
    }

    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let source = bytes.baseAddress else { return true }
        var index = 0
        while index < bytes.count {
            if bytes.count - index >= 16 {
                let plain = suspects(in: ByteBlock(source + index, count: 16)).first
                index += plain
                if plain == 16 { continue }
            }
            defer { index += 1 }
            switch bytes[index] {
            case 0x09, 0x0A: continue
            case ..<0x20, 0x7F: return false
            // U+0080–U+009F
            case 0xC2 where bytes[index + 1] < 0xA0: return false
            // U+2028 and U+2029
            case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8: return false
            // U+FEFF
            case 0xEF where bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF: return false
            // U+FFFE and U+FFFF
            case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: return false
            default: continue
            }
        }
        return true
    }

    /// Which bytes may be a character that is not allowed, or the first byte of one.
    private static func suspects(in block: ByteBlock) -> ByteMask {
        block.isLess(than: 0x20) .| block.isEqual(to: 0x7F) .| block.isEqual(to: 0xC2) .| block.isEqual(to: 0xE2)
            .| block.isEqual(to: 0xEF)
    }

    private static func cleaned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where previous == "\r": break
            // Vertical tab, form feed, carriage return, next line, line and paragraph separators.
            case 0x0B...0x0D, 0x85, 0x2028, 0x2029: result.append("\n")
            case 0x09, 0x0A: result.append(scalar)
            case ..<0x20, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: break
            default: result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }
}
