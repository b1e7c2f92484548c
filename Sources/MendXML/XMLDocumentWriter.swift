internal import CLibXML2

/// Writes one XML document in UTF-8 into memory, by libxml2's xmlTextWriter.
///
/// What an element with nothing but text needs is put together here and handed over in one piece, escaped and indented just
/// as xmlTextWriter would, but without its copies for each step (see <doc:Decisions>). Characters that XML 1.0 forbids are
/// left out. Namespaces are declared as attributes (`xmlns:atom`), and names carry their prefix. The same calls give the same
/// bytes. A class, because it owns libxml2's memory.
public final class XMLDocumentWriter {
    /// An attribute with a nil value is left out.
    public typealias Attribute = (name: String, value: String?)

    private let output: xmlOutputBufferPtr
    private let writer: xmlTextWriterPtr
    private var draft: XMLDraft

    /// - Parameter indented: one space a level between elements; text is never touched.
    public init(indented: Bool = true) throws(XMLWritingError) {
        Library.start
        guard let output = xmlAllocOutputBuffer(nil) else { throw .outOfMemory }
        guard let writer = xmlNewTextWriter(output) else {
            xmlOutputBufferClose(output)
            throw .outOfMemory
        }
        self.output = output
        self.writer = writer
        draft = XMLDraft(isIndented: indented)
        // With an encoding to its name, libxml2 would convert UTF-8 to UTF-8.
        try check(xmlTextWriterWriteRaw(writer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
    }

    deinit {
        // It owns the output.
        xmlFreeTextWriter(writer)
    }

    /// An element with whatever `content` writes.
    /// - Parameter name: an ASCII name with at most one prefix; anything else is a fault of the caller.
    public func element(
        _ name: String, _ attributes: [Attribute] = [], _ content: () throws(XMLWritingError) -> Void
    ) throws(XMLWritingError) {
        try begin(name, attributes)
        try content()
        try end()
    }

    /// An element with text, or with nothing.
    public func element(
        _ name: String, _ attributes: [Attribute] = [], text: String = ""
    ) throws(XMLWritingError) {
        // The root is libxml2's own.
        guard !draft.isEmpty else {
            return try element(name, attributes) { () throws(XMLWritingError) in try self.text(text) }
        }
        assert(XMLCharacters.isName(name) && attributes.allSatisfy { XMLCharacters.isName($0.name) })
        try check(draft.element(name, attributes, text, handingOverTo: writer))
    }

    /// Begins an element; `end` ends it.
    public func begin(_ name: String, _ attributes: [Attribute] = []) throws(XMLWritingError) {
        assert(XMLCharacters.isName(name) && attributes.allSatisfy { XMLCharacters.isName($0.name) })
        try check(draft.begin(name, handingOverTo: writer))
        try check(name.withXMLString { xmlTextWriterStartElement(writer, $0) })
        for attribute in attributes {
            guard let value = attribute.value else { continue }
            let status = attribute.name.withXMLString { name in
                XMLCharacters.allowed(in: value).withXMLString { xmlTextWriterWriteAttribute(writer, name, $0) }
            }
            try check(status)
        }
    }

    /// Ends the element that began last.
    public func end() throws(XMLWritingError) {
        try check(draft.end(handingOverTo: writer))
        try check(xmlTextWriterEndElement(writer))
    }

    /// Text inside the element that is being written.
    public func text(_ text: String) throws(XMLWritingError) {
        precondition(!draft.isEmpty)
        if !text.isEmpty { try check(draft.text(text, handingOverTo: writer)) }
    }

    /// Ends the document; nothing can be written after it.
    /// - Returns: the document with its declaration and a final line feed.
    public func finish() throws(XMLWritingError) -> [UInt8] {
        precondition(draft.isEmpty)
        try check(xmlTextWriterEndDocument(writer))
        try check(xmlTextWriterFlush(writer))
        guard let content = xmlOutputBufferGetContent(output) else { throw .outOfMemory }
        return Array(UnsafeBufferPointer(start: content, count: xmlOutputBufferGetSize(output)))
    }

    private func check(_ status: Int32) throws(XMLWritingError) {
        if status < 0 { throw .refused(element: draft.name) }
    }
}

/// libxml2 sets up its tables once, before any thread uses them.
enum Library {
    static let start: Void = xmlInitParser()
}

extension String {
    /// Its bytes and a zero, without a copy where Swift keeps them so.
    fileprivate func withXMLString(_ body: (UnsafePointer<xmlChar>) -> Int32) -> Int32 {
        withCString { $0.withMemoryRebound(to: xmlChar.self, capacity: utf8.count + 1, body) }
    }
}
