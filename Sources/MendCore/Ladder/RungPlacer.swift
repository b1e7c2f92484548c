/// Looks for the place of a rung: windows and holds first, then a free place under the daily cap.
struct RungPlacer {
    let clock: LadderClock
    /// The days that were looked at, for each person and for the caregiver alone: from record to record they are mostly the
    /// same.
    private var days: [Int: OpenDay] = [:]
    /// How many of them a day may have.
    private let perDay: Int
    /// Of these so many are kept, some MB: those of years, with thousands of people, would fill the memory.
    private static let mostDays = 20_000

    init(clock: LadderClock, people: Int) {
        self.clock = clock
        perDay = people + 1
    }

    /// - Parameter ladder: of the person whom something is together with; nil: the caregiver alone.
    private mutating func open(_ day: LocalDay, with ladder: Ladder?) -> OpenDay {
        let key = day.number * perDay + (ladder.map { $0.number + 1 } ?? 0)
        if let known = days[key] { return known }
        if days.count >= Self.mostDays { days.removeAll(keepingCapacity: true) }
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
        /// What the last hold is.
        let heldBy: Reason.Cause

        static let none = Bounds(
            newest: .distantPast, held: .distantPast, heldAlone: .distantPast, heldBy: .pause)
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
    /// - Parameters:
    ///   - last: no later day is looked at; nil: as many as the plan says.
    ///   - hasRoom: whether a day has so many free places.
    /// - Returns: what stood in the way, when nothing fits within the days of the search.
    mutating func place(
        _ due: DueRung, with ladder: Ladder, _ bounds: Bounds, through last: LocalDay? = nil,
        hasRoom: (LocalDay, _ places: Int) -> Bool
    ) -> Result<Place, NoPlace> {
        let zone = clock.zone
        let dueDay = zone.day(of: due.at)
        let first = max(dueDay, bounds.newest == .distantPast ? dueDay : zone.day(of: bounds.newest))
        var due = due
        if first > dueDay {
            due.steps.move(.record, to: bounds.newest)
            due.earliest = max(due.earliest, bounds.newest)
        }
        var obstacles: [Reason.Cause] = []
        var counted = 0
        var day = first
        while true {
            let open = open(day, with: due.rung.isTogether ? ladder : nil)
            if day > first, bounds.held < open.hours.upperBound, open.away == nil, !open.hours.isEmpty { counted += 1 }
            if counted > clock.figures.search.days || day - first > clock.figures.search.atMost
                || last.map({ day > $0 }) ?? false
            {
                return .failure(NoPlace(rung: due.rung, because: Set(obstacles), days: day - first - 1))
            }
            if day > dueDay { due.isAtHour = true }
            if let cause = bounds.held >= open.hours.upperBound ? bounds.heldBy : open.away {
                pass(cause, open, &due, &obstacles, &day)
                continue
            }
            let hour = clock.hour(of: due.rung, with: ladder.person, on: day).instant
            let from = max(day > dueDay ? max(hour, due.earliest) : due.at, bounds.newest)
            let start = start(due, from: from, before: hour, on: day, open, bounds)
            if let start, hasRoom(day, due.asksFirst ? 2 : 1) {
                if day > dueDay { clock.moveToHour(&due, with: ladder.person, on: day) }
                due.steps.move(.record, to: from)
                explain(&due, start, from: from, open, bounds)
                let question = due.asksFirst ? start - clock.figures.roadblockAhead : nil
                return .success(Place(start: start, question: question, steps: due.steps))
            }
            if start == nil, isHeldBack(due, from: from, open, bounds) {
                due.steps.move(bounds.heldBy, to: bounds.held)
            }
            let closed = open.firstCause(from: max(from, bounds.held)) ?? .questionFirst
            pass(start != nil ? .dailyCap(clock.cap) : closed, open, &due, &obstacles, &day)
        }
    }

    /// Whether a hold takes the day's room from it: without that, it would stand before the hold is over.
    private func isHeldBack(_ due: DueRung, from: Instant, _ open: OpenDay, _ bounds: Bounds) -> Bool {
        let free = open.starts(minutes: clock.figures.minutes(of: due.rung)).first(from: from)
        return free.map { $0 < bounds.held } ?? false
    }

    /// Goes on to the next day.
    private func pass(
        _ cause: Reason.Cause, _ open: OpenDay, _ due: inout DueRung, _ obstacles: inout [Reason.Cause],
        _ day: inout LocalDay
    ) {
        due.steps.move(cause, to: open.hours.upperBound)
        if obstacles.last != cause { obstacles.append(cause) }
        day = day + 1
    }

    /// Where it stands on a day by the windows and holds: from an instant on, or else, where it is due at its hour, as late
    /// as it can before that.
    private mutating func start(
        _ due: DueRung, from: Instant, before hour: Instant, on day: LocalDay, _ open: OpenDay, _ bounds: Bounds
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
        return due.isAtHour ? starts.last(before: hour, from: max(due.earliest, bound)) : nil
    }

    private func explain(
        _ due: inout DueRung, _ start: Instant, from: Instant, _ open: OpenDay, _ bounds: Bounds
    ) {
        guard start >= from else {
            // What closes the rest of the day puts it before its hour.
            return due.steps.move(open.firstCause(from: from) ?? .questionFirst, to: start)
        }
        if bounds.held > from { due.steps.move(bounds.heldBy, to: bounds.held) }
        if due.notBefore > max(from, bounds.held) { due.steps.move(.afterQuestion, to: due.notBefore) }
        open.explain(&due.steps, to: start)
    }
}

/// Nothing fits within the days in which a place is looked for.
public struct NoPlace: Error, Hashable, Sendable {
    public let rung: Rung
    /// What stood in the way.
    public let because: Set<Reason.Cause>
    /// How many days after the first were looked through: the plan's `search.days`, and beside them the days away and held,
    /// which do not count.
    public let days: Int
}

extension Instant {
    /// Before everything.
    static let distantPast = Instant(seconds: .min / 2)
}
