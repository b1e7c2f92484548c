import MendCore
import MendExport

/// The content that programs in other languages render, too, as our calendar and feed values.
///
/// Its texts are made fit once, as a plan's are. What differs from household to household is made for each.
struct PeerContent {
    struct Record {
        /// What of its UID is the same in every household.
        let id: PlainText
        let summary, description, category: PlainText
        let url: String
    }

    let prompts, reflections, repairs: [Record]
    private let weeks: [(title: PlainText, link: String, html: String)]

    init(folder: String) throws {
        func records(_ name: String) throws -> [[String]] {
            try ContentFile.bytes("\(folder)/\(name)").split(separator: 0x1E).map { record in
                record.split(separator: 0x1F, omittingEmptySubsequences: false)
                    .map { String(decoding: $0, as: UTF8.self) }
            }
        }
        func texts(_ name: String, _ id: String, digits: Int) throws -> [Record] {
            try records(name).enumerated().map { index, fields in
                Record(
                    id: PlainText("\(id)-\(index.padded(digits))"), summary: PlainText(fields[0]),
                    description: PlainText(fields[1]), category: PlainText(fields[2]), url: fields[3])
            }
        }
        prompts = try texts("prompts.rec", "prompt", digits: 3)
        reflections = try texts("reflections.rec", "reflection", digits: 2)
        repairs = try texts("repairs.rec", "repair", digits: 3)
        weeks = try records("feed.rec").map { (PlainText($0[0]), $0[1], $0[2]) }
    }

    func calendar(_ household: Int) -> PeerCalendar {
        PeerCalendar(content: self, household: household)
    }

    // MARK: A feed

    func feed(_ household: Int) -> Feed {
        let id = "urn:mend:h\(household.padded(4))"
        // 2026-01-04 12:00 UTC
        let first = Instant(seconds: 1_767_528_000)
        return Feed(
            id: id, title: PlainText("Household \(household)"), subtitle: PlainText("Weekly reflections"),
            home: "https://mend.example/h/\(household)", updated: first + 51 * 7 * 86_400,
            entries: weeks.enumerated().map { index, week in
                let time = first + index * 7 * 86_400
                return FeedEntry(
                    id: "\(id):week:\(index.padded(2))", link: week.link, title: week.title, published: time,
                    updated: time, summary: Self.nothing, html: week.html)
            })
    }

    private static let nothing = PlainText("")

    /// The documents of one household, under the peers' names.
    func files(_ household: Int) throws -> [ExportSet.File] {
        let feed = feed(household)
        return [
            .init(path: "calendar.ics", bytes: ICalendarWriter.bytes(of: calendar(household))),
            .init(path: "feed.rss", bytes: try RSSWriter.bytes(of: feed, links: FeedLinks(own: nil))),
            .init(path: "feed.atom", bytes: try AtomWriter.bytes(of: feed, links: FeedLinks(own: nil))),
        ]
    }
}
