import Foundation
import MendCore
import MendXML
import Testing

@testable import MendExport

/// What real feed readers need; the numbers are those of the project's list.
struct InteropFeedTests {
    private func xml(_ path: String, _ set: ExportSet? = nil) throws -> XMLElement {
        try XMLReader().root(of: try (set ?? TestData.exportSet()).bytes(path))
    }

    private func rss(_ set: ExportSet? = nil) throws -> XMLElement {
        try #require(try xml("reflections.rss", set).first("channel"))
    }

    private func json(_ set: ExportSet? = nil) throws -> [String: Any] {
        let bytes = try (set ?? TestData.exportSet()).bytes("reflections.json")
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func interop14ForbiddenCodePointsNeverReachTheDocument() throws {
        let text = "a\u{1}b\u{0}c\u{FFFE}d & e ]]> f"
        let item = try TestData.item(
            "weekly.2026-02-01", .reflection, "2026-02-01T19:30:00-05:00", title: text, text: text)
        let set = try TestData.exportSet([item])
        for entry in [
            try #require(try rss(set).first("item")), try #require(try xml("reflections.atom", set).first("entry")),
        ] {
            #expect(entry.first("title")?.text == "abcd & e ]]> f")
        }
    }

    @Test func interop15IdsArePermanentAndIndependentOfTheAddress() throws {
        let ids = ["tag:mend,2026:k7Qm2xW9/weekly.2026-02-01", "tag:mend,2026:k7Qm2xW9/weekly.2026-01-25"]
        for base in ["https://example.org/mend", "http://localhost:8420", nil] {
            let set = try TestData.exportSet(nil, try TestData.settings(base: base))
            let items = try rss(set).all("item")
            #expect(items.map { $0.first("guid")?.text } == ids)
            #expect(items.allSatisfy { $0.first("guid")?.attribute("isPermaLink") == "false" })
            let home = "\(base ?? "https://mend.invalid")/"
            let link = base == nil ? "\(home)#weekly.2026-02-01" : "\(home)i/weekly.2026-02-01"
            #expect(items.first?.first("link")?.text == link)
            #expect(try rss(set).first("link")?.text == home)
            let atom = try xml("reflections.atom", set)
            #expect(atom.all("entry").map { $0.first("id")?.text } == ids)
            #expect(atom.first("id")?.text == "tag:mend,2026:k7Qm2xW9/reflections")
        }
    }

    @Test(arguments: [
        ("2026-02-01T19:30:00-05:00", "Mon, 02 Feb 2026 00:30:00 GMT"),
        ("2026-01-01T00:00:00Z", "Thu, 01 Jan 2026 00:00:00 GMT"),
        ("2028-02-29T23:59:59Z", "Tue, 29 Feb 2028 23:59:59 GMT"),
        ("1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
    ])
    func interop16DatesAreRight(instant: String, date: String) throws {
        #expect(TimeText.rfc822(try TestData.instant(instant)) == date)
    }

    @Test func interop16EntriesAreNewestFirstAndHaveBegun() throws {
        let dates = try rss().all("item").map { $0.first("pubDate")?.text }
        #expect(dates == ["Mon, 02 Feb 2026 00:30:00 GMT", "Mon, 26 Jan 2026 00:30:00 GMT"])
        let atom = try xml("reflections.atom")
        #expect(
            atom.all("entry").map { $0.first("published")?.text } == ["2026-02-02T00:30:00Z", "2026-01-26T00:30:00Z"])
        // Their words have not changed since.
        #expect(
            atom.all("entry").map { $0.first("updated")?.text } == ["2026-02-02T00:30:00Z", "2026-01-26T00:30:00Z"])
        #expect(atom.first("updated")?.text == "2026-02-02T00:30:00Z")
    }

    @Test func interop16UpdatedIsNeverBeforePublished() throws {
        // Shown in a calendar days before it begins.
        let item = try TestData.item("weekly.2026-02-01", .reflection, "2026-02-01T19:30:00-05:00")
        var history = try TestData.history()
        history.published = [
            Published(
                item: try #require(item.key), prompt: item.prompt, start: item.start, sequence: 0,
                modified: try TestData.instant("2026-01-20T00:00:00Z"))
        ]
        let entry = try #require(
            try xml("reflections.atom", TestData.exportSet([item], history: history)).first("entry"))
        #expect(entry.first("updated")?.text == "2026-02-02T00:30:00Z")
    }

    @Test func interop17NamesItselfExactly() throws {
        let channel = try rss()
        let own = channel.all("link").first { $0.attribute("rel") == "self" }
        #expect(own?.attribute("href") == "https://example.org/mend/reflections.rss")
        #expect(own?.namespace == "http://www.w3.org/2005/Atom")
        #expect(channel.first("ttl")?.text == "60")
        #expect(channel.first("language")?.text == "en")
        let item = try #require(channel.first("item"))
        #expect(item.first("encoded")?.namespace == "http://purl.org/rss/1.0/modules/content/")
        #expect(item.first("description")?.text == "Look back kindly.")

        let atom = try xml("reflections.atom")
        #expect(atom.namespace == "http://www.w3.org/2005/Atom")
        #expect(
            atom.all("link").filter { $0.attribute("rel") == "self" }.map { $0.attribute("href") }
                == ["https://example.org/mend/reflections.atom"])
        #expect(atom.all("link").filter { $0.attribute("rel") == "alternate" }.count == 1)
        #expect(atom.first("author")?.first("name")?.text == "mend")
        for entry in atom.all("entry") {
            #expect(entry.all("link").map { $0.attribute("rel") } == ["alternate"])
            #expect(entry.first("content")?.attribute("type") == "html")
        }
    }

    @Test func interop17LeavesOutAnAddressThatIsNotKnown() throws {
        let set = try TestData.exportSet(nil, try TestData.settings(base: nil))
        #expect(try rss(set).all("link").allSatisfy { $0.attribute("rel") != "self" })
        #expect(try xml("reflections.atom", set).all("link").allSatisfy { $0.attribute("rel") != "self" })
        #expect(try json(set)["feed_url"] == nil)
    }

    @Test func interop18HTMLIsSafe() throws {
        let text = "<script>alert(1)</script>\n\n- <img src=x onerror=alert(1)>\n- javascript:alert(1)\n\n<a href='/x'>"
        let item = try TestData.item("weekly.2026-02-01", .reflection, "2026-02-01T19:30:00-05:00", text: text)
        let entry = try #require(try xml("reflections.atom", TestData.exportSet([item])).first("entry"))
        #expect(
            entry.first("content")?.text.hasPrefix(
                """
                <p>&lt;script&gt;alert(1)&lt;/script&gt;</p>
                <ul><li>&lt;img src=x onerror=alert(1)&gt;</li><li>javascript:alert(1)</li></ul>
                <p>&lt;a href=&#39;/x&#39;&gt;</p>
                """) == true)
    }

    @Test func interop19ArchivesAreChainedAndNeverChange() throws {
        let february = try TestData.exportSet()
        #expect(
            february.files.map(\.path).suffix(2) == [
                "archive/reflections-2026-01.atom", "archive/reflections-2026-01.rss",
            ])
        let base = "https://example.org/mend"
        let links = try xml("reflections.atom", february).all("link")
        #expect(
            links.first { $0.attribute("rel") == "prev-archive" }?.attribute("href")
                == "\(base)/archive/reflections-2026-01.atom")

        let january = try xml("archive/reflections-2026-01.atom", february)
        #expect(january.first("archive")?.namespace == "http://purl.org/syndication/history/1.0")
        #expect(january.all("entry").map { $0.first("id")?.text } == ["tag:mend,2026:k7Qm2xW9/weekly.2026-01-25"])
        #expect(
            january.all("link").map { [$0.attribute("rel"), $0.attribute("href")] } == [
                ["self", "\(base)/archive/reflections-2026-01.atom"], ["alternate", "\(base)/"],
                ["current", "\(base)/reflections.atom"], ["next-archive", "\(base)/archive/reflections-2026-02.atom"],
            ])

        // Five months later, with a plan that was edited and a journal that has grown.
        var history = try TestData.history()
        history.published = february.publication.changes
        history.attempts = [
            Attempt(
                id: "t1", rupture: "r1", at: try TestData.instant("2026-01-20T12:00:00Z"),
                recorded: try TestData.instant("2026-03-01T12:00:00Z"), outcome: .repaired)
        ]
        let settings = try TestData.settings(now: TestData.instant("2026-07-15T12:00:00-04:00"))
        let july = try TestData.exportSet(try TestData.items(), history: history, settings)
        for path in ["archive/reflections-2026-01.atom", "archive/reflections-2026-01.rss"] {
            #expect(try july.bytes(path) == february.bytes(path))
        }
        #expect(july.files.count == 9 + 12)
        let months = july.files.map(\.path).filter { $0.hasSuffix("06.atom") || $0.hasSuffix("07.atom") }
        #expect(months == ["archive/reflections-2026-06.atom"])
        let relations = try xml("archive/reflections-2026-02.atom", july).all("link").map { $0.attribute("rel") }
        #expect(relations == ["self", "alternate", "current", "prev-archive", "next-archive"])
    }

    @Test func interop19ArchivesInFilesAreLinkedRelatively() throws {
        let set = try TestData.exportSet(nil, try TestData.settings(base: nil))
        #expect(
            try xml("reflections.atom", set).all("link").compactMap { $0.attribute("href") }
                == ["https://mend.invalid/", "archive/reflections-2026-01.atom"])
        #expect(
            try xml("archive/reflections-2026-01.rss", set).first("channel")?.all("link").compactMap {
                $0.attribute("href")
            }
                == ["../reflections.rss", "../archive/reflections-2026-02.rss"])
    }

    @Test func interop20JSONFeedMirrorsTheSame() throws {
        let feed = try json()
        #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(feed["feed_url"] as? String == "https://example.org/mend/reflections.json")
        #expect(feed["home_page_url"] as? String == "https://example.org/mend/")
        let items = try #require(feed["items"] as? [[String: Any]])
        let entries = try xml("reflections.atom").all("entry")
        #expect(items.count == 2)
        for (item, entry) in zip(items, entries) {
            #expect(item["id"] as? String == entry.first("id")?.text)
            #expect(item["url"] as? String == entry.first("link")?.attribute("href"))
            #expect(item["title"] as? String == entry.first("title")?.text)
            #expect(item["content_html"] as? String == entry.first("content")?.text)
            #expect(item["summary"] as? String == entry.first("summary")?.text)
            #expect(item["date_published"] as? String == entry.first("published")?.text)
            #expect(item["date_modified"] as? String == entry.first("updated")?.text)
        }
    }

    @Test func feedWithoutEntriesIsWhole() throws {
        let set = try TestData.exportSet([])
        #expect(try rss(set).all("item").isEmpty)
        // The start of the household's first day in New York.
        #expect(try xml("reflections.atom", set).first("updated")?.text == "2026-01-05T05:00:00Z")
        #expect((try json(set)["items"] as? [Any])?.isEmpty == true)
    }

    @Test func openFeedSpeaksQuietlyOfTheWeek() throws {
        let entries = try xml("reflections.atom").all("entry")
        #expect(
            entries.first?.first("content")?.text
                == "<p>Look back kindly.</p>\n<ul><li>What was warm?</li><li>What would help?</li></ul>\n"
                + "<p>With Ada, something is still open. It is not too late, and there is no hurry.</p>")
        let discreet = try xml("reflections.atom", TestData.exportSet(nil, try TestData.settings(.discreet)))
        #expect(
            discreet.all("entry").map { $0.first("content")?.text } == ["<p>More in mend.</p>", "<p>More in mend.</p>"])
    }

    @Test func listsOneFeedForImport() throws {
        let outlines = try #require(try xml("feeds.opml").first("body")).children
        #expect(outlines.map { $0.attribute("xmlUrl") } == ["https://example.org/mend/reflections.atom"])
        #expect(outlines.map { $0.attribute("type") } == ["rss"])
    }
}
