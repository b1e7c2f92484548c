internal import CLibXML2

/// Which characters and names a document may hold.
enum XMLCharacters {
    /// The text without what XML 1.0 forbids (§2.2, production Char): control characters below U+0020 but tab, line feed and
    /// carriage return, and U+FFFE and U+FFFF. Surrogates are forbidden, too, but a Swift string has none.
    static func allowed(in text: String) -> String {
        if text.utf8.withContiguousStorageIfAvailable(areAllowed) == true { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
    }

    /// Whether no byte is a forbidden control character or the first of U+F000 to U+FFFF (0xEF). There is no way out in the
    /// middle, so that the compiler looks at many bytes at once.
    private static func areAllowed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var suspects: UInt8 = 0
        for byte in bytes {
            let isControl: UInt8 = byte < 0x20 ? 1 : 0
            let isSpace: UInt8 = (byte == 0x09 ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
            suspects |= isControl & ~isSpace | (byte == 0xEF ? 1 : 0)
        }
        return suspects == 0
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case ..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// Whether it can name an element or an attribute: an XML name with at most one prefix (Namespaces in XML 1.0 §4,
    /// production QName).
    static func isName(_ text: String) -> Bool {
        // C would not see what comes after a zero.
        !text.utf8.contains(0) && xmlValidateQName(text, 0) == 0
    }
}
