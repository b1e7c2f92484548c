/// A record that was taken back.
public struct TakenBack: Equatable, Sendable {
    public let record: WrittenRecord
    /// Whom it was about; nil: the caregiver alone, or the whole household.
    public let person: Person?
    /// Attempts on it that went along.
    public let attempts: [Attempt]
}

/// What was undone.
public enum Undone: Equatable, Sendable {
    case record(TakenBack)
    /// What was said last to an offer of a check-in, as it was before; of whom, nil: of the caregiver.
    case answer(CheckInOffer, person: Person?)

    /// The record; nil: it was something else.
    public var taken: TakenBack? {
        if case .record(let taken) = self { taken } else { nil }
    }
}

/// A record that was corrected.
public struct Corrected: Equatable, Sendable {
    public let record: WrittenRecord
    /// Whom it is about now; nil: the caregiver alone.
    public let person: Person?
}

/// Corrections. The ladder is then as if it had always stood so, but what has begun stays as it was shown: it is settled in the
/// same transaction (DESIGN.md, "Corrections").
extension Notebook {
    /// Takes back what was written down last: a record, or what was said to an offer of a check-in.
    /// - Throws: `RecordFault.nothingWritten`, or as `remove`.
    public func undo() throws -> Undone {
        try update { history in
            let known = history.known(by: now)
            let newest = known.newestWritten
            let offer = known.offers.max { $0.changed < $1.changed }
            if let offer, newest.map({ $0.recorded < offer.changed }) ?? true {
                let person = offer.with.flatMap(history.person)
                return (try changes(takingBack: offer, in: history), .answer(offer, person: person))
            }
            guard let newest else { throw RecordFault.nothingWritten }
            let (changes, taken) = try changes(takingBack: newest, in: history)
            return (changes, .record(taken))
        }
    }

    /// Takes back one record; attempts go with their rupture.
    /// - Throws: `RecordFault.noRecord`, or `.laterAttemptsRestOnIt`.
    public func remove(_ id: String) throws -> TakenBack {
        try update { history in
            let (changes, taken) = try changes(takingBack: history.known(written: id), in: history)
            return (changes, taken)
        }
    }

    private func changes(
        takingBack record: WrittenRecord, in history: History
    ) throws -> (changes: [Change], taken: TakenBack) {
        var attempts: [Attempt] = []
        if case .rupture(let rupture) = record { attempts = history.attempts.filter { $0.rupture == rupture.id } }
        if case .attempt(let attempt) = record { try check(history, without: attempt) }
        let removals = (attempts.map { RecordKey.attempt(id: $0.id) } + [record.key]).map(Change.remove)
        let changes = try edit(history) { $0.changes(keepingIDsOf: removals) + removals }
        return (changes, TakenBack(record: record, person: history.person(of: record), attempts: attempts))
    }

    /// What came after a new beginning cannot stand without it.
    private func check(_ history: History, without attempt: Attempt) throws(RecordFault) {
        var checker = HistoryChecker(history.without(attemptsOn: attempt.rupture), now: now)
        for other in history.attempts where other.rupture == attempt.rupture && other.id != attempt.id {
            do {
                try checker.add(.attempt(other))
            } catch .afterClosing(let rupture) {
                throw .laterAttemptsRestOnIt(rupture)
            }
        }
    }

    /// Corrects one record.
    /// - Throws: `RecordFault`, `InputError` or `AmbiguousName`.
    public func edit(_ id: String, _ correction: Correction) throws -> Corrected {
        try update { history in
            let old = try history.known(written: id)
            try old.check(correction)
            let new = try corrected(old, correction, in: history)
            var after = history
            after.put(new.record)
            let value = Corrected(record: new, person: after.person(of: new))
            guard new != old else { return ([], value) }
            return (try edit(history) { _ in [.put(new.record)] }, value)
        }
    }

    private func corrected(
        _ record: WrittenRecord, _ correction: Correction, in history: History
    ) throws -> WrittenRecord {
        let at = try correction.at.map { try Parsing.time($0, now: now, zone: history.household.zone) } ?? record.at
        // What has begun since it was written down counts from there; nothing moves that.
        guard at <= record.recorded else { throw InputError.laterThanWritten }
        let with = try correction.with.map { try history.person(meant: $0).id }
        switch record {
        case .rupture(let rupture):
            let new = try corrected(rupture, correction, at: at, with: with)
            try check(new, in: history)
            return .rupture(new)
        case .attempt(let attempt):
            let new = corrected(attempt, correction, at: at)
            try check(new, insteadOf: attempt, in: history)
            return .attempt(new)
        case .checkIn(let checkIn):
            return .checkIn(
                CheckIn(
                    id: checkIn.id, with: correction.value(.with, with, or: checkIn.with), at: at,
                    recorded: checkIn.recorded, zone: correction.zone ?? checkIn.zone,
                    by: checkIn.by, shortNight: checkIn.shortNight))
        case .hold: throw InputError.pausesAreReplaced
        }
    }

    private func corrected(
        _ rupture: Rupture, _ correction: Correction, at: Instant, with: String?
    ) throws(InputError) -> Rupture {
        let kind = correction.kind ?? rupture.kind
        guard correction.frightened == nil || kind.isFrightening else { throw .frightenedWithoutFright }
        // Nobody frightened anybody in what turns out to be something else.
        let frightened = correction.value(.frightened, correction.frightened, or: rupture.frightened)
        return Rupture(
            id: rupture.id, with: with ?? rupture.with, kind: kind, at: at, recorded: rupture.recorded,
            zone: correction.value(.zone, correction.zone, or: rupture.zone),
            theirZone: correction.value(.theirZone, correction.theirZone, or: rupture.theirZone),
            frightened: kind.isFrightening ? frightened : nil,
            excitedAbout: correction.text(.excitedAbout, correction.excitedAbout, or: rupture.excitedAbout),
            note: correction.text(.note, correction.note, or: rupture.note), by: rupture.by)
    }

    private func corrected(_ attempt: Attempt, _ correction: Correction, at: Instant) -> Attempt {
        Attempt(
            id: attempt.id, rupture: attempt.rupture, at: at, recorded: attempt.recorded,
            outcome: correction.outcome ?? attempt.outcome,
            roadblock: correction.value(.roadblock, correction.roadblock, or: attempt.roadblock),
            note: correction.text(.note, correction.note, or: attempt.note), by: attempt.by)
    }

    /// The rupture must fit the person, and its attempts must fit it.
    private func check(_ rupture: Rupture, in history: History) throws(RecordFault) {
        let attempts = history.attempts.filter { $0.rupture == rupture.id }
        var rest = history.without(attemptsOn: rupture.id)
        rest.remove(.rupture(id: rupture.id))
        var checker = HistoryChecker(rest, now: now)
        try checker.add(.rupture(rupture))
        for attempt in attempts { try checker.add(.attempt(attempt)) }
    }

    private func check(_ attempt: Attempt, insteadOf old: Attempt, in history: History) throws {
        var rest = history
        rest.remove(.attempt(id: attempt.id))
        var checker = HistoryChecker(rest, now: now)
        try checker.add(.attempt(attempt))
        guard attempt.outcome == .again, old.outcome != .again else { return }
        let notebook = Notebook(journal: journal, plan: plan, now: attempt.recorded)
        try notebook.checkThereIsAnAgain(at: attempt.rupture, rest)
    }
}

extension History {
    /// - Throws: `RecordFault.noRecord`.
    fileprivate func known(written id: String) throws(RecordFault) -> WrittenRecord {
        guard let record = written(id) else { throw .noRecord }
        return record
    }

    fileprivate func without(attemptsOn rupture: String) -> History {
        var history = self
        history.attempts.removeAll { $0.rupture == rupture }
        return history
    }
}
