import MendCore
import MendExport
import Testing

struct PublicationTests {
    private let noon = "2026-02-02T12:00:00Z"

    private static func key() throws -> ItemKey { .slot(.daily, try #require(LocalDay("2026-02-02"))) }

    private func merge(
        _ item: Item, _ published: Published?, isOfFirstEdition: Bool = false, now: String
    ) throws -> Publication {
        Publication(
            items: [item], published: published.map { [$0] } ?? [], isOfFirstEdition: isOfFirstEdition,
            now: try TestData.instant(now), words: \.title)
    }

    private func published(
        _ start: String, prompt: String? = "a.prompt", words: String? = "A title", sequence: Int = 2,
        settled: SettledItem? = nil
    ) throws -> Published {
        Published(
            item: try Self.key(), prompt: prompt, start: try TestData.instant(start), sequence: sequence,
            modified: try TestData.instant("2026-01-20T00:00:00Z"), words: words, settled: settled)
    }

    @Test func newItemBeginsAtSequenceZero() throws {
        let merged = try merge(try TestData.item("daily.2026-02-02", .prompt, noon), nil, now: "2026-02-01T00:00:00Z")
        #expect(merged.shown.map(\.sequence) == [0])
        #expect(merged.shown.map(\.modified) == [try TestData.instant("2026-02-01T00:00:00Z")])
        #expect(
            merged.changes == [
                Published(
                    item: try Self.key(), prompt: "a.prompt", start: try TestData.instant(noon), sequence: 0,
                    modified: try TestData.instant("2026-02-01T00:00:00Z"), words: "A title")
            ])
    }

    @Test func unchangedItemKeepsBoth() throws {
        let merged = try merge(
            try TestData.item("daily.2026-02-02", .prompt, noon), try published(noon), now: "2026-02-01T00:00:00Z")
        #expect(merged.shown.map(\.sequence) == [2])
        #expect(merged.shown.map(\.modified) == [try TestData.instant("2026-01-20T00:00:00Z")])
        #expect(merged.changes.isEmpty)
    }

    @Test(arguments: [
        ("2026-02-02T13:00:00Z", "a.prompt"), ("2026-02-02T12:00:00Z", "b.prompt"), ("2026-02-02T11:00:00Z", nil),
    ])
    func changedItemGetsTheNextSequence(start: String, prompt: String?) throws {
        let item = try TestData.item("daily.2026-02-02", .prompt, start, prompt: prompt)
        let merged = try merge(item, try published(noon), now: "2026-02-01T00:00:00Z")
        let now = try TestData.instant("2026-02-01T00:00:00Z")
        // What discreet editions show has changed where it starts at another time.
        let moves: Published.Moves =
            start == noon
            ? .init(count: 2, last: try TestData.instant("2026-01-20T00:00:00Z")) : .init(count: 3, last: now)
        #expect(merged.shown == [ShownItem(item: item, sequence: 3, modified: now, moves: moves)])
        #expect(merged.changes.map(\.sequence) == [3])
        #expect(merged.changes.map(\.prompt) == [prompt])
    }

    @Test func whatHasBegunStaysAsItWasShown() throws {
        for start in ["2026-02-02T11:00:00Z", noon, "2026-02-02T17:00:00Z"] {
            let item = try TestData.item("daily.2026-02-02", .prompt, start)
            let now = "2026-02-02T18:00:00Z"
            let settled = try merge(item, try published(noon, settled: item.settled), now: now)
            // The first edition settled nothing.
            let first = try merge(item, try published(noon), isOfFirstEdition: true, now: noon)
            for merged in [settled, first] {
                #expect(merged.shown.map(\.item.start) == [try TestData.instant(noon)])
                #expect(merged.shown.map(\.sequence) == [2])
                #expect(merged.changes.isEmpty)
            }
        }
    }

    /// Its time passed while it was taken back; it comes when the ladder says, not at a time that is over.
    @Test func whatWasShownForATimeAtWhichItDidNotBeginComesLater() throws {
        let later = "2026-02-02T17:00:00Z"
        let item = try TestData.item("daily.2026-02-02", .prompt, later)
        let merged = try merge(item, try published(noon), now: "2026-02-02T13:00:00Z")
        #expect(merged.shown.map(\.item.start) == [try TestData.instant(later)])
        #expect(merged.shown.map(\.sequence) == [3])
        let begun = try merge(item, try published(noon), now: "2026-02-02T18:00:00Z")
        #expect(begun.shown.map(\.item.start) == [try TestData.instant(later)])
        #expect(begun.changes.map(\.settled) == [item.settled])
    }

    @Test func whatWasShownForLaterMovesEvenIntoThePast() throws {
        let merged = try merge(
            try TestData.item("daily.2026-02-02", .prompt, "2026-02-02T11:00:00Z"), try published(noon),
            now: "2026-02-02T11:30:00Z")
        #expect(merged.shown.map(\.item.start) == [try TestData.instant("2026-02-02T11:00:00Z")])
        #expect(merged.shown.map(\.sequence) == [3])
    }

    @Test func modifiedNeverFalls() throws {
        let merged = try merge(
            try TestData.item("daily.2026-02-02", .prompt, "2026-02-02T13:00:00Z"), try published(noon),
            now: "2026-01-10T00:00:00Z")
        #expect(merged.shown.map(\.modified) == [try TestData.instant("2026-01-20T00:00:00Z")])
        #expect(merged.shown.map(\.sequence) == [3])
    }

    /// A person's new name, a new contact: clients pass over an edit whose sequence stays (also of what has begun).
    @Test(arguments: ["2026-02-01T00:00:00Z", "2026-02-03T00:00:00Z"])
    func changedWordsGetTheNextSequence(now: String) throws {
        let merged = try merge(
            try TestData.item("daily.2026-02-02", .prompt, noon), try published(noon, words: "Another title"), now: now)
        #expect(merged.shown.map(\.sequence) == [3])
        #expect(merged.shown.map(\.modified) == [try TestData.instant(now)])
        #expect(merged.changes.map(\.words) == ["A title"])
        #expect(merged.changes.map(\.prompt) == ["a.prompt"])
    }

    /// Of feeds: an entry is a new one when its words became others, not when it was shown first, or moved before it began.
    @Test func knowsWhenWordsChangedAfterItHadBegun() throws {
        let item = try TestData.item("daily.2026-02-02", .prompt, noon)
        for (words, now, reworded) in [
            ("A title", "2026-02-03T00:00:00Z", nil), ("Another title", "2026-02-01T00:00:00Z", nil),
            ("Another title", "2026-02-03T00:00:00Z", "2026-02-03T00:00:00Z"),
        ] {
            let merged = try merge(item, try published(noon, words: words), now: now)
            #expect(merged.shown.map(\.reworded) == [try reworded.map(TestData.instant)], "\(words) at \(now)")
        }
        let late = try merge(item, nil, now: "2026-02-03T00:00:00Z")
        #expect(late.shown.map(\.reworded) == [nil])
        #expect(late.changes.map(\.reworded) == [nil])
    }

    /// Where every item was raised, a new one may have been shown before by somebody else.
    @Test func aNewItemTakesTheLowestSequenceThatAnyHas() throws {
        let item = try TestData.item("daily.2026-02-03", .prompt, "2026-02-03T12:00:00Z")
        let merged = try merge(item, try published(noon, sequence: 7), now: "2026-02-01T00:00:00Z")
        #expect(merged.shown.map(\.sequence) == [7])
    }

    @Test func raisingStopsAtTheLargestSequence() throws {
        let record = try published(noon, sequence: 999_999_999)
        let later = try TestData.instant("2026-02-01T00:00:00Z")
        #expect(record.raised(at: later).sequence == 1_000_000_000)
        #expect(record.raised(by: .max, at: later).sequence == 1_000_000_000)
        #expect(record.raised(at: later).modified == later)
        #expect(record.raised(at: try TestData.instant("2026-01-01T00:00:00Z")).modified == record.modified)
    }

    @Test func wordsOfAnOlderRecordAreNoChange() throws {
        let merged = try merge(
            try TestData.item("daily.2026-02-02", .prompt, noon), try published(noon, words: nil),
            now: "2026-02-01T00:00:00Z")
        #expect(merged.shown.map(\.sequence) == [2])
        #expect(merged.changes.map(\.words) == ["A title"])
        #expect(merged.changes.map(\.sequence) == [2])
    }
}
