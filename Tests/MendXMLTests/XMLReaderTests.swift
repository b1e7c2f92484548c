import MendXML
import Testing

struct XMLReaderTests {
    private func root(_ text: String, _ reader: XMLReader = XMLReader()) throws(XMLReadingError) -> XMLElement {
        try reader.root(of: Array(text.utf8))
    }

    @Test func readsNamesAttributesAndText() throws {
        let root = try root("<a b='1' c=''><d>x<![CDATA[<y>]]>&amp;&#x1F600;</d><!-- no --><d/></a>")
        #expect(root.name == "a")
        #expect(root.attribute("b") == "1")
        #expect(root.attribute("c") == "")
        #expect(root.attribute("d") == nil)
        #expect(root.all("d").map(\.text) == ["x<y>&😀", ""])
    }

    @Test(arguments: [
        "", " ", "text", "<a>", "<a></b>", "<a/><b/>", "<a b=1/>", "<a b='1' b='2'/>", "<a>&unknown;</a>",
        "<a>\u{1}</a>",
        "<a>\u{0}</a>", "<a>&#0;</a>", "<a>&#xFFFE;</a>", "<a>]]></a>", "<a><![CDATA[x</a>", "<a><b>cut o",
        "<?xml version='1.0'?", "<x:a/>",
    ])
    func refusesMalformedText(text: String) {
        #expect(throws: XMLReadingError.self) { try root(text) }
    }

    @Test func namesTheLineOfAFault() {
        #expect(throws: XMLReadingError.malformed(line: 3)) { try root("<a>\n\n<b></a>") }
    }

    @Test func refusesBytesThatAreNotUTF8() {
        #expect(throws: XMLReadingError.self) {
            try XMLReader().root(of: Array("<a>".utf8) + [0xFF] + Array("</a>".utf8))
        }
        #expect(throws: XMLReadingError.self) {
            try XMLReader().root(
                of: Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8))
        }
    }

    @Test(arguments: [
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'http://localhost:9/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://localhost:9/p'> %p;]><a/>",
        """
        <!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
        <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]><a b="&e;">&e;</a>
        """,
    ])
    func refusesDocumentTypes(text: String) {
        #expect(throws: XMLReadingError.documentType) { try root(text) }
    }

    @Test(arguments: [64, 65, 200, 300, 5000])
    func refusesDepth(depth: Int) throws {
        let text = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        if depth <= 64 {
            #expect(try root(text).name == "a")
        } else {
            #expect(throws: XMLReadingError.tooDeep(limit: 64)) { try root(text) }
        }
    }

    @Test func refusesSize() throws {
        #expect(try root("<a></a>", XMLReader(maximumBytes: 7)).name == "a")
        #expect(throws: XMLReadingError.tooLarge(limit: 6)) { try root("<a></a>", XMLReader(maximumBytes: 6)) }
    }

    @Test func everyCutOffDocumentIsRefused() throws {
        let whole = Array("<?xml version=\"1.0\"?>\n<a b=\"c\"><d>é &amp; x</d></a>".utf8)
        #expect(try XMLReader().root(of: whole).name == "a")
        for count in whole.indices {
            #expect(throws: XMLReadingError.self, "\(count) bytes") { try XMLReader().root(of: Array(whole[..<count])) }
        }
    }
}
