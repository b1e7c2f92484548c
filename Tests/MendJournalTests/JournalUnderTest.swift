import MendCore
import MendJournal
import MendKeeping

/// The journals that `JournalConformance` holds to the same promises.
enum JournalUnderTest: CaseIterable {
    case memory
    case sqlite
    /// Opened anew for each reading and each update, as the program does.
    case sqliteReopened

    func make(_ household: Household, _ body: (any Journal) throws -> Void) throws {
        switch self {
        case .memory: try body(MemoryJournal(household))
        case .sqlite:
            try inFreshFolder { folder in
                try body(SQLiteJournal.create(in: folder, records: [.household(household)], zones: SystemZones.find))
            }
        case .sqliteReopened:
            try inFreshFolder { folder in
                _ = try SQLiteJournal.create(in: folder, records: [.household(household)], zones: SystemZones.find)
                try body(ReopenedJournal(directory: folder))
            }
        }
    }
}

private struct ReopenedJournal: Journal {
    let directory: String

    func history(of types: Set<RecordType>, since: Instant?) throws -> History {
        try SQLiteJournal(directory: directory, zones: SystemZones.find).history(of: types, since: since)
    }

    func write(_ changes: [Change]) throws {
        try SQLiteJournal(directory: directory, zones: SystemZones.find).write(changes)
    }

    func version() throws -> JournalVersion {
        JournalVersion(HouseholdFile.text(of: try history()).hashValue)
    }

    func update<Result>(
        since: Instant?, _ decide: (History) throws -> (changes: [Change], result: Result)
    ) throws -> Result {
        try SQLiteJournal(directory: directory, zones: SystemZones.find).update(since: since, decide)
    }
}

extension Journal {
    func put(_ records: JournalRecord...) throws {
        try write(records.map(Change.put))
    }

    func remove(_ keys: RecordKey...) throws {
        try write(keys.map(Change.remove))
    }
}
