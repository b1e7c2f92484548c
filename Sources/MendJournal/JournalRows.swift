import Foundation
import GRDB
import MendCore

/// Records as rows of the journal's tables, and back.
enum JournalRows {
    static func hasHousehold(in database: Database) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM household)") ?? false
    }

    // MARK: Reading

    static func history(in database: Database, zones: ZoneFinder) throws -> History {
        guard let row = try Row.fetchOne(database, sql: "SELECT * FROM household") else {
            throw RowError.table("household")
        }
        var history = History(household: try household(row, zones: zones))
        history.contacts = try all("contact", in: database) {
            try Contact(name: $0.value("name"), number: $0.value("number"), purpose: $0.valueIfPresent("purpose"))
        }
        history.people = try all("person", in: database, person)
        history.ruptures = try all("rupture", in: database) { row in
            try Rupture(
                id: row.value("id"), with: row.value("person"), kind: try row.choice("kind"), at: row.instant("at"),
                recorded: row.instant("recorded"), zone: try row.choiceIfPresent("zone"),
                theirZone: try row.choiceIfPresent("theirZone"), excitedAbout: row.freeText("excitedAbout"),
                note: row.freeText("note"))
        }
        history.attempts = try all("attempt", in: database) { row in
            try Attempt(
                id: row.value("id"), rupture: row.value("rupture"), at: row.instant("at"),
                recorded: row.instant("recorded"),
                outcome: try row.choice("outcome"), roadblock: try row.choiceIfPresent("roadblock"),
                note: row.freeText("note"))
        }
        history.checkIns = try all("checkIn", in: database) {
            try CheckIn(
                id: $0.value("id"), with: $0.valueIfPresent("person"), at: $0.instant("at"), zone: try $0.choice("zone")
            )
        }
        history.channels = try all("channel", in: database) {
            try Channel(
                name: $0.value("name"), kind: try $0.choice("kind"), to: $0.valueIfPresent("destination"),
                open: $0.value("open"))
        }
        history.subscriptions = try all("subscription", in: database) { row in
            let created: Int? = try row.valueIfPresent("created")
            let used: String? = try row.valueIfPresent("used")
            return try Subscription(
                name: row.value("name"), only: try row.choiceIfPresent("scope"), open: row.value("open"),
                secretHash: row.value("secretHash"), created: created.map(Instant.init(seconds:)),
                used: try used.map { try LocalDay($0).orThrow("subscription") })
        }
        history.published = try all("published", in: database) {
            try Published(
                item: $0.value("item"), prompt: $0.valueIfPresent("prompt"), start: $0.instant("start"),
                sequence: $0.value("sequence"),
                modified: $0.instant("modified"), words: $0.valueIfPresent("words"))
        }
        history.deliveries = try all("delivery", in: database) {
            try Delivery(
                item: $0.value("item"), channel: $0.value("channel"), at: $0.instant("at"),
                outcome: try $0.choice("outcome"))
        }
        return history
    }

    private static func all<Value>(
        _ table: String, in database: Database, _ value: (Row) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table) ORDER BY rowid")
        while let row = try rows.next() { values.append(try value(row)) }
        return values
    }

    private static func household(_ row: Row, zones: ZoneFinder) throws -> Household {
        let (name, quiet): (String, String) = try (row.value("zone"), row.value("quiet"))
        guard let zone = zones(name), let quiet = Window(quiet) else { throw RowError.table("household") }
        return try Household(
            id: row.value("id"), zone: zone, quiet: quiet, cap: row.value("cap"),
            country: row.valueIfPresent("country"), shared: row.valueIfPresent("shared"))
    }

    private static func person(_ row: Row) throws -> Person {
        let (closed, away): (String, String) = try (row.value("closed"), row.value("away"))
        let (born, sleep, good): (String?, String?, String?) = try (
            row.valueIfPresent("born"), row.valueIfPresent("sleep"), row.valueIfPresent("good")
        )
        return try Person(
            id: row.value("id"), name: row.value("name"), relation: try row.choice("relation"),
            born: try born.map { try LocalDay($0).orThrow("person") },
            closed: try closed.split(separator: "\n").map { try ClosedTime($0).orThrow("person") },
            away: try away.split(separator: "\n").map { try DaysAway($0).orThrow("person") },
            sleep: try sleep.map { try Window($0).orThrow("person") },
            good: try good.map { try LocalTime($0).orThrow("person") })
    }

    // MARK: Writing

    static func put(_ record: JournalRecord, in database: Database) throws {
        switch record {
        case .household(let household):
            try database.execute(sql: "DELETE FROM household")
            try put(
                "household", in: database, key: ["id"],
                [
                    Column("id", household.id), Column("zone", household.zone.identifier),
                    Column("quiet", household.quiet.description),
                    Column("cap", household.cap), Column("country", household.country),
                    Column("shared", household.shared),
                ])
        case .contact(let contact):
            try put(
                "contact", in: database, key: ["name"],
                [Column("name", contact.name), Column("number", contact.number), Column("purpose", contact.purpose)])
        case .person(let person):
            let closed = person.closed.map(\.description).joined(separator: "\n")
            let away = person.away.map(\.description).joined(separator: "\n")
            try put(
                "person", in: database, key: ["id"],
                [
                    Column("id", person.id), Column("name", person.name), Column("relation", person.relation.rawValue),
                    Column("born", person.born?.description),
                    Column("closed", closed),
                    Column("away", away),
                    Column("sleep", person.sleep?.description), Column("good", person.good?.description),
                ])
        case .rupture(let rupture):
            try put(
                "rupture", in: database, key: ["id"],
                [
                    Column("id", rupture.id), Column("person", rupture.with), Column("kind", rupture.kind.rawValue),
                    Column("at", rupture.at.seconds), Column("recorded", rupture.recorded.seconds),
                    Column("zone", rupture.zone?.rawValue),
                    Column("theirZone", rupture.theirZone?.rawValue),
                    Column("excitedAbout", freeText(rupture.excitedAbout)),
                    Column("note", freeText(rupture.note)),
                ])
        case .attempt(let attempt):
            try put(
                "attempt", in: database, key: ["id"],
                [
                    Column("id", attempt.id), Column("rupture", attempt.rupture), Column("at", attempt.at.seconds),
                    Column("recorded", attempt.recorded.seconds), Column("outcome", attempt.outcome.rawValue),
                    Column("roadblock", attempt.roadblock?.rawValue), Column("note", freeText(attempt.note)),
                ])
        case .checkIn(let checkIn):
            try put(
                "checkIn", in: database, key: ["id"],
                [
                    Column("id", checkIn.id), Column("person", checkIn.with), Column("at", checkIn.at.seconds),
                    Column("zone", checkIn.zone.rawValue),
                ])
        case .channel(let channel):
            try put(
                "channel", in: database, key: ["name"],
                [
                    Column("name", channel.name), Column("kind", channel.kind.rawValue),
                    Column("destination", channel.to), Column("open", channel.open),
                ])
        case .subscription(let subscription):
            try put(
                "subscription", in: database, key: ["name"],
                [
                    Column("name", subscription.name), Column("scope", subscription.only?.rawValue),
                    Column("open", subscription.open),
                    Column("secretHash", subscription.secretHash), Column("created", subscription.created?.seconds),
                    Column("used", subscription.used?.description),
                ])
        case .published(let published):
            try put(
                "published", in: database, key: ["item"],
                [
                    Column("item", published.item), Column("prompt", published.prompt),
                    Column("start", published.start.seconds),
                    Column("sequence", published.sequence), Column("modified", published.modified.seconds),
                    Column("words", published.words),
                ])
        case .delivery(let delivery):
            try put(
                "delivery", in: database, key: ["item", "channel"],
                [
                    Column("item", delivery.item), Column("channel", delivery.channel),
                    Column("at", delivery.at.seconds),
                    Column("outcome", delivery.outcome.rawValue),
                ])
        }
    }

    static func remove(_ key: RecordKey, in database: Database) throws {
        switch key {
        case .contact(let name): try delete(from: "contact", where: "name", is: name, in: database)
        case .person(let id): try delete(from: "person", where: "id", is: id, in: database)
        case .rupture(let id): try delete(from: "rupture", where: "id", is: id, in: database)
        case .attempt(let id): try delete(from: "attempt", where: "id", is: id, in: database)
        case .checkIn(let id): try delete(from: "checkIn", where: "id", is: id, in: database)
        case .channel(let name): try delete(from: "channel", where: "name", is: name, in: database)
        case .subscription(let name): try delete(from: "subscription", where: "name", is: name, in: database)
        case .published(let item): try delete(from: "published", where: "item", is: item, in: database)
        case .delivery(let item, let channel):
            try database.execute(
                sql: "DELETE FROM delivery WHERE item = ? AND channel = ?", arguments: [item, channel])
        }
    }

    private static func delete(
        from table: String, where column: String, is value: String, in database: Database
    ) throws {
        try database.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [value])
    }

    /// Inserts a row, or replaces the one with the same key, which keeps its place in the order.
    private static func put(
        _ table: String, in database: Database, key: [String], _ values: [Column]
    ) throws {
        let columns = values.map(\.name)
        let updates = columns.filter { !key.contains($0) }.map { "\($0) = excluded.\($0)" }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO \(table) (\(columns.joined(separator: ", ")))
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                ON CONFLICT (\(key.joined(separator: ", "))) DO UPDATE SET \(updates.joined(separator: ", "))
                """)
        try statement.execute(arguments: StatementArguments(values.map(\.value)))
    }

    private static func freeText(_ text: String?) -> (any DatabaseValueConvertible)? {
        guard let text else { return nil }
        return text.utf8.contains(0) ? Data(text.utf8) : text
    }
}

/// A value on its way into a column.
private struct Column {
    let name: String
    let value: (any DatabaseValueConvertible)?

    init(_ name: String, _ value: (any DatabaseValueConvertible)?) {
        self.name = name
        self.value = value
    }
}

/// A row holds what no version of mend has written there. It names the table only.
enum RowError: Error, CustomStringConvertible {
    case table(String)

    var description: String {
        switch self {
        case .table(let name): "its table \(name) holds what mend has not written"
        }
    }
}

extension Optional {
    fileprivate func orThrow(_ table: String) throws -> Wrapped {
        guard let self else { throw RowError.table(table) }
        return self
    }
}

extension Row {
    /// A column's value. GRDB's own subscripts end the program when a damaged file holds something else there, and print
    /// the whole row.
    func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        try valueIfPresent(column).orThrow(column)
    }

    /// A column's value, or nil for NULL.
    func valueIfPresent<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
        let found = databaseValue(column)
        return found.isNull ? nil : try Value.fromDatabaseValue(found).orThrow(column)
    }

    private func databaseValue(_ column: String) -> DatabaseValue {
        (self[column] as (any DatabaseValueConvertible)?)?.databaseValue ?? .null
    }

    fileprivate func instant(_ column: String) throws -> Instant {
        Instant(seconds: try value(column))
    }

    fileprivate func choice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice {
        let text: String = try value(column)
        return try Choice(rawValue: text).orThrow(column)
    }

    fileprivate func choiceIfPresent<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice? {
        let text: String? = try valueIfPresent(column)
        return try text.map { try Choice(rawValue: $0).orThrow(column) }
    }

    fileprivate func freeText(_ column: String) -> String? {
        switch databaseValue(column).storage {
        case .string(let text): return text
        case .blob(let data): return String(decoding: data, as: UTF8.self)
        case .null, .int64, .double: return nil
        }
    }
}
