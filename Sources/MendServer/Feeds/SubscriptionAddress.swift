import MendCore
import MendExport

/// The secret in a subscription's address, and the addresses themselves.
public struct SubscriptionAddress: Sendable {
    private let root: String

    /// 160 bits.
    public static let secretBytes = 20

    /// - Parameters:
    ///   - base: where the server is reached.
    ///   - secret: of `secret(_:)`.
    public init(base: BaseURL, household: String, secret: String) {
        root = "\(base.text)/h/\(household)/\(secret)"
    }

    /// Random bytes as letters and digits that survive being typed: five bits each, without `i`, `l`, `o` and `u`.
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

    /// What is kept of a secret.
    public static func hash(ofSecret secret: String) -> String {
        Digest.hex(secret)
    }

    /// The address below which all documents of the subscription are.
    var below: BaseURL? { BaseURL(root) }

    public var calendar: String { "\(root)/\(ExportDocument.calendarName)" }

    /// Opens the calendar app. `webcals:` is understood by few.
    public var webcal: String {
        guard let colon = calendar.firstIndex(of: ":") else { return calendar }
        return "webcal\(calendar[colon...])"
    }

    public func feed(_ format: FeedFormat) -> String { "\(root)/reflections.\(format.rawValue)" }

    /// What a scope offers, with the word that names it on the command line.
    public func all(only scope: Subscription.Scope?) -> [(name: String, address: String)] {
        [("calendar", calendar)]
            + (scope == .repairs ? [] : FeedFormat.allCases.map { ($0.rawValue, feed($0)) })
    }
}
