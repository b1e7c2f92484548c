import Foundation
import MendCore
import MendExport

/// The content that programs in other languages render, too, as our calendar and feed values.
///
/// Its texts are made fit once, as a plan's are. What differs from household to household is made for each.
struct PeerContent {
    private struct Record {
        let summary, description, category: PlainText
        let url: String
    }

    private let prompts, reflections, repairs: [Record]
    private let weeks: [(title: PlainText, link: String, html: String)]
    private let timeZone: Component

    init(folder: String) throws {
        func records(_ name: String) throws -> [[String]] {
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            return text.split(separator: "\u{1E}").map { record in
                record.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
            }
        }
        func texts(_ name: String) throws -> [Record] {
            try records(name).map {
                Record(
                    summary: PlainText($0[0]), description: PlainText($0[1]), category: PlainText($0[2]), url: $0[3])
            }
        }
        prompts = try texts("prompts.rec")
        reflections = try texts("reflections.rec")
        repairs = try texts("repairs.rec")
        weeks = try records("feed.rec").map { (PlainText($0[0]), $0[1], $0[2]) }
        let lines = try String(contentsOfFile: "\(folder)/vtimezone.ics", encoding: .utf8)
            .split(whereSeparator: \.isNewline)
        var rest = lines[...]
        timeZone = Self.component(&rest)
    }

    private static func component(_ lines: inout ArraySlice<Substring>) -> Component {
        let name = lines.removeFirst().dropFirst("BEGIN:".count)
        var properties: [Component.Property] = []
        var components: [Component] = []
        while let line = lines.first, !line.hasPrefix("END:") {
            if line.hasPrefix("BEGIN:") {
                components.append(component(&lines))
            } else {
                let parts = line.split(separator: ":", maxSplits: 1)
                properties.append(.init(String(parts[0]), .uri(String(parts[1]))))
                lines.removeFirst()
            }
        }
        lines.removeFirst()
        return Component(String(name), properties, components)
    }

    // MARK: A calendar

    func calendar(_ household: Int) -> Component {
        let number = ".h\(household.padded(4))@mend.example"
        var components = [timeZone]
        components.reserveCapacity(1 + prompts.count + reflections.count + repairs.count)
        let newYear = LocalDay(number: 20_454)
        for (index, record) in prompts.enumerated() {
            components.append(
                event(record, "prompt-\(index.padded(3))\(number)", on: newYear + index, "073000", minutes: 10))
        }
        for (index, record) in reflections.enumerated() {
            components.append(
                event(
                    record, "reflection-\(index.padded(2))\(number)", on: newYear + 3 + 7 * index, "190000", minutes: 30
                ))
        }
        for (index, record) in repairs.enumerated() {
            components.append(task(record, "repair-\(index.padded(3))\(number)", on: newYear + 1 + 7 * index / 2))
        }
        return Component(
            "VCALENDAR",
            [
                .init("VERSION", .text(Self.version)), .init("PRODID", .text(Self.product)),
                .init("CALSCALE", .text(Self.gregorian)),
                .init("X-WR-CALNAME", .text(PlainText("Household \(household)"))),
            ], components)
    }

    private func event(_ record: Record, _ id: String, on day: LocalDay, _ time: String, minutes: Int) -> Component {
        Component(
            "VEVENT",
            [
                .init("UID", .uri(id)), .init("DTSTAMP", .dateTime(Self.stamp)),
                .init("DTSTART;TZID=America/New_York", .uri(Self.local(day, time))),
                .init("DURATION", .duration(minutes * 60)), .init("SUMMARY", .text(record.summary)),
                .init("DESCRIPTION", .text(record.description)), .init("CATEGORIES", .text(record.category)),
                .init("URL", .uri(record.url)), .init("TRANSP", .text(Self.transparent)),
            ],
            [
                Component(
                    "VALARM",
                    [
                        .init("ACTION", .text(Self.display)), .init("TRIGGER", .duration(0)),
                        .init("DESCRIPTION", .text(record.summary)),
                    ])
            ])
    }

    private func task(_ record: Record, _ id: String, on day: LocalDay) -> Component {
        Component(
            "VTODO",
            [
                .init("UID", .uri(id)), .init("DTSTAMP", .dateTime(Self.stamp)),
                .init("DUE;TZID=America/New_York", .uri(Self.local(day, "180000"))),
                .init("SUMMARY", .text(record.summary)), .init("DESCRIPTION", .text(record.description)),
                .init("CATEGORIES", .text(record.category)), .init("URL", .uri(record.url)),
                .init("STATUS", .text(Self.needsAction)), .init("PRIORITY", .integer(5)),
            ])
    }

    private static func local(_ day: LocalDay, _ time: String) -> String {
        let (year, month, day) = day.date
        return "\(year * 10_000 + month * 100 + day)T\(time)"
    }

    private static let stamp = Instant(seconds: 1_767_225_600)
    private static let version = PlainText("2.0")
    private static let product = PlainText("-//mend//mend//EN")
    private static let gregorian = PlainText("GREGORIAN")
    private static let transparent = PlainText("TRANSPARENT")
    private static let display = PlainText("DISPLAY")
    private static let needsAction = PlainText("NEEDS-ACTION")

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
