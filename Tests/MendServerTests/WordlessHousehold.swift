import Foundation
import MendCore
import ShippedPlan

/// A household and a plan without a letter in any text of theirs: what is read on a page of theirs comes from mend.
enum WordlessHousehold {
    /// Something open with each of two people, one frightening moment, something closed and something at rest.
    static let lines = """
        {"type": "household", "version": 1, "id": "Wordless", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US", "shared": false}
        {"type": "contact", "name": "1", "number": "555-0134", "for": "2"}
        {"type": "person", "id": "p1", "name": "3", "relation": "child", "born": "2022-04-03"}
        {"type": "person", "id": "p2", "name": "4", "relation": "partner"}
        {"type": "rupture", "id": "r1", "with": "p1", "kind": "benign", "at": "2026-01-06T16:10:00-05:00", "zone": "green", "theirZone": "yellow", "excitedAbout": "5", "note": "6"}
        {"type": "rupture", "id": "r2", "with": "p2", "kind": "oscillating", "at": "2026-01-09T17:20:00-05:00"}
        {"type": "rupture", "id": "r3", "with": "p1", "kind": "toxic", "at": "2026-01-31T15:40:00-05:00", "zone": "red"}
        {"type": "rupture", "id": "r4", "with": "p2", "kind": "limit-setting", "at": "2026-02-01T09:10:00-05:00", "zone": "yellow"}
        {"type": "attempt", "id": "t1", "rupture": "r1", "at": "2026-01-06T17:00:00-05:00", "outcome": "repaired"}
        {"type": "attempt", "id": "t2", "rupture": "r4", "at": "2026-02-01T10:10:00-05:00", "outcome": "not-ready", "roadblock": "childhood", "note": "7"}
        {"type": "checkin", "id": "c1", "with": "p1", "at": "2026-01-08T07:40:00-05:00", "zone": "yellow"}
        {"type": "channel", "name": "8", "kind": "mail", "to": "9@example.org"}
        {"type": "subscription", "name": "10", "secretHash": "11", "open": true, "used": "2026-01-30"}

        """

    /// The shipped plan with a number for each text.
    static func plan() throws -> Plan {
        let document = try JSONSerialization.jsonObject(with: JSONEncoder().encode(ShippedPlan.load()))
        return try JSONDecoder().decode(
            Plan.self, from: JSONSerialization.data(withJSONObject: wordless(document, key: "")))
    }

    /// Ids and the words of fixed sets have neither spaces nor capital letters.
    private static func wordless(_ value: Any, key: String) -> Any {
        switch value {
        case let object as [String: Any]:
            Dictionary(uniqueKeysWithValues: object.map { ($0.key, wordless($0.value, key: $0.key)) })
        case let list as [Any]: list.map { wordless($0, key: key) }
        case let text as String where key != "id" && key != "country":
            text.contains { $0 == " " || $0.isUppercase } ? "1 2" : text
        default: value
        }
    }
}
