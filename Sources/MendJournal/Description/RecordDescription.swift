import MendCore

/// How records of one type are kept: the one description that JSON Lines and SQL are both made by.
package struct RecordDescription: Sendable {
    package let type: RecordType
    package let table: String
    /// The columns that tell one record from the others of its type; a household has none, for it is the only one.
    package let key: [String]
    /// In the order in which they stand in a line.
    package let fields: [FieldDescription]
    /// Columns that are made of the fields, for queries, and are never read back.
    package let derived: [String]
    /// What is in each field, and then in each derived column, of a record of the type; nil: it is empty.
    package let contents: @Sendable (JournalRecord) -> [FieldContent?]
    /// - Throws: what the source says of a field that is missing or means nothing.
    package let make: @Sendable (any FieldSource) throws -> JournalRecord

    /// - Parameters:
    ///   - wrap: puts a record into its case.
    ///   - unwrap: takes it out; nil for another case.
    ///   - make: given the fields' values in their order; throws where one is missing that others need.
    init<Record, each Value: Sendable>(
        _ type: RecordType, table: String, key: [String], wrap: @escaping @Sendable (Record) -> JournalRecord,
        unwrap: @escaping @Sendable (JournalRecord) -> Record?, fields: repeat Field<Record, each Value>,
        derived: [DerivedColumn<Record>] = [],
        make: @escaping @Sendable (repeat each Value) throws(MissingField) -> Record
    ) {
        self.type = type
        self.table = table
        self.key = key
        var descriptions: [FieldDescription] = []
        var writers: [@Sendable (Record) -> FieldContent?] = []
        var readers: [AnyFieldReader] = []
        for field in repeat each fields {
            descriptions.append(field.description)
            writers.append(field.write)
            readers.append(field.reader)
        }
        let inOrder = readers
        let described = descriptions
        self.fields = described
        // No key paths here: in a context with a parameter pack the runtime of Swift 6.3 cannot make them.
        self.derived = derived.map { $0.name }
        let columns = writers + derived.map { $0.content }
        contents = { record in
            guard let record = unwrap(record) else { preconditionFailure("a record of another type") }
            return columns.map { $0(record) }
        }
        self.make = { source in
            var place = 0
            func next<One: Sendable>(_: One.Type) throws -> One {
                defer { place += 1 }
                // In the list they stand as in the pack, whose fields the runtime finds a hundred times as slowly.
                return try unsafeDowncast(inOrder[place], to: FieldReader<One>.self).value(source, place)
            }
            do {
                return wrap(try make(repeat try next((each Value).self)))
            } catch let missing as MissingField {
                let place = described.firstIndex { $0.key == missing.key } ?? 0
                throw source.missing(described[place], at: place)
            }
        }
    }
}

/// A field without which others of the same record mean nothing.
struct MissingField: Error {
    let key: String
}

/// One field of a record: its names, how its value stands there, and where the record has it.
struct Field<Record, Value: Sendable>: Sendable {
    let description: FieldDescription
    let write: @Sendable (Record) -> FieldContent?
    fileprivate let reader: FieldReader<Value>

    /// - Parameters:
    ///   - key: its name in JSON Lines.
    ///   - column: its name in SQL; nil: the same.
    ///   - silent: the value for which JSON Lines leave it out, besides nil and an empty list.
    init(
        _ key: String, column: String? = nil, _ coder: FieldCoder<Value>, silent: Value? = nil,
        _ value: @escaping @Sendable (Record) -> Value
    ) {
        let description = FieldDescription(
            key: key, column: column ?? key, kind: coder.kind, form: coder.form, kept: coder.kept,
            silent: silent.flatMap(coder.write))
        self.description = description
        write = { coder.write(value($0)) }
        let read = coder.read
        reader = FieldReader { source, place in
            let content = try source.content(of: description, at: place)
            guard let value = read(content) else {
                throw content == nil
                    ? source.missing(description, at: place) : source.malformed(description, at: place)
            }
            return value
        }
    }
}

/// How a field's value is read, without the type of its record and of the value. A class, so that the fields of a record stand
/// in one list.
private class AnyFieldReader: @unchecked Sendable {}

private final class FieldReader<Value: Sendable>: AnyFieldReader, @unchecked Sendable {
    /// - Throws: what the source says of a field that is missing or means nothing.
    let value: @Sendable (_ source: any FieldSource, _ place: Int) throws -> Value

    init(_ value: @escaping @Sendable (_ source: any FieldSource, _ place: Int) throws -> Value) {
        self.value = value
    }
}

/// A column that only queries ask for.
struct DerivedColumn<Record>: Sendable {
    let name: String
    let content: @Sendable (Record) -> FieldContent?
}
