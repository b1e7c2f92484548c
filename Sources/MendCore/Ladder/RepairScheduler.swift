/// The repair ladder: one simulation, in time order, over all open ruptures of a household.
///
/// Records (ruptures and attempts, when they were written down) and rungs (when they are due) take turns; of both at one
/// instant, records come first. A rung that is taken from the queue is placed at once for good and puts the next one into
/// the queue; only an attempt, or merging before the next rung is placed, changes it afterwards.
public struct RepairScheduler {
    public enum Fault: Error, Equatable {
        /// More turns than the records can need; a plan's figures let rungs follow each other without end.
        case tooManyTurns(Int)
    }

    private let clock: LadderClock
    private let placer: RungPlacer
    private let records: [Entry]
    private(set) var ladders: [Ladder] = []
    private(set) var standings: [Standing] = []
    private var queue = TurnQueue()
    private var days: DayBook
    private let turnLimit: Int

    private struct Entry {
        let at: Instant
        let ladder: Int
        /// Nil: the rupture itself.
        let attempt: Attempt?
    }

    /// Runs the whole simulation over a history.
    /// - Throws: `Fault`.
    public init(plan: Plan, history: History) throws(Fault) {
        clock = LadderClock(plan: plan, household: history.household)
        placer = RungPlacer(clock: clock)
        let people = IDIndex(history.people.map(\.id))
        let zone = clock.zone
        ladders = history.ruptures.compactMap { rupture in
            people.position(of: rupture.with).map {
                Ladder(
                    rupture: rupture, person: history.people[$0], day: zone.day(of: rupture.at), figures: plan.ladder)
            }
        }
        .sorted { $0.rupture.precedesInTies($1.rupture) }
        records = Self.entries(ladders, history.attempts)
        let times = ladders.map { min($0.rupture.at, $0.rupture.recorded) } + records.map { $0.attempt?.at ?? $0.at }
        days = DayBook(from: zone.day(of: times.min() ?? Instant(seconds: 0)) + -1)
        turnLimit = 10_000 + 200 * records.count
        try run()
    }

    private static func entries(_ ladders: [Ladder], _ attempts: [Attempt]) -> [Entry] {
        let index = IDIndex(ladders.map(\.rupture.id))
        let ruptures = ladders.enumerated().map { Entry(at: $1.rupture.recorded, ladder: $0, attempt: nil) }
        let bids = attempts.compactMap { attempt in
            index.position(of: attempt.rupture).map {
                Entry(at: max(attempt.recorded, ladders[$0].rupture.recorded), ladder: $0, attempt: attempt)
            }
        }
        return (ruptures + bids).sorted { left, right in
            if left.at != right.at { return left.at < right.at }
            switch (left.attempt, right.attempt) {
            case (nil, nil): return left.ladder < right.ladder
            case (nil, _): return true
            case (_, nil): return false
            case (let first?, let second?): return (first.at, first.id) < (second.at, second.id)
            }
        }
    }

    private mutating func run() throws(Fault) {
        var record = 0
        var turns = 0
        while true {
            while let turn = queue.first, ladders[turn.ladder].version != turn.version { queue.removeFirst() }
            if record < records.count, records[record].at <= queue.first?.at ?? records[record].at {
                let entry = records[record]
                record += 1
                if let attempt = entry.attempt {
                    take(attempt, of: entry.ladder, at: entry.at)
                } else {
                    begin(entry.ladder)
                }
            } else if let turn = queue.first {
                queue.removeFirst()
                turns += 1
                guard turns <= turnLimit else { throw .tooManyTurns(turnLimit) }
                place(turn.ladder)
            } else {
                return
            }
        }
    }

    // MARK: Records

    private mutating func begin(_ index: Int) {
        if let late = clock.lateRung(ladders[index]) {
            ladders[index].phase = .climbing(late.rung)
            enqueue(late, for: index)
        } else {
            schedule(.calm, for: index)
        }
    }

    private mutating func take(_ attempt: Attempt, of index: Int, at recorded: Instant) {
        // One that is older than the attempt on which the ladder stands changes nothing but the roadblock last named.
        if let basis = ladders[index].basis, attempt.at < basis.at { return }
        if attempt.outcome.closes {
            withdraw(index, from: attempt.at, recorded: recorded) { _ in true }
            ladders[index].basis = attempt
            ladders[index].phase = .closed
            ladders[index].movable = nil
            ladders[index].movableRoadblock = nil
            ladders[index].reflectStart = lastStart(.reflect, of: index)
            unschedule(index)
            return
        }
        if attempt.outcome != .again {
            if ladders[index].phase == .closed { return }
            if ladders[index].phase == .resting, let rest = lastStart(.rest, of: index), rest < recorded { return }
        }
        let handedBack = withdraw(index, from: recorded, recorded: recorded) { $0 != .calm && $0 != .reflect }
        stand(index, on: attempt, numbersHandedBack: handedBack)
        switch ladders[index].phase {
        case .climbing(.calm), .climbing(.reflect): break
        default: schedule(ladders[index].rungAfterTogether, for: index)
        }
    }

    private mutating func stand(_ index: Int, on attempt: Attempt, numbersHandedBack: Int) {
        ladders[index].basis = attempt
        ladders[index].countsFromBasis = true
        ladders[index].number -= numbersHandedBack
        ladders[index].movable = nil
        ladders[index].movableRoadblock = nil
        if attempt.outcome.refuses {
            ladders[index].refusalsInARow += 1
            ladders[index].position = 1
        } else {
            ladders[index].refusalsInARow = 0
            ladders[index].position = attempt.outcome == .partial ? 2 : 1
        }
        if attempt.outcome == .again { ladders[index].number = 0 }
        // When the limit is reached, rest counts from the last try-again, attempt or not.
        if ladders[index].rungAfterTogether == .rest, let last = lastStart(.tryAgain, of: index) {
            ladders[index].previous = last
        }
    }

    /// Takes a ladder's rungs that start at `start` or later out of their places; those that had not begun give their place
    /// under the cap back. Returns how many try-agains had not begun.
    @discardableResult
    private mutating func withdraw(
        _ index: Int, from start: Instant, recorded: Instant, where isMeant: (Rung) -> Bool
    ) -> Int {
        var handedBack = 0
        ladders[index].standings.removeAll { place in
            let standing = standings[place]
            guard standing.start >= start, isMeant(standing.rung) else { return false }
            standings[place].owners.removeAll { $0.ladder == index }
            if standing.start >= recorded {
                if standing.rung == .tryAgain { handedBack += 1 }
                if standing.rung.countsInCap, standings[place].owners.isEmpty {
                    days[clock.zone.day(of: standing.start)].taken -= 1
                }
            }
            return true
        }
        return handedBack
    }

    // MARK: Turns

    private mutating func place(_ index: Int) {
        guard let pending = ladders[index].pending else { return }
        unschedule(index)
        let person = ladders[index].person
        let found: RungPlacer.Place?
        switch pending.rung {
        case .calm:
            found = placer.calm(pending)
            if found == nil {
                ladders[index].previous = pending.due
                schedule(.reflect, for: index)
                return
            }
        case .reflect: found = placer.firstFit(pending, with: nil)
        case .reconnect: found = placer.firstFit(pending, with: person)
        case .rest:
            found = placer.rest(pending, isFull: { isFull($0, .rest, person.id) }) { hasRoom($0, .rest, index) }
        case .tryAgain, .roadblock:
            found = placer.tryAgain(pending, with: person, isFull: { isFull($0, .tryAgain, person.id) }) {
                hasRoom($0, .tryAgain, index)
            }
        }
        guard let found else {
            ladders[index].phase = .stuck(pending.rung)
            return
        }
        if let roadblock = found.roadblock {
            // It comes ahead of its try-again, from where that one's way ended.
            var steps = found.steps
            steps.append(.roadblockAhead, from: found.start, to: roadblock)
            ladders[index].movableRoadblock = stand(
                .roadblock, at: roadblock, steps, number: pending.number, for: index)
        } else {
            ladders[index].movableRoadblock = nil
        }
        ladders[index].movable = stand(pending.rung, at: found.start, found.steps, number: pending.number, for: index)
        advance(index, past: pending, start: found.start)
    }

    private mutating func advance(_ index: Int, past pending: Pending, start: Instant) {
        ladders[index].previous = start
        switch pending.rung {
        case .calm: schedule(.reflect, for: index)
        case .reflect:
            ladders[index].reflectStart = start
            schedule(ladders[index].rungAfterReflect, for: index)
        case .reconnect: schedule(.tryAgain, for: index)
        case .tryAgain, .roadblock:
            ladders[index].number = pending.number
            if ladders[index].countsFromBasis {
                ladders[index].countsFromBasis = false
            } else {
                ladders[index].position += 1
            }
            schedule(ladders[index].rungAfterTogether, for: index)
        case .rest: ladders[index].phase = .resting
        }
    }

    private mutating func schedule(_ rung: Rung, for index: Int) {
        ladders[index].phase = .climbing(rung)
        var pending = clock.pending(rung, of: ladders[index])
        if rung == .tryAgain { pending = placer.dueWithinItsDay(pending, with: ladders[index].person) }
        enqueue(pending, for: index)
    }

    private mutating func enqueue(_ pending: Pending, for index: Int) {
        ladders[index].version += 1
        ladders[index].pending = pending
        queue.insert(.init(at: pending.turn, ladder: index, version: ladders[index].version))
    }

    private mutating func unschedule(_ index: Int) {
        ladders[index].version += 1
        ladders[index].pending = nil
    }

    // MARK: Places

    /// Gives a rung its place, which it may share with another rupture's; returns the standing's index.
    private mutating func stand(
        _ rung: Rung, at start: Instant, _ steps: [Step], number: Int, for index: Int
    ) -> Int {
        var owner = Standing.Owner(ladder: index, basis: ladders[index].basis, number: number, steps: steps)
        if let other = partner(rung, at: start, for: index) {
            owner.steps.move(.merged, to: start, evenIfStill: true)
            moveAlong(other, to: start)
            standings[other].owners.append(owner)
            ladders[index].standings.append(other)
            return other
        }
        let day = clock.zone.day(of: start)
        if rung.countsInCap { days[day].taken += 1 }
        let place = standings.count
        standings.append(
            Standing(
                rung: rung, personID: ladders[index].person.id, minutes: clock.figures.minutes(of: rung), start: start,
                owners: [owner]))
        days[day].places.append(place)
        ladders[index].standings.append(place)
        return place
    }

    /// The item, if any, with which a rung placed at `start` becomes one.
    private func partner(_ rung: Rung, at start: Instant, for index: Int) -> Int? {
        let person = ladders[index].person.id
        // What had begun when the later rupture, or the attempt on which its ladder stands, was written down stays.
        let recorded = ladders[index].basisRecorded ?? ladders[index].rupture.recorded
        var best: Int?
        for place in days[clock.zone.day(of: start)].places where isFor(place, rung, person) {
            let earlier = standings[place].start
            guard earlier <= start, start - earlier <= clock.figures.mergeWithin, earlier >= recorded,
                !standings[place].owners.isEmpty,
                standings[place].owners.allSatisfy({
                    $0.ladder != index
                        && (ladders[$0.ladder].movable == place || ladders[$0.ladder].movableRoadblock == place)
                })
            else { continue }
            if earlier > best.map({ standings[$0].start }) ?? Instant(seconds: .min) { best = place }
        }
        return best
    }

    /// Moves an item to a later start on its day; the ladders that stand on it count on from there.
    private mutating func moveAlong(_ place: Int, to start: Instant) {
        let stays = standings[place].start == start
        if stays, standings[place].owners.count > 1 { return }
        standings[place].start = start
        for position in standings[place].owners.indices {
            standings[place].owners[position].steps.move(.merged, to: start, evenIfStill: true)
        }
        if stays { return }
        for owner in standings[place].owners where ladders[owner.ladder].movable == place {
            ladders[owner.ladder].previous = start
            if standings[place].rung == .reflect { ladders[owner.ladder].reflectStart = start }
            if case .climbing(let next) = ladders[owner.ladder].phase { schedule(next, for: owner.ladder) }
        }
    }

    /// Whether the day has a free place for each part of a place that is not shared.
    private func hasRoom(_ place: RungPlacer.Place, _ rung: Rung, _ index: Int) -> Bool {
        let day = partner(rung, at: place.start, for: index) == nil ? clock.zone.day(of: place.start) : nil
        let eve = place.roadblock.flatMap { roadblock in
            partner(.roadblock, at: roadblock, for: index) == nil ? clock.zone.day(of: roadblock) : nil
        }
        if let day, day == eve { return isFree(day, for: 2) }
        return [day, eve].allSatisfy { $0.map { isFree($0, for: 1) } ?? true }
    }

    private func isFree(_ day: LocalDay, for items: Int) -> Bool {
        days[day].taken + items <= clock.cap
    }

    /// Whether a day has nothing left for a rung with a person: its places are taken, and there is no item of the kind that
    /// might be shared. It saves looking for an hour there.
    private func isFull(_ day: LocalDay, _ rung: Rung, _ person: String) -> Bool {
        days[day].taken >= clock.cap && !days[day].places.contains { isFor($0, rung, person) }
    }

    private func isFor(_ place: Int, _ rung: Rung, _ person: String) -> Bool {
        standings[place].rung == rung && standings[place].personID == person
    }

    /// The start of the last place that a ladder holds at a rung.
    private func lastStart(_ rung: Rung, of index: Int) -> Instant? {
        ladders[index].standings.last { standings[$0].rung == rung }.map { standings[$0].start }
    }
}
