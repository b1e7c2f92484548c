/// What keeps a caregiver from the door.
public enum Roadblock: String, CaseIterable, Codable, Sendable {
    /// An old scene plays.
    case childhood
    case shame
    case guilt
    /// Acting as if nothing had happened.
    case movingOn = "moving-on"
}

/// One bid to repair.
public struct Attempt: Hashable, Sendable {
    public enum Outcome: String, CaseIterable, Codable, Sendable {
        case repaired, partial, declined
        case notReady = "not-ready"
        case letGo = "let-go"
        /// Begin anew after it was closed or at rest.
        case again

        /// Nothing more comes after it.
        public var closes: Bool { self == .repaired || self == .letGo }
        /// The other was not ready to be met.
        public var refuses: Bool { self == .declined || self == .notReady }
    }

    public let id: String
    /// The rupture's id.
    public let rupture: String
    public let at: Instant
    /// When it was written down; it takes effect then.
    public let recorded: Instant
    public let outcome: Outcome
    public let roadblock: Roadblock?
    /// Private, like a rupture's.
    public let note: String?
    /// Who wrote it down, where that was the household's second adult: their name. Nil: the caregiver.
    public let by: String?

    public init(
        id: String, rupture: String, at: Instant, recorded: Instant? = nil, outcome: Outcome,
        roadblock: Roadblock? = nil, note: String? = nil, by: String? = nil
    ) {
        self.id = id
        self.rupture = rupture
        self.at = at
        self.recorded = recorded ?? at
        self.outcome = outcome
        self.roadblock = roadblock
        self.note = note
        self.by = by
    }
}

/// Where the thermometer stood at a moment.
public struct CheckIn: Hashable, Sendable {
    public let id: String
    /// The person's id; nil for the caregiver alone.
    public let with: String?
    public let at: Instant
    /// When it was written down; it takes effect then.
    public let recorded: Instant
    public let zone: FeelingZone
    /// Who wrote it down, where that was the household's second adult: their name. Nil: the caregiver.
    public let by: String?
    /// Whether they had slept too little the night before, where somebody said so.
    public let shortNight: Bool

    public init(
        id: String, with: String? = nil, at: Instant, recorded: Instant? = nil, zone: FeelingZone, by: String? = nil,
        shortNight: Bool = false
    ) {
        self.id = id
        self.with = with
        self.at = at
        self.recorded = recorded ?? at
        self.zone = zone
        self.by = by
        self.shortNight = shortNight
    }
}
