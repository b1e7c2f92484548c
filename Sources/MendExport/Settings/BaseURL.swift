import MendPlatform

/// Where exports are published: an `https://` or `http://` address without query, fragment or final slash.
public struct BaseURL: Hashable, Sendable {
    /// The address as it was given, without its final slashes.
    public let text: String

    /// Final slashes are dropped.
    /// - Returns: nil for another scheme (`javascript:`), no host, a user's name before it, and anything that RFC 3986 wants
    ///   escaped.
    public init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)
        while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        guard let scheme = ["https://", "http://"].first(where: { bytes.starts(with: $0.utf8) }),
            bytes.allSatisfy(Self.isAllowed), Self.areEscapes(bytes),
            Self.isAuthority(bytes.dropFirst(scheme.utf8.count).prefix { $0 != UInt8(ascii: "/") })
        else { return nil }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    /// `example.org`, `127.0.0.1:8420` or `[::1]:8420` (RFC 3986 §3.2).
    private static func isAuthority(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        if rest.first == UInt8(ascii: "[") {
            let number = rest.dropFirst().prefix { isHexadecimal($0) || ":.".utf8.contains($0) }
            rest = rest.dropFirst(number.count + 1)
            guard number.contains(UInt8(ascii: ":")), rest.popFirst() == UInt8(ascii: "]") else { return false }
        } else {
            let name = rest.prefix { !":[]@".utf8.contains($0) }
            rest = rest.dropFirst(name.count)
            guard !name.isEmpty else { return false }
        }
        guard let colon = rest.popFirst() else { return true }
        let port = UInt16(String(decoding: rest, as: UTF8.self))
        return colon == UInt8(ascii: ":") && rest.allSatisfy { (0x30...0x39).contains($0) } && port != nil
    }

    /// Whether two hexadecimal digits follow each percent sign.
    private static func areEscapes(_ bytes: [UInt8]) -> Bool {
        bytes.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).dropFirst()
            .allSatisfy { $0.count >= 2 && $0.prefix(2).allSatisfy(isHexadecimal) }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool { Hexadecimal.value(of: byte) != nil }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        PercentEncoding.isUnreserved(byte) || "%:/[]@!$&'()*+,;=".utf8.contains(byte)
    }
}
