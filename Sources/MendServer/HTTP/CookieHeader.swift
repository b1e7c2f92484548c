/// The Cookie headers of a request (RFC 6265 §5.4).
enum CookieHeader {
    /// The first cookie of this name whose value is as long as a token may be; nil: none.
    static func value(_ name: String, in lines: [String]) -> String? {
        for line in lines {
            // By bytes: to Swift, a semicolon and a combining mark are one character that is no semicolon.
            for pair in line.utf8.split(separator: UInt8(ascii: ";")) {
                let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1)
                guard parts.count == 2, parts[0].drop(while: { $0 == 0x20 }).elementsEqual(name.utf8),
                    (16...128).contains(parts[1].count)
                else { continue }
                return String(Substring(parts[1]))
            }
        }
        return nil
    }
}
