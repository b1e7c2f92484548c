import MendCore
import MendExport

/// The addresses of one subscription. Whoever knows the secret in them can read what is there.
public struct SubscriptionAddress: Sendable {
    private let root: String

    /// The length of a secret: 160 bits.
    public static let secretBytes = 20

    /// - Parameters:
    ///   - base: where the server is reached from outside.
    ///   - household: the household's id.
    ///   - secret: as `secret(_:)` makes them.
    public init(base: BaseURL, household: String, secret: String) {
        root = "\(base.text)/h/\(household)/\(secret)"
    }

    /// A secret made of random bytes: letters and digits that survive being typed, five bits each, without `i`, `l`, `o` and
    /// `u`.
    public static func secret(_ bytes: [UInt8]) -> String {
        let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
        var text = ""
        var (bits, count) = (0, 0)
        for byte in bytes {
            bits = (bits << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= 5 {
                count -= 5
                text.append(letters[bits >> count & 31])
            }
        }
        return text
    }

    /// What the journal keeps of a secret: SHA-256 as 64 hexadecimal digits.
    public static func hash(ofSecret secret: String) -> String {
        Digest.hex(secret)
    }

    /// The address below which all documents of the subscription are.
    var below: BaseURL? { BaseURL(root) }

    /// Of the calendar, by http or https.
    public var calendar: String { "\(root)/\(ExportDocument.calendarName)" }

    /// Of the calendar, in the form that opens a calendar app. Few understand `webcals:`.
    public var webcal: String {
        guard let colon = calendar.firstIndex(of: ":") else { return calendar }
        return "webcal\(calendar[colon...])"
    }

    /// Of the feed with the weekly reflections.
    public func feed(_ format: FeedFormat) -> String { "\(root)/reflections.\(format.rawValue)" }

    /// All addresses that a scope offers, each with the word that names it on the command line.
    /// - Parameter scope: nil: everything.
    public func all(only scope: Subscription.Scope?) -> [(name: String, address: String)] {
        [("calendar", calendar)]
            + (scope == .repairs ? [] : FeedFormat.allCases.map { ($0.rawValue, feed($0)) })
    }
}
