import MendCore

/// Makes a history of the journal's tables, with the rows of each in the order in which they were written.
struct HistoryReader {
    let connection: Connection
    let zones: ZoneFinder

    static func hasHousehold(_ connection: Connection) throws -> Bool {
        try connection.first("SELECT 1 FROM household") { _ in } != nil
    }

    /// To be called within a transaction, so that all tables are of one moment.
    func history(_ extent: HistoryExtent) throws -> History {
        guard let household = try household() else { throw RowError.table("household") }
        var history = History(household: household)
        if extent == .household { return history }
        history.contacts = try contacts()
        history.people = try people()
        history.ruptures = try ruptures()
        history.attempts = try attempts()
        history.checkIns = try checkIns()
        history.channels = try channels()
        history.subscriptions = try subscriptions()
        history.published = try published()
        switch extent {
        case .whole: history.deliveries = try deliveries()
        case .channel(let channel, let now): history.deliveries = try deliveries(of: channel, in: history, now: now)
        case .household, .agenda: break
        }
        return history
    }

    private func household() throws -> Household? {
        try connection.first("SELECT id, zone, quiet, cap, country, shared FROM household") { row in
            guard let zone = zones(try row.text(1)) else { throw row.fault(1) }
            return try Household(
                id: row.text(0), zone: zone, quiet: row.parsed(2) { Window($0) },
                cap: row.integer(3, in: Household.caps),
                country: row.textIfPresent(4), shared: row.flagIfPresent(5))
        }
    }

    private func contacts() throws -> [Contact] {
        try connection.all("SELECT name, number, purpose FROM contact ORDER BY rowid") { row in
            try Contact(name: row.text(0), number: row.text(1), purpose: row.textIfPresent(2))
        }
    }

    private func people() throws -> [Person] {
        try connection.all(
            "SELECT id, name, relation, born, closed, away, sleep, good FROM person ORDER BY rowid"
        ) { row in
            try Person(
                id: row.text(0), name: row.text(1), relation: row.choice(2),
                born: row.parsedIfPresent(3) { LocalDay($0) }, closed: row.lines(4) { ClosedTime($0) },
                away: row.lines(5) { DaysAway($0) }, sleep: row.parsedIfPresent(6) { Window($0) },
                good: row.parsedIfPresent(7) { LocalTime($0) })
        }
    }

    private func ruptures() throws -> [Rupture] {
        try connection.all(
            "SELECT id, person, kind, at, recorded, zone, theirZone, excitedAbout, note FROM rupture ORDER BY rowid"
        ) { row in
            try Rupture(
                id: row.text(0), with: row.text(1), kind: row.choice(2), at: row.instant(3), recorded: row.instant(4),
                zone: row.choiceIfPresent(5), theirZone: row.choiceIfPresent(6), excitedAbout: row.freeText(7),
                note: row.freeText(8))
        }
    }

    private func attempts() throws -> [Attempt] {
        try connection.all(
            "SELECT id, rupture, at, recorded, outcome, roadblock, note FROM attempt ORDER BY rowid"
        ) { row in
            try Attempt(
                id: row.text(0), rupture: row.text(1), at: row.instant(2), recorded: row.instant(3),
                outcome: row.choice(4), roadblock: row.choiceIfPresent(5), note: row.freeText(6))
        }
    }

    private func checkIns() throws -> [CheckIn] {
        try connection.all("SELECT id, person, at, zone FROM checkIn ORDER BY rowid") { row in
            try CheckIn(id: row.text(0), with: row.textIfPresent(1), at: row.instant(2), zone: row.choice(3))
        }
    }

    private func channels() throws -> [Channel] {
        try connection.all("SELECT name, kind, destination, open FROM channel ORDER BY rowid") { row in
            try Channel(name: row.text(0), kind: row.choice(1), to: row.textIfPresent(2), open: row.flag(3))
        }
    }

    private func subscriptions() throws -> [Subscription] {
        try connection.all(
            "SELECT name, scope, open, secretHash, created, used FROM subscription ORDER BY rowid"
        ) { row in
            try Subscription(
                name: row.text(0), only: row.choiceIfPresent(1), open: row.flag(2), secretHash: row.text(3),
                created: row.instantIfPresent(4), used: row.parsedIfPresent(5) { LocalDay($0) })
        }
    }

    private func published() throws -> [Published] {
        try connection.all(
            "SELECT item, prompt, start, sequence, modified, words FROM published ORDER BY rowid"
        ) { row in
            try Published(
                item: row.text(0), prompt: row.textIfPresent(1), start: row.instant(2),
                sequence: row.integer(3, in: Published.sequences), modified: row.instant(4), words: row.textIfPresent(5)
            )
        }
    }

    private static let deliveryColumns = "SELECT item, channel, at, outcome FROM delivery"

    private static func delivery(_ row: Row) throws -> Delivery {
        try Delivery(item: row.text(0), channel: row.text(1), at: row.instant(2), outcome: row.choice(3))
    }

    private func deliveries() throws -> [Delivery] {
        try connection.all("\(Self.deliveryColumns) ORDER BY rowid", read: Self.delivery)
    }

    /// See `HistoryExtent.channel`. Slots' keys end in their day, so that old ones lie in ranges, which are passed over.
    private func deliveries(of channel: String, in history: History, now: Instant) throws -> [Delivery] {
        let last = try connection.first(
            "SELECT rowid, at FROM delivery WHERE channel = ? AND outcome = 'sent' ORDER BY rowid DESC LIMIT 1",
            .text(channel)
        ) { (row: SQLiteValue.integer(try $0.integer(0)), at: try $0.instant(1)) }
        // Where a rupture bears the name of a slot, its items lie among them.
        guard let last, last.at <= now, !history.ruptures.contains(where: { SlotKind(name: $0.id) != nil }) else {
            return try connection.all(
                "\(Self.deliveryColumns) WHERE channel = ? OR at > ?", .text(channel), .integer(now.seconds),
                read: Self.delivery)
        }
        // With what was claimed since.
        var found = try connection.all(
            "\(Self.deliveryColumns) WHERE rowid >= ? AND channel = ?", last.row, .text(channel), read: Self.delivery)
        let first = history.household.zone.day(of: last.at) + -HistoryExtent.settledDays
        var start = ""
        for end in SlotKind.inOrderOfKeys.map(\.prefix) + ["\u{10FFFF}"] {
            found += try connection.all(
                "\(Self.deliveryColumns) WHERE item >= ? AND item < ? AND channel = ? AND rowid < ?",
                .text(start), .text(end), .text(channel), last.row, read: Self.delivery)
            start = "\(end)\(first)"
        }
        return found
    }
}

/// What people can have typed, or what was planned from there; arithmetic with any other might overflow.
private let writtenInstants = TimeText.range.lowerBound...TimeText.range.upperBound + 10 * 366 * 24.hours

/// Columns as what they stand for.
extension Row {
    func instant(_ column: Int32) throws(RowError) -> Instant {
        guard let instant = try instantIfPresent(column) else { throw fault(column) }
        return instant
    }

    /// One of `writtenInstants`, or nil for NULL.
    func instantIfPresent(_ column: Int32) throws(RowError) -> Instant? {
        guard let instant = try integerIfPresent(column).map(Instant.init(seconds:)) else { return nil }
        guard writtenInstants.contains(instant) else { throw fault(column) }
        return instant
    }

    fileprivate func integer(_ column: Int32, in range: ClosedRange<Int>) throws(RowError) -> Int {
        let number = try integer(column)
        guard range.contains(number) else { throw fault(column) }
        return number
    }

    fileprivate func choice<Choice: RawRepresentable<String>>(_ column: Int32) throws(RowError) -> Choice {
        try parsed(column) { Choice(rawValue: $0) }
    }

    fileprivate func choiceIfPresent<Choice: RawRepresentable<String>>(_ column: Int32) throws(RowError) -> Choice? {
        try parsedIfPresent(column) { Choice(rawValue: $0) }
    }

    fileprivate func parsed<Value>(_ column: Int32, _ parse: (String) -> Value?) throws(RowError) -> Value {
        guard let value = parse(try text(column)) else { throw fault(column) }
        return value
    }

    fileprivate func parsedIfPresent<Value>(_ column: Int32, _ parse: (String) -> Value?) throws(RowError) -> Value? {
        guard let text = try textIfPresent(column) else { return nil }
        guard let value = parse(text) else { throw fault(column) }
        return value
    }

    fileprivate func lines<Value>(_ column: Int32, _ parse: (Substring) -> Value?) throws(RowError) -> [Value] {
        var values: [Value] = []
        // By bytes: to find characters takes twenty times as long.
        for line in try text(column).utf8.split(separator: UInt8(ascii: "\n")) {
            guard let value = parse(Substring(line)) else { throw fault(column) }
            values.append(value)
        }
        return values
    }
}
