import HTTPTypes
import Hummingbird
import MendXML
import NIOCore

/// Writes elements of WebDAV's, with the prefixes that clients know.
final class DAVWriter {
    private let writer: XMLDocumentWriter

    /// - Parameter root: with its prefix.
    init(root: String) throws {
        writer = try XMLDocumentWriter(indented: false)
        let namespaces = DAVName.prefixes.sorted { $0.value < $1.value }
        try writer.startElement(root, namespaces.map { ("xmlns:\($0.value)", $0.key) })
    }

    func begin(_ name: String) throws { try writer.startElement("D:\(name)") }

    func end() throws { try writer.endElement() }

    func element(_ name: String, text: String) throws { try writer.element("D:\(name)", text: text) }

    func write(_ node: DAVNode) throws {
        let (name, declaration) = Self.name(node.name)
        let attributes: [XMLDocumentWriter.Attribute] = declaration + node.attributes.map { ($0.name, $0.value) }
        if node.children.isEmpty { return try writer.element(name, attributes, text: node.text) }
        try writer.startElement(name, attributes)
        for child in node.children { try write(child) }
        try writer.endElement()
    }

    /// The name with its prefix; one that is not known is declared where it stands.
    private static func name(_ name: DAVName) -> (String, [XMLDocumentWriter.Attribute]) {
        if let prefix = DAVName.prefixes[name.namespace] { return ("\(prefix):\(name.name)", []) }
        return name.namespace.isEmpty ? (name.name, []) : ("x:\(name.name)", [("xmlns:x", name.namespace)])
    }

    func finish() throws -> [UInt8] {
        try writer.endElement()
        return try writer.finish()
    }
}

/// An answer about several resources (RFC 4918 §13).
struct MultiStatus {
    static let mediaType = "application/xml; charset=utf-8"

    private let writer: DAVWriter

    init() throws {
        writer = try DAVWriter(root: "D:multistatus")
    }

    /// What was found of a resource, and what it does not have.
    /// - Parameter isMinimal: what it does not have is not told (RFC 8144 §2.1).
    func response(_ href: String, found: [DAVNode], missing: [DAVName], isMinimal: Bool = false) throws {
        try writer.begin("response")
        try writer.element("href", text: href)
        let missing = isMinimal && !found.isEmpty ? [] : missing
        if !found.isEmpty || missing.isEmpty { try properties(found, "200 OK") }
        if !missing.isEmpty { try properties(missing.map { DAVNode(name: $0) }, "404 Not Found") }
        try writer.end()
    }

    /// A resource whose properties cannot be changed (RFC 4918 §9.2).
    func unchangeable(_ href: String, _ names: [DAVName]) throws {
        try writer.begin("response")
        try writer.element("href", text: href)
        try properties(names.map { DAVNode(name: $0) }, "403 Forbidden", .dav("cannot-modify-protected-property"))
        try writer.end()
    }

    /// A resource that has no properties to tell.
    /// - Parameter condition: what was not met; nil: nothing.
    func response(_ href: String, status: String, _ condition: DAVNode? = nil) throws {
        try writer.begin("response")
        try writer.element("href", text: href)
        try writer.element("status", text: "HTTP/1.1 \(status)")
        if let condition { try writer.write(.dav("error", [condition])) }
        try writer.end()
    }

    func token(_ token: String) throws { try writer.element("sync-token", text: token) }

    private func properties(_ nodes: [DAVNode], _ status: String, _ condition: DAVNode? = nil) throws {
        try writer.begin("propstat")
        try writer.begin("prop")
        for node in nodes { try writer.write(node) }
        try writer.end()
        try writer.element("status", text: "HTTP/1.1 \(status)")
        if let condition { try writer.write(.dav("error", [condition])) }
        try writer.end()
    }

    func finish() throws -> Response {
        Response(
            status: .multiStatus, headers: [.contentType: Self.mediaType, .dav: TaskRoutes.classes],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try writer.finish())))
    }
}
