import MendXML

/// Reads and writes documents of every kind, those that are refused or left unfinished included, and gives everything back.
@main struct Memory {
    private static let documents = [
        "<?xml version='1.0' encoding='UTF-8'?>\n<a b='1' c=''><d>x<![CDATA[<y>]]>&amp;&#x1F600;</d><!-- no --><d/></a>",
        "<a xmlns='u:x' xmlns:b='u:y' b:c='&#10;'><b:d>é</b:d></a>", "<a>\r\n\t</a>", "<a><?b c?></a>",
        // Malformed, each in another place.
        "", " ", "text", "<a>", "<a></b>", "<a/><b/>", "<a b=1/>", "<a b='1' b='2'/>", "<a>&unknown;</a>",
        "<a>\u{1}</a>",
        "<a>\u{0}</a>", "<a>&#0;</a>", "<a>]]></a>", "<a><![CDATA[x</a>", "<a><b>cut o", "<?xml version='1.0'?",
        "<x:a/>",
        "<a xmlns:b='u:x'><b:c b:d='1' b:d='2'>e</b:c></a>", "<a><b c='d'><e>f</e>\u{FFFF}</b></a>",
        "<a>\u{FEFF}<b></a>",
        // With a document type.
        "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'http://localhost:9/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://localhost:9/p'> %p;<!ATTLIST a b CDATA 'c'>]><a/>",
        // Too deep, for mend and for libxml2, and too long.
        deep(64), deep(65), deep(300), deep(5_000), "<a>" + String(repeating: "<b c='d'/>e", count: 2_000) + "</a>",
    ]

    private static func deep(_ count: Int) -> String {
        String(repeating: "<a b='c'>d", count: count) + String(repeating: "</a>", count: count)
    }

    static func main() {
        var (read, refused, written, unfinished) = (0, 0, 0, 0)
        let encoded =
            documents.map { Array($0.utf8) } + [
                [0x3C, 0x61, 0x3E, 0xFF], [0xFE, 0xFF, 0x00, 0x3C], [0xEF, 0xBB, 0xBF],
            ]
        for reader in [XMLReader(), XMLReader(maximumBytes: 20_000, maximumDepth: 200), XMLReader(maximumDepth: 1)] {
            for bytes in encoded {
                guard let root = try? reader.root(of: bytes) else {
                    refused += 1
                    continue
                }
                read += 1
                for indented in [true, false] {
                    if (try? write(root, indented, upTo: .max)) != nil { written += 1 } else { unfinished += 1 }
                    for count in 0..<4 where (try? write(root, indented, upTo: count)) == nil { unfinished += 1 }
                }
            }
        }
        print("\(read) documents read, \(refused) refused; \(written) written, \(unfinished) left unfinished")
    }

    /// - Parameter most: after so many elements it gives up.
    private static func write(_ root: XMLElement, _ indented: Bool, upTo most: Int) throws(XMLWritingError) -> Int {
        var count = 0
        let writer = try XMLDocumentWriter(indented: indented)
        try write(root, to: writer, &count, upTo: most)
        return try writer.finish().count
    }

    private static func write(
        _ element: XMLElement, to writer: XMLDocumentWriter, _ count: inout Int, upTo most: Int
    ) throws(XMLWritingError) {
        guard count < most else { throw .refused(element: element.name) }
        count += 1
        let attributes = element.attributes.map { (name: $0.name, value: $0.value as String?) }
        try writer.startElement(element.name, attributes)
        try writer.text(element.text + "\u{1}\u{FFFE}<&>\"\r")
        for child in element.children { try write(child, to: writer, &count, upTo: most) }
        try writer.endElement()
    }
}
