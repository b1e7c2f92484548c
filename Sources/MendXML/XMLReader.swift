internal import CLibXML2

/// Reads a document in UTF-8 (whatever it declares) as a tree of values. Nothing but the bytes is read: no DTD, no
/// entity but XML's own five, no file, no network.
public struct XMLReader: Sendable {
    /// How many bytes a document may have, at most 1 GiB.
    public let maximumBytes: Int
    /// How many elements may stand inside each other, at most 200 (libxml2 itself gives up at 256).
    public let maximumDepth: Int

    /// A reader with these limits, both at least 1.
    public init(maximumBytes: Int = 64 << 20, maximumDepth: Int = 64) {
        precondition((1...1 << 30).contains(maximumBytes) && (1...200).contains(maximumDepth))
        self.maximumBytes = maximumBytes
        self.maximumDepth = maximumDepth
    }

    /// The document's root, with all that is in it.
    /// - Throws: why it was refused; nothing of a refused document is returned.
    public func root(of bytes: [UInt8]) throws(XMLReadingError) -> XMLElement {
        guard bytes.count <= maximumBytes else { throw .tooLarge(limit: maximumBytes) }
        LibXML2.start
        guard let context = xmlNewParserCtxt() else { throw .outOfMemory }
        defer { xmlFreeParserCtxt(context) }
        // Called when a DOCTYPE has been named and before anything inside it is read.
        context.pointee.sax.pointee.internalSubset = { context, _, _, _ in
            let context = context?.assumingMemoryBound(to: xmlParserCtxt.self)
            // A mark for `fault(of:)`: libxml2's own error number for a stop is overwritten by what follows it.
            context?.pointee._private = context.map { UnsafeMutableRawPointer($0) }
            xmlStopParser(context)
        }
        let document = bytes.withUnsafeBytes { bytes in
            xmlCtxtReadMemory(
                context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8", Self.options)
        }
        guard let document else { throw fault(of: context) }
        defer { xmlFreeDoc(document) }
        guard context.pointee.nsWellFormed == 1, let root = xmlDocGetRootElement(document) else {
            throw fault(of: context)
        }
        return try element(root, depth: 1)
    }

    // XML_PARSE_NOENT (which would put entities in place) and XML_PARSE_DTDLOAD are left out on purpose.
    private static let options = Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue)

    private func fault(of context: xmlParserCtxtPtr) -> XMLReadingError {
        if context.pointee._private != nil { return .documentType }
        // libxml2's own limit, which lies beyond ours.
        if context.pointee.errNo == Int32(XML_ERR_INTERNAL_ERROR.rawValue) { return .tooDeep(limit: maximumDepth) }
        return .malformed(line: max(1, Int(context.pointee.lastError.line)))
    }

    private func element(_ node: xmlNodePtr, depth: Int) throws(XMLReadingError) -> XMLElement {
        guard depth <= maximumDepth else { throw .tooDeep(limit: maximumDepth) }
        var children: [XMLElement] = []
        var text = ""
        var next = node.pointee.children
        while let child = next {
            switch child.pointee.type {
            case XML_ELEMENT_NODE: children.append(try element(child, depth: depth + 1))
            case XML_TEXT_NODE: text += string(child.pointee.content)
            default: break
            }
            next = child.pointee.next
        }
        return XMLElement(
            name: string(node.pointee.name), namespace: namespace(node.pointee.ns), attributes: attributes(node),
            children: children, text: text)
    }

    private func attributes(_ node: xmlNodePtr) -> [XMLElement.Attribute] {
        var found: [XMLElement.Attribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            // Without entities, a value is one text node, or none when it is empty.
            found.append(
                XMLElement.Attribute(
                    name: string(attribute.pointee.name), namespace: namespace(attribute.pointee.ns),
                    value: string(attribute.pointee.children?.pointee.content)))
            next = attribute.pointee.next
        }
        return found
    }

    private func namespace(_ pointer: xmlNsPtr?) -> String? {
        pointer?.pointee.href.map { String(cString: $0) }
    }

    private func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
