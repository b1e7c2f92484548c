import MendCore
import MendExport
import Testing

struct PrivacyTests {
    /// Stands in every string that a family would not want others to see.
    private let mark = "QANARY"

    private func household() throws -> (history: History, items: [Item]) {
        var history = try TestData.history()
        history.contacts = [Contact(name: "\(mark) Mo", number: "\(mark)-555", purpose: "\(mark) talk")]
        history.people = [
            Person(id: "p\(mark)", name: "\(mark) Ada", relation: .child, born: LocalDay("2022-04-03"))
        ]
        let at = try TestData.instant("2026-01-05T17:40:00-05:00")
        history.ruptures = [
            Rupture(
                id: "r\(mark)", with: "p\(mark)", kind: .toxic, at: at, zone: .red, theirZone: .red,
                excitedAbout: "\(mark) tower", note: "NOTE\(mark)")
        ]
        history.attempts = [
            Attempt(
                id: "t\(mark)", rupture: "r\(mark)", at: at + 3600, outcome: .declined, roadblock: .shame,
                note: "NOTE\(mark)"),
            Attempt(id: "u\(mark)", rupture: "r\(mark)", at: at + 7200, outcome: .repaired, note: "NOTE\(mark)"),
        ]
        history.checkIns = [CheckIn(id: "c\(mark)", with: "p\(mark)", at: at, zone: .red)]
        history.channels = [Channel(name: "mail\(mark)", kind: .mail, to: "\(mark)@example.org")]
        history.subscriptions = [Subscription(name: "phone\(mark)", secretHash: "\(mark)")]
        let kinds: [Item.Kind] =
            [.prompt, .reflection, .reading, .milestone, .checkIn] + Rung.allCases.map(Item.Kind.rung)
        let items = try kinds.enumerated().map { index, kind in
            try TestData.item(
                Self.id(of: kind, mark), kind, "2026-02-0\(index % 9 + 1)T10:00:00-05:00", voice: .together,
                with: ["\(mark) Ada"], ruptures: ["r\(mark)"], title: "\(mark) title",
                text: "\(mark) tower\n\n\(mark) Mo \(mark)-555", prompt: "\(mark).script", isGrave: index % 2 == 0)
        }
        return (history, items)
    }

    private static func id(of kind: Item.Kind, _ mark: String) -> String {
        switch kind {
        case .prompt: "daily.2026-02-01"
        case .reflection: "weekly.2026-02-01"
        case .reading: "monthly.2026-02-01"
        case .milestone: "milestone.\(mark).2026-02-01"
        case .checkIn: "checkin.\(mark).2026-02-01"
        case .rung(.tryAgain), .rung(.roadblock): "r\(mark).\(kind.name).1"
        case .rung: "r\(mark).\(kind.name)"
        }
    }

    @Test(arguments: ["https://example.org/mend", nil])
    func discreetFilesTellNothing(base: String?) throws {
        let (history, items) = try household()
        let settings = try TestData.settings(.discreet, base: base, now: TestData.instant("2026-03-02T12:00:00-05:00"))
        let set = try TestData.exportSet(items, history: history, settings)
        #expect(set.files.count == 9 + 4)
        let words = [
            mark, "k7Qm2xW9", "toxic", "calm", "reconnect", "try-again", "roadblock", "rupture", "milestone", "reading",
            "a.prompt", "-PT5M", "Ada",
        ]
        for file in set.files {
            let text = String(decoding: file.bytes, as: UTF8.self).replacing("\r\n ", with: "").lowercased()
            for word in words { #expect(!text.contains(word.lowercased()), "\(word) in \(file.path)") }
        }
        // A calendar with nothing in it names the household no more than a full one.
        let empty = try TestData.exportSet([], history: history, settings)
        for file in empty.files {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("k7Qm2xW9"), "\(file.path)")
        }
    }

    @Test func noEditionHoldsANote() throws {
        let (history, items) = try household()
        for edition in Edition.allCases {
            for file in try TestData.exportSet(items, history: history, try TestData.settings(edition)).files {
                #expect(!String(decoding: file.bytes, as: UTF8.self).contains("NOTE"), "\(file.path)")
            }
        }
    }

    /// So that the tests above can fail: an open calendar holds what they look for.
    @Test func openFilesHoldTheMark() throws {
        let (history, items) = try household()
        let set = try TestData.exportSet(items, history: history)
        for path in ["calendar.ics", "calendar.xcal", "reflections.rss", "reflections.atom", "reflections.json"] {
            #expect(try set.text(path).contains(mark), "\(path)")
        }
    }

    @Test func graveItemsLookLikeAllOthers() throws {
        let (history, items) = try household()
        let swapped = items.map { item in
            Item(
                id: item.id, kind: item.kind, start: item.start, minutes: item.minutes, voice: item.voice,
                with: item.with,
                ruptures: item.ruptures, writtenTitle: item.writtenTitle, text: item.text, prompt: item.prompt,
                isGrave: !item.isGrave, because: [])
        }
        let settings = try TestData.settings(.discreet)
        #expect(
            try TestData.exportSet(items, history: history, settings).files
                == TestData.exportSet(swapped, history: history, settings).files)
    }
}
