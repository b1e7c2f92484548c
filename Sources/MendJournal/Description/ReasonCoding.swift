import MendCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Why an item stands where it stands, as JSON: an array of `{"rule": "after-calm", "detail": "…", "moved": 600}`.
package enum ReasonCoding {
    /// One of them as it is read.
    package struct CodedReason: Decodable {
        let rule: String
        let detail: String
        /// Seconds.
        let moved: Int

        /// Nil for a rule that this version does not know.
        package var reason: Reason? {
            Reason.Rule(rawValue: rule).map { Reason(rule: $0, detail: detail, moved: moved) }
        }
    }

    package static func json(_ reasons: [Reason]) -> JSONText {
        .array(
            reasons.map {
                .object([
                    ("rule", .string($0.rule.rawValue)), ("detail", .string($0.detail)), ("moved", .number($0.moved)),
                ])
            })
    }

    /// Nil for a text that `json` has not written.
    static func reasons(_ text: String) -> [Reason]? {
        guard let coded = try? JSONDecoder().decode([CodedReason].self, from: Data(text.utf8)) else { return nil }
        return reasons(coded)
    }

    /// Nil where one of them has a rule that this version does not know.
    package static func reasons(_ coded: [CodedReason]) -> [Reason]? {
        let reasons = coded.compactMap(\.reason)
        return reasons.count == coded.count ? reasons : nil
    }
}
