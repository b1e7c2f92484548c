/// The other side of a relationship.
public struct Person: Hashable, Sendable {
    public enum Relation: String, CaseIterable, Codable, Sendable {
        case child, partner, friend
    }

    public let id: String
    public var name: String
    public var relation: Relation
    /// A child always has one.
    public var born: LocalDay?
    public var closed: [ClosedTime]
    public var away: [DaysAway]
    /// Nil: the plan's for the band.
    public var sleep: Window?
    /// The time of day at which coming back works best. Nil: the plan's for the band.
    public var good: LocalTime?
    /// When reminders, prompts and milestones with them ended; nil: they go on.
    public var ended: Instant?
    /// When they last began again after an end; what was open by then brings nothing back by itself. Nil: they never ended.
    public var begun: Instant?

    public init(
        id: String, name: String, relation: Relation, born: LocalDay? = nil, closed: [ClosedTime] = [],
        away: [DaysAway] = [], sleep: Window? = nil, good: LocalTime? = nil, ended: Instant? = nil,
        begun: Instant? = nil
    ) {
        self.id = id
        self.name = name
        self.relation = relation
        self.born = born
        self.closed = closed
        self.away = away
        self.sleep = sleep
        self.good = good
        self.ended = ended
        self.begun = begun
    }

    /// The age band on a day; an adult when no birth date is known.
    public func band(on day: LocalDay) -> AgeBand {
        guard let born else { return .adult }
        return AgeBand(years: AgeBand.years(born: born, on: day))
    }

    /// Whether reminders, prompts and milestones with them have ended by an instant, and not begun again.
    public func hasEnded(by instant: Instant) -> Bool {
        guard let ended, ended <= instant else { return false }
        return begun.map { $0 < ended || $0 > instant } ?? true
    }

    public func isAway(on day: LocalDay) -> Bool {
        away.contains { $0.contains(day) }
    }
}
