import Foundation
import MendCore
import MendXML
import Testing

@testable import MendExport

/// Text as people really type it goes through every format and comes back.
struct TypedTextTests {
    static let texts = [
        "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽", "مرحبا، كيف الحال؟", "שלום \u{202B}עולם\u{202C}", "สวัสดีครับ", "e\u{301} n\u{303} Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!",
        "a\u{0}b", "a\u{FFFE}b\u{FFFF}", "]]>", "<![CDATA[x]]>", "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x",
        "END:VEVENT",
        "a\r\nATTENDEE:mailto:x@example.org", "javascript:alert(1)", "<script>alert(1)</script>", "<\u{338}b>\u{301}",
        "&amp; &lt; &", "\\n \\; \\,", "\"quoted\" 'single'", "a;b,c:d", "\n\u{301}x", "a\n\nb\n- c\n- d",
        "\u{1B}[31mred\u{7}",
        "\u{2028}a\u{2029}b\u{85}c", "\t tab ", "\u{FEFF}bom", "<!DOCTYPE html>", "--><!--", "</p></content></entry>",
        "{excited-about} {name}", String(repeating: "é", count: 37), String(repeating: "👩‍👧", count: 40),
    ]

    private func set(_ text: String) throws -> ExportSet {
        var history = try TestData.history()
        history.people = [Person(id: "ada", name: text, relation: .child, born: LocalDay("2022-04-03"))]
        let start = "2026-02-01T19:30:00-05:00"
        let item = try TestData.item("weekly.2026-02-01", .reflection, start, with: [text], title: text, text: text)
        return try TestData.exportSet([item], history: history)
    }

    @Test(arguments: texts)
    func survivesCalendars(text: String) throws {
        let set = try set(text)
        let calendar = try ParsedCalendar(try set.bytes("calendar.ics")).root
        #expect(calendar.components.count == 1)
        let event = calendar.components[0]
        let plain = PlainText(text)
        let description = try #require(try event.text("DESCRIPTION"))
        #expect(description.unicodeScalars.elementsEqual(plain.string.unicodeScalars))
        #expect(try event.text("SUMMARY") == PlainText("\(text) · \(text)").oneLine.string)
        #expect(event.properties.map(\.name).filter { $0 == "ATTENDEE" || $0 == "SUMMARY" } == ["SUMMARY"])

        let document = try XMLReader().root(of: try set.bytes("calendar.xcal"))
        let properties = document.first("vcalendar")?.first("components")?.first("vevent")?.first("properties")
        let written = try #require(properties?.first("description")?.first("text")?.text)
        #expect(written.unicodeScalars.elementsEqual(plain.string.unicodeScalars))
    }

    @Test(arguments: texts)
    func survivesFeeds(text: String) throws {
        let set = try set(text)
        let plain = PlainText("\(text) · \(text)").oneLine.string
        let rss = try #require(
            try XMLReader().root(of: try set.bytes("reflections.rss")).first("channel")?.first("item"))
        let atom = try #require(try XMLReader().root(of: try set.bytes("reflections.atom")).first("entry"))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(try set.bytes("reflections.json"))) as? [String: Any])
        let item = try #require((json["items"] as? [[String: Any]])?.first)
        let html = try #require(item["content_html"] as? String)
        for title in [rss.first("title")?.text, atom.first("title")?.text, item["title"] as? String] {
            #expect(title?.unicodeScalars.elementsEqual(plain.unicodeScalars) == true)
        }
        #expect(atom.first("content")?.text == html)
        #expect(rss.first("encoded")?.text == html)
        try expectSafe(html)
    }

    /// The HTML is well-formed, with only the elements that are made here and no attribute.
    private func expectSafe(_ html: String) throws {
        let root = try XMLReader().root(of: Array("<div>\(html.replacing("<br>", with: "<br/>"))</div>".utf8))
        var rest = root.children
        while let element = rest.popLast() {
            #expect(["p", "ul", "li", "br"].contains(element.name))
            #expect(element.attributes.isEmpty)
            rest += element.children
        }
    }

    @Test func aMegabyteSurvives() throws {
        let text = String(repeating: "0123456789 👩‍👧, שלום; <b> & \n", count: 25_000)
        #expect(text.utf8.count > 1_000_000)
        let set = try set(text)
        let event = try ParsedCalendar(try set.bytes("calendar.ics")).root.components[0]
        #expect(try event.text("DESCRIPTION") == text)
        let atom = try XMLReader().root(of: try set.bytes("reflections.atom"))
        #expect((atom.first("entry")?.first("content")?.text.utf8.count ?? 0) > 1_000_000)
    }

    @Test(arguments: [
        ("a\nb", "<p>a<br>b</p>"), ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        ("a\n- b\n- c\nd", "<p>a</p>\n<ul><li>b</li><li>c</li></ul>\n<p>d</p>"),
        ("", ""), (" \n \n", ""), ("-b", "<p>-b</p>"), ("- \u{301}x", "<ul><li>\u{301}x</li></ul>"),
        ("<\u{338}script>", "<p>&lt;\u{338}script&gt;</p>"), ("\"'&", "<p>&quot;&#39;&amp;</p>"),
    ])
    func rendersPlainText(text: String, html: String) {
        #expect(HTMLText.rendering(of: PlainText(text)).unicodeScalars.elementsEqual(html.unicodeScalars))
    }
}
