/// Text as a part of an address (RFC 3986 §2.1): a byte that may not stand there is `%` and two hexadecimal digits.
package enum PercentEncoding {
    /// All but letters, digits and `-._~`: a text as one segment of a path, or as a value in a query.
    package static func segment(_ text: String) -> String {
        encoded(text, keeping: isUnreserved)
    }

    /// A whole path, as it stands in a query: its slashes stay.
    package static func path(_ text: String) -> String {
        encoded(text) { isUnreserved($0) || $0 == UInt8(ascii: "/") }
    }

    /// All but the bytes that may stay.
    package static func encoded(_ text: String, keeping mayStay: (UInt8) -> Bool) -> String {
        var encoded = ""
        for byte in text.utf8 {
            if mayStay(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%" + Hexadecimal.text([byte]).uppercased()
            }
        }
        return encoded
    }

    /// The bytes that stand for themselves and for those that were encoded; nil where two digits do not follow a `%`.
    package static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8]? {
        var decoded: [UInt8] = []
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "%") else {
                decoded.append(byte)
                continue
            }
            guard let high = iterator.next().flatMap(Hexadecimal.value),
                let low = iterator.next().flatMap(Hexadecimal.value)
            else { return nil }
            decoded.append(high << 4 | low)
        }
        return decoded
    }

    /// Letters, digits and `-._~` (RFC 3986 §2.3).
    package static func isUnreserved(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "-._~".utf8.contains(byte)
    }

    /// Of ASCII.
    package static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
}
