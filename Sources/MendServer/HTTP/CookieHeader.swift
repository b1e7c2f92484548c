/// The Cookie headers of a request (RFC 6265 §5.4).
enum CookieHeader {
    /// The first value of this name that is as long as a token may be.
    static func value(_ name: String, in lines: [String]) -> String? {
        for line in lines {
            for pair in line.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == name,
                    (16...128).contains(parts[1].utf8.count)
                else { continue }
                return String(parts[1])
            }
        }
        return nil
    }
}
