import MendCore

/// The people and lines to turn to for support, one line each.
public struct SupportText {
    /// Who, and how to reach them.
    public struct Line: Sendable {
        public let text: String
        /// The number to call, where a call is a way.
        public let number: String?
        /// The number to write to, and the word that it asks for, where a message is a way.
        public let texted: (number: String, word: String?)?
        /// Whom a line of a country is for; nil of all others.
        public let purpose: String?

        /// The text, with whom it is for.
        var textWithPurpose: String { text + (purpose.map { " (\($0))" } ?? "") }
    }

    /// The household's own contacts.
    public let own: [Line]
    /// The emergency number, then the lines of the household's country. Never empty.
    public let others: [Line]

    public init(_ contacts: SupportContacts, catalogue: Catalogue) {
        own = contacts.own.map {
            Line(
                text: "\($0.name): \($0.number)" + ($0.purpose.map { " (\($0))" } ?? ""), number: $0.number,
                texted: (number: $0.number, word: nil), purpose: nil)
        }
        guard let country = contacts.country else {
            let anywhere = catalogue.text(SupportPhrase.emergencyAnywhere)
            others = [Line(text: anywhere, number: nil, texted: nil, purpose: nil)]
            return
        }
        let emergency = catalogue.text(SupportPhrase.emergency(numbers: country.emergency))
        others =
            [Line(text: emergency, number: country.emergency.first, texted: nil, purpose: nil)]
            + country.lines.map { line in
                let way = catalogue.text(SupportPhrase.reach(line.way))
                return Line(
                    text: line.name == line.number ? way : "\(line.name): \(way)",
                    number: line.calledNumber, texted: line.texted, purpose: line.purpose)
            }
    }
}
