/// One of the records that a caregiver writes down as life goes on: they can be looked through, corrected and taken back.
public enum WrittenRecord: Equatable, Sendable {
    case rupture(Rupture)
    case attempt(Attempt)
    case checkIn(CheckIn)
    case hold(Hold)

    public var id: String {
        switch self {
        case .rupture(let rupture): rupture.id
        case .attempt(let attempt): attempt.id
        case .checkIn(let checkIn): checkIn.id
        case .hold(let hold): hold.id
        }
    }

    /// When it happened, or a pause began.
    public var at: Instant {
        switch self {
        case .rupture(let rupture): rupture.at
        case .attempt(let attempt): attempt.at
        case .checkIn(let checkIn): checkIn.at
        case .hold(let hold): hold.at
        }
    }

    /// When it was written down.
    public var recorded: Instant {
        switch self {
        case .rupture(let rupture): rupture.recorded
        case .attempt(let attempt): attempt.recorded
        case .checkIn(let checkIn): checkIn.recorded
        case .hold(let hold): hold.recorded
        }
    }

    /// Who wrote it down, where that was the household's second adult: their name. Nil: the caregiver.
    public var by: String? {
        switch self {
        case .rupture(let rupture): rupture.by
        case .attempt(let attempt): attempt.by
        case .checkIn(let checkIn): checkIn.by
        case .hold: nil
        }
    }

    /// As one of everything that a journal holds.
    public var record: JournalRecord {
        switch self {
        case .rupture(let rupture): .rupture(rupture)
        case .attempt(let attempt): .attempt(attempt)
        case .checkIn(let checkIn): .checkIn(checkIn)
        case .hold(let hold): .hold(hold)
        }
    }

    var key: RecordKey {
        switch self {
        case .rupture(let rupture): .rupture(id: rupture.id)
        case .attempt(let attempt): .attempt(id: attempt.id)
        case .checkIn(let checkIn): .checkIn(id: checkIn.id)
        case .hold(let hold): .hold(id: hold.id)
        }
    }

    /// An attempt comes after its rupture, and of two pauses the one that was given later.
    fileprivate var order: (Int, Int, String) {
        switch self {
        case .rupture: (0, id.utf8.count, id)
        case .attempt: (1, id.utf8.count, id)
        case .checkIn: (2, id.utf8.count, id)
        case .hold: (3, id.utf8.count, id)
        }
    }

    /// Whether it was written down before another; of one second, ruptures first, then attempts, check-ins and pauses.
    fileprivate func isWritten(before other: WrittenRecord) -> Bool {
        recorded == other.recorded ? order < other.order : recorded < other.recorded
    }
}

extension History {
    /// All of them.
    var writtenRecords: [WrittenRecord] {
        ruptures.map(WrittenRecord.rupture) + attempts.map(WrittenRecord.attempt)
            + checkIns.map(WrittenRecord.checkIn) + holds.map(WrittenRecord.hold)
    }

    /// The one with an id; nil: there is none.
    public func written(_ id: String) -> WrittenRecord? {
        writtenRecords.first { $0.id == id }
    }

    /// The one that was written down last; nil: nothing was.
    public var newestWritten: WrittenRecord? {
        writtenRecords.max { $0.isWritten(before: $1) }
    }

    /// The person whom a record is about; nil: the caregiver alone, or the whole household.
    public func person(of record: WrittenRecord) -> Person? {
        let id =
            switch record {
            case .rupture(let rupture): rupture.with
            case .attempt(let attempt): rupture(attempt.rupture)?.with
            case .checkIn(let checkIn): checkIn.with
            case .hold(let hold): hold.with
            }
        return id.flatMap(person)
    }
}

/// Which of the written records somebody wants to look through. What is nil does not narrow the choice.
public struct LogQuery: Sendable {
    public var with: PersonReference?
    /// The first and the last local day of what happened.
    public var from: LocalDay?
    public var to: LocalDay?
    /// What a note, or what the other was excited about, has in it, in any case.
    public var text: String?

    public init(with: PersonReference? = nil, from: LocalDay? = nil, to: LocalDay? = nil, text: String? = nil) {
        self.with = with
        self.from = from
        self.to = to
        self.text = text
    }
}

extension History {
    /// What was written down and is asked for, the newest first, by when it happened.
    /// - Throws: `RecordFault.nobody`, or `AmbiguousName`.
    public func log(_ query: LogQuery) throws -> [WrittenRecord] {
        let person = try query.with.map { try self.person(meant: $0).id }
        let theirs = person.map { id in Set(ruptures.filter { $0.with == id }.map(\.id)) }
        let text = query.text.map { FoldedName($0) }
        return writtenRecords.filter { record in
            let day = household.zone.day(of: record.at)
            if let person, let theirs, !record.concerns(person, ruptures: theirs) { return false }
            if let from = query.from, day < from { return false }
            if let to = query.to, day > to { return false }
            if let text { return record.freeTexts.contains { FoldedName($0).contains(text) } }
            return true
        }
        .sorted { $0.at == $1.at ? $1.isWritten(before: $0) : $0.at > $1.at }
    }
}

extension WrittenRecord {
    /// - Parameters:
    ///   - person: an id.
    ///   - ruptures: the ids of all ruptures with them.
    fileprivate func concerns(_ person: String, ruptures: Set<String>) -> Bool {
        switch self {
        case .rupture(let rupture): rupture.with == person
        case .attempt(let attempt): ruptures.contains(attempt.rupture)
        case .checkIn(let checkIn): checkIn.with == person
        case .hold(let hold): hold.with == person
        }
    }

    /// What was written in free words.
    fileprivate var freeTexts: [String] {
        switch self {
        case .rupture(let rupture): [rupture.excitedAbout, rupture.note].compactMap(\.self)
        case .attempt(let attempt): [attempt.note].compactMap(\.self)
        case .checkIn, .hold: []
        }
    }
}
