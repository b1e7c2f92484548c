import MendCore
import MendText

/// Agenda items as a small HTML document, for the body of a mail.
public struct AgendaHTML {
    private let text: AgendaText
    private let catalogue: Catalogue

    /// - Parameters:
    ///   - dates: how times are told; those of other days with their day.
    ///   - catalogue: of what stands beside the items' own words.
    public init(dates: DateContext, in catalogue: Catalogue) {
        self.catalogue = catalogue
        text = AgendaText(dates: dates, in: catalogue)
    }

    /// A whole document in the order of the items.
    /// - Parameter footer: a last line.
    public func page(_ items: [Item], footer: String? = nil) -> String {
        let sections = items.map { item in
            let time = text.clockOrMoment(item.start)
            let heading = "\(time) " + catalogue.text(AgendaPhrase.lasting(item.title, minutes: item.minutes))
            return "<h2>\(HTMLText.escaped(PlainText(heading)))</h2>\n\(HTMLText.rendering(of: PlainText(item.text)))\n"
        }
        let end = footer.map { "<hr>\n<p><small>\(HTMLText.escaped(PlainText($0)))</small></p>\n" } ?? ""
        return """
            <!doctype html>
            <html lang="\(catalogue.language.rawValue)">
            <meta charset="utf-8">
            <title>mend</title>
            <body>
            \(sections.joined())\(end)</body>
            </html>

            """
    }
}
