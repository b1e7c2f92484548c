import MendCore

/// What a record's fields are in a table, as `JournalSchema` says.
extension SQLiteValue {
    /// - Parameter content: nil for an empty field.
    init(_ content: FieldContent?, _ kind: FieldContent.Kind) {
        self =
            switch content {
            case .text(let text): kind == .freeText && text.utf8.contains(0) ? .bytes(Array(text.utf8)) : .text(text)
            case .number(let number): .integer(number)
            case .flag(let flag): .integer(flag ? 1 : 0)
            case .instant(let instant): .integer(instant.seconds)
            case .texts(let texts): .text(texts.joined(separator: "\n"))
            case .numbers(let numbers): .text(numbers.map(String.init).joined(separator: "\n"))
            case .reasons(let reasons): .text(ReasonCoding.json(reasons).line)
            case nil: .null
            }
    }
}

/// A row of the query that asks for each field of a type, in the order of its description.
extension Row: FieldSource {
    func content(of field: FieldDescription, at place: Int) throws -> FieldContent? {
        let column = Int32(place)
        switch field.kind {
        case .text: return try textIfPresent(column).map(FieldContent.text)
        case .freeText: return try freeText(column).map(FieldContent.text)
        case .number:
            guard let number = try integerIfPresent(column) else { return nil }
            guard field.kept?.contains(number) ?? true else { throw fault(column) }
            return .number(number)
        case .flag: return try flagIfPresent(column).map(FieldContent.flag)
        case .instant: return try instantIfPresent(column).map(FieldContent.instant)
        case .texts: return try lines(column).map(FieldContent.texts)
        case .numbers:
            guard let lines = try lines(column) else { return nil }
            let numbers = lines.compactMap { Int($0) }
            guard numbers.count == lines.count else { throw fault(column) }
            return .numbers(numbers)
        case .reasons:
            guard let text = try textIfPresent(column) else { return nil }
            guard let reasons = ReasonCoding.reasons(text) else { throw fault(column) }
            return .reasons(reasons)
        }
    }

    func missing(_ field: FieldDescription, at place: Int) -> any Error { fault(Int32(place)) }

    func malformed(_ field: FieldDescription, at place: Int) -> any Error { fault(Int32(place)) }

    func instant(_ column: Int32) throws(RowError) -> Instant {
        guard let instant = try instantIfPresent(column) else { throw fault(column) }
        return instant
    }

    /// One that mend can have written, or nil for NULL.
    func instantIfPresent(_ column: Int32) throws(RowError) -> Instant? {
        guard let instant = try integerIfPresent(column).map(Instant.init(seconds:)) else { return nil }
        guard writtenInstants.contains(instant) else { throw fault(column) }
        return instant
    }

    /// Nil for NULL.
    private func lines(_ column: Int32) throws(RowError) -> [String]? {
        // By bytes: to find characters takes twenty times as long.
        try textIfPresent(column)?.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
    }
}

/// What people can have typed, or what was planned from there; arithmetic with any other might overflow.
private let writtenInstants = TimeText.range.lowerBound...TimeText.range.upperBound + 10 * 366 * 24.hours
