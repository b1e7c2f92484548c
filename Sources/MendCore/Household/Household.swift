/// One caregiver's view of a family: the unit of storage, privacy and scaling.
public struct Household: Equatable, Sendable {
    public let id: String
    public var zone: Zone
    /// Hours in which nothing is placed.
    public var quiet: Window
    /// How many reminders of the ladder a local day may hold before the rest wait.
    public var cap: Int
    /// ISO 3166-1 alpha-2; chooses the support contacts. Nil: not told.
    public var country: String?
    /// Whether others see the calendar. Nil: not told, and then treated as shared.
    public var shared: Bool?
    /// The caregiver's own closed times: work, a class.
    public var closed: [ClosedTime]
    /// Days on which the caregiver is away.
    public var away: [DaysAway]
    /// The caregiver's good time, at which rest comes. Nil: the plan's.
    public var good: LocalTime?
    /// When settings, a record or the plan were last changed afterwards; nil: never. What has not begun by then, and been
    /// written down as begun, is placed no earlier.
    public var edited: Instant?
    /// In which mend speaks; nil: the plan's.
    public var language: Language?
    /// The fingerprint of the plan by which things were last written down as begun; nil: none was yet.
    public var plan: String?
    /// Filled in by the journal that holds it.
    public var discreetKey = DiscreetKey()
    /// Of each prefix whose newest record went, the last id that was given: `r9`, `t3`. None is given again.
    public var lastIDs: [String]

    public static let defaultCap = 3
    public static let caps = 1...24

    /// 21:00–07:00.
    public static let defaultQuiet = Window(whole: 21 * 60, 7 * 60)

    public init(
        id: String, zone: Zone, quiet: Window = defaultQuiet, cap: Int = defaultCap, country: String? = nil,
        shared: Bool? = nil, closed: [ClosedTime] = [], away: [DaysAway] = [], good: LocalTime? = nil,
        edited: Instant? = nil, language: Language? = nil, plan: String? = nil, lastIDs: [String] = []
    ) {
        self.id = id
        self.zone = zone
        self.quiet = quiet
        self.cap = cap
        self.country = country
        self.shared = shared
        self.closed = closed
        self.away = away
        self.good = good
        self.edited = edited
        self.language = language
        self.plan = plan
        self.lastIDs = lastIDs
    }
}

/// A person or a line to turn to.
public struct Contact: Hashable, Codable, Sendable {
    public let name: String
    public let number: String
    /// Who or what it is for.
    public let purpose: String?

    public init(name: String, number: String, purpose: String? = nil) {
        self.name = name
        self.number = number
        self.purpose = purpose
    }
}

extension Window {
    /// A window known to be right where it is written.
    init(whole start: Int, _ end: Int) {
        precondition(start != end)
        self.start = LocalTime(whole: start)
        self.end = LocalTime(whole: end)
    }
}
