import MendCore
import MendXML

/// Writes a calendar as XML (xCal, RFC 6321).
public struct XCalWriter {
    private let writer: XMLDocumentWriter

    public static func bytes(of calendar: Component) throws(XMLWritingError) -> [UInt8] {
        let writer = try XMLDocumentWriter()
        try writer.element("icalendar", [("xmlns", "urn:ietf:params:xml:ns:icalendar-2.0")]) {
            () throws(XMLWritingError) in
            try XCalWriter(writer: writer).write(calendar)
        }
        return try writer.finish()
    }

    private func write(_ component: Component) throws(XMLWritingError) {
        try writer.element(component.name.lowercased()) { () throws(XMLWritingError) in
            try writer.element("properties") { () throws(XMLWritingError) in
                for property in component.properties {
                    try writer.element(property.name.lowercased()) { () throws(XMLWritingError) in
                        try writer.element(property.value.type, text: text(of: property.value))
                    }
                }
            }
            if component.components.isEmpty { return }
            try writer.element("components") { () throws(XMLWritingError) in
                for component in component.components { try write(component) }
            }
        }
    }

    private func text(of value: Component.Value) -> String {
        switch value {
        case .text(let text): text.string
        case .dateTime(let instant): TimeText.utc(instant)
        case .duration(let seconds): TimeText.duration(seconds)
        case .uri(let uri): uri
        case .integer(let number): String(number)
        }
    }
}
