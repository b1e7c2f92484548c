internal import CLibXML2

/// Writes one XML document in UTF-8 into memory, by the calls of libxml2's xmlTextWriter.
///
/// libxml2 escapes and indents. What XML 1.0 forbids is left out before it crosses: libxml2 would write it, report success,
/// and nobody could read the document. A namespace is declared as an attribute (`xmlns:atom`), and a name carries its
/// prefix. The same calls give the same bytes. A class, because it owns libxml2's memory.
public final class XMLDocumentWriter {
    /// An attribute; one whose value is nil is left out.
    public typealias Attribute = (name: String, value: String?)

    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr
    /// The names of the elements that have begun and not ended, the outermost first.
    private var path: [String] = []

    /// Begins a document with its declaration.
    /// - Parameter indented: each element stands on a line of its own, one space further in than the one around it; an
    ///   element with text directly inside it keeps that text as it is.
    /// - Throws: `outOfMemory`.
    public init(indented: Bool = true) throws(XMLWritingError) {
        LibXML2.start
        guard let buffer = xmlBufferCreate() else { throw .outOfMemory }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
            xmlBufferFree(buffer)
            throw .outOfMemory
        }
        self.buffer = buffer
        self.writer = writer
        try check(xmlTextWriterSetIndent(writer, indented ? 1 : 0), "")
        try check(xmlTextWriterSetIndentString(writer, " "), "")
        try check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil), "")
    }

    deinit {
        // The writer first: it gives what it holds back to the buffer.
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    /// Begins an element; `endElement` ends it.
    /// - Parameter name: an XML name with at most one prefix; anything else is a fault of the caller, and so it is in an
    ///   attribute.
    /// - Throws: `refused`, with this name.
    public func startElement(_ name: String, _ attributes: [Attribute] = []) throws(XMLWritingError) {
        path.append(name)
        try writeStart(name, attributes)
    }

    /// Writes text into the element that began last.
    /// - Throws: `refused`.
    public func text(_ text: String) throws(XMLWritingError) {
        guard let name = path.last else { preconditionFailure("text outside of the root") }
        try write(text, in: name)
    }

    /// Ends the element that began last; one with nothing in it becomes `<name/>`.
    /// - Throws: `refused`.
    public func endElement() throws(XMLWritingError) {
        guard let name = path.popLast() else { preconditionFailure("no element to end") }
        try check(xmlTextWriterEndElement(writer), name)
    }

    /// Writes an element with text, or with nothing in it.
    /// - Throws: `refused`, with this name.
    public func element(
        _ name: String, _ attributes: [Attribute] = [], text: String = ""
    ) throws(XMLWritingError) {
        try writeStart(name, attributes)
        try write(text, in: name)
        try check(xmlTextWriterEndElement(writer), name)
    }

    /// Ends the document; nothing can be written after it.
    /// - Returns: the document with its declaration and a final line feed.
    /// - Throws: `refused`.
    public func finish() throws(XMLWritingError) -> [UInt8] {
        precondition(path.isEmpty, "an element that was not ended")
        try check(xmlTextWriterEndDocument(writer), "")
        try check(xmlTextWriterFlush(writer), "")
        return Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
    }

    private func writeStart(_ name: String, _ attributes: [Attribute]) throws(XMLWritingError) {
        assert(XMLCharacters.isName(name), "no XML name")
        try check(name.withXMLString { xmlTextWriterStartElement(writer, $0) }, name)
        for attribute in attributes {
            guard let value = attribute.value else { continue }
            assert(XMLCharacters.isName(attribute.name), "no XML name")
            let status = attribute.name.withXMLString { name in
                XMLCharacters.allowed(in: value).withXMLString { xmlTextWriterWriteAttribute(writer, name, $0) }
            }
            try check(status, name)
        }
    }

    private func write(_ text: String, in name: String) throws(XMLWritingError) {
        let allowed = XMLCharacters.allowed(in: text)
        // For an empty text libxml2 would write both tags.
        if !allowed.isEmpty { try check(allowed.withXMLString { xmlTextWriterWriteString(writer, $0) }, name) }
    }

    /// - Parameters:
    ///   - status: what libxml2 returned: octets, or a negative number when it failed.
    ///   - element: the name of the element that was being written; empty: none.
    private func check(_ status: Int32, _ element: String) throws(XMLWritingError) {
        if status < 0 { throw .refused(element: element) }
    }
}

extension String {
    /// Calls `body` with its UTF-8 and a zero, without the copy that Swift makes where a string is handed over to C.
    fileprivate func withXMLString(_ body: (UnsafePointer<xmlChar>) -> Int32) -> Int32 {
        withCString { $0.withMemoryRebound(to: xmlChar.self, capacity: utf8.count + 1, body) }
    }
}

/// The library as a whole.
enum LibXML2 {
    /// Sets up its tables, once, before any thread uses them.
    static let start: Void = xmlInitParser()
}
