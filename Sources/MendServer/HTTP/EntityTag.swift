/// Entity tags (RFC 9110 §8.8.3).
enum EntityTag {
    /// Whether an If-None-Match header names a tag; the weak comparison, as §13.1.2 asks.
    static func matches(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { part in
            let name = part.drop { $0 == " " }
            let strong = name.hasPrefix("W/") ? name.dropFirst(2) : name
            return strong == "*" || strong.prefix(while: { $0 != " " }) == tag
        }
    }
}
