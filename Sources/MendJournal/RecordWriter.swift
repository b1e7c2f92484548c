import MendCore

/// Writes records into the journal's tables. A class, because it keeps each table's statement for the next record.
final class RecordWriter {
    private let connection: Connection
    private let descriptions: [RecordType: RecordDescription]
    private var statements: [String: Statement] = [:]

    /// - Parameter connection: in a transaction that writes.
    init(_ connection: Connection, zones: @escaping ZoneFinder) {
        self.connection = connection
        descriptions = RecordDescription.all(zones: zones)
    }

    func apply(_ change: Change) throws {
        switch change {
        case .put(let record): try put(record)
        case .remove(let key): try remove(key)
        }
    }

    /// Inserts a row, or replaces the one with the same key, which keeps its place in the order.
    func put(_ record: JournalRecord) throws {
        if case .household(let household) = record {
            // There is one; another id would not replace it.
            try connection.run("DELETE FROM household WHERE id <> ?", .text(household.id))
        }
        let description = description(of: record.type)
        let statement = try statement("put \(description.table)") {
            let columns = description.fields.map(\.column) + description.derived
            let updates = columns.filter { !description.key.contains($0) }.map { "\($0) = excluded.\($0)" }
            return """
                INSERT INTO \(description.table) (\(columns.joined(separator: ", ")))
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                ON CONFLICT (\(description.key.joined(separator: ", "))) DO UPDATE SET \(updates.joined(separator: ", "))
                """
        }
        let kinds = description.fields.map(\.kind) + description.derived.map { _ in .text }
        try statement.run(zip(description.contents(record), kinds).map(SQLiteValue.init))
    }

    private func remove(_ key: RecordKey) throws {
        let description = description(of: key.type)
        let statement = try statement("remove \(description.table)") {
            "DELETE FROM \(description.table) WHERE \(description.key.map { "\($0) = ?" }.joined(separator: " AND "))"
        }
        try statement.run(key.texts.map(SQLiteValue.text))
    }

    private func description(of type: RecordType) -> RecordDescription {
        guard let description = descriptions[type] else { preconditionFailure("no description of \(type)") }
        return description
    }

    private func statement(_ name: String, sql: () -> String) throws -> Statement {
        if let known = statements[name] { return known }
        let statement = try connection.prepare(sql())
        statements[name] = statement
        return statement
    }
}

extension RecordKey {
    fileprivate var type: RecordType {
        switch self {
        case .contact: .contact
        case .person: .person
        case .rupture: .rupture
        case .attempt: .attempt
        case .checkIn: .checkIn
        case .hold: .hold
        case .place: .place
        case .offer: .offer
        case .channel: .channel
        case .subscription: .subscription
        case .published: .published
        case .delivery: .delivery
        }
    }

    /// What stands in the columns of the type's key.
    fileprivate var texts: [String] {
        switch self {
        case .contact(let name), .channel(let name), .subscription(let name): [name]
        case .person(let id), .rupture(let id), .attempt(let id), .checkIn(let id), .hold(let id), .place(let id),
            .offer(let id):
            [id]
        case .published(let item): [item.description]
        case .delivery(let item, let channel): [item?.description ?? Delivery.beginningWord, channel]
        }
    }
}
