import MendCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Why an item stands where it stands, as JSON: an array of `{"cause": "space 3600", "moved": 600}`.
package enum ReasonCoding {
    /// One of them as it is read.
    package struct CodedReason: Decodable {
        /// The text form of `Reason.Cause`.
        let cause: String
        /// Seconds.
        let moved: Int

        /// Nil for a cause that this version does not know.
        package var reason: Reason? { Reason.Cause(cause).map { Reason(cause: $0, moved: moved) } }
    }

    package static func json(_ reasons: [Reason]) -> JSONText {
        .array(
            reasons.map {
                .object([("cause", .string($0.cause.description)), ("moved", .number($0.moved))])
            })
    }

    /// Nil for a text that `json` has not written.
    static func reasons(_ text: String) -> [Reason]? {
        if let reasons = reasonsAsWritten(text) { return reasons }
        guard let coded = try? JSONDecoder().decode([CodedReason].self, from: Data(text.utf8)) else { return nil }
        return reasons(coded)
    }

    /// Of the very bytes that `json` writes; nil for any others, be they the same JSON. Each item of a year is read, and a decoder
    /// of JSON takes twenty times as long.
    private static func reasonsAsWritten(_ text: String) -> [Reason]? {
        var rest = text.utf8[...]
        func pass(_ expected: StaticString) -> Bool {
            expected.withUTF8Buffer { bytes in
                guard rest.starts(with: bytes) else { return false }
                rest = rest.dropFirst(bytes.count)
                return true
            }
        }
        func passed(until end: Character) -> String {
            let start = rest
            rest = rest.drop { $0 != end.asciiValue }
            return String(Substring(start[..<rest.startIndex]))
        }
        var coded: [CodedReason] = []
        guard pass("[") else { return nil }
        repeat {
            guard pass(#"{"cause": ""#) else { return nil }
            let cause = passed(until: "\"")
            guard pass(#"", "moved": "#), let moved = Int(passed(until: "}")), pass("}") else { return nil }
            coded.append(CodedReason(cause: cause, moved: moved))
        } while pass(", ")
        guard pass("]"), rest.isEmpty else { return nil }
        return reasons(coded)
    }

    /// Far more than an item has.
    private static let mostReasons = 100
    /// In seconds; far more than a rule moves an item, and sums of them do not overflow.
    private static let moves = -20 * 366 * 24.hours...20 * 366 * 24.hours

    /// Nil where one of them has a cause that this version does not know, or there are more, or greater, than any item has.
    package static func reasons(_ coded: [CodedReason]) -> [Reason]? {
        guard coded.count <= mostReasons, coded.allSatisfy({ moves.contains($0.moved) }) else { return nil }
        let reasons = coded.compactMap(\.reason)
        return reasons.count == coded.count ? reasons : nil
    }
}
