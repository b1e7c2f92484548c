import MendCore
import MendText

/// A year of agenda items with all of their words, as Markdown (CommonMark): for paper.
public struct AgendaMarkdown {
    private let words: Catalogue
    private let dates: DateText
    private let zone: Zone

    public init(zone: Zone, language: Language = .english) {
        self.zone = zone
        words = Catalogue(language)
        dates = DateText(zone: zone, words: words)
    }

    /// - Parameter title: of the plan.
    public func year(_ items: [Item], title: String, from first: LocalDay, to last: LocalDay) -> String {
        let span = YearPhrase.span(from: dates.day(first), to: dates.day(last), with: names(items))
        var document = """
            # \(MarkdownText.escaped(title))

            \(words.text(span))

            \(words.text(YearPhrase.limits))

            """
        var heading: LocalDay?
        for item in items {
            let day = zone.day(of: item.start)
            if day.date.month != heading?.date.month { document += "\n## \(dates.month(day))\n" }
            if day != heading { document += "\n### \(dates.day(day))\n" }
            heading = day
            document += "\n" + entry(item)
        }
        return document
    }

    /// In the order in which they come, fit for Markdown.
    private func names(_ items: [Item]) -> [String] {
        var names: [String] = []
        for name in items.flatMap(\.with) where !names.contains(name) { names.append(name) }
        return names.map(MarkdownText.escaped)
    }

    private func entry(_ item: Item) -> String {
        let length = MarkdownText.escaped(
            words.text(YearPhrase.length(minutes: item.minutes, what: words.text(what(item)))))
        return """
            **\(MarkdownText.escaped(item.writtenTitle))** (\(length))

            \(MarkdownText.paragraphs(item.text))

            """
    }
    private func what(_ item: Item) -> YearPhrase {
        switch item.kind {
        case .prompt: item.with.isEmpty ? .forYou : .with(item.with)
        case .reflection: .questions
        case .reading: .reading
        case .milestone: .birthday(item.with)
        case .rung(let rung): .rung(rung)
        }
    }
}
