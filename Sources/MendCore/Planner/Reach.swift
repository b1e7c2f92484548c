/// Who can be met on a day from the together slot on, and where a slot's item stands.
struct Reach {
    /// The longest a prompt may be.
    private static let minutes = 5

    let zone: Zone
    let windows: Windows
    let slots: Slots
    private let people: [Person]
    /// For each of the people, the weekdays of each band on which they were found open: their next days of that kind are
    /// alike.
    private var open: [[NumberSet]]

    init(zone: Zone, windows: Windows, slots: Slots, people: [Person]) {
        self.zone = zone
        self.windows = windows
        self.slots = slots
        self.people = people
        open = people.map { _ in Array(repeating: [], count: AgeBand.allCases.count) }
    }

    /// Whether one of the people is born, not away, and open at some time of that day from the slot on.
    mutating func isInReach(_ index: Int, on day: LocalDay) -> Bool {
        if let born = people[index].born, day < born { return false }
        guard !windows.isAway(day, with: people[index]) else { return false }
        let slot = zone.instant(day, slots.togetherTime(on: day.weekday))
        // Where the clock changes, no day is like another.
        let isUsual = zone.nextChange(after: slot).map { $0 - slot > 24.hours } ?? true
        let band = people[index].band(on: day).order
        if isUsual, open[index][band].contains(day.weekday.index) { return true }
        guard let fit = windows.firstFit(from: slot, minutes: Self.minutes, with: people[index], through: day) else {
            return false
        }
        // What runs over midnight depends on the next day, too.
        if isUsual, zone.day(of: fit.start + Self.minutes.minutes) == day {
            open[index][band].insert(day.weekday.index)
        }
        return true
    }

    func place(
        _ minutes: Int, at time: LocalTime, on day: LocalDay, with person: Person?
    ) -> (start: Instant, steps: [Step]) {
        let (slot, skipped) = zone.resolve(day, time)
        var steps: [Step] = []
        steps.append(.slot, from: slot - skipped, to: slot - skipped)
        steps.move(.skippedHour, to: slot)
        guard let fit = windows.firstFit(from: slot, minutes: minutes, with: person, through: day + 7) else {
            return (slot, steps)
        }
        return (fit.start, steps + fit.steps)
    }
}
