/// Looks for the place of a rung: windows and holds first, then a free place under the daily cap.
struct RungPlacer {
    let clock: LadderClock
    /// The days that were looked at: from record to record they are mostly the same.
    private var days: [Key: OpenDay] = [:]

    private struct Key: Hashable {
        let day: LocalDay
        /// The number of the person; nil: the caregiver alone.
        let person: Int?
    }

    init(clock: LadderClock) {
        self.clock = clock
    }

    /// - Parameter ladder: of the person whom something is together with; nil: the caregiver alone.
    private mutating func open(_ day: LocalDay, with ladder: Ladder?) -> OpenDay {
        let key = Key(day: day, person: ladder?.number)
        if let known = days[key] { return known }
        let open = clock.windows.day(day, with: ladder?.person)
        days[key] = open
        return open
    }

    /// What nothing is placed before.
    struct Bounds {
        /// The newest record.
        let newest: Instant
        /// When the last hold on it is over.
        let held: Instant
        /// The same for what the caregiver does alone.
        let heldAlone: Instant

        static let none = Bounds(newest: .distantPast, held: .distantPast, heldAlone: .distantPast)
    }

    struct Place {
        let start: Instant
        /// Where the roadblock question before it stands.
        let question: Instant?
        let steps: [Step]
    }

    /// Calm stands at its due instant or not at all; no hold is on it.
    mutating func calm(_ due: DueRung, newest: Instant) -> Place? {
        let starts = open(clock.zone.day(of: due.at), with: nil).starts(minutes: clock.figures.minutes.calm)
        guard due.at >= newest, starts.contains(where: { $0.contains(due.at) }) else { return nil }
        return Place(start: due.at, question: nil, steps: due.steps)
    }

    /// The first place at or after the due instant and the newest record, day by day.
    /// - Parameter hasRoom: whether a day has so many free places.
    /// - Returns: nil, and what stood in the way, when nothing fits within the days of the search.
    mutating func place(
        _ due: DueRung, with ladder: Ladder, _ bounds: Bounds, hasRoom: (LocalDay, _ places: Int) -> Bool
    ) -> Result<Place, NoPlace> {
        let zone = clock.zone
        let person = ladder.person
        let dueDay = zone.day(of: due.at)
        let first = max(dueDay, bounds.newest == .distantPast ? dueDay : zone.day(of: bounds.newest))
        var passed = due
        var obstacles: Set<Reason.Cause> = []
        var counted = 0
        var day = first
        if first > dueDay {
            passed.steps.move(.record, to: bounds.newest)
            passed.earliest = max(due.earliest, bounds.newest)
        }
        while true {
            let open = open(day, with: due.rung.isTogether ? ladder : nil)
            var here = passed
            if day > dueDay { clock.moveToHour(&here, with: person, on: day) }
            here.steps.move(.record, to: max(here.at, bounds.newest))
            let from = max(here.at, bounds.newest)
            if let start = start(here, from: from, on: day, open, with: person, bounds) {
                if hasRoom(day, due.asksFirst ? 2 : 1) {
                    explain(&here, start, from: from, open, bounds)
                    let question = due.asksFirst ? start - clock.figures.roadblockAhead : nil
                    return .success(Place(start: start, question: question, steps: here.steps))
                }
                passed.steps.move(.dailyCap(clock.cap), to: zone.start(of: day + 1))
                obstacles.insert(.dailyCap(clock.cap))
            } else {
                let cause =
                    bounds.held >= open.hours.upperBound
                    ? .hold : open.firstCause(from: max(from, bounds.held)) ?? .questionFirst
                passed.steps.move(cause, to: zone.start(of: day + 1))
                obstacles.insert(cause)
            }
            repeat { day = day + 1 } while !zone.has(day)
            let isLost =
                bounds.held >= zone.start(of: day + 1)
                || clock.windows.isAway(day, with: due.rung.isTogether ? person : nil)
            if !isLost { counted += 1 }
            if counted > clock.figures.search.days || day - first > clock.figures.search.atMost {
                return .failure(NoPlace(rung: due.rung, because: obstacles))
            }
        }
    }

    /// Where it stands on a day by the windows and holds: from an instant on, or else, where it is due at its hour, as late
    /// as it can before that.
    private mutating func start(
        _ due: DueRung, from: Instant, on day: LocalDay, _ open: OpenDay, with person: Person, _ bounds: Bounds
    ) -> Instant? {
        var bound = max(bounds.newest, bounds.held, due.notBefore)
        var starts = open.starts(minutes: clock.figures.minutes(of: due.rung))
        if due.asksFirst {
            let ahead = clock.figures.roadblockAhead
            let alone = self.open(day, with: nil).starts(minutes: clock.figures.minutes.roadblock)
            starts = starts.intersection(alone, later: ahead)
            bound = max(bound, max(bounds.newest, bounds.heldAlone) + ahead)
        }
        if let start = starts.first(from: max(from, bound)) { return start }
        guard due.isAtHour else { return nil }
        let hour = clock.hour(of: due.rung, with: person, on: day).instant
        return starts.last(before: hour, from: max(due.earliest, bound))
    }

    private func explain(
        _ due: inout DueRung, _ start: Instant, from: Instant, _ open: OpenDay, _ bounds: Bounds
    ) {
        guard start >= from else {
            // What closes the rest of the day puts it before its hour.
            return due.steps.move(open.firstCause(from: from) ?? .questionFirst, to: start)
        }
        if bounds.held > from { due.steps.move(.hold, to: bounds.held) }
        if due.notBefore > max(from, bounds.held) { due.steps.move(.afterQuestion, to: due.notBefore) }
        open.explain(&due.steps, to: start)
    }
}

/// Nothing fits within the days in which a place is looked for.
public struct NoPlace: Error, Hashable, Sendable {
    public let rung: Rung
    /// What stood in the way.
    public let because: Set<Reason.Cause>
}

extension Instant {
    /// Before everything.
    static let distantPast = Instant(seconds: .min / 2)
}
