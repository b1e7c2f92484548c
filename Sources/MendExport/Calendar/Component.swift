import MendCore

/// A calendar, or a part of one: the tree that both calendar writers write (RFC 5545 §3.6).
public struct Component: Equatable, Sendable {
    /// In capitals: `VCALENDAR`, `VEVENT`, `VALARM`.
    public let name: String
    public let properties: [Property]
    public let components: [Component]

    public init(_ name: String, _ properties: [Property], _ components: [Component] = []) {
        self.name = name
        self.properties = properties
        self.components = components
    }

    public struct Property: Equatable, Sendable {
        /// In capitals: letters, digits and `-`.
        public let name: String
        public let value: Value
        /// Whether the text form says the value's type (`REFRESH-INTERVAL;VALUE=DURATION`), which XML always does.
        public let statesType: Bool

        public init(_ name: String, _ value: Value, statesType: Bool = false) {
            self.name = name
            self.value = value
            self.statesType = statesType
        }
    }

    /// RFC 5545 §3.3
    public enum Value: Equatable, Sendable {
        case text(PlainText)
        /// In UTC.
        case dateTime(Instant)
        /// Seconds.
        case duration(Int)
        /// In ASCII.
        case uri(String)
        case integer(Int)

        /// In small letters, as RFC 6321 §3.6 names elements.
        var type: String {
            switch self {
            case .text: "text"
            case .dateTime: "date-time"
            case .duration: "duration"
            case .uri: "uri"
            case .integer: "integer"
            }
        }
    }
}
