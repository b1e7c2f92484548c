/// When the next rung of a ladder is due. It reads the ladder's state and changes nothing. A class, so that it is passed on
/// by one count.
final class LadderClock: Sendable {
    let zone: Zone
    let quiet: Window
    let cap: Int
    let figures: LadderFigures
    let goodTimes: BandTable<LocalTime>
    let windows: Windows

    init(plan: Plan, household: Household) {
        zone = household.zone
        quiet = household.quiet
        cap = household.cap
        figures = plan.ladder
        goodTimes = plan.good
        windows = Windows(household: household, sleep: plan.sleep)
    }

    // MARK: Rungs

    func pending(_ rung: Rung, of ladder: Ladder) -> Pending {
        switch rung {
        case .calm: calm(ladder)
        case .reflect: reflect(ladder)
        case .reconnect: reconnect(ladder)
        case .tryAgain, .roadblock: tryAgain(ladder)
        case .rest: rest(ladder)
        }
    }

    /// The rung that stands, as soon as it is written down, for all those that lay before; nil if none did.
    ///
    /// A rung lay before the record if the windows alone would have placed it there; a left-out calm counts where it was due.
    func lateRung(_ ladder: Ladder) -> Pending? {
        let recorded = ladder.rupture.recorded
        var virtual = ladder
        var passed: Rung?
        let calm = calm(virtual)
        if calm.due < recorded {
            passed = .calm
            virtual.previous = calm.due
            if let reflect = placedByWindows(reflect(virtual), of: virtual), reflect < recorded {
                passed = .reflect
                virtual.previous = reflect
                if let reconnect = placedByWindows(reconnect(virtual), of: virtual), reconnect < recorded {
                    passed = .reconnect
                }
            }
        }
        guard let passed else { return nil }
        var steps: [Step] = []
        steps.append(.lateRecord, from: ladder.rupture.at, to: recorded)
        return Pending(
            rung: passed, due: recorded, floor: recorded, previousDay: zone.day(of: ladder.rupture.at), steps: steps,
            turn: recorded)
    }

    private func calm(_ ladder: Ladder) -> Pending {
        let rupture = ladder.rupture
        let due = rupture.at + figures.calmDelay(rupture, band: ladder.band)
        var steps: [Step] = []
        steps.append(.calmFloor(rupture.kind == .toxic ? .red : rupture.zone), from: rupture.at, to: due)
        return pending(.calm, due: due, after: rupture.at, steps)
    }

    private func reflect(_ ladder: Ladder) -> Pending {
        let due = ladder.previous + figures.afterCalm[ladder.band]
        var steps: [Step] = []
        steps.append(.afterCalm, from: ladder.previous, to: due)
        return pending(.reflect, due: due, after: ladder.previous, steps)
    }

    /// The later of two: after reflect, and when the other's space is over; for the young, before sleep beats after.
    private func reconnect(_ ladder: Ladder) -> Pending {
        let afterReflect = ladder.previous + figures.afterReflect[ladder.band]
        let afterSpace = ladder.rupture.at + ladder.space
        var steps: [Step] = []
        steps.append(.afterReflect, from: ladder.previous, to: afterReflect)
        let soon = pending(.reconnect, due: afterReflect, after: ladder.previous, steps)
        guard afterSpace > afterReflect else { return soon }

        steps.move(.space(ladder.space), to: afterSpace)
        let later = pending(.reconnect, due: afterSpace, after: ladder.previous, steps)
        guard figures.space.waivedBeforeSleep.contains(ladder.band),
            let soonStart = placedByWindows(soon, of: ladder)
        else { return later }
        if let laterStart = placedByWindows(later, of: ladder), zone.day(of: laterStart) <= zone.day(of: soonStart) {
            return later
        }
        var waived = soon.steps
        waived.move(.beforeSleep, to: afterReflect, evenIfStill: true)
        return pending(.reconnect, due: afterReflect, after: ladder.previous, waived)
    }

    private func rest(_ ladder: Ladder) -> Pending {
        let day = zone.day(of: ladder.previous) + figures.restAfterDays
        let due = zone.instant(day, quiet.end)
        var steps: [Step] = []
        steps.append(
            .restSpacing(days: figures.restAfterDays), from: ladder.previous, to: sameTime(ladder.previous, on: day))
        steps.move(.endOfQuiet, to: due)
        let floor = ladder.basisRecorded ?? ladder.previous
        let from = max(due, floor)
        steps.move(.lateRecord, to: from)
        return Pending(
            rung: .rest, due: from, floor: floor, previousDay: zone.day(of: ladder.previous), steps: steps, turn: from)
    }

    // MARK: Try-again

    private func tryAgain(_ ladder: Ladder) -> Pending {
        let number = ladder.number + 1
        var steps: [Step] = []
        let base: Instant
        var floor: Instant
        if ladder.countsFromBasis, let attempt = ladder.basis {
            base = attempt.at
            floor = ladder.basisRecorded ?? attempt.recorded
            steps.append(.attempt(attempt.outcome), from: base, to: due(after: attempt, ladder))
            if floor > steps.end ?? base { steps.move(.lateRecord, to: floor) }
            if let reflect = ladder.reflectStart {
                floor = max(floor, reflect + figures.attemptAfterReflect)
                if floor > steps.end ?? base { steps.move(.afterAttemptReflect, to: floor) }
            }
        } else {
            base = ladder.previous
            floor = base
            let delay = figures.spacing(at: ladder.position)
            steps.append(.spacing(delay), from: base, to: add(delay, to: base))
        }
        var due = steps.end ?? base
        let previousDay = zone.day(of: base)
        if zone.day(of: due) > previousDay {
            due = moveToGoodTime(of: ladder.person, on: zone.day(of: due), floor: floor, &steps)
        }
        var pending = Pending(
            rung: .tryAgain, number: number, due: due, floor: floor, previousDay: previousDay, steps: steps, turn: due)
        if cap > 1, figures.roadblocksBefore.contains(number) {
            pending.hasRoadblock = true
            pending.turn = max(due - figures.roadblockAhead, floor)
        }
        return pending
    }

    private func due(after attempt: Attempt, _ ladder: Ladder) -> Instant {
        switch attempt.outcome {
        case .declined, .notReady:
            return add(figures.refusalDelay(count: ladder.refusalsInARow, space: ladder.space), to: attempt.at)
        case .partial:
            return add(.days(figures.partialDays), to: attempt.at)
        case .again, .repaired, .letGo:
            let today = zone.day(of: attempt.at)
            let good = goodTime(of: ladder.person, on: today)
            return good >= attempt.at ? good : goodTime(of: ladder.person, on: today + 1)
        }
    }

    private func add(_ delay: LadderFigures.Delay, to instant: Instant) -> Instant {
        switch delay {
        case .elapsed(let seconds): instant + seconds
        case .days(let days): sameTime(instant, on: zone.day(of: instant) + days)
        }
    }

    /// The same reading of the clock on another day, to the second.
    private func sameTime(_ instant: Instant, on day: LocalDay) -> Instant {
        let second = zone.reading(at: instant).seconds
        guard let minute = LocalTime(minutes: second / 60) else { return zone.start(of: day) }
        return zone.instant(day, minute) + second % 60
    }

    // MARK: Single times of a day

    func goodTime(of person: Person, on day: LocalDay) -> Instant {
        zone.instant(day, goodReading(of: person, on: day))
    }

    /// Puts a try-again at the good time of a day, or at the floor if that is later.
    func moveToGoodTime(of person: Person, on day: LocalDay, floor: Instant, _ steps: inout [Step]) -> Instant {
        let (good, skipped) = zone.resolve(day, goodReading(of: person, on: day))
        if skipped > 0 {
            steps.move(.goodTime, to: good - skipped)
            steps.move(.skippedHour, to: good)
        } else {
            steps.move(.goodTime, to: good)
        }
        guard good < floor else { return good }
        steps.move(.lateRecord, to: floor)
        return floor
    }

    private func goodReading(of person: Person, on day: LocalDay) -> LocalTime {
        person.good ?? goodTimes[person.band(on: day)]
    }

    // MARK: Helpers

    private func pending(_ rung: Rung, due: Instant, after previous: Instant, _ steps: [Step]) -> Pending {
        Pending(rung: rung, due: due, floor: due, previousDay: zone.day(of: previous), steps: steps, turn: due)
    }

    /// Where the windows alone would put a rung: no cap, no queue, no merging.
    private func placedByWindows(_ pending: Pending, of ladder: Ladder) -> Instant? {
        windows.firstFit(
            from: pending.due, minutes: figures.minutes(of: pending.rung),
            with: pending.rung.isTogether ? ladder.person : nil, through: lastDay(of: pending)
        )?.start
    }

    /// The last day on which a place is looked for.
    func lastDay(of pending: Pending) -> LocalDay {
        zone.day(of: pending.due) + figures.searchDays
    }
}

extension [Step] {
    /// Where the last move ended.
    var end: Instant? { last?.to }
}
