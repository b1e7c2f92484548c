/// Looks for the place of a rung: windows first, then a free place under the daily cap. It changes nothing itself.
///
/// `hasRoom` tells whether a place may be taken; `isFull` that a whole day holds none, so that it is passed over at once.
struct RungPlacer {
    let clock: LadderClock

    struct Place {
        let start: Instant
        /// Where the roadblock question before it stands.
        let roadblock: Instant?
        let steps: [Step]
    }

    /// Calm stands at its due instant or not at all.
    func calm(_ pending: Pending) -> Place? {
        guard clock.windows.isOpen(pending.due, minutes: minutes(pending), with: nil) else { return nil }
        return Place(start: pending.due, roadblock: nil, steps: pending.steps)
    }

    /// Reflect and reconnect wait for no free place.
    func firstFit(_ pending: Pending, with person: Person?) -> Place? {
        guard
            let fit = clock.windows.firstFit(
                from: pending.due, minutes: minutes(pending), with: person, through: clock.lastDay(of: pending))
        else { return nil }
        return Place(start: fit.start, roadblock: nil, steps: pending.steps + fit.steps)
    }

    /// Rest goes on to the end of quiet hours of the next day while the cap is full.
    func rest(_ pending: Pending, isFull: (LocalDay) -> Bool, hasRoom: (Place) -> Bool) -> Place? {
        let last = clock.lastDay(of: pending)
        var steps = pending.steps
        var from = pending.due
        while let fit = clock.windows.firstFit(from: from, minutes: minutes(pending), with: nil, through: last) {
            let place = Place(start: fit.start, roadblock: nil, steps: steps + fit.steps)
            if hasRoom(place) { return place }
            var day = clock.zone.day(of: fit.start) + 1
            while day <= last, isFull(day) { day = day + 1 }
            from = clock.zone.instant(day, clock.quiet.end)
            steps = place.steps
            steps.move(.cap(clock.cap), to: from)
        }
        return nil
    }

    /// A try-again keeps to its day if it can; on every later day it comes at the good time, or, if nothing fits from then
    /// on, at that day's first allowed instant.
    func tryAgain(
        _ pending: Pending, with person: Person, isFull: (LocalDay) -> Bool, hasRoom: (Place) -> Bool
    ) -> Place? {
        let zone = clock.zone
        let last = clock.lastDay(of: pending)
        var steps = pending.steps
        var from = pending.due
        var day = zone.day(of: from)
        while day <= last {
            var place = fit(pending, from: from, with: person, through: day, steps)
            if place == nil, day > pending.previousDay { place = firstAllowed(pending, on: day, with: person, steps) }
            if let place, hasRoom(place) { return place }
            if let place {
                steps = place.steps
                repeat { day = day + 1 } while day <= last && isFull(day) || !zone.has(day)
                steps.move(.cap(clock.cap), to: max(zone.start(of: day), place.start))
            } else {
                // No room on this day at all: the windows carry it to the next day that has some.
                guard let next = fit(pending, from: zone.start(of: day + 1), with: person, through: last, []) else {
                    return nil
                }
                day = zone.day(of: next.start)
                let windows = clock.windows.firstFit(
                    from: from, minutes: minutes(pending), with: person, through: day)
                steps += windows?.steps ?? []
            }
            from = clock.moveToGoodTime(of: person, on: day, floor: pending.floor, &steps)
        }
        return nil
    }

    /// A try-again for which nothing fits on its day from the good time on is due, and takes its turn, at that day's first
    /// allowed instant.
    func dueWithinItsDay(_ pending: Pending, with person: Person) -> Pending {
        let day = clock.zone.day(of: pending.due)
        guard day > pending.previousDay, fit(pending, from: pending.due, with: person, through: day, []) == nil,
            let place = firstAllowed(pending, on: day, with: person, pending.steps)
        else { return pending }
        var earlier = Pending(
            rung: pending.rung, number: pending.number, due: place.start, floor: pending.floor,
            previousDay: pending.previousDay, steps: place.steps, turn: place.roadblock ?? place.start)
        earlier.hasRoadblock = pending.hasRoadblock
        return earlier
    }

    private func firstAllowed(_ pending: Pending, on day: LocalDay, with person: Person, _ steps: [Step]) -> Place? {
        let morning = max(clock.zone.start(of: day), pending.floor)
        return fit(pending, from: morning, with: person, through: day, []).map {
            Place(start: $0.start, roadblock: $0.roadblock, steps: steps.moved(.firstAllowed, to: $0.start))
        }
    }

    /// The first instant at which the whole item fits and, if it has one, its roadblock question an hour before.
    private func fit(
        _ pending: Pending, from: Instant, with person: Person, through last: LocalDay, _ steps: [Step]
    ) -> Place? {
        let ahead = clock.figures.roadblockAhead
        var from = from
        var steps = steps
        while let fit = clock.windows.firstFit(from: from, minutes: minutes(pending), with: person, through: last) {
            steps += fit.steps
            guard pending.hasRoadblock else { return Place(start: fit.start, roadblock: nil, steps: steps) }
            let wanted = fit.start - ahead
            guard
                let question = clock.windows.firstFit(
                    from: max(wanted, pending.floor), minutes: clock.figures.minutes.roadblock, with: nil, through: last
                )
            else { return nil }
            if question.start == wanted { return Place(start: fit.start, roadblock: wanted, steps: steps) }
            from = question.start + ahead
            steps.append(wanted < pending.floor ? .roadblockAhead : .roadblockFirst, from: fit.start, to: from)
        }
        return nil
    }

    private func minutes(_ pending: Pending) -> Int {
        clock.figures.minutes(of: pending.rung)
    }
}

extension [Step] {
    fileprivate func moved(_ cause: Step.Cause, to instant: Instant) -> [Step] {
        var steps = self
        steps.move(cause, to: instant)
        return steps
    }
}
