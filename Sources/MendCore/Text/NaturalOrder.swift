/// Ids in the order in which people count: `r9` before `r10`.
package enum NaturalOrder {
    /// What an id is sorted by: what stands before the digits at its end, their value, and the whole id where these are alike.
    package static func key(_ id: String) -> (String, Int, String) {
        let digits = id.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
        return (String(id.unicodeScalars.dropLast(digits)), Int(String(id.unicodeScalars.suffix(digits))) ?? 0, id)
    }

    /// The older of two ruptures first; those of one time by their ids.
    package static func precedes(_ one: Rupture, _ other: Rupture) -> Bool {
        one.at == other.at ? key(one.id) < key(other.id) : one.at < other.at
    }
}
