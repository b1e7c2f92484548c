/// The hours in which a household's items may not stand, for the caregiver alone and for the caregiver with each person.
///
/// Windows are read on the local clock: what the clock shows decides, through every change of offset.
struct Windows {
    private let zone: Zone
    private let quiet: Window
    private let sleep: BandTable<Window?>

    /// Where a whole item fits, and the windows that moved it there.
    struct Fit {
        let start: Instant
        let steps: [Step]
    }

    init(household: Household, sleep: BandTable<Window?>) {
        zone = household.zone
        quiet = household.quiet
        self.sleep = sleep
    }

    /// The first instant at or after `from`, beginning no later than on the local day `last`, at which `minutes` lie outside
    /// quiet hours and, with a person, outside their closed times, sleep and days away. Nil if there is none.
    func firstFit(from: Instant, minutes: Int, with person: Person?, through last: LocalDay) -> Fit? {
        var position = from
        var steps: [Step] = []
        while true {
            let (day, second) = zone.reading(at: position)
            guard day <= last else { return nil }
            if let closing = closing(at: second, of: day, for: person, after: steps.last?.cause) {
                let next = advance(position, bySeconds: closing.end - second)
                steps.append(closing.cause, from: position, to: next)
                position = next
                continue
            }
            guard let blocked = firstClosed(after: position, before: position + minutes.minutes, for: person) else {
                return Fit(start: position, steps: steps)
            }
            steps.append(blocked.cause, from: position, to: blocked.instant)
            position = blocked.instant
        }
    }

    /// Whether `minutes` from `start` on are outside every window.
    func isOpen(_ start: Instant, minutes: Int, with person: Person?) -> Bool {
        let (day, second) = zone.reading(at: start)
        return closing(at: second, of: day, for: person) == nil
            && firstClosed(after: start, before: start + minutes.minutes, for: person) == nil
    }

    /// The window that covers a reading of the clock and ends last, with its end in seconds of that day (86,400 at most); of
    /// several, the one that goes on from the step before.
    private func closing(
        at second: Int, of day: LocalDay, for person: Person?, after previous: Step.Cause? = nil
    ) -> (cause: Step.Cause, end: Int)? {
        var found: (cause: Step.Cause, end: Int)?
        forEachWindow(of: day, for: person) { cause, start, end in
            guard start <= second, second < end else { return }
            let latest = found?.end ?? 0
            // Days away go on where quiet hours end with the day.
            let isAkin = cause == previous || cause == .away
            if end > latest || (end == latest && isAkin) { found = (cause, end) }
        }
        return found
    }

    /// The first closed instant in a stretch that begins open.
    private func firstClosed(
        after start: Instant, before end: Instant, for person: Person?
    ) -> (cause: Step.Cause, instant: Instant)? {
        var position = start
        while position < end {
            let (day, second) = zone.reading(at: position)
            if position > start, let closing = closing(at: second, of: day, for: person) {
                return (closing.cause, position)
            }
            var next = 86_400
            forEachWindow(of: day, for: person) { _, start, _ in
                if start > second { next = min(next, start) }
            }
            position = advance(position, bySeconds: next - second)
        }
        return nil
    }

    /// Goes forward on the clock, but only to the next change of offset, where the clock must be read anew.
    private func advance(_ instant: Instant, bySeconds seconds: Int) -> Instant {
        let target = instant + seconds
        guard let change = zone.nextChange(after: instant), change < target else { return target }
        return change
    }

    /// Calls `body` with each window's part in a day, in seconds of that day. An overnight window belongs to the day on which
    /// it begins; sleep is that of the band of the day itself.
    private func forEachWindow(
        of day: LocalDay, for person: Person?, _ body: (_ cause: Step.Cause, _ start: Int, _ end: Int) -> Void
    ) {
        Self.parts(of: quiet) { body(.quiet, $0, $1) }
        guard let person else { return }
        if person.isAway(on: day) { body(.away, 0, 86_400) }
        if let sleep = person.sleep ?? sleep[person.band(on: day)] {
            Self.parts(of: sleep) { body(.sleep, $0, $1) }
        }
        let weekday = day.weekday
        for closed in person.closed {
            let window = closed.window
            if closed.days.contains(weekday) { body(.closed, window.start.seconds, min(window.endSeconds, 86_400)) }
            if window.isOvernight, closed.days.contains((day + -1).weekday) { body(.closed, 0, window.end.seconds) }
        }
    }

    private static func parts(of window: Window, _ body: (Int, Int) -> Void) {
        if window.isOvernight {
            body(0, window.end.seconds)
            body(window.start.seconds, 86_400)
        } else {
            body(window.start.seconds, window.end.seconds)
        }
    }
}
