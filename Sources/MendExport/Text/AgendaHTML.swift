import MendCore

/// Agenda items as a small HTML document, for the body of a mail.
public struct AgendaHTML {
    private let text: AgendaText

    public init(zone: Zone) {
        text = AgendaText(zone: zone)
    }

    public func page(_ items: [Item]) -> String {
        let sections = items.map { item in
            let heading = "\(text.clock(item.start)) \(item.title) (\(item.minutes) min)"
            return "<h2>\(HTMLText.escaped(PlainText(heading)))</h2>\n\(HTMLText.rendering(of: PlainText(item.text)))\n"
        }
        return """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>mend</title>
            <body>
            \(sections.joined())</body>
            </html>

            """
    }
}
