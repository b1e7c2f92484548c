import MendCore

/// Writes records into the journal's tables. A class, because it keeps each table's statement for the next record.
final class RecordWriter {
    private let connection: Connection
    private var statements: [String: Statement] = [:]

    /// - Parameter connection: in a transaction that writes.
    init(_ connection: Connection) {
        self.connection = connection
    }

    func apply(_ change: Change) throws {
        switch change {
        case .put(let record): try put(record)
        case .remove(let key): try remove(key)
        }
    }

    func put(_ record: JournalRecord) throws {
        switch record {
        case .household(let household):
            try connection.run("DELETE FROM household")
            try put(
                "household", key: ["id"],
                [
                    ("id", .text(household.id)), ("zone", .text(household.zone.identifier)),
                    ("quiet", .text(household.quiet.description)), ("cap", .integer(household.cap)),
                    ("country", SQLiteValue(household.country)), ("shared", SQLiteValue(household.shared)),
                ])
        case .contact(let contact):
            try put(
                "contact", key: ["name"],
                [
                    ("name", .text(contact.name)), ("number", .text(contact.number)),
                    ("purpose", SQLiteValue(contact.purpose)),
                ])
        case .person(let person):
            try put(
                "person", key: ["id"],
                [
                    ("id", .text(person.id)), ("name", .text(person.name)),
                    ("relation", .text(person.relation.rawValue)), ("born", SQLiteValue(person.born?.description)),
                    ("closed", lines(person.closed)), ("away", lines(person.away)),
                    ("sleep", SQLiteValue(person.sleep?.description)),
                    ("good", SQLiteValue(person.good?.description)),
                ])
        case .rupture(let rupture):
            try put(
                "rupture", key: ["id"],
                [
                    ("id", .text(rupture.id)), ("person", .text(rupture.with)), ("kind", .text(rupture.kind.rawValue)),
                    ("at", .integer(rupture.at.seconds)), ("recorded", .integer(rupture.recorded.seconds)),
                    ("zone", SQLiteValue(rupture.zone?.rawValue)),
                    ("theirZone", SQLiteValue(rupture.theirZone?.rawValue)),
                    ("excitedAbout", freeText(rupture.excitedAbout)), ("note", freeText(rupture.note)),
                ])
        case .attempt(let attempt):
            try put(
                "attempt", key: ["id"],
                [
                    ("id", .text(attempt.id)), ("rupture", .text(attempt.rupture)),
                    ("at", .integer(attempt.at.seconds)),
                    ("recorded", .integer(attempt.recorded.seconds)), ("outcome", .text(attempt.outcome.rawValue)),
                    ("roadblock", SQLiteValue(attempt.roadblock?.rawValue)), ("note", freeText(attempt.note)),
                ])
        case .checkIn(let checkIn):
            try put(
                "checkIn", key: ["id"],
                [
                    ("id", .text(checkIn.id)), ("person", SQLiteValue(checkIn.with)),
                    ("at", .integer(checkIn.at.seconds)), ("zone", .text(checkIn.zone.rawValue)),
                ])
        case .hold: break
        case .channel(let channel):
            try put(
                "channel", key: ["name"],
                [
                    ("name", .text(channel.name)), ("kind", .text(channel.kind.rawValue)),
                    ("destination", SQLiteValue(channel.to)), ("open", SQLiteValue(channel.open)),
                ])
        case .subscription(let subscription):
            try put(
                "subscription", key: ["name"],
                [
                    ("name", .text(subscription.name)), ("scope", SQLiteValue(subscription.only?.rawValue)),
                    ("open", SQLiteValue(subscription.open)), ("secretHash", .text(subscription.secretHash)),
                    ("created", SQLiteValue(subscription.created?.seconds)),
                    ("used", SQLiteValue(subscription.used?.description)),
                ])
        case .published(let published):
            try put(
                "published", key: ["item"],
                [
                    ("item", .text(published.item)), ("prompt", SQLiteValue(published.prompt)),
                    ("start", .integer(published.start.seconds)), ("sequence", .integer(published.sequence)),
                    ("modified", .integer(published.modified.seconds)), ("words", SQLiteValue(published.words)),
                ])
        case .delivery(let delivery):
            try put(
                "delivery", key: ["item", "channel"],
                [
                    ("item", .text(delivery.item)), ("channel", .text(delivery.channel)),
                    ("at", .integer(delivery.at.seconds)), ("outcome", .text(delivery.outcome.rawValue)),
                ])
        }
    }

    func remove(_ key: RecordKey) throws {
        switch key {
        case .contact(let name): try delete(from: "contact", [("name", name)])
        case .person(let id): try delete(from: "person", [("id", id)])
        case .rupture(let id): try delete(from: "rupture", [("id", id)])
        case .attempt(let id): try delete(from: "attempt", [("id", id)])
        case .checkIn(let id): try delete(from: "checkIn", [("id", id)])
        case .hold: break
        case .channel(let name): try delete(from: "channel", [("name", name)])
        case .subscription(let name): try delete(from: "subscription", [("name", name)])
        case .published(let item): try delete(from: "published", [("item", item)])
        case .delivery(let item, let channel): try delete(from: "delivery", [("item", item), ("channel", channel)])
        }
    }

    /// Inserts a row, or replaces the one with the same key, which keeps its place in the order.
    private func put(_ table: String, key: [String], _ values: [(column: String, value: SQLiteValue)]) throws {
        let statement = try statement("put \(table)") {
            let columns = values.map(\.column)
            let updates = columns.filter { !key.contains($0) }.map { "\($0) = excluded.\($0)" }
            return """
                INSERT INTO \(table) (\(columns.joined(separator: ", ")))
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                ON CONFLICT (\(key.joined(separator: ", "))) DO UPDATE SET \(updates.joined(separator: ", "))
                """
        }
        try statement.run(values.map(\.value))
    }

    private func delete(from table: String, _ key: [(column: String, value: String)]) throws {
        let statement = try statement("delete \(table)") {
            "DELETE FROM \(table) WHERE \(key.map { "\($0.column) = ?" }.joined(separator: " AND "))"
        }
        try statement.run(key.map { .text($0.value) })
    }

    private func statement(_ name: String, sql: () -> String) throws -> Statement {
        if let known = statements[name] { return known }
        let statement = try connection.prepare(sql())
        statements[name] = statement
        return statement
    }

    private func lines(_ values: [some CustomStringConvertible]) -> SQLiteValue {
        .text(values.map(\.description).joined(separator: "\n"))
    }

    /// As `JournalSchema` says.
    private func freeText(_ text: String?) -> SQLiteValue {
        guard let text, text.utf8.contains(0) else { return SQLiteValue(text) }
        return .bytes(Array(text.utf8))
    }
}
