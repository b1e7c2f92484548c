import MendCore
import MendExport
import Testing

struct ExportSetTests {
    @Test func holdsExactlyTheFilesOfTheContract() throws {
        #expect(
            try TestData.exportSet().files.map(\.path) == [
                "calendar.ics", "prompts.ics", "repairs.ics", "calendar.xcal", "reflections.rss", "reflections.atom",
                "reflections.json", "feeds.opml", "index.html", "archive/reflections-2026-01.atom",
                "archive/reflections-2026-01.rss",
            ])
    }

    @Test func householdThatBeganThisMonthHasNoArchive() throws {
        let set = try TestData.exportSet(try TestData.items(), history: History(household: TestData.household))
        #expect(set.files.count == 9)
    }

    @Test func sameInputGivesSameBytes() throws {
        for edition in Edition.allCases {
            let settings = try TestData.settings(edition)
            #expect(try TestData.exportSet(nil, settings).files == TestData.exportSet(nil, settings).files)
        }
    }

    @Test func nothingChangesWithTheClockAlone() throws {
        let first = try TestData.exportSet()
        var history = try TestData.history()
        history.published = first.publication.changes
        let later = try TestData.exportSet(
            nil, history: history, try TestData.settings(now: TestData.instant("2026-02-02T16:59:59-05:00")))
        #expect(later.files == first.files)
        #expect(later.publication.changes.isEmpty)
    }

    @Test func publicationCoversEveryItem() throws {
        let set = try TestData.exportSet()
        #expect(set.publication.changes.map(\.item.description) == (try TestData.items().map(\.id)))
    }
}
