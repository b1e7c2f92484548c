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
