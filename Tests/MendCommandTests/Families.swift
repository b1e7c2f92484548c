/// Households to begin with.
enum Families {
    /// A child and a partner, one open rupture with each. Every private text holds the word Zwetschge.
    static let usual = #"""
        {"type": "household", "version": 1, "id": "k7Qm2xW9", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US", "shared": false}
        {"type": "contact", "name": "Aunt Mo", "number": "555-0134", "for": "a calm voice"}
        {"type": "person", "id": "ada", "name": "Ada", "relation": "child", "born": "2022-04-03", "closed": ["mon-fri 08:00-15:00"]}
        {"type": "person", "id": "sam", "name": "Sam", "relation": "partner"}
        {"type": "rupture", "id": "r1", "with": "ada", "kind": "toxic", "at": "2026-01-04T17:40:00-05:00", "recorded": "2026-01-04T17:50:00-05:00", "zone": "red", "theirZone": "red", "excitedAbout": "her Zwetschge tower", "note": "Zwetschge"}
        {"type": "rupture", "id": "r2", "with": "sam", "kind": "benign", "at": "2026-01-05T12:00:00-05:00", "recorded": "2026-01-05T12:00:00-05:00", "zone": "green"}
        {"type": "attempt", "id": "t1", "rupture": "r1", "at": "2026-01-05T07:30:00-05:00", "recorded": "2026-01-05T07:40:00-05:00", "outcome": "not-ready", "roadblock": "shame", "note": "Zwetschge"}

        """#

    /// Which private words of these families stand in a text: names and ids of people, contacts, free text.
    static func privateWords(in text: String) -> [String] {
        text.lowercased().matches(of: /\b(?:zwetschge|ada|sam|aunt mo|555-0134|a calm voice)\b/).map { String($0.output) }
    }

    /// Nobody yet.
    static let empty = #"""
        {"type": "household", "version": 1, "id": "h", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US", "shared": false}

        """#
}
