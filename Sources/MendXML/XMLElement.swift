/// An element of a document that was read.
public struct XMLElement: Equatable, Sendable {
    /// Its name without the prefix.
    public let name: String
    /// The URI of its namespace; nil for none.
    public let namespace: String?
    /// Its attributes without namespace declarations, in the order of the document.
    public let attributes: [Attribute]
    /// The elements directly inside it, in order.
    public let children: [XMLElement]
    /// The text directly inside it, joined, as written (with the white space of an indented document).
    public let text: String

    /// An attribute of an element that was read.
    public struct Attribute: Equatable, Sendable {
        /// Its name without the prefix.
        public let name: String
        /// The URI of its namespace; nil for none, as all without a prefix have.
        public let namespace: String?
        /// Its value, with XML's own five entities resolved.
        public let value: String
    }

    /// The value of the attribute of this name that has no namespace; nil if there is none.
    public func attribute(_ name: String) -> String? {
        attributes.first { $0.name == name && $0.namespace == nil }?.value
    }

    /// The children of this name, in any namespace.
    public func all(_ name: String) -> [XMLElement] {
        children.filter { $0.name == name }
    }

    /// The first child of this name, in any namespace; nil if there is none.
    public func first(_ name: String) -> XMLElement? {
        children.first { $0.name == name }
    }
}
