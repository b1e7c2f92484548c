/// Entity tags (RFC 9110 §8.8.3).
enum EntityTag {
    /// Whether an If-None-Match header names this tag, by the weak comparison (§13.1.2).
    static func matches(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        // By bytes: to Swift, a comma may be one character with what stands beside it.
        return header.utf8.split(separator: UInt8(ascii: ",")).contains { part in
            let name = part.drop { $0 == 0x20 }
            let strong = name.starts(with: "W/".utf8) ? name.dropFirst(2) : name
            return strong.elementsEqual("*".utf8) || strong.prefix { $0 != 0x20 }.elementsEqual(tag.utf8)
        }
    }
}
