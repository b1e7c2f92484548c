import MendExport
import MendXML
import Testing

struct IndexPageTests {
    private func page(_ settings: ExportSettings) -> String {
        String(decoding: IndexPage(settings: settings).bytes(), as: UTF8.self)
    }

    @Test func linksEveryFileOfTheSet() throws {
        let set = try TestData.exportSet()
        let page = try set.text("index.html")
        for file in set.files where file.path != "index.html" && !file.path.hasPrefix("archive/") {
            #expect(page.contains("href=\"https://example.org/mend/\(file.path)\""), "\(file.path)")
        }
        #expect(page.contains("href=\"webcal://example.org/mend/calendar.ics\""))
        #expect(!page.contains("webcals:"))
    }

    @Test func linksFilesRelativelyWithoutABaseURL() throws {
        let page = page(try TestData.settings(base: nil))
        #expect(page.contains("href=\"calendar.ics\""))
        #expect(!page.contains("http://"))
        #expect(!page.contains("https://"))
        #expect(!page.contains("webcal:"))
    }

    @Test func hasNoScriptAndNoOutsideRequest() throws {
        for edition in Edition.allCases {
            let page = page(try TestData.settings(edition))
            for word in ["<script", "<img", "src=", "@import", "url(", "<iframe", "<form", " onclick"] {
                #expect(!page.contains(word), "\(word)")
            }
            #expect(page.contains("default-src 'none'"))
            #expect(page.contains("color-scheme: light dark"))
            #expect(page.contains("<html lang=\"en\">"))
            #expect(page.contains("What mend is not"))
        }
    }

    @Test func offersAutodiscovery() throws {
        let page = page(try TestData.settings())
        for type in ["application/atom+xml", "application/rss+xml", "application/feed+json"] {
            #expect(page.contains("<link rel=\"alternate\" type=\"\(type)\""), "\(type)")
        }
    }

    @Test func escapesTheAddress() throws {
        #expect(
            page(try TestData.settings(base: "https://example.org/a&b'c")).contains(
                "href=\"https://example.org/a&amp;b&#39;c/calendar.ics\""))
    }

    @Test func isWellFormed() throws {
        for edition in Edition.allCases {
            // As XML, once the elements that HTML leaves open are closed.
            var text = page(try TestData.settings(edition)).replacing("<!doctype html>\n", with: "")
            for line in text.split(separator: "\n") where line.hasPrefix("<meta") || line.hasPrefix("<link") {
                text = text.replacing(line, with: line.dropLast() + "/>")
            }
            #expect(try XMLReader().root(of: Array(text.utf8)).all("body").count == 1)
        }
    }
}
