import MendCore
import MendXML

/// Writes a calendar as XML (xCal, RFC 6321).
public struct XCalWriter: ComponentWriter {
    private let writer: XMLDocumentWriter
    /// Of each component that has begun, what of it is open.
    private var open: [Part] = []

    private enum Part {
        case nothing, properties, components
    }

    public static func bytes(of calendar: some ComponentTree) throws(XMLWritingError) -> [UInt8] {
        let writer = try XMLDocumentWriter()
        try writer.element("icalendar", [("xmlns", "urn:ietf:params:xml:ns:icalendar-2.0")]) {
            () throws(XMLWritingError) in
            var listener = XCalWriter(writer: writer)
            try calendar.tell(&listener)
        }
        return try writer.finish()
    }

    public mutating func begin(_ component: StaticString) throws(XMLWritingError) {
        try enter(.components)
        try writer.begin("\(component)".lowercased())
        open.append(.nothing)
        // There are always some.
        try enter(.properties)
    }

    public mutating func typedProperty(_ name: StaticString, _ value: PropertyValue) throws(XMLWritingError) {
        try property(name, value)
    }

    public mutating func property(_ name: StaticString, _ value: PropertyValue) throws(XMLWritingError) {
        try writer.begin("\(name)".lowercased())
        try writer.element("\(value.type)", text: text(of: value))
        try writer.end()
    }

    public mutating func end(_ component: StaticString) throws(XMLWritingError) {
        try enter(.nothing)
        open.removeLast()
        try writer.end()
    }

    /// Ends what is open of the component that began last, and begins another part of it.
    private mutating func enter(_ part: Part) throws(XMLWritingError) {
        guard let last = open.last, last != part else { return }
        if last != .nothing { try writer.end() }
        switch part {
        case .nothing: break
        case .properties: try writer.begin("properties")
        case .components: try writer.begin("components")
        }
        open[open.count - 1] = part
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
