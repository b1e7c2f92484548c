/// Where exports are published: an `https://` or `http://` address without query, fragment or final slash.
public struct BaseURL: Hashable, Sendable {
    public let text: String

    /// Nil for another scheme (`javascript:`), no host, and any character that RFC 3986 wants escaped. Final slashes
    /// are dropped.
    public init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)
        while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        guard let scheme = ["https://", "http://"].first(where: { bytes.starts(with: $0.utf8) }),
            let host = bytes.dropFirst(scheme.utf8.count).first, host != UInt8(ascii: "/"),
            bytes.allSatisfy(Self.isAllowed)
        else { return nil }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        PercentEncoding.isUnreserved(byte) || "%:/[]@!$&'()*+,;=".utf8.contains(byte)
    }
}

/// Text as a part of an address (RFC 3986 §2.1).
public enum PercentEncoding {
    /// The text as one segment of a path (RFC 3986 §2.1): all but letters, digits and `-._~` as `%` and two digits.
    public static func segment(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes += String(byte >> 4, radix: 16, uppercase: true).utf8
                bytes += String(byte & 15, radix: 16, uppercase: true).utf8
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func isUnreserved(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte)
    }
}
