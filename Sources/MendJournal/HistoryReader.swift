import MendCore
import MendPlatform

/// Makes a history of the journal's tables, with the rows of each in the order in which they were written.
struct HistoryReader {
    let connection: Connection
    let descriptions: [RecordType: RecordDescription]

    init(connection: Connection, zones: @escaping ZoneFinder) {
        self.connection = connection
        descriptions = RecordDescription.all(zones: zones)
    }

    static func hasHousehold(_ connection: Connection) throws -> Bool {
        try connection.first("SELECT 1 FROM household") { _ in } != nil
    }

    /// To be called within a transaction, so that all tables are of one moment.
    /// - Parameter since: as `Journal.history(of:since:)` has it.
    func history(since: Instant?, of types: Set<RecordType> = Set(RecordType.allCases)) throws -> History {
        guard case .household(var household)? = try household() else { throw RowError.table("household") }
        household.discreetKey = try discreetKey()
        var history = History(household: household)
        for type in RecordType.allCases where type != .household && types.contains(type) {
            for record in try records(of: type, since: since) { history.append(record) }
        }
        return history
    }

    /// - Throws: `JournalError.zoneUnreadable` where the fault is this machine's and not the journal's.
    private func household() throws -> JournalRecord? {
        do {
            return try records(of: .household).first
        } catch RowError.column("zone") {
            if let zone = try connection.first("SELECT zone FROM household", read: { try $0.text(0) }),
                let obstacle = TimeZoneFiles.obstacle(to: zone)
            {
                throw JournalError.zoneUnreadable(zone, reason: .init(obstacle))
            }
            throw RowError.column("zone")
        }
    }

    private func discreetKey() throws -> DiscreetKey {
        let key = try connection.first("SELECT secret, since FROM discreetKey") { row in
            DiscreetKey(secret: try row.text(0), since: try row.instantIfPresent(1))
        }
        // Without one every id could be guessed.
        guard let key, key.secret.utf8.count == 64 else { throw RowError.table("discreetKey") }
        return key
    }

    private func records(of type: RecordType, since: Instant? = nil) throws -> [JournalRecord] {
        guard let description = descriptions[type] else { preconditionFailure("no description of \(type)") }
        let columns = description.fields.map(\.column).joined(separator: ", ")
        var sql = "SELECT \(columns) FROM \(description.table)"
        var arguments: [SQLiteValue] = []
        if let since, let condition = Self.condition(on: type) {
            sql += " WHERE \(condition)"
            arguments = [.integer(since.seconds)]
        }
        var records: [JournalRecord] = []
        try connection.prepare(sql + " ORDER BY rowid").forEachRow(arguments) { row in
            records.append(try description.make(row))
        }
        return records
    }

    /// What is read of a type that grows by some rows a day, with a `?` for how far back; nil: all is read of any other.
    private static func condition(on type: RecordType) -> String? {
        switch type {
        case .published: "start >= ? OR rupture IS NOT NULL"
        case .delivery: "at >= ? OR item = '\(Delivery.beginningWord)'"
        default: nil
        }
    }
}
