/// The hours in which a household's items may not stand, for the caregiver alone and with each person.
struct Windows {
    let zone: Zone
    private let quiet: Window
    private let closed: [ClosedTime]
    private let away: [DaysAway]
    private let sleep: BandTable<Window?>

    init(household: Household, sleep: BandTable<Window?>) {
        zone = household.zone
        quiet = household.quiet
        closed = household.closed
        away = household.away
        self.sleep = sleep
    }

    /// - Parameter person: whom the item is together with; nil: the caregiver alone.
    func day(_ day: LocalDay, with person: Person?) -> OpenDay {
        let hours = zone.start(of: day)..<zone.start(of: day + 1)
        var found: [OpenDay.Closed] = []
        forEachStretch(from: hours.lowerBound, to: hours.upperBound + OpenDay.longestItem, of: day) {
            midnight, stretch in
            func close(_ from: Int, _ until: Int, _ cause: Reason.Cause) {
                let (first, end) = (max(midnight + from, stretch.lowerBound), min(midnight + until, stretch.upperBound))
                if first < end { found.append(.init(from: first, until: end, cause: cause)) }
            }
            forEachWindow(of: day, with: person, close)
        }
        return OpenDay(hours: hours, closed: found.sorted { ($0.from, $0.until) < ($1.from, $1.until) })
    }

    /// Where a whole item fits, and the windows that moved it there.
    struct Fit {
        let start: Instant
        let steps: [Step]
    }

    /// The first instant at or after `from`, beginning no later than on the local day `last`, at which `minutes` are open.
    func firstFit(from: Instant, minutes: Int, with person: Person?, through last: LocalDay) -> Fit? {
        var day = zone.day(of: from)
        while day <= last {
            let open = self.day(day, with: person)
            if let start = open.starts(minutes: minutes).first(from: from) {
                var steps: [Step] = []
                steps.append(.slot, from: from, to: from)
                open.explain(&steps, to: start)
                return Fit(start: start, steps: Array(steps.dropFirst()))
            }
            day = day + 1
        }
        return nil
    }

    /// Whether somebody is away, or the caregiver is, for the whole of a day.
    func isAway(_ day: LocalDay, with person: Person?) -> Bool {
        away.contains { $0.contains(day) } || person?.isAway(on: day) ?? false
    }

    /// The person's sleep, or that of their band on a day.
    func sleep(of person: Person, on day: LocalDay) -> Window? {
        person.sleep ?? sleep[person.band(on: day)]
    }

    /// When the quiet hours and a person's sleep are over on a day: the later of their ends before noon, or else the day's
    /// beginning.
    func wakes(_ person: Person, on day: LocalDay) -> Instant {
        let ends = [quiet, sleep(of: person, on: day)].compactMap { window in
            window.flatMap { $0.isEmpty || $0.end.minutes >= 12 * 60 ? nil : zone.instant(day, $0.end) }
        }
        return ends.max() ?? zone.start(of: day)
    }

    /// Calls `body` for each part of a day in which the offset stays the same, with the instant at which the clock would
    /// have shown the day's 00:00.
    private func forEachStretch(
        from: Instant, to: Instant, of day: LocalDay, _ body: (_ midnight: Instant, _ stretch: Range<Instant>) -> Void
    ) {
        var position = from
        while position < to {
            let end = min(zone.nextChange(after: position) ?? to, to)
            body(Instant(seconds: day.number * 86_400 - zone.offset(at: position)), position..<end)
            position = end
        }
    }

    /// Calls `body` with each window that touches a day or the first hours of the next, in seconds from its 00:00. An
    /// overnight window belongs to the day on which it begins; sleep is that of the band of the day itself.
    private func forEachWindow(
        of day: LocalDay, with person: Person?, _ body: (_ from: Int, _ until: Int, _ cause: Reason.Cause) -> Void
    ) {
        for (offset, midnight) in [(-1, -86_400), (0, 0), (1, 86_400)] {
            let other = day + offset
            func close(_ window: Window, _ cause: Reason.Cause) {
                if !window.isEmpty { body(midnight + window.start.seconds, midnight + window.endSeconds, cause) }
            }
            close(quiet, .quietHours)
            for time in closed where time.days.contains(other.weekday) { close(time.window, .closed) }
            if away.contains(where: { $0.contains(other) }) { body(midnight, midnight + 86_400, .away) }
            guard let person else { continue }
            if let sleep = sleep(of: person, on: day) { close(sleep, .theirSleep) }
            for time in person.closed where time.days.contains(other.weekday) { close(time.window, .theirClosed) }
            if person.isAway(on: other) { body(midnight, midnight + 86_400, .theirDaysAway) }
        }
    }
}
