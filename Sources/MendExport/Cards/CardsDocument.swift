import MendCore
import MendText

/// Pages for the wall as one HTML document that prints on A4 and on Letter: no script, nothing from elsewhere. It holds names and
/// a family's own words.
public struct CardsDocument {
    private let pages: CardPages
    private let people: [Person?]
    private let catalogue: Catalogue

    /// - Parameters:
    ///   - person: whose pages alone there are to be; nil: everybody's, those of the caregiver too.
    ///   - today: on which the age bands are told.
    public init(history: History, plan: Plan, only person: Person?, today: LocalDay, in catalogue: Catalogue) {
        let now = history.household.zone.start(of: today + 1)
        people = person.map { [$0] } ?? history.people.filter { !$0.hasEnded(by: now) } + [nil]
        pages = CardPages(history: history, plan: plan, today: today, catalogue: catalogue)
        self.catalogue = catalogue
    }

    /// The document in UTF-8.
    public func bytes() -> [UInt8] {
        let title = CardHTML.text(catalogue.text(CardPhrase.title))
        let body = """
            <header>
            <h1>\(title)</h1>
            <p>\(CardHTML.text(catalogue.text(CardPhrase.howToPrint)))</p>
            </header>
            <main>
            \(people.flatMap(pages.all).joined(separator: "\n"))
            </main>
            """
        return HTMLPage(language: catalogue.language, title: title, style: CardStyle.text, body: body).bytes()
    }
}

/// Parts of the cards as HTML.
enum CardHTML {
    /// Text for an element's content or a quoted attribute.
    static func text(_ text: String) -> String {
        HTMLText.escaped(PlainText(text).oneLine)
    }

    /// A piece to cut out.
    static func card(_ kind: String, _ content: String) -> String {
        "<div class=\"card \(kind)\">\(content)</div>"
    }

    /// Lines to write on.
    static func blanks(_ count: Int) -> String {
        String(repeating: "<span class=\"blank\"></span>", count: count)
    }

    /// One sheet of paper.
    /// - Parameters:
    ///   - title: for whoever prints it: it stands above the cards, small.
    static func page(_ kind: String, title: String, _ content: String) -> String {
        "<section class=\"page \(kind)\"><h2>\(title)</h2>\(content)</section>"
    }
}
