/// Text in addresses and forms, where all but few letters stand as `%` and two digits (RFC 3986 §2.1).
enum PercentText {
    /// The text as it may stand in a path or in a query; slashes stay.
    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            if (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "/-._~".utf8.contains(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%" + Hex.digits([byte]).uppercased()
            }
        }
        return encoded
    }

    /// Nil for a broken escape, and for what is no UTF-8.
    static func decoded(_ bytes: some Sequence<UInt8>) -> String? {
        var decoded: [UInt8] = []
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "%") else {
                decoded.append(byte)
                continue
            }
            guard let high = iterator.next().flatMap(Hex.value), let low = iterator.next().flatMap(Hex.value) else {
                return nil
            }
            decoded.append(high << 4 | low)
        }
        return String(validating: decoded, as: UTF8.self)
    }
}
