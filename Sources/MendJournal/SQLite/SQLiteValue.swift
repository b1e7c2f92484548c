/// What a statement is given for a `?`.
enum SQLiteValue: Equatable {
    case null
    case integer(Int)
    case text(String)
    case bytes([UInt8])

    init(_ value: Int?) { self = value.map(Self.integer) ?? .null }
    init(_ value: Bool?) { self = value.map { .integer($0 ? 1 : 0) } ?? .null }
    init(_ value: String?) { self = value.map(Self.text) ?? .null }
}
