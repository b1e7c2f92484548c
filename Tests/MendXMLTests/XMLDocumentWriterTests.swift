import MendXML
import Testing

struct XMLDocumentWriterTests {
    private func document(_ text: String, attribute: String? = nil) throws -> [UInt8] {
        let writer = try XMLDocumentWriter(indented: false)
        try writer.element("a", [("b", attribute)], text: text)
        return try writer.finish()
    }

    @Test func writesDeclarationAndFinalLineFeed() throws {
        #expect(
            String(decoding: try document("x"), as: UTF8.self)
                == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>x</a>\n")
    }

    @Test(arguments: [
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ("]]>", "]]&gt;"),
        ("<![CDATA[x]]>", "&lt;![CDATA[x]]&gt;"),
        ("&amp;", "&amp;amp;"),
        ("a\rb", "a&#13;b"),
        ("👩‍👧 مرحبا שלום สวัสดี e\u{301}", "👩‍👧 مرحبا שלום สวัสดี e\u{301}"),
    ])
    func escapesText(text: String, written: String) throws {
        let bytes = try document(text)
        #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("<a>\(written)</a>\n"))
        #expect(try XMLReader().root(of: bytes).text == text)
    }

    @Test(arguments: [
        ("\u{0}a", "a"), ("a\u{0}", "a"), ("a\u{1}b", "ab"), ("\u{8}\u{B}\u{C}\u{1F}", ""), ("\u{FFFE}", ""),
        ("a\u{FFFF}b", "ab"), ("\u{1B}[31mred", "[31mred"),
    ])
    func leavesOutForbiddenCharacters(text: String, kept: String) throws {
        let root = try XMLReader().root(of: try document(text, attribute: text))
        #expect(root.text == kept)
        #expect(root.attribute("b") == kept)
    }

    @Test(arguments: [
        "\u{9}", "\u{A}", "\u{D}", "\u{20}", "\u{7F}", "\u{FFFD}", "\u{10000}", "\u{1FFFE}", "\u{10FFFF}", "\u{F8FF}",
    ])
    func keepsAllowedCharacters(text: String) throws {
        let text = "x\(text)y"
        let root = try XMLReader().root(of: try document(text, attribute: text))
        #expect(root.text.unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(root.attribute("b").map { $0.unicodeScalars.elementsEqual(text.unicodeScalars) } == true)
    }

    @Test(arguments: ["\"", "'", "&", "<", "👩‍👧", "مرحبا", "a\tb\nc\rd", "]]>"])
    func attributesSurvive(value: String) throws {
        #expect(try XMLReader().root(of: try document("", attribute: value)).attribute("b") == value)
    }

    @Test func leavesOutNilAttributes() throws {
        #expect(String(decoding: try document(""), as: UTF8.self).hasSuffix("\n<a/>\n"))
    }

    @Test func longTextSurvives() throws {
        let text = String(repeating: "0123456789 👩‍👧 & < \u{0}", count: 50_000)
        #expect(try XMLReader().root(of: try document(text)).text == text.filter { $0 != "\u{0}" })
    }

    @Test func keepsNamespaces() throws {
        let writer = try XMLDocumentWriter()
        try writer.startElement("rss", [("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom")])
        try writer.element("atom:link", [("rel", "self")])
        try writer.element("title", text: "one\ntwo")
        try writer.endElement()
        let bytes = try writer.finish()
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
                 <atom:link rel="self"/>
                 <title>one
                two</title>
                </rss>

                """)
        let root = try XMLReader().root(of: bytes)
        #expect(root.first("link")?.namespace == "http://www.w3.org/2005/Atom")
        #expect(root.first("title")?.namespace == nil)
        #expect(root.attributes.map(\.name) == ["version"])
    }

    /// The bytes of every feed hang on these: what is escaped how, and where lines end.
    @Test func writesExactlyTheseBytes() throws {
        let writer = try XMLDocumentWriter()
        try writer.startElement("a", [("b", "ü <&>\"'\t\n\r漢"), ("c", nil), ("d", "")])
        try writer.startElement("e")
        try writer.element("f", text: "ü <&>\"'\t\n\r漢")
        try writer.startElement("g")
        try writer.endElement()
        try writer.endElement()
        try writer.element("h", [("i", "j")])
        try writer.endElement()
        #expect(
            String(decoding: try writer.finish(), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <a b="ü &lt;&amp;&gt;&quot;'&#9;&#10;&#13;漢" d="">
                 <e>
                  <f>ü &lt;&amp;&gt;&quot;'\t
                &#13;漢</f>
                  <g/>
                 </e>
                 <h i="j"/>
                </a>

                """)
    }

    /// Each is a fault of ours, so nothing is thrown that somebody could pass over.
    @Test func stopsWhereACallIsOutOfPlace() async {
        await #expect(processExitsWith: .failure) {
            let writer = try? XMLDocumentWriter()
            try? writer?.startElement("a")
            _ = try? writer?.finish()
        }
        await #expect(processExitsWith: .failure) { try? XMLDocumentWriter().text("a") }
        await #expect(processExitsWith: .failure) { try? XMLDocumentWriter().endElement() }
        await #expect(processExitsWith: .failure) { try? XMLDocumentWriter().element("a><b") }
    }
}
