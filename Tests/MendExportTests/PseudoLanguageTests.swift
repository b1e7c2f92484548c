import MendCore
import MendText
import MendXML
import Testing

@testable import MendExport

/// In the pseudo-language each sentence of the catalogue stands in ⟦brackets⟧, so what stands outside comes from elsewhere.
/// The items' own texts are numbers here.
struct PseudoLanguageTests {
    private func set(_ edition: Edition, empty: Bool = false) throws -> ExportSet {
        var history = try TestData.history()
        history.people = [Person(id: "ada", name: "1", relation: .child, born: LocalDay("2022-04-03"))]
        let items = try TestData.items().map { item in
            Item(
                id: item.id, kind: item.kind, start: item.start, minutes: item.minutes, voice: item.voice,
                with: item.with.isEmpty ? [] : ["1"], ruptures: item.ruptures, writtenTitle: "2", text: "3\n\n- 4",
                prompt: item.prompt, because: [])
        }
        let settings = ExportSettings(
            edition: edition, baseURL: BaseURL("https://example.org/mend"), now: try TestData.now(),
            language: .bracketed)
        var plan = try TestData.plan(["5", "6", "7"])
        plan.phrases.discreetText = "8"
        return try ExportSet(history: history, plan: plan, items: empty ? [] : items, settings: settings)
    }

    /// Whether nothing but what is in brackets has a letter.
    private func isBracketed(_ text: String) -> Bool {
        var depth = 0
        for character in text {
            if character == "⟦" { depth += 1 }
            if character.isLetter, depth == 0 { return false }
            if character == "⟧" { depth -= 1 }
        }
        return depth == 0
    }

    @Test(arguments: Edition.allCases, [false, true])
    func calendars(_ edition: Edition, _ empty: Bool) throws {
        let set = try set(edition, empty: empty)
        for path in ["calendar.ics", "prompts.ics", "repairs.ics"] {
            let lines = try set.text(path).replacing("\r\n ", with: "").split(separator: "\r\n")
            let properties = ["SUMMARY", "DESCRIPTION", "CATEGORIES", "NAME", "X-WR-CALNAME"]
            let texts = lines.filter { line in properties.contains(String(line.prefix { $0 != ":" })) }
            #expect(texts.count > 2)
            for text in texts {
                let value = text.drop { $0 != ":" }.dropFirst().replacing("\\n", with: "\n")
                #expect(isBracketed(String(value)), "\(path): \(text)")
            }
        }
    }

    @Test(arguments: Edition.allCases)
    func xcal(_ edition: Edition) throws {
        let set = try set(edition)
        let root = try XMLReader().root(of: set.bytes("calendar.xcal"))
        for name in ["summary", "description", "categories", "name", "x-wr-calname"] {
            let elements = root.descendants(name)
            #expect(!elements.isEmpty, "\(name)")
            for element in elements {
                #expect(isBracketed(element.descendants("text").map(\.text).joined()), "\(name)")
            }
        }
    }

    @Test(arguments: Edition.allCases)
    func feeds(_ edition: Edition) throws {
        let set = try set(edition)
        for (path, names) in [
            ("reflections.atom", ["title", "subtitle", "summary", "content"]),
            ("reflections.rss", ["title", "description", "encoded"]),
            ("archive/reflections-2026-01.atom", ["title", "subtitle", "summary", "content"]),
        ] {
            let root = try XMLReader().root(of: set.bytes(path))
            for name in names {
                let elements = root.descendants(name)
                #expect(!elements.isEmpty, "\(path) \(name)")
                for element in elements {
                    let text = element.text.replacing(/<[^>]*>/, with: "")
                    #expect(isBracketed(text), "\(path) \(name): \(text)")
                }
            }
        }
        #expect(try set.text("reflections.atom").contains("xml:lang=\"en-XA\""))
        #expect(try set.text("reflections.rss").contains("<language>en-XA</language>"))
        let json = try set.text("reflections.json")
        #expect(json.contains("\"language\": \"en-XA\""))
        for name in ["title", "description", "summary", "content_html"] {
            for part in json.split(separator: "\"\(name)\": \"").dropFirst() {
                let text = part.prefix { $0 != "\"" }.replacing(/<[^>]*>/, with: "").replacing("\\n", with: "")
                #expect(isBracketed(String(text)), "\(name): \(text)")
            }
        }
        let outline = try XMLReader().root(of: set.bytes("feeds.opml"))
        for name in ["text", "title", "description"] {
            for element in outline.descendants("outline") {
                #expect(isBracketed(element.attribute(name) ?? ""), "\(name)")
            }
        }
    }

    @Test(arguments: Edition.allCases)
    func indexPage(_ edition: Edition) throws {
        let page = try set(edition).text("index.html")
        #expect(page.contains("<html lang=\"en-XA\">"))
        let shown = page.replacing(/(?s)<style>.*<\/style>/, with: "").replacing(/<code>[^<]*<\/code>/, with: "")
            .replacing(/<dt>.*<\/dt>/, with: "")
        for text in shown.split(separator: /<[^>]*>/) { #expect(isBracketed(String(text)), "\(text)") }
    }
}

extension XMLElement {
    /// The elements of this name inside it, however deep.
    fileprivate func descendants(_ name: String) -> [XMLElement] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }
}
