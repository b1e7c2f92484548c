import Crypto
import Foundation
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
    /// - Parameter home: the address of the page from which it was opened, to which it then has a way back, and a button that
    ///   prints it; nil: it is a file, without a script.
    public func bytes(backTo home: String? = nil) -> [UInt8] {
        let title = CardHTML.text(catalogue.text(CardPhrase.title))
        let body = """
            <header>
            \(home.map(wayBack) ?? "")<h1>\(title)</h1>
            <p>\(CardHTML.text(catalogue.text(CardPhrase.howToPrint)))</p>
            </header>
            <main>
            \(people.flatMap(pages.all).joined(separator: "\n"))
            </main>
            """ + (home == nil ? "" : "<script>\(Self.script)</script>")
        return HTMLPage(
            language: catalogue.language, title: title, style: CardStyle.text,
            scriptSource: home == nil ? nil : Self.scriptSource, body: body
        ).bytes()
    }

    private func wayBack(to home: String) -> String {
        "<p class=\"way\"><a href=\"\(CardHTML.text(home))\">\(CardHTML.text(catalogue.text(CardPhrase.back)))</a>"
            + "<button type=\"button\" hidden>\(CardHTML.text(catalogue.text(CardPhrase.printNow)))</button></p>\n"
    }

    /// An app on the first screen of a phone has no menu to print from. Without a script there is no button.
    private static let script =
        "const button = document.querySelector('header button'); button.hidden = false; "
        + "button.addEventListener('click', () => print());"

    /// What a policy names so that the document's own script may run, and no other (CSP level 3, §2.3.1).
    public static let scriptSource = "'sha256-\(Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString())'"
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
