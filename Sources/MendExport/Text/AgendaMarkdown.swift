import MendCore
import MendText

/// A year of agenda items with all of their words, as Markdown (CommonMark): for paper.
public struct AgendaMarkdown {
    private let text: AgendaText
    private let zone: Zone

    /// - Parameter zone: in which days are told.
    public init(zone: Zone) {
        self.zone = zone
        text = AgendaText(zone: zone)
    }

    /// A whole document in the order of the items, which are sorted by their start.
    /// - Parameters:
    ///   - title: the plan's.
    ///   - first: the first day, for the heading.
    ///   - last: the last day, for the heading.
    public func year(_ items: [Item], title: String, from first: LocalDay, to last: LocalDay) -> String {
        var document = """
            # \(MarkdownText.escaped(title))

            \(text.dayName(first)) to \(text.dayName(last))\(MarkdownText.escaped(names(items))).

            mend is a reminder and a notebook. It is no therapy and no emergency service.

            """
        var heading: LocalDay?
        for item in items {
            let day = zone.day(of: item.start)
            if day.date.month != heading?.date.month { document += "\n## \(text.monthName(day))\n" }
            if day != heading { document += "\n### \(text.dayName(day))\n" }
            heading = day
            document += "\n" + entry(item)
        }
        return document
    }

    /// `, with Ada and Sam`
    private func names(_ items: [Item]) -> String {
        var names: [String] = []
        for name in items.flatMap(\.with) where !names.contains(name) { names.append(name) }
        guard let last = names.popLast() else { return "" }
        return ", with " + (names.isEmpty ? last : "\(names.joined(separator: ", ")) and \(last)")
    }

    private func entry(_ item: Item) -> String {
        let whom = item.with.joined(separator: ", ")
        let what =
            switch item.kind {
            case .prompt: whom.isEmpty ? "for you" : "with \(whom)"
            case .reflection: "questions for the week"
            case .reading: "to read"
            case .milestone: "a birthday: \(whom)"
            case .rung: text.name(of: item.kind)
            }
        let length = MarkdownText.escaped("\(item.minutes) min, \(what)")
        return """
            **\(MarkdownText.escaped(item.writtenTitle))** (\(length))

            \(MarkdownText.paragraphs(item.text))

            """
    }
}
