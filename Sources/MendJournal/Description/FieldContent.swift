import MendCore

/// What a field holds on its way between a record and what keeps it: a line of JSON, or a row of a table.
package enum FieldContent: Equatable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case instant(Instant)
    case texts([String])
    case numbers([Int])
    case reasons([Reason])

    /// What a field of a kind may hold.
    package enum Kind {
        case text
        /// Text that may hold any character, U+0000 too.
        case freeText
        case number, flag, instant, texts, numbers, reasons
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Int? { if case .number(let number) = self { number } else { nil } }
    var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
    var instant: Instant? { if case .instant(let instant) = self { instant } else { nil } }
    var texts: [String]? { if case .texts(let texts) = self { texts } else { nil } }
    var numbers: [Int]? { if case .numbers(let numbers) = self { numbers } else { nil } }
    var reasons: [Reason]? { if case .reasons(let reasons) = self { reasons } else { nil } }

    /// An empty list says no more than none.
    package var isEmptyList: Bool { self == .texts([]) || self == .numbers([]) || self == .reasons([]) }
}

/// One field of a type of record, without the type that it has in Swift.
package struct FieldDescription {
    /// In JSON Lines.
    package let key: String
    /// In SQL.
    package let column: String
    package let kind: FieldContent.Kind
    /// What it looks like, for whoever has written something else.
    package let form: FieldForm
    /// Which numbers a journal can hold, unless somebody else has written there; nil: any.
    package let kept: ClosedRange<Int>?
    /// The content for which JSON Lines leave the field out; nil: they never do.
    package let silent: FieldContent?
}

/// Where the contents of one record's fields come from.
package protocol FieldSource {
    /// - Parameter place: the field's number in the description of its type, from 0.
    /// - Returns: nil where the record has none.
    /// - Throws: for a content of another kind.
    func content(of field: FieldDescription, at place: Int) throws -> FieldContent?

    /// What is to be thrown for a field that a record of its type cannot do without.
    func missing(_ field: FieldDescription, at place: Int) -> any Error

    /// What is to be thrown for a content that means nothing.
    func malformed(_ field: FieldDescription, at place: Int) -> any Error
}
