import MendCore
import MendText

/// Agenda items as a small HTML document, for the body of a mail.
public struct AgendaHTML {
    private let zone: Zone
    private let words: Catalogue
    private let dates: DateText

    public init(zone: Zone, language: Language = .english) {
        self.zone = zone
        words = Catalogue(language)
        dates = DateText(zone: zone, words: words)
    }

    /// - Parameters:
    ///   - today: items of other days are told with their day.
    ///   - footer: a last line.
    public func page(_ items: [Item], today: LocalDay, footer: String? = nil) -> String {
        let sections = items.map { item in
            let time = zone.day(of: item.start) == today ? dates.clock(item.start) : dates.moment(item.start)
            let heading = "\(time) " + words.text(ExportPhrase.lasting(item.title, minutes: item.minutes))
            return "<h2>\(HTMLText.escaped(PlainText(heading)))</h2>\n\(HTMLText.rendering(of: PlainText(item.text)))\n"
        }
        let end = footer.map { "<hr>\n<p><small>\(HTMLText.escaped(PlainText($0)))</small></p>\n" } ?? ""
        return """
            <!doctype html>
            <html lang="\(words.language.rawValue)">
            <meta charset="utf-8">
            <title>mend</title>
            <body>
            \(sections.joined())\(end)</body>
            </html>

            """
    }
}
