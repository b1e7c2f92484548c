/// The feelings thermometer. No zone is bad, and nobody is told to get back to green.
public enum FeelingZone: String, CaseIterable, Codable, Sendable {
    /// Calm.
    case green
    /// Rising.
    case yellow
    /// Flooded; it can be loud or quiet.
    case red
}

/// A crack in a normally warm relationship.
public struct Rupture: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// A misread signal.
        case benign
        /// One wanted closeness, one wanted room.
        case oscillating
        /// A no, a stop, a bedtime that hurt.
        case limitSetting = "limit-setting"
        /// A frightening loss of control.
        case toxic

        /// Whether somebody was frightened: then safety comes before words.
        public var isFrightening: Bool { self == .toxic }
    }

    /// Who frightened whom in a frightening moment.
    public enum Frightened: String, CaseIterable, Codable, Sendable {
        /// The caregiver frightened the other.
        case me
        /// The other frightened the caregiver.
        case them
        /// Another adult frightened the other.
        case somebodyElse = "somebody-else"
    }

    public let id: String
    /// The person's id.
    public let with: String
    public let kind: Kind
    public let at: Instant
    /// When it was written down; nothing is due before.
    public let recorded: Instant
    /// The caregiver's own thermometer; nil when unknown.
    public let zone: FeelingZone?
    public let theirZone: FeelingZone?
    /// Who did it, of a toxic rupture; nil where it was not told.
    public let frightened: Frightened?
    public let excitedAbout: String?
    /// Private: it never enters an export, a log or an error.
    public let note: String?
    /// Who wrote it down, where that was the household's second adult: their name. Nil: the caregiver.
    public let by: String?

    public init(
        id: String, with: String, kind: Kind, at: Instant, recorded: Instant? = nil, zone: FeelingZone? = nil,
        theirZone: FeelingZone? = nil, frightened: Frightened? = nil, excitedAbout: String? = nil, note: String? = nil,
        by: String? = nil
    ) {
        self.id = id
        self.with = with
        self.kind = kind
        self.at = at
        self.recorded = recorded ?? at
        self.zone = zone
        self.theirZone = theirZone
        self.frightened = frightened
        self.excitedAbout = excitedAbout
        self.note = note
        self.by = by
    }
}

extension Rupture.Kind {
    /// The heaviest first; it settles ties in the queue.
    var weight: Int {
        switch self {
        case .toxic: 0
        case .limitSetting: 1
        case .oscillating: 2
        case .benign: 3
        }
    }
}
