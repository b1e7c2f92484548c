/// Which rung comes next, and when it is due: it follows from what has begun alone.
extension Ladder {
    /// Nil where no climb runs.
    func next(_ placer: inout RungPlacer) -> DueRung? {
        guard let climb else { return nil }
        let clock = placer.clock
        switch climb.way {
        case .calm: return calm(climb, clock)
        case .reflect: return reflect(climb, clock)
        case .reconnect: return reconnect(climb, clock, &placer)
        default:
            return climb.isDone(silence: silence, clock.figures) ? rest(climb, clock) : tryAgain(climb, clock)
        }
    }

    private func calm(_ climb: Climb, _ clock: LadderClock) -> DueRung? {
        let over = climb.anchor.at + (climb.calmDelay ?? 0)
        var steps: [Step] = []
        steps.append(.calmFloor(climb.anchorZone), from: climb.anchor.at, to: over)
        return late(.calm, climb, clock, steps) ?? due(.calm, at: over, climb, clock, steps)
    }

    private func reflect(_ climb: Climb, _ clock: LadderClock) -> DueRung? {
        if let late = late(.reflect, climb, clock) { return late }
        let over = climb.before.start + (climb.reflectDelay ?? 0)
        var steps: [Step] = []
        steps.append(.afterCalm, from: climb.before.start, to: over)
        return afterRecord(due(.reflect, at: over, climb, clock, steps), climb, clock)
    }

    /// The later of two: after reflect, and when the other's space is over; for the young, before sleep beats after.
    private func reconnect(_ climb: Climb, _ clock: LadderClock, _ placer: inout RungPlacer) -> DueRung? {
        if let late = late(.reconnect, climb, clock) { return late }
        let (soon, cause) = togetherAfterReflect(climb, clock)
        var steps: [Step] = []
        steps.append(cause, from: climb.before.start, to: soon)
        let without = due(.reconnect, at: soon, climb, clock, steps)
        let afterSpace = climb.anchor.at + climb.space
        guard afterSpace > soon else { return afterRecord(without, climb, clock) }
        steps.move(.space(climb.space), to: afterSpace)
        let with = due(.reconnect, at: afterSpace, climb, clock, steps)
        guard clock.figures.space.waivedBeforeSleep.contains(climb.band),
            let day = dayByWindows(without, &placer), dayByWindows(with, &placer).map({ $0 > day }) ?? true
        else { return afterRecord(with, climb, clock) }
        steps.move(.beforeSleep, to: soon)
        var waived = due(.reconnect, at: soon, climb, clock, steps)
        waived.passesOwnHold = true
        return afterRecord(waived, climb, clock)
    }

    private func tryAgain(_ climb: Climb, _ clock: LadderClock) -> DueRung? {
        guard var due = climb.nextTry else { return nil }
        if climb.isAnswered {
            // What comes together waits as reconnect would after calm and reflect.
            let (over, cause) = togetherAfterReflect(climb, clock)
            clock.delay(&due, to: over, because: cause, with: person)
        }
        due.number = climb.number + 1
        if let question = climb.question, question.number == due.number {
            due.notBefore = question.start + clock.figures.roadblockAhead
        } else {
            due.asksFirst = clock.cap > 1 && clock.figures.roadblocksBefore.contains(due.number)
        }
        return due
    }

    private func rest(_ climb: Climb, _ clock: LadderClock) -> DueRung? {
        let base = lastTogether?.lowerBound ?? climb.attempt?.at ?? climb.anchor.at
        return clock.rest(after: base, with: person)
    }

    // MARK: Helpers

    /// When what comes together may come after calm and reflect, by the table's minutes.
    private func togetherAfterReflect(_ climb: Climb, _ clock: LadderClock) -> (Instant, Reason.Cause) {
        let start = climb.before.start
        return switch climb.before.rung {
        case .reflect: (start + clock.figures.afterReflect[climb.band], .afterReflect)
        case .calm: (start + clock.figures.withoutReflect, .afterCalm)
        default: (start + clock.figures.withoutReflect, .afterRupture)
        }
    }

    /// A rung on the way to what comes together: it is on a later day if that is later than the rung before's, and reconnect
    /// if it is later than the anchor's.
    private func due(_ rung: Rung, at over: Instant, _ climb: Climb, _ clock: LadderClock, _ steps: [Step]) -> DueRung {
        let before = climb.before
        let ended = before.start + (before.rung.map { clock.figures.minutes(of: $0).minutes } ?? 0)
        return clock.due(
            rung, at: over, with: person, ended: ended,
            dayBefore: clock.zone.day(of: rung == .reconnect ? climb.anchor.at : before.start), steps)
    }

    /// Nothing is due before the rupture was written down.
    private func afterRecord(_ due: DueRung, _ climb: Climb, _ clock: LadderClock) -> DueRung {
        var due = due
        clock.delay(&due, to: climb.recorded, because: .lateRecord, with: person)
        return due
    }

    /// The rung that stands for all that lay before the record: due at once, or, reconnect on a later day, at its hour.
    private func late(_ rung: Rung, _ climb: Climb, _ clock: LadderClock, _ steps: [Step] = []) -> DueRung? {
        guard let late = climb.late, late.rung == rung, climb.before.rung == nil else { return nil }
        var steps = steps
        steps.append(.lateRecord, from: steps.last?.to ?? climb.anchor.at, to: climb.recorded)
        let before = clock.zone.day(of: rung == .reconnect ? climb.anchor.at : climb.recorded)
        var due = clock.due(rung, at: climb.recorded, with: person, ended: climb.recorded, dayBefore: before, steps)
        due.passesOwnHold = late.isWaived
        return due
    }

    /// Of the rungs that would have lain before the record by the windows alone, the last, but none beyond reconnect.
    func lateRung(before recorded: Instant, _ placer: inout RungPlacer) -> (rung: Rung, isWaived: Bool)? {
        guard let anchor = climb?.anchor, recorded > anchor.at else { return nil }
        var virtual = self
        var passed: (rung: Rung, isWaived: Bool)?
        while let rung = virtual.climb?.way, let due = virtual.next(&placer) {
            guard let start = rung == .calm ? due.at : placeByWindows(due, &placer), start < recorded else { break }
            passed = (rung, due.passesOwnHold)
            virtual.begin(rung, number: 0, naming: [], at: start, clock: placer.clock)
        }
        return passed
    }

    /// Where the windows alone would put a rung: no cap, no hold, no record.
    private func placeByWindows(_ due: DueRung, _ placer: inout RungPlacer) -> Instant? {
        try? placer.place(due, with: self, .none) { _, _ in true }.get().start
    }

    private func dayByWindows(_ due: DueRung, _ placer: inout RungPlacer) -> LocalDay? {
        placeByWindows(due, &placer).map(placer.clock.zone.day)
    }
}
