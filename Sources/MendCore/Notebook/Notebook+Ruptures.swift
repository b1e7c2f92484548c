extension Notebook {
    /// - Returns: what was written down, and everything with it.
    public func record(_ entry: RuptureEntry) throws -> (rupture: Rupture, history: History) {
        guard entry.frightened == nil || entry.kind.isFrightening else { throw InputError.frightenedWithoutFright }
        let (rupture, history) = try append { history in
            let rupture = Rupture(
                id: NumberedID.rupture.next(in: history), with: try history.person(meant: entry.with).id,
                kind: entry.kind,
                at: try instant(entry.at, in: history), recorded: now, zone: entry.zone, theirZone: entry.theirZone,
                frightened: entry.frightened, excitedAbout: entry.excitedAbout, note: entry.note,
                by: writer)
            return (rupture, .rupture(rupture))
        }
        return (rupture, history)
    }

    public func record(_ entry: AttemptEntry) throws -> (attempt: Attempt, history: History) {
        let (attempt, history) = try append { history in
            let attempt = Attempt(
                id: NumberedID.attempt.next(in: history), rupture: entry.rupture,
                at: try instant(entry.at, in: history), recorded: now, outcome: entry.outcome,
                roadblock: entry.roadblock, note: entry.note, by: writer)
            if entry.outcome == .again, history.rupture(entry.rupture) != nil {
                try checkThereIsAnAgain(at: entry.rupture, history)
            }
            return (attempt, .attempt(attempt))
        }
        return (attempt, history)
    }

    /// To begin anew is for what is closed or at rest.
    func checkThereIsAnAgain(at rupture: String, _ history: History) throws {
        let builder = try AgendaBuilder(plan: plan, history: history, now: now)
        if case .next = builder.outlook(ofRupture: rupture) { throw InputError.stillOpen(rupture: rupture) }
    }

    /// - Returns: beside the check-in, a practice that fits it; nil when the plan has none.
    public func record(_ entry: CheckInEntry) throws -> (checkIn: CheckIn, practice: CalmPractice?) {
        let (checkIn, history) = try append { history in
            let checkIn = CheckIn(
                id: NumberedID.checkIn.next(in: history),
                with: try entry.with.map { try history.person(meant: $0).id }, at: try instant(entry.at, in: history),
                recorded: now, zone: entry.zone, by: writer, shortNight: entry.shortNight)
            return (checkIn, .checkIn(checkIn))
        }
        return (checkIn, practice(for: checkIn, in: history))
    }

    /// What answers a check-in: always the same for the same one.
    public func practice(for checkIn: CheckIn, in history: History) -> CalmPractice? {
        let band = checkIn.with.flatMap(history.person)?.band(on: history.household.zone.day(of: now)) ?? .adult
        let fitting = plan.words.practices(in: checkIn.zone, with: band, upTo: 5)
        guard !fitting.isEmpty else { return nil }
        return fitting[StableHash(checkIn.id, String(checkIn.at.seconds)).index(of: fitting.count)]
    }
}
