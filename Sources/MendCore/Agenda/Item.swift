/// One entry of the agenda.
public struct Item: Equatable, Sendable {
    public enum Kind: Hashable, Sendable {
        case prompt, reflection, reading, milestone
        case rung(Rung)

        public var name: String {
            switch self {
            case .prompt: "prompt"
            case .reflection: "reflection"
            case .reading: "reading"
            case .milestone: "milestone"
            case .rung(let rung): rung.rawValue
            }
        }

        public var isRepair: Bool {
            if case .rung = self { true } else { false }
        }
    }

    /// Depends only on what the item is about: rupture, attempt on which the ladder stands, rung and number; or slot and local day.
    public let id: String
    public let kind: Kind
    public let start: Instant
    public let minutes: Int
    public let voice: Voice
    /// Names, in the order of the ruptures.
    public let with: [String]
    /// Ids, the oldest first.
    public let ruptures: [String]
    /// The try-again's, and of a roadblock that of the try-again it precedes; else 0.
    public let number: Int
    /// As written in the plan: it bears no name.
    public let writtenTitle: String
    /// Private: it may hold a name and what the other was excited about.
    public let text: String
    /// The id of the plan's text that is at its heart.
    public let prompt: String?
    public let band: AgeBand?
    public let tips: [Int]
    /// A frightening moment is among what it is about.
    public let isGrave: Bool
    public let because: [Reason]

    public init(
        id: String, kind: Kind, start: Instant, minutes: Int, voice: Voice, with: [String] = [],
        ruptures: [String] = [],
        number: Int = 0, writtenTitle: String, text: String, prompt: String?, band: AgeBand? = nil, tips: [Int] = [],
        isGrave: Bool = false, because: [Reason]
    ) {
        self.id = id
        self.kind = kind
        self.start = start
        self.minutes = minutes
        self.voice = voice
        self.with = with
        self.ruptures = ruptures
        self.number = number
        self.writtenTitle = writtenTitle
        self.text = text
        self.prompt = prompt
        self.band = band
        self.tips = tips
        self.isGrave = isGrave
        self.because = because
    }

    public var end: Instant { start + minutes.minutes }

    /// The title for the household's own eyes: the written one and who it is with.
    public var title: String {
        with.isEmpty ? writtenTitle : "\(writtenTitle) · \(with.joined(separator: ", "))"
    }
}

/// Why an item stands where it stands: one rule that put it there or moved it.
public struct Reason: Hashable, Sendable {
    public enum Rule: String, CaseIterable, Sendable {
        case slot
        case calmFloor = "calm-floor"
        case afterCalm = "after-calm"
        case afterReflect = "after-reflect"
        case space
        /// The space was waived.
        case beforeSleep = "before-sleep"
        case spacing
        case goodTime = "good-time"
        case attempt
        case lateRecord = "late-record"
        case quietHours = "quiet-hours"
        case closedTime = "closed-time"
        case dailyCap = "daily-cap"
        case merged
        case daylightSaving = "daylight-saving"
    }

    public let rule: Rule
    /// In plain words, for the household's own eyes.
    public let detail: String
    /// Seconds from where the rule before had put the item (the first: from what it counts from).
    public let moved: Int

    public init(rule: Rule, detail: String, moved: Int) {
        self.rule = rule
        self.detail = detail
        self.moved = moved
    }
}

/// Everything due in an interval, sorted by start and then id.
public struct Agenda: Equatable, Sendable {
    public let items: [Item]

    public init(items: [Item]) {
        self.items = items.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    }
}
