/// A week as a band of hours: for each part of each weekday the zone that was written down most often, of one person.
public struct WeekBand: Equatable, Sendable {
    public struct Cell: Equatable, Sendable {
        public let day: Weekday
        public let part: DayPart
        /// Nil: nothing was written down.
        public let zone: FeelingZone?
    }

    /// By weekday, Monday first, then by part of the day, the earliest first.
    public let cells: [Cell]

    /// - Parameter with: a person's id; nil: the caregiver.
    public init(_ history: History, of with: String?, now: Instant) {
        self.init(Self.moments(of: history, now: now)[with] ?? [])
    }

    /// What is known of everybody, by a person's id; nil: the caregiver. Whoever makes a week for each reads a history once.
    static func moments(of history: History, now: Instant) -> [String?: [ZoneMoment]] {
        let known = history.known(by: now)
        let today = known.household.zone.day(of: now)
        let moments = known.zoneMoments(in: (today + -(PatternSearch.daysBack - 1))...today)
        return Dictionary(grouping: moments, by: \.with)
    }

    /// - Parameter moments: of one person.
    init(_ moments: [ZoneMoment]) {
        let cells = Dictionary(grouping: moments) { Place(day: $0.day.weekday, part: $0.part) }
        self.cells = Weekday.allCases.flatMap { day in
            DayPart.allCases.map { part in
                Cell(day: day, part: part, zone: Self.usual(cells[Place(day: day, part: part)] ?? []))
            }
        }
    }

    public func cells(on day: Weekday) -> [Cell] { cells.filter { $0.day == day } }

    private struct Place: Hashable {
        let day: Weekday
        let part: DayPart
    }

    /// Of two that are as frequent, the calmer.
    private static func usual(_ moments: [ZoneMoment]) -> FeelingZone? {
        let counts = FeelingZone.allCases.map { zone in (zone, moments.count { $0.zone == zone }) }
        let most = counts.map(\.1).max() ?? 0
        return most == 0 ? nil : counts.first { $0.1 == most }?.0
    }
}
