/// Who can be met on a day, and where a slot's item stands.
struct PersonAvailability {
    /// The longest a prompt may be.
    private static let minutes = 5

    private let zone: Zone
    private let windows: Windows
    private let plan: Plan
    private let people: [Person]
    /// Kinds of days on which somebody was found open: the next day of that kind is alike.
    private var open: Set<KindOfDay> = []

    private struct KindOfDay: Hashable {
        let person: Int
        let band: AgeBand
        let weekday: Weekday
    }

    init(zone: Zone, windows: Windows, plan: Plan, people: [Person]) {
        self.zone = zone
        self.windows = windows
        self.plan = plan
        self.people = people
    }

    /// Whether one of the people is born, not ended, not away, and open at some time of that day from the together slot on.
    mutating func isInReach(_ index: Int, on day: LocalDay) -> Bool {
        let person = people[index]
        if let born = person.born, day < born { return false }
        guard !windows.isAway(day, with: person) else { return false }
        let slot = zone.instant(day, plan.slots.togetherTime(on: day.weekday))
        if person.hasEnded(by: slot) { return false }
        // Where the clock changes, no day is like another.
        let isUsual = zone.nextChange(after: slot).map { $0 - slot > 24.hours } ?? true
        let kind = KindOfDay(person: index, band: person.band(on: day), weekday: day.weekday)
        if isUsual, open.contains(kind) { return true }
        guard let fit = windows.firstFit(from: slot, minutes: Self.minutes, with: person, through: day) else {
            return false
        }
        // What runs over midnight depends on the next day, too.
        if isUsual, zone.day(of: fit.start + Self.minutes.minutes) == day { open.insert(kind) }
        return true
    }

    /// Where a slot's item stands: at its time; where that is closed for a person, at their good time of that day if that is
    /// open; else at the first instant that is.
    /// - Parameter person: with whom it is; nil: the caregiver alone.
    func place(
        _ minutes: Int, at time: LocalTime, on day: LocalDay, with person: Person? = nil
    ) -> (start: Instant, steps: [Step]) {
        let (slot, skipped) = zone.resolve(day, time)
        var steps: [Step] = []
        steps.append(.slot, from: slot - skipped, to: slot - skipped)
        steps.move(.skippedHour, to: slot)
        let fit = windows.firstFit(from: slot, minutes: minutes, with: person, through: day + 7)
        if let person, fit?.start != slot {
            let good = zone.instant(day, person.good ?? plan.good[person.band(on: day)])
            if windows.firstFit(from: good, minutes: minutes, with: person, through: day)?.start == good {
                steps.move(.goodTime, to: good)
                return (good, steps)
            }
        }
        guard let fit else { return (slot, steps) }
        return (fit.start, steps + fit.steps)
    }
}
