import MendCore
import MendXML

/// Writes a calendar as XML (xCal, RFC 6321).
public struct XCalWriter: ComponentWriter {
    private let writer: XMLDocumentWriter
    /// Of each component that has begun, the outermost first, which part of it is being written.
    private var parts: [Part] = []

    /// A component has its properties in one element and the components inside it in another (RFC 6321 §3.3).
    private enum Part {
        case none, properties, components
    }

    /// The calendar in UTF-8, indented.
    /// - Throws: what libxml2 could not do.
    public static func bytes(of calendar: some ComponentTree) throws(XMLWritingError) -> [UInt8] {
        let writer = try XMLDocumentWriter()
        try writer.startElement("icalendar", [("xmlns", "urn:ietf:params:xml:ns:icalendar-2.0")])
        var components = XCalWriter(writer: writer)
        try calendar.write(to: &components)
        try writer.endElement()
        return try writer.finish()
    }

    public mutating func begin(_ component: StaticString) throws(XMLWritingError) {
        try enter(.components)
        try writer.startElement("\(component)".lowercased())
        parts.append(.none)
        // There are always some.
        try enter(.properties)
    }

    public mutating func property(_ name: StaticString, _ value: PropertyValue) throws(XMLWritingError) {
        try writer.startElement("\(name)".lowercased())
        try writer.element("\(value.type)", text: text(of: value))
        try writer.endElement()
    }

    public mutating func typedProperty(_ name: StaticString, _ value: PropertyValue) throws(XMLWritingError) {
        try property(name, value)
    }

    public mutating func end(_ component: StaticString) throws(XMLWritingError) {
        try enter(.none)
        parts.removeLast()
        try writer.endElement()
    }

    /// Ends the part of the component that is being written, and begins another one.
    private mutating func enter(_ part: Part) throws(XMLWritingError) {
        guard let current = parts.last, current != part else { return }
        if current != .none { try writer.endElement() }
        switch part {
        case .none: break
        case .properties: try writer.startElement("properties")
        case .components: try writer.startElement("components")
        }
        parts[parts.count - 1] = part
    }

    private func text(of value: PropertyValue) -> String {
        switch value {
        case .text(let text): text.string
        case .word(let word): "\(word)"
        case .identifier(let text, let suffix): text.string + suffix.string
        case .dateTime(let instant): TimeText.utc(instant)
        case .duration(let seconds): TimeText.duration(seconds)
        case .uri(let uri): uri
        case .integer(let number): String(number)
        }
    }
}
