/// Documents, decoded and validated: which texts come when, for which band, and how the repair ladder is spaced.
public struct Plan: Equatable, Codable, Sendable {
    /// Kebab-case; part of the seed of every choice.
    public var id: String
    public var title: String
    /// In which its texts are written.
    public var language: Language = .english
    public var phrases: ItemPhrases
    public var slots: Slots
    public var ladder: LadderFigures
    /// When a person sleeps unless the household says otherwise; nil: no sleep is kept free.
    public var sleep: BandTable<Window?>
    /// When coming back works best unless the household says otherwise.
    public var good: BandTable<LocalTime>
    public var prompts: [Prompt] = []
    public var reflections: [Reflection] = []
    public var readings: [Reading] = []
    public var milestones: [Milestone] = []
    /// The seven practices, by tip.
    public var practices: [Practice] = []
    public var words = RepairWords()
    public var discreetTitles: [Note] = []
    public var contacts: [CountryContacts] = []
    public var shelves: [Shelf] = []

    public init(
        id: String, title: String, slots: Slots, ladder: LadderFigures, sleep: BandTable<Window?>,
        good: BandTable<LocalTime>, phrases: ItemPhrases
    ) {
        self.id = id
        self.title = title
        self.slots = slots
        self.ladder = ladder
        self.sleep = sleep
        self.good = good
        self.phrases = phrases
    }
}

/// The words that go with a rupture, from the first breath to letting it rest.
public struct RepairWords: Equatable, Codable, Sendable {
    public var leadIns: [LeadIn] = []
    public var scripts: [Script] = []
    public var replies: [Reply] = []
    public var roadblocks: [RoadblockQuestion] = []
    public var calm: [CalmPractice] = []
    public var tools: [SafePlaceTool] = []
    public var signs: [Sign] = []
    public var cues: [VisualCue] = []
    /// For check-ins ahead of hard hours.
    public var ahead: [CheckInText] = []
    public var safety: [SafetyText] = []

    public init() {}
}

/// One value for each age band.
public struct BandTable<Value> {
    private var values: [Value]

    public init(_ value: (AgeBand) -> Value) {
        values = AgeBand.allCases.map(value)
    }

    public subscript(band: AgeBand) -> Value {
        get { values[band.order] }
        set { values[band.order] = newValue }
    }
}

extension BandTable: Equatable where Value: Equatable {}
extension BandTable: Sendable where Value: Sendable {}

extension BandTable: Codable where Value: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        values = try container.decode([Value].self)
        guard values.count == AgeBand.allCases.count else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "one value for each band")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}
