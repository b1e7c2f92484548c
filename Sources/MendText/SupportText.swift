import MendCore

/// The people and lines to turn to for support, one line each.
public struct SupportText {
    /// Who, and how to reach them.
    public struct Line: Sendable {
        public let text: String
        /// The number to call, where a call is a way.
        public let number: String?
    }

    /// The household's own contacts.
    public let own: [Line]
    /// The emergency number, then the lines of the household's country. Never empty.
    public let others: [Line]

    public init(_ contacts: SupportContacts, catalogue: Catalogue) {
        own = contacts.own.map {
            Line(text: "\($0.name): \($0.number)" + ($0.purpose.map { " (\($0))" } ?? ""), number: $0.number)
        }
        guard let country = contacts.country else {
            others = [Line(text: catalogue.text(SupportPhrase.emergencyAnywhere), number: nil)]
            return
        }
        let emergency = catalogue.text(SupportPhrase.emergency(numbers: country.emergency))
        others =
            [Line(text: emergency, number: country.emergency.first)]
            + country.lines.map { line in
                let way = catalogue.text(SupportPhrase.reach(number: line.number, how: line.how))
                return Line(
                    text: line.name == line.number ? way : "\(line.name): \(way)",
                    number: line.how.hasPrefix("call") ? line.number : nil)
            }
    }
}
