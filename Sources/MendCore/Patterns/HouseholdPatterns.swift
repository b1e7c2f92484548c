/// What command line and page show of a household's hours: those that run hard, what is offered ahead of them, and a week for
/// each person of whom something was written down.
public struct HouseholdPatterns: Sendable {
    public struct Week: Sendable {
        /// A person's id; nil: the caregiver.
        public let with: String?
        public let band: WeekBand
    }

    public let hours: [HardHours]
    /// Those of them for which a check-in is offered; the order is that of their numbers.
    public let offered: [HardHours]
    /// Check-ins that were taken up.
    public let planned: [CheckInOffer]
    /// What was declined, and check-ins that were ended: they may be brought back.
    public let former: [CheckInOffer]
    /// The caregiver's first.
    public let weeks: [Week]
    private let people: [Person]

    public init(_ history: History, plan: Plan, now: Instant) {
        hours = PatternSearch(history, plan: plan, now: now).hours()
        offered = history.toBeOffered(hours)
        planned = history.plannedCheckIns(at: now)
        former = history.formerOffers(at: now)
        people = history.people
        let subjects = [nil] + history.people.filter { !$0.hasEnded(by: now) }.map { Optional($0.id) }
        let moments = WeekBand.moments(of: history, now: now)
        weeks = subjects.compactMap { with in moments[with].map { Week(with: with, band: WeekBand($0)) } }
    }

    /// What a person is called; nil: the caregiver, or nobody.
    public func name(_ id: String?) -> String? { people.first { $0.id == id }?.name }
}
