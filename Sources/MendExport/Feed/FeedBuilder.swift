import MendCore
import MendText

/// Makes the feed of the weekly reflections that have begun.
public struct FeedBuilder: Sendable {
    private let history: History
    private let settings: ExportSettings
    private let redaction: EditionRedaction
    private let start: Instant

    /// - Parameter plan: what it says of an item in a discreet edition.
    public init(history: History, plan: Plan, settings: ExportSettings) {
        self.history = history
        self.settings = settings
        redaction = EditionRedaction(household: history.household, plan: plan, settings: settings)
        start = history.household.zone.start(of: history.firstDay(now: settings.now))
    }

    /// The document to subscribe to: the reflections of the settings' weeks.
    /// - Parameter shown: items of any kind and interval.
    public func feed(of shown: [ShownItem]) -> Feed {
        let instants = settings.calendarInstants(in: history.household.zone)
        return feed(shown) { instants.contains($0.start) }
    }

    /// The reflections of one month that is over. Its bytes never change: what has begun stays as it was shown, and
    /// what is said of a week rests only on what was recorded by then.
    func archive(of shown: [ShownItem], month: Month) -> Feed {
        feed(shown) { Month(of: history.household.zone.day(of: $0.start)) == month }
    }

    private func feed(_ shown: [ShownItem], where isIncluded: (Item) -> Bool) -> Feed {
        let rests = shown.map(\.item).filter { $0.kind == .rung(.rest) }
        let entries =
            shown
            .filter { $0.item.kind == .reflection && $0.item.start <= settings.now && isIncluded($0.item) }
            .sorted { ($0.item.start, $0.item.id) > ($1.item.start, $1.item.id) }
            .map { entry($0, rests) }
        let (isOpen, catalogue) = (redaction.edition == .open, settings.catalogue)
        return Feed(
            id: redaction.tag("reflections"),
            title: PlainText(catalogue.text(isOpen ? ExportPhrase.feedTitle : .discreetFeedTitle)),
            subtitle: PlainText(catalogue.text(isOpen ? ExportPhrase.feedSubtitle : .discreetFeedSubtitle)),
            language: settings.language, home: redaction.home, updated: entries.map(\.updated).max() ?? start,
            entries: entries)
    }

    private func entry(_ shown: ShownItem, _ rests: [Item]) -> FeedEntry {
        let item = shown.item
        let text = redaction.text(of: item)
        var html = HTMLText.rendering(of: text)
        if redaction.edition == .open {
            for phrase in WeekSummary(history: history, rests: rests, upTo: item.start).phrases {
                html += "\n<p>\(HTMLText.escaped(PlainText(settings.catalogue.text(phrase))))</p>"
            }
        }
        return FeedEntry(
            id: redaction.tag(item.id, at: item.start), link: redaction.link(to: item),
            title: redaction.title(of: item), published: item.start, updated: shown.reworded ?? item.start,
            summary: text.summary, html: html)
    }
}
