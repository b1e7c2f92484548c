import MendCore
import MendExport
import Testing

struct PublicationTests {
    private let noon = "2026-02-02T12:00:00Z"

    private static func key() throws -> ItemKey { .slot(.daily, try #require(LocalDay("2026-02-02"))) }

    private func merge(_ item: Item, _ published: Published?, now: String) throws -> Publication {
        Publication(
            items: [item], published: published.map { [$0] } ?? [], now: try TestData.instant(now), words: \.title)
    }

    private func published(_ start: String, prompt: String? = "a.prompt", words: String? = "A title", sequence: Int = 2)
        throws -> Published
    {
        Published(
            item: try Self.key(), prompt: prompt, start: try TestData.instant(start), sequence: sequence,
            modified: try TestData.instant("2026-01-20T00:00:00Z"), words: words)
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
        #expect(
            merged.shown == [ShownItem(item: item, sequence: 3, modified: try TestData.instant("2026-02-01T00:00:00Z"))]
        )
        #expect(merged.changes.map(\.sequence) == [3])
        #expect(merged.changes.map(\.prompt) == [prompt])
    }

    @Test func whatHasBegunStaysAsItWasShown() throws {
        for start in ["2026-02-02T11:00:00Z", noon, "2026-02-02T17:00:00Z"] {
            let merged = try merge(
                try TestData.item("daily.2026-02-02", .prompt, start), try published(noon), now: noon)
            #expect(merged.shown.map(\.item.start) == [try TestData.instant(noon)])
            #expect(merged.shown.map(\.sequence) == [2])
            #expect(merged.changes.isEmpty)
        }
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

    @Test func wordsOfAnOlderRecordAreNoChange() throws {
        let merged = try merge(
            try TestData.item("daily.2026-02-02", .prompt, noon), try published(noon, words: nil),
            now: "2026-02-01T00:00:00Z")
        #expect(merged.shown.map(\.sequence) == [2])
        #expect(merged.changes.map(\.words) == ["A title"])
        #expect(merged.changes.map(\.sequence) == [2])
    }
}
