/// Hours or days of the week that ran yellow or red for somebody more often than chance alone would bring.
///
/// It says when, and nothing of how much, of anybody else, or of what will be.
public struct HardHours: Hashable, Sendable {
    /// What is close to these hours on most of those days.
    public enum Near: String, CaseIterable, Sendable {
        /// School or another closed time has just ended.
        case afterClosed = "after-closed"
        /// Sleep is about to begin.
        case beforeSleep = "before-sleep"
        /// The night before was short, as somebody said.
        case afterShortNight = "after-short-night"
    }

    /// Whose, by id; nil: the caregiver's.
    public let with: String?
    /// Monday first; all seven: any day.
    public let days: [Weekday]
    /// Nil: the whole day.
    public let part: DayPart?
    /// Half an hour ahead of when they mostly begin, to the quarter of an hour.
    public let ahead: LocalTime
    public let near: [Near]

    public init(with: String?, days: [Weekday], part: DayPart?, ahead: LocalTime, near: [Near] = []) {
        self.with = with
        self.days = days
        self.part = part
        self.ahead = ahead
        self.near = near
    }

    /// Tells them from all others of a household, for whoever answers an offer. It neither begins nor ends with a space, since
    /// forms lose those: a star, which no id has, stands for the caregiver, and for the whole day.
    public var key: String {
        ([with ?? "*"] + days.map(\.rawValue) + [part?.rawValue ?? "*"]).joined(separator: " ")
    }

    public var isAnyDay: Bool { days.count == Weekday.allCases.count }
}

extension History {
    /// Hours for which a check-in ahead is still to be offered: nobody has said yes or no to one.
    /// - Parameter hours: all that were found.
    public func toBeOffered(_ hours: [HardHours]) -> [HardHours] {
        hours.filter { hours in !offers.contains { $0.covers(hours) } }
    }

    /// Check-ins that were taken up and go on, in the order in which they were.
    public func plannedCheckIns(at now: Instant) -> [CheckInOffer] {
        offers.filter { $0.isOn(at: now) }
    }

    /// Offers that were declined, and check-ins that were ended: what may be brought back, in the order of their answers.
    public func formerOffers(at now: Instant) -> [CheckInOffer] {
        offers.filter { $0.at <= now && !$0.isOn(at: now) }
    }
}
