import MendCore
import MendXML

/// Every file that an export writes, as values: the same history, plan, items and settings give the same bytes.
public struct ExportSet: Sendable {
    public struct File: Equatable, Sendable {
        /// Relative to the export's folder, with `/`.
        public let path: String
        public let bytes: [UInt8]

        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// In the order of the contract, archive pages last, oldest first.
    public let files: [File]
    /// Its changes belong into the journal, once the files are written.
    public let publication: Publication

    /// - Parameter items: the agenda of `settings.days(for: history)`. With fewer days, archive pages would lose
    ///   entries.
    public init(history: History, plan: Plan, items: [Item], settings: ExportSettings) throws(XMLWritingError) {
        let disclosure = Disclosure(
            household: history.household, discreetTitles: plan.discreetTitles, settings: settings)
        publication = Publication(
            items: items, published: history.published, now: settings.now, words: disclosure.fingerprint)
        let shown = publication.shown

        let noteDay = history.firstDay(now: settings.now)
        let builder = CalendarBuilder(
            household: history.household, discreetTitles: plan.discreetTitles, settings: settings)
        let everything = builder.calendar(nil, of: shown, noteDay: noteDay)
        let prompts = builder.calendar(.prompts, of: shown, noteDay: noteDay)
        let repairs = builder.calendar(.repairs, of: shown, noteDay: noteDay)

        let feeds = FeedBuilder(history: history, discreetTitles: plan.discreetTitles, settings: settings)
        let feed = feeds.feed(of: shown)
        let months = settings.archive(of: history)
        let addresses = ExportAddresses(
            baseURL: settings.baseURL, firstMonth: Month(of: noteDay), lastMonth: months.last)

        var files = [
            File(path: "calendar.ics", bytes: ICalendarWriter.bytes(of: everything)),
            File(path: "prompts.ics", bytes: ICalendarWriter.bytes(of: prompts)),
            File(path: "repairs.ics", bytes: ICalendarWriter.bytes(of: repairs)),
            File(path: "calendar.xcal", bytes: try XCalWriter.bytes(of: everything)),
            File(path: "reflections.rss", bytes: try RSSWriter.bytes(of: feed, links: addresses.links("rss"))),
            File(path: "reflections.atom", bytes: try AtomWriter.bytes(of: feed, links: addresses.links("atom"))),
            File(path: "reflections.json", bytes: JSONFeedWriter.bytes(of: feed, links: addresses.links("json"))),
            File(
                path: "feeds.opml",
                bytes: try OPMLWriter.bytes(of: feed, atom: addresses.address("reflections.atom"))),
            File(path: "index.html", bytes: IndexPage(settings: settings).bytes()),
        ]
        for month in months {
            let archive = feeds.archive(of: shown, month: month)
            let atom = addresses.links("atom", archive: month)
            let rss = addresses.links("rss", archive: month)
            files.append(
                File(
                    path: ExportAddresses.path(of: month, "atom"),
                    bytes: try AtomWriter.bytes(of: archive, links: atom)))
            files.append(
                File(
                    path: ExportAddresses.path(of: month, "rss"), bytes: try RSSWriter.bytes(of: archive, links: rss)))
        }
        self.files = files
    }
}
