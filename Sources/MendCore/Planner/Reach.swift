/// Who can be met on a day from the together slot on, and where a slot's item stands.
struct Reach {
    /// The longest a prompt may be.
    private static let minutes = 5

    let zone: Zone
    let windows: Windows
    let slots: Slots
    /// Days on which somebody was found open: their next days of that kind are alike.
    private var open: Set<DayOfWeek> = []

    private struct DayOfWeek: Hashable {
        let person: String
        let band: AgeBand
        let weekday: Weekday
    }

    init(zone: Zone, windows: Windows, slots: Slots) {
        self.zone = zone
        self.windows = windows
        self.slots = slots
    }

    /// Born, not away, and open at some time of that day from the slot on.
    mutating func isInReach(_ person: Person, on day: LocalDay) -> Bool {
        if let born = person.born, day < born { return false }
        guard !person.isAway(on: day) else { return false }
        let slot = zone.instant(day, slots.togetherTime(on: day.weekday))
        // Where the clock changes, no day is like another.
        let isUsual = zone.nextChange(after: slot).map { $0 - slot > 24.hours } ?? true
        let kind = DayOfWeek(person: person.id, band: person.band(on: day), weekday: day.weekday)
        if isUsual, open.contains(kind) { return true }
        guard let fit = windows.firstFit(from: slot, minutes: Self.minutes, with: person, through: day) else {
            return false
        }
        // What runs over midnight depends on the next day, too.
        if isUsual, zone.day(of: fit.start + Self.minutes.minutes) == day { open.insert(kind) }
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
