import MendCore

/// A calendar, or a part of one (RFC 5545 §3.6): the tree that both calendar writers walk.
///
/// It is told, not stored: whoever has the items names each component and its properties in order, as often as it is asked,
/// always the same.
public protocol ComponentTree {
    /// About how many octets it takes as text: a guess that is too low costs time, one that is too high memory.
    var octets: Int { get }

    func tell<Writer: ComponentWriter>(_ writer: inout Writer) throws(Writer.Failure)
}

/// What listens to a tree of components.
public protocol ComponentWriter {
    associatedtype Failure: Error

    /// - Parameter component: in capitals, such as `VEVENT`.
    mutating func begin(_ component: StaticString) throws(Failure)

    /// A property of the component that began last. Properties come before the components inside it.
    /// - Parameter name: in capitals: letters, digits and `-`, with its parameters.
    mutating func property(_ name: StaticString, _ value: PropertyValue) throws(Failure)

    /// The same with the value's type said in the text form (`REFRESH-INTERVAL;VALUE=DURATION`), as XML always does.
    mutating func typedProperty(_ name: StaticString, _ value: PropertyValue) throws(Failure)

    mutating func end(_ component: StaticString) throws(Failure)
}

extension ComponentWriter {
    mutating func component(
        _ name: StaticString, _ content: (inout Self) throws(Failure) -> Void
    ) throws(Failure) {
        try begin(name)
        try content(&self)
        try end(name)
    }
}

/// RFC 5545 §3.3
public enum PropertyValue: Sendable {
    case text(PlainText)
    /// A text of the standard's own, in ASCII, which needs no escape.
    case word(StaticString)
    /// A text that ends with what is the same for many.
    case identifier(PlainText, suffix: PlainText)
    /// In UTC.
    case dateTime(Instant)
    /// Seconds.
    case duration(Int)
    /// In ASCII.
    case uri(String)
    case integer(Int)

    /// In small letters, as RFC 6321 §3.6 names elements.
    var type: StaticString {
        switch self {
        case .text, .word, .identifier: "text"
        case .dateTime: "date-time"
        case .duration: "duration"
        case .uri: "uri"
        case .integer: "integer"
        }
    }
}
