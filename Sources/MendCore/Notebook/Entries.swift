/// A rupture as somebody tells it.
public struct RuptureEntry: Sendable {
    public var with: PersonReference
    public var kind: Rupture.Kind
    /// A time as people type it; nil: now.
    public var at: String?
    public var zone: FeelingZone?
    public var theirZone: FeelingZone?
    /// Who frightened whom, of a toxic rupture; nil: it was not told.
    public var frightened: Rupture.Frightened?
    public var excitedAbout: String?
    public var note: String?

    public init(
        with: PersonReference, kind: Rupture.Kind, at: String? = nil, zone: FeelingZone? = nil,
        theirZone: FeelingZone? = nil,
        frightened: Rupture.Frightened? = nil, excitedAbout: String? = nil, note: String? = nil
    ) {
        self.with = with
        self.kind = kind
        self.at = at
        self.zone = zone
        self.theirZone = theirZone
        self.frightened = frightened
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
    /// Nil: the caregiver alone.
    public var with: PersonReference?
    /// A time as people type it; nil: now.
    public var at: String?
    /// Whether they had slept too little the night before.
    public var shortNight: Bool

    public init(zone: FeelingZone, with: PersonReference? = nil, at: String? = nil, shortNight: Bool = false) {
        self.zone = zone
        self.with = with
        self.at = at
        self.shortNight = shortNight
    }
}
