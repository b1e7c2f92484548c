internal import CLibXML2

/// Writes one XML document in UTF-8 into memory, by libxml2's xmlTextWriter.
///
/// Text is escaped on the way to it, just as xmlTextWriter would, but without a copy for each of its steps (see
/// <doc:Decisions>). Characters that XML 1.0 forbids are left out. Namespaces are declared as attributes (`xmlns:atom`), and
/// names carry their prefix. The same calls give the same bytes. A class, because it owns libxml2's memory.
public final class XMLDocumentWriter {
    /// An attribute with a nil value is left out.
    public typealias Attribute = (name: String, value: String?)

    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr
    private var path: [String] = []
    /// Where text is escaped; it grows to what the longest one needs.
    private var escaped = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1024)

    /// - Parameter indented: one space a level between elements; text is never touched.
    public init(indented: Bool = true) throws(XMLWritingError) {
        Library.start
        guard let buffer = xmlBufferCreate() else { throw .outOfMemory }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
            xmlBufferFree(buffer)
            throw .outOfMemory
        }
        self.buffer = buffer
        self.writer = writer
        // The default grows by what is missing, and copies all at every growth.
        xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
        try check(xmlTextWriterSetIndent(writer, indented ? 1 : 0))
        try check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
    }

    deinit {
        // It still flushes into the buffer.
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
        escaped.deallocate()
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
        try begin(name, attributes)
        if !text.isEmpty { try self.text(text) }
        try end()
    }

    /// Begins an element; `end` ends it.
    public func begin(_ name: String, _ attributes: [Attribute] = []) throws(XMLWritingError) {
        assert(XMLCharacters.isName(name))
        path.append(name)
        try check(name.withXMLString { xmlTextWriterStartElement(writer, $0) })
        for attribute in attributes {
            guard let value = attribute.value else { continue }
            assert(XMLCharacters.isName(attribute.name))
            let status = attribute.name.withXMLString { name in
                XMLCharacters.allowed(in: value).withXMLString { xmlTextWriterWriteAttribute(writer, name, $0) }
            }
            try check(status)
        }
    }

    /// Ends the element that began last.
    public func end() throws(XMLWritingError) {
        try check(xmlTextWriterEndElement(writer))
        path.removeLast()
    }

    /// Text inside the element that is being written.
    public func text(_ text: String) throws(XMLWritingError) {
        precondition(!path.isEmpty)
        var text = text
        let status = text.withUTF8 { bytes in
            let target = room(for: XMLCharacters.longestEscaped(octets: bytes.count))
            let count = XMLCharacters.escape(bytes, to: target)
            // A length that libxml2 takes is less than 2 GB.
            return Int32(exactly: count).map { xmlTextWriterWriteRawLen(writer, target, $0) } ?? -1
        }
        try check(status)
    }

    private func room(for octets: Int) -> UnsafeMutablePointer<UInt8> {
        if escaped.count < octets {
            escaped.deallocate()
            escaped = .allocate(capacity: max(octets, 2 * escaped.count))
        }
        guard let base = escaped.baseAddress else { preconditionFailure("it is never empty") }
        return base
    }

    /// Ends the document; nothing can be written after it.
    /// - Returns: the document with its declaration and a final line feed.
    public func finish() throws(XMLWritingError) -> [UInt8] {
        precondition(path.isEmpty)
        try check(xmlTextWriterEndDocument(writer))
        try check(xmlTextWriterFlush(writer))
        guard let content = xmlBufferContent(buffer) else { throw .outOfMemory }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
    }

    private func check(_ status: Int32) throws(XMLWritingError) {
        if status < 0 { throw .refused(element: path.last ?? "") }
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
