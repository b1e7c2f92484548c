import MendCore
import MendText

/// A year of agenda items with all of their words, as Markdown (CommonMark): for paper.
public struct AgendaMarkdown {
    private let text: AgendaText
    private let dates: DateContext
    private let catalogue: Catalogue

    /// - Parameters:
    ///   - dates: how days are told.
    ///   - catalogue: of what stands beside the items' own words.
    public init(dates: DateContext, in catalogue: Catalogue) {
        self.dates = dates
        self.catalogue = catalogue
        text = AgendaText(dates: dates, in: catalogue)
    }

    /// A whole document in the order of the items, which are sorted by their start.
    /// - Parameters:
    ///   - title: the plan's.
    ///   - first: the first day, for the heading.
    ///   - last: the last day, for the heading.
    public func year(_ items: [Item], title: String, from first: LocalDay, to last: LocalDay) -> String {
        let span = AgendaPhrase.span(
            .day(first, dates.style), .day(last, dates.style), with: names(items))
        var document = """
            # \(MarkdownText.escaped(title))

            \(MarkdownText.escaped(catalogue.text(span)))

            \(catalogue.text(AgendaPhrase.whatMendIs))

            """
        var heading: LocalDay?
        for item in items {
            let day = dates.zone.day(of: item.start)
            if day.date.month != heading?.date.month { document += "\n## \(text.monthName(day))\n" }
            if day != heading { document += "\n### \(text.dayName(day))\n" }
            heading = day
            document += "\n" + entry(item)
        }
        return document
    }

    /// Each once, in the order of the items.
    private func names(_ items: [Item]) -> [String] {
        var names: [String] = []
        for name in items.flatMap(\.with) where !names.contains(name) { names.append(name) }
        return names
    }

    private func entry(_ item: Item) -> String {
        let length = AgendaPhrase.purpose(item.kind, with: item.with, minutes: item.minutes)
        return """
            **\(MarkdownText.escaped(item.writtenTitle))** (\(MarkdownText.escaped(catalogue.text(length))))

            \(MarkdownText.paragraphs(item.text))

            """
    }
}
