/// A rupture as somebody tells it.
public struct RuptureEntry: Sendable {
    /// A name or an id.
    public var with: String
    public var kind: Rupture.Kind
    /// A time as people type it; nil: now.
    public var at: String?
    public var zone: FeelingZone?
    public var theirZone: FeelingZone?
    public var excitedAbout: String?
    public var note: String?

    public init(
        with: String, kind: Rupture.Kind, at: String? = nil, zone: FeelingZone? = nil, theirZone: FeelingZone? = nil,
        excitedAbout: String? = nil, note: String? = nil
    ) {
        self.with = with
        self.kind = kind
        self.at = at
        self.zone = zone
        self.theirZone = theirZone
        self.excitedAbout = excitedAbout
        self.note = note
    }
}

/// A bid to repair as somebody tells it.
public struct AttemptEntry: Sendable {
    /// The rupture's id.
    public var rupture: String
    public var outcome: Attempt.Outcome
    /// A time as people type it; nil: now.
    public var at: String?
    public var roadblock: Roadblock?
    public var note: String?

    public init(
        rupture: String, outcome: Attempt.Outcome, at: String? = nil, roadblock: Roadblock? = nil, note: String? = nil
    ) {
        self.rupture = rupture
        self.outcome = outcome
        self.at = at
        self.roadblock = roadblock
        self.note = note
    }
}

/// A reading of the thermometer as somebody tells it.
public struct CheckInEntry: Sendable {
    public var zone: FeelingZone
    /// A name or an id; nil: the caregiver alone.
    public var with: String?
    /// A time as people type it; nil: now.
    public var at: String?

    public init(zone: FeelingZone, with: String? = nil, at: String? = nil) {
        self.zone = zone
        self.with = with
        self.at = at
    }
}

extension Notebook {
    /// - Returns: what was written down, and everything with it.
    public func record(_ entry: RuptureEntry) throws -> (rupture: Rupture, history: History) {
        let (rupture, history) = try append { history in
            let rupture = Rupture(
                id: NumberedID.next("r", after: history.ruptures.map(\.id)),
                with: try history.person(named: entry.with).id, kind: entry.kind,
                at: try instant(entry.at, in: history), recorded: now, zone: entry.zone, theirZone: entry.theirZone,
                excitedAbout: entry.excitedAbout, note: entry.note)
            return (rupture, .rupture(rupture))
        }
        return (rupture, history)
    }

    public func record(_ entry: AttemptEntry) throws -> (attempt: Attempt, history: History) {
        let (attempt, history) = try append { history in
            let attempt = Attempt(
                id: NumberedID.next("t", after: history.attempts.map(\.id)), rupture: entry.rupture,
                at: try instant(entry.at, in: history), recorded: now, outcome: entry.outcome,
                roadblock: entry.roadblock, note: entry.note)
            if entry.outcome == .again, history.rupture(entry.rupture) != nil {
                try checkThereIsAnAgain(entry, history)
            }
            return (attempt, .attempt(attempt))
        }
        return (attempt, history)
    }

    private func checkThereIsAnAgain(_ entry: AttemptEntry, _ history: History) throws {
        let builder = try AgendaBuilder(plan: plan, history: history, now: now)
        if case .next = builder.outlook(ofRupture: entry.rupture) {
            throw InputError(
                "\(entry.rupture) is still open, so there is nothing to begin anew; mend open shows what comes next")
        }
    }

    /// - Returns: beside the check-in, a practice that fits it; nil when the plan has none.
    public func record(_ entry: CheckInEntry) throws -> (checkIn: CheckIn, practice: CalmPractice?) {
        let (checkIn, history) = try append { history in
            let checkIn = CheckIn(
                id: NumberedID.next("c", after: history.checkIns.map(\.id)),
                with: try entry.with.map { try history.person(named: $0).id }, at: try instant(entry.at, in: history),
                zone: entry.zone)
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

extension Attempt.Outcome {
    /// What is said when it was written down.
    public var answer: String {
        switch self {
        case .repaired: "Noted, and closed. You came back."
        case .partial: "Noted. A part is mended; the rest may take its time."
        case .declined, .notReady: "Noted. A no today is not a no for good."
        case .letGo: "Noted, and let go with kindness. You can begin again whenever you like."
        case .again: "Noted. A fresh start."
        }
    }
}

extension FeelingZone {
    /// As a heading.
    public var title: String {
        switch self {
        case .green: "Green: calm"
        case .yellow: "Yellow: rising"
        case .red: "Red: flooded, loud or quiet"
        }
    }
}
