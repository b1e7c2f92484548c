import MendCore
import MendXML

/// Writes documents of one agenda: the same history, plan, items and settings give the same bytes.
public struct DocumentWriter: Sendable {
    private let builder: CalendarBuilder
    private let feeds: FeedBuilder
    private let addresses: ExportAddresses
    private let shown: [ShownItem]
    private let noteDay: LocalDay
    /// The months that are over, oldest first.
    let months: Range<Month>

    /// - Parameter publication: of the agenda of `settings.days(for: history)`. With fewer days, archive pages would lose
    ///   entries.
    public init(history: History, plan: Plan, publication: Publication, settings: ExportSettings) {
        shown = publication.shown
        noteDay = history.firstDay(now: settings.now)
        builder = CalendarBuilder(household: history.household, plan: plan, settings: settings)
        feeds = FeedBuilder(history: history, plan: plan, settings: settings)
        months = settings.archive(of: history)
        addresses = ExportAddresses(
            baseURL: settings.baseURL, firstMonth: Month(of: noteDay), lastMonth: months.last)
    }

    /// - Returns: nil for a month that is not over, or was before the household's first.
    /// - Throws: what libxml2 could not do.
    public func bytes(of document: ExportDocument) throws(XMLWritingError) -> [UInt8]? {
        switch document {
        case .calendar(let scope):
            return ICalendarWriter.bytes(of: builder.calendar(scope, of: shown, noteDay: noteDay))
        case .xcal: return try XCalWriter.bytes(of: builder.calendar(nil, of: shown, noteDay: noteDay))
        case .feed(let format):
            return try bytes(of: feeds.feed(of: shown), links: addresses.links(format.rawValue), format)
        case .archive(let month, let format):
            guard months.contains(month), format.hasArchive else { return nil }
            return try bytes(
                of: feeds.archive(of: shown, month: month), links: addresses.links(format.rawValue, archive: month),
                format)
        case .feeds:
            return try OPMLWriter.bytes(
                of: feeds.feed(of: shown), atom: addresses.address(ExportDocument.feed(.atom).path))
        }
    }

    private func bytes(of feed: Feed, links: FeedLinks, _ format: FeedFormat) throws(XMLWritingError) -> [UInt8] {
        switch format {
        case .rss: try RSSWriter.bytes(of: feed, links: links)
        case .atom: try AtomWriter.bytes(of: feed, links: links)
        case .json: JSONFeedWriter.bytes(of: feed, links: links)
        }
    }
}
