/// Hours and delays on the household's clock: when a rung is due.
struct LadderClock {
    let zone: Zone
    let cap: Int
    let figures: LadderFigures
    let windows: Windows
    private let goodTimes: BandTable<LocalTime>
    private let reflectHour: LocalTime
    private let restHour: LocalTime

    init(plan: Plan, household: Household) {
        zone = household.zone
        cap = household.cap
        figures = plan.ladder
        windows = Windows(household: household, sleep: plan.sleep)
        goodTimes = plan.good
        reflectHour = plan.slots.selfTime
        restHour = household.good ?? plan.ladder.hours.rest
    }

    /// When a rung comes on a later day, with the seconds that the clock skipped there.
    func hour(of rung: Rung, with person: Person, on day: LocalDay) -> (instant: Instant, skipped: Int) {
        switch rung {
        case .calm: (zone.start(of: day), 0)
        case .reflect: zone.resolve(day, reflectHour)
        case .reconnect:
            switch figures.hours.reconnect[person.band(on: day)] {
            case .midnight: (zone.start(of: day), 0)
            case .afterSleep: (windows.wakes(person, on: day) + figures.hours.afterSleep, 0)
            case .goodTime: goodTime(of: person, on: day)
            }
        case .tryAgain, .roadblock: goodTime(of: person, on: day)
        case .rest: zone.resolve(day, restHour)
        }
    }

    private func goodTime(of person: Person, on day: LocalDay) -> (instant: Instant, skipped: Int) {
        zone.resolve(day, person.good ?? goodTimes[person.band(on: day)])
    }

    /// The first good time at or after an instant.
    func nextGoodTime(of person: Person, from instant: Instant) -> Instant {
        let day = zone.day(of: instant)
        let today = goodTime(of: person, on: day).instant
        return today >= instant ? today : goodTime(of: person, on: day + 1).instant
    }

    /// A rung whose delay is over at an instant. On a later local day than the rung before it is due at its hour, or when
    /// its delay is over, if that is later.
    /// - Parameters:
    ///   - ended: when the rung before has ended.
    ///   - dayBefore: that of the rung before.
    func due(
        _ rung: Rung, at over: Instant, with person: Person, ended: Instant, dayBefore: LocalDay, _ steps: [Step]
    ) -> DueRung {
        let day = zone.day(of: over)
        var due = DueRung(
            rung: rung, at: over, isAtHour: day > dayBefore, earliest: max(over, ended), dayBefore: dayBefore,
            steps: steps)
        if due.isAtHour { moveToHour(&due, with: person, on: day) }
        return due
    }

    /// A try-again after a delay from the rung before.
    /// - Parameter ended: when the rung before has ended.
    func tryAgain(
        after base: Instant, ended: Instant, _ delay: LadderFigures.Delay, because cause: Reason.Cause,
        with person: Person
    ) -> DueRung {
        let today = zone.day(of: base)
        var steps: [Step] = []
        let over: Instant
        switch delay {
        case .elapsed(let seconds):
            over = base + seconds
            steps.append(cause, from: base, to: over)
        case .days(let days):
            over = zone.start(of: today + days)
            steps.append(cause, from: base, to: sameTime(base, on: today + days))
        }
        return due(.tryAgain, at: over, with: person, ended: ended, dayBefore: today, steps)
    }

    /// Rest, some days after the last together item.
    func rest(after base: Instant, with person: Person) -> DueRung {
        let today = zone.day(of: base)
        let day = today + figures.restAfterDays
        var steps: [Step] = []
        steps.append(.restSpacing(days: figures.restAfterDays), from: base, to: sameTime(base, on: day))
        return due(.rest, at: zone.start(of: day), with: person, ended: base, dayBefore: today, steps)
    }

    /// Puts a rung off to its hour of a day.
    func moveToHour(_ due: inout DueRung, with person: Person, on day: LocalDay) {
        let (hour, skipped) = hour(of: due.rung, with: person, on: day)
        due.at = max(hour, due.earliest)
        due.isAtHour = true
        if due.at == hour, skipped > 0 {
            due.steps.move(.goodTime, to: hour - skipped)
            due.steps.move(.skippedHour, to: hour)
        } else {
            due.steps.move(.goodTime, to: due.at)
        }
    }

    /// Makes a rung due no earlier than an instant; on a later day than the rung before, it then comes at its hour.
    func delay(_ due: inout DueRung, to over: Instant, because cause: Reason.Cause, with person: Person) {
        due.earliest = max(due.earliest, over)
        guard over > due.at else { return }
        due.at = over
        due.isAtHour = false
        due.steps.move(cause, to: over)
        let day = zone.day(of: over)
        if day > due.dayBefore { moveToHour(&due, with: person, on: day) }
    }

    /// The same reading of the clock on another day, to the second; where the clock skips it, as if it did not.
    private func sameTime(_ instant: Instant, on day: LocalDay) -> Instant {
        let second = zone.reading(at: instant).seconds
        guard let minute = LocalTime(minutes: second / 60) else { return zone.start(of: day) }
        let (same, skipped) = zone.resolve(day, minute)
        return same + second % 60 - skipped
    }
}

/// A rung that waits for its place.
struct DueRung {
    let rung: Rung
    /// The try-again's; 0 for the others.
    var number = 0
    /// From when on a place is looked for.
    var at: Instant
    /// Whether that is its hour of a later day: then it may come earlier that day where nothing fits from there on.
    var isAtHour: Bool
    /// Never earlier than that: its delay is over, and the rung before has ended.
    var earliest: Instant
    /// The local day of the rung before.
    let dayBefore: LocalDay
    /// How it came to be due then.
    var steps: [Step]
    /// Its roadblock question has begun; it leaves that its time.
    var notBefore = Instant.distantPast
    /// Whether a roadblock question comes ahead of it.
    var asksFirst = false
    /// Whether it passes over the hold that its anchor's own zone set: the space is waived.
    var passesOwnHold = false
}
