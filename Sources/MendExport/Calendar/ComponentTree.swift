import MendCore

/// A calendar, or a part of one (RFC 5545 §3.6): the tree that both calendar writers walk.
///
/// It is not stored: whoever has the items names each component and its properties in order, each time it is asked, always
/// the same.
public protocol ComponentTree {
    /// About how many octets it takes as text. Too few cost time, too many memory.
    var expectedOctets: Int { get }

    /// Names the whole tree to a writer.
    /// - Throws: what the writer throws.
    func write<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure)
}

/// What a tree of components is written to.
public protocol ComponentWriter {
    /// Why it can't go on; `Never` where it always can.
    associatedtype Failure: Error

    /// Begins a component inside the one that began last.
    /// - Parameter component: in capitals, such as `VEVENT`.
    mutating func begin(_ component: StaticString) throws(Failure)

    /// Writes a property of the component that began last. Properties come before the components inside it.
    /// - Parameter name: in capitals: letters, digits and `-`, with its parameters.
    mutating func property(_ name: StaticString, _ value: PropertyValue) throws(Failure)

    /// Writes the same with the value's type said in the text form (`REFRESH-INTERVAL;VALUE=DURATION`), as XML always says it.
    mutating func typedProperty(_ name: StaticString, _ value: PropertyValue) throws(Failure)

    /// Ends the component that began last.
    /// - Parameter component: its name.
    mutating func end(_ component: StaticString) throws(Failure)
}

/// The value of a property (RFC 5545 §3.3).
public enum PropertyValue: Sendable {
    /// A text that somebody wrote, or with what somebody wrote in it.
    case text(PlainText)
    /// A text of the standard's own, in ASCII, which needs no escape.
    case word(StaticString)
    /// A text that ends with what is the same for many.
    case identifier(PlainText, suffix: PlainText)
    /// An instant, written in UTC.
    case dateTime(Instant)
    /// A number of seconds; negative: before.
    case duration(Int)
    /// An address in ASCII.
    case uri(String)
    /// A whole number.
    case integer(Int)

    /// The name of its type in small letters, as RFC 6321 §3.6 names elements.
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
