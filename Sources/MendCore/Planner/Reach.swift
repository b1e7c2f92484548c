/// Who can be met on a day from the together slot on, and where a slot's item stands.
struct Reach {
    /// The longest a prompt may be.
    private static let minutes = 5

    let zone: Zone
    let windows: Windows
    let slots: Slots

    /// Born, not away, and open at some time of that day from the slot on.
    func isInReach(_ person: Person, on day: LocalDay) -> Bool {
        if let born = person.born, day < born { return false }
        guard !person.isAway(on: day) else { return false }
        let slot = zone.instant(day, slots.togetherTime(on: day.weekday))
        return windows.firstFit(from: slot, minutes: Self.minutes, with: person, through: day) != nil
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
