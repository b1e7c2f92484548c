/// One entry of the agenda.
public struct Item: Equatable, Sendable {
    public enum Kind: Hashable, Sendable {
        case prompt, reflection, reading, milestone
        /// Ahead of hours that run yellow or red, where the household took it up.
        case checkIn
        case rung(Rung)

        public var name: String {
            switch self {
            case .prompt: "prompt"
            case .reflection: "reflection"
            case .reading: "reading"
            case .milestone: "milestone"
            case .checkIn: "checkin"
            case .rung(let rung): rung.rawValue
            }
        }

        public var isRepair: Bool {
            if case .rung = self { true } else { false }
        }

        /// Of items that start together.
        fileprivate var order: Int {
            if case .rung(let rung) = self { rung.order } else { Rung.allCases.count }
        }
    }

    /// Depends only on what the item is about: anchor, newest attempt of the climb, rung and number; or slot and local day.
    public let id: String
    public let kind: Kind
    public let start: Instant
    public let minutes: Int
    public let voice: Voice
    /// The id of the person it is with; nil: the caregiver alone.
    public let person: String?
    /// Their name.
    public let with: [String]
    /// Ids of the climb's ruptures, the newest first.
    public let ruptures: [String]
    /// The try-again's, and of a roadblock that of the try-again it precedes; else 0.
    public let number: Int
    /// As written in the plan: it bears no name.
    public let writtenTitle: String
    /// Private: it may hold a name and what the other was excited about.
    public let text: String
    /// The id of the plan's text that is at its heart.
    public let prompt: String?
    /// The person's on the item's day.
    public let band: AgeBand?
    public let tips: [Int]
    /// A frightening moment is among what it is about.
    public let isGrave: Bool
    public let because: [Reason]

    public init(
        id: String, kind: Kind, start: Instant, minutes: Int, voice: Voice, person: String? = nil,
        with: [String] = [], ruptures: [String] = [], number: Int = 0, writtenTitle: String, text: String,
        prompt: String?, band: AgeBand? = nil, tips: [Int] = [],
        isGrave: Bool = false, because: [Reason]
    ) {
        self.id = id
        self.kind = kind
        self.start = start
        self.minutes = minutes
        self.voice = voice
        self.person = person
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

    /// What stays with it once it has begun, beside its start and its prompt.
    public var settled: SettledItem {
        SettledItem(
            person: person, ruptures: ruptures, minutes: minutes, voice: voice, title: writtenTitle, text: text,
            band: band,
            tips: tips, isGrave: isGrave, because: because)
    }

    public var end: Instant { start + minutes.minutes }

    /// What it is about; nil where its id is none of the agenda's own (in a discreet edition, in a test of a channel).
    public var key: ItemKey? { ItemKey(id) }

    /// The title for the household's own eyes: the written one and who it is with.
    public var title: String {
        with.isEmpty ? writtenTitle : "\(writtenTitle) · \(with.joined(separator: ", "))"
    }
}

/// Everything due in an interval, sorted by start, then calm, reflect, reconnect, roadblock, try-again, rest and all others,
/// then id.
public struct Agenda: Equatable, Sendable {
    public let items: [Item]

    public init(items: [Item]) {
        self.items = items.sorted { ($0.start, $0.kind.order, $0.id) < ($1.start, $1.kind.order, $1.id) }
    }
}
