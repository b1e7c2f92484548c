/// A way in which items go out.
public struct Channel: Hashable, Codable, Sendable {
    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// Standard output: cron's mail, or a terminal.
        case stdout
        /// A mail, handed to a program that takes what sendmail takes.
        case mail
        /// A command that gets the items as JSON on its standard input.
        case exec
        /// A phone or browser that rings by itself; `PushStore` has its address and keys.
        case push
    }

    public let name: String
    public let kind: Kind
    /// The mail address or the command; of a phone or browser what it is, in a few words.
    public let to: String?
    /// False: mails and notices are discreet, unless nobody else sees the household's calendar.
    public let open: Bool

    public init(name: String, kind: Kind, to: String? = nil, open: Bool = false) {
        self.name = name
        self.kind = kind
        self.to = to
        self.open = open
    }

    /// The one that is always there.
    public static let stdout = Channel(name: "stdout", kind: .stdout)

    /// Whether a text is a mail address that can be handed to a program as it is: one `@` with something on both sides,
    /// and nothing that would steer the program or end the header.
    public static func isMailAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254 && !text.hasPrefix("-")
            && text.unicodeScalars.allSatisfy {
                $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) && !"<>()[],;:\\\"".unicodeScalars.contains($0)
            }
    }
}
