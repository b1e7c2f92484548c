import MendCore
import MendExport

/// The weeks that programs in other languages render, too, as our feed.
struct PeerFeed {
    private let weeks: [(title: PlainText, link: String, html: String)]

    init(folder: String) throws {
        weeks = try ContentFile.records("\(folder)/feed.rec").map { (PlainText($0[0]), $0[1], $0[2]) }
    }

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
}
