/// An element of a document that was read.
public struct XMLElement: Equatable, Sendable {
    /// Without its prefix.
    public let name: String
    /// The namespace's URI; nil for none.
    public let namespace: String?
    /// Without namespace declarations, in the order of the document.
    public let attributes: [Attribute]
    public let children: [XMLElement]
    /// The text directly inside it, joined, as written (with the white space of an indented document).
    public let text: String

    public struct Attribute: Equatable, Sendable {
        public let name: String
        public let namespace: String?
        public let value: String
    }

    /// The value of the attribute without a namespace; nil if there is none.
    public func attribute(_ name: String) -> String? {
        attributes.first { $0.name == name && $0.namespace == nil }?.value
    }

    /// The children of this name, in any namespace.
    public func all(_ name: String) -> [XMLElement] {
        children.filter { $0.name == name }
    }

    /// The first child of this name, in any namespace.
    public func first(_ name: String) -> XMLElement? {
        children.first { $0.name == name }
    }
}
