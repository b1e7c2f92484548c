import MendCore

/// How a value stands in a field.
struct FieldCoder<Value: Sendable>: Sendable {
    let kind: FieldContent.Kind
    let form: FieldForm
    let kept: ClosedRange<Int>?
    /// Nil: the field is empty.
    let write: @Sendable (Value) -> FieldContent?
    /// Given nil for an empty field. Nil: no such value.
    let read: @Sendable (FieldContent?) -> Value?

    init(
        _ kind: FieldContent.Kind, _ form: FieldForm, kept: ClosedRange<Int>? = nil,
        write: @escaping @Sendable (Value) -> FieldContent?, read: @escaping @Sendable (FieldContent?) -> Value?
    ) {
        self.kind = kind
        self.form = form
        self.kept = kept
        self.write = write
        self.read = read
    }
}

// MARK: Fields that may be empty

extension FieldCoder {
    /// Empty, it stands for nil.
    static func optional<Wrapped: Sendable>(_ coder: FieldCoder<Wrapped>) -> FieldCoder where Value == Wrapped? {
        FieldCoder(
            coder.kind, coder.form, kept: coder.kept, write: { $0.flatMap(coder.write) },
            read: { $0 == nil ? .some(nil) : coder.read($0).map(Value.some) })
    }

    /// Empty, it stands for a value.
    static func optional(_ coder: FieldCoder, or standard: Value) -> FieldCoder {
        FieldCoder(
            coder.kind, coder.form, kept: coder.kept, write: coder.write,
            read: { $0 == nil ? standard : coder.read($0) })
    }
}

// MARK: Texts, numbers, instants

extension FieldCoder<String> {
    static var text: FieldCoder { FieldCoder(.text, .text, write: { .text($0) }, read: { $0?.text }) }
    static var freeText: FieldCoder { FieldCoder(.freeText, .text, write: { .text($0) }, read: { $0?.text }) }
}

extension FieldCoder<Int> {
    /// - Parameter kept: which numbers a journal can hold; whoever takes a file looks for himself.
    static func number(kept: ClosedRange<Int>) -> FieldCoder {
        FieldCoder(.number, .wholeNumber, kept: kept, write: { .number($0) }, read: { $0?.number })
    }

    /// One of these alone.
    static func number(of range: ClosedRange<Int>) -> FieldCoder {
        FieldCoder(
            .number, .wholeNumber, write: { .number($0) },
            read: { $0?.number.flatMap { range.contains($0) ? $0 : nil } })
    }
}

extension FieldCoder<Bool> {
    static var flag: FieldCoder { FieldCoder(.flag, .flag, write: { .flag($0) }, read: { $0?.flag }) }
}

extension FieldCoder<Instant> {
    static var instant: FieldCoder { FieldCoder(.instant, .instant, write: { .instant($0) }, read: { $0?.instant }) }
}

extension FieldCoder where Value: RawRepresentable<String> & CaseIterable {
    /// One of a fixed set of words.
    static var choice: FieldCoder {
        FieldCoder(
            .text, .oneOf(Value.allCases.map(\.rawValue)), write: { .text($0.rawValue) },
            read: { $0?.text.flatMap(Value.init(rawValue:)) })
    }
}

// MARK: Values with a text form of their own

extension FieldCoder where Value: CustomStringConvertible {
    /// - Parameter parse: reads what the value's description writes.
    fileprivate static func parsed(
        _ form: FieldForm, _ parse: @escaping @Sendable (String) -> Value?
    ) -> FieldCoder {
        FieldCoder(.text, form, write: { .text($0.description) }, read: { $0?.text.flatMap(parse) })
    }
}

extension FieldCoder<LocalDay> {
    static var day: FieldCoder { parsed(.day) { LocalDay($0) } }
}

extension FieldCoder<LocalTime> {
    static var timeOfDay: FieldCoder { parsed(.timeOfDay) { LocalTime($0) } }
}

extension FieldCoder<Window> {
    static var window: FieldCoder { parsed(.window) { Window($0) } }
}

extension FieldCoder<ItemKey> {
    static var itemKey: FieldCoder { parsed(.itemKey) { ItemKey($0) } }
}

extension FieldCoder<Zone> {
    static func zone(_ zones: @escaping ZoneFinder) -> FieldCoder {
        FieldCoder(.text, .zone, write: { .text($0.identifier) }, read: { $0?.text.flatMap(zones) })
    }
}

extension FieldCoder<ItemKey?> {
    /// What went out by a channel; nil, its beginning, is the word `begin`.
    static var deliveredItem: FieldCoder {
        FieldCoder(.text, .itemKey, write: { .text($0?.description ?? Delivery.beginningWord) }) { content in
            guard let text = content?.text else { return nil }
            return text == Delivery.beginningWord ? .some(nil) : ItemKey(text).map(ItemKey?.some)
        }
    }
}

extension Delivery {
    /// Stands in place of an item where a channel's beginning is kept.
    static let beginningWord = "begin"
}

// MARK: Lists, which are empty in an empty field

extension FieldCoder {
    fileprivate static func list<Element: CustomStringConvertible & Sendable>(
        of form: FieldForm, _ parse: @escaping @Sendable (String) -> Element?
    ) -> FieldCoder where Value == [Element] {
        FieldCoder(.texts, .list(form), write: { .texts($0.map(\.description)) }) { content in
            guard let content else { return [] }
            guard let texts = content.texts else { return nil }
            let values = texts.compactMap(parse)
            return values.count == texts.count ? values : nil
        }
    }
}

extension FieldCoder<[ClosedTime]> {
    static var closedTimes: FieldCoder { list(of: .closedTime) { ClosedTime($0) } }
}

extension FieldCoder<[DaysAway]> {
    static var daysAway: FieldCoder { list(of: .daysAway) { DaysAway($0) } }
}

extension FieldCoder<[Weekday]> {
    /// At least one.
    static var weekdays: FieldCoder {
        FieldCoder(
            .texts, .list(.oneOf(Weekday.allCases.map(\.rawValue))), write: { .texts($0.map(\.rawValue)) }
        ) { content in
            guard let texts = content?.texts, !texts.isEmpty else { return nil }
            let days = texts.compactMap(Weekday.init(rawValue:))
            return days.count == texts.count ? days : nil
        }
    }
}

extension FieldCoder<[String]> {
    static var texts: FieldCoder { list(of: .text) { $0 } }
}

extension FieldCoder<[Int]> {
    static var numbers: FieldCoder {
        FieldCoder(.numbers, .list(.wholeNumber), write: { .numbers($0) }, read: { $0 == nil ? [] : $0?.numbers })
    }
}

extension FieldCoder<[Reason]> {
    static var reasons: FieldCoder {
        FieldCoder(.reasons, .reasons, write: { .reasons($0) }, read: { $0 == nil ? [] : $0?.reasons })
    }
}
