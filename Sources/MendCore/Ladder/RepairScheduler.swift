/// Places the rungs of all ladders in one queue, from record to record.
///
/// Between two records the queue runs on by itself. A record leaves what has begun and places everything else anew, so
/// nothing but what has begun is carried over one.
public struct RepairScheduler {
    public enum Fault: Error, Equatable {
        /// More turns than the records can need; a plan's figures let rungs follow each other without end.
        case tooManyTurns(Int)
    }

    private let history: History
    private let clock: LadderClock
    private var placer: RungPlacer
    private let settled: SettledRungs
    private var numbers: RecordNumbers
    /// One for each of the people, as the newest record left it.
    private(set) var ladders: [Ladder]
    /// What comes next on each on which a climb runs: a household has few of them, however many people.
    private var queue = LadderQueue()
    /// All that has begun or is to come, in order of their starts; hidden ones too.
    private(set) var rungs: [PlacedRung] = []
    /// By the number of a ladder, what stands in the way of its next rung.
    private(set) var stuck: [Int: NoPlace] = [:]
    /// The numbers of settled rungs that stand.
    private var shown: Set<Int> = []
    private var holds: Holds
    private var newest = Instant.distantPast
    private var turnsLeft: Int

    /// Whether an earlier past would have had to be known.
    private(set) var looksBack = false
    private let past: QuietPast

    /// Runs the whole simulation over a history.
    /// - Parameter day: nothing before it is asked for; nil: all may be.
    /// - Throws: `Fault`.
    public init(plan: Plan, history: History, since day: LocalDay? = nil) throws(Fault) {
        self.history = history
        clock = LadderClock(plan: plan, household: history.household)
        placer = RungPlacer(clock: clock, people: history.people.count)
        numbers = RecordNumbers(history)
        past = day.map { [numbers] in QuietPast(before: $0, in: history, numbers) } ?? .none
        settled = SettledRungs(history, from: past.end)
        ladders = history.people.enumerated().map { Ladder($0, $1) }
        holds = Holds(zone: clock.zone, figures: plan.ladder, people: history.people.count)
        let records = numbers.records(of: history, from: past.end)
        turnsLeft = 10_000 + 1_000 * records.count
        rungs.reserveCapacity(2 * records.count)
        takePast()
        for record in records {
            try advance(to: record.recorded)
            newest = max(newest, record.recorded)
            take(record.content)
        }
        if !records.isEmpty { try runQueue(until: nil) }
    }

    /// What the quiet past leaves: what is at rest, and holds and thermometers that may reach beyond it.
    private mutating func takePast() {
        guard past.end > .distantPast else { return }
        for rupture in past.resting {
            guard let ladder = numbers.person(history.ruptures[rupture].with) else { continue }
            ladders[ladder].remember(resting: rupture)
        }
        for number in past.rests { append(settled: number) }
        for number in past.roadblocks {
            let attempt = history.attempts[number]
            guard let rupture = numbers.rupture(attempt.rupture) else { continue }
            if let ladder = numbers.person(history.ruptures[rupture].with) {
                ladders[ladder].remember(attempt.roadblock)
            }
        }
        let ruptures = history.ruptures
        for number in ruptures.indices
        where ruptures[number].recorded < past.end && past.end - ruptures[number].at < Self.longestHold {
            if let ladder = numbers.person(ruptures[number].with) {
                holds.take(ruptures[number], number: number, with: ladders[ladder])
            }
        }
        newest = past.end
    }

    /// No plan makes a red thermometer hold longer.
    private static let longestHold = 64 * 24.hours

    /// Lets begin what starts before an instant: as it was settled, and by the queue where that is not known.
    private mutating func advance(to end: Instant) throws(Fault) {
        guard end > newest else { return }
        guard end <= max(settled.end, history.household.edited ?? .distantPast) else { return try runQueue(until: end) }
        for number in settled.numbers(from: newest, to: end) { begin(settled: number) }
    }

    // MARK: Reading

    func minutes(of rung: Rung) -> Int { clock.figures.minutes(of: rung) }

    /// The ladders whose running climb has come to rest since the newest record.
    func laddersAtRest(by now: Instant) -> Set<Int> {
        let rests = rungs.reversed().prefix { $0.start >= newest }.filter { $0.key.rung == .rest && $0.start < now }
        return Set(rests.map(\.ladder))
    }

    /// When the pause of a ladder is over.
    func pausedUntil(_ ladder: Int) -> Instant { holds.pause(of: ladder) }

    /// When the last hold on what comes together on a ladder is over.
    func heldUntil(_ ladder: Int) -> Instant {
        holds.bounds(with: ladders[ladder], isTogether: true, newest: newest, except: nil).held
    }

    // MARK: Records

    private mutating func take(_ record: RecordNumbers.Content) {
        switch record {
        case .rupture(let number):
            let rupture = history.ruptures[number]
            guard let ladder = numbers.person(rupture.with) else { return }
            holds.take(rupture, number: number, with: ladders[ladder])
            ladders[ladder].take(rupture, numbers.member(rupture, number: number), &placer)
            watch(ladder)
        case .attempt(let number):
            let attempt = history.attempts[number]
            guard let about = numbers.rupture(attempt.rupture) else { return }
            let rupture = history.ruptures[about]
            guard let ladder = numbers.person(rupture.with) else { return }
            ladders[ladder].take(
                attempt, number, at: rupture, numbers.member(rupture, number: about), clock: clock)
            watch(ladder)
            if attempt.outcome.closes { hide(about, of: ladder, from: attempt.at) }
        case .checkIn(let number):
            let checkIn = history.checkIns[number]
            let ladder = checkIn.with.flatMap(numbers.person).map { ladders[$0] }
            holds.take(checkIn, with: ladder)
        case .hold(let number):
            let hold = history.holds[number]
            holds.take(hold, with: hold.with.flatMap(numbers.person))
        case .end(let number):
            ladders[number].end(true)
            watch(number)
        case .begin(let number):
            ladders[number].end(false)
            watch(number)
        case .edit: break
        }
    }

    /// Notes what comes next on a ladder, after whatever could have changed it.
    private mutating func watch(_ ladder: Int) {
        queue.put(LadderQueue.Turn(ladders[ladder], &placer), of: ladder)
    }

    /// Hides what started from a closing's own time on and names no other open rupture.
    private mutating func hide(_ rupture: Int, of ladder: Int, from start: Instant) {
        for index in rungs.indices.reversed() {
            guard rungs[index].start >= start else { return }
            guard rungs[index].ladder == ladder, rungs[index].ruptures.contains(rupture),
                !rungs[index].ruptures.contains(where: ladders[ladder].isOpen)
            else { continue }
            rungs[index].isHidden = true
        }
    }

    // MARK: What has begun

    private mutating func begin(_ rung: PlacedRung, isOfClimb: Bool = true) {
        ladders[rung.ladder].begin(
            rung.key.rung, number: rung.key.number, naming: rung.ruptures, at: rung.start, isOfClimb: isOfClimb,
            clock: clock)
        watch(rung.ladder)
        append(rung)
    }

    /// What was settled stands once, whatever a corrected record makes of its ladder.
    private mutating func append(_ rung: PlacedRung) {
        if let number = rung.settled, !shown.insert(number).inserted { return }
        rungs.append(rung)
    }

    private mutating func begin(settled number: Int) {
        guard let rung = rung(settled: number) else { return }
        let isOfClimb = ladders[rung.ladder].climb.map(anchorID) == rung.key.anchor
        begin(rung, isOfClimb: isOfClimb)
        guard rung.key.rung == .rest else { return }
        // A correction may have given what it named to somebody else.
        for rupture in rung.ruptures {
            guard let ladder = numbers.person(history.ruptures[rupture].with), ladder != rung.ladder else { continue }
            ladders[ladder].rest(rupture)
            watch(ladder)
        }
    }

    private mutating func append(settled number: Int) {
        if let rung = rung(settled: number) { append(rung) }
    }

    private func rung(settled number: Int) -> PlacedRung? {
        let published = history.published[number]
        guard let item = published.settled, case .rung(let key) = published.item else { return nil }
        // A correction may have given the rupture to somebody else.
        let person = numbers.rupture(key.anchor).map { history.ruptures[$0].with } ?? item.person
        return person.flatMap(numbers.person).map { ladder in
            PlacedRung(
                ladder: ladder, key: key, start: published.start, ruptures: item.ruptures.compactMap(numbers.rupture),
                band: item.band ?? .adult, settled: number)
        }
    }

    // MARK: The queue

    /// Places what is due; what starts before the end has begun, all else is forgotten again. Without an end all is placed.
    private mutating func runQueue(until end: Instant?) throws(Fault) {
        guard !queue.isEmpty else { return }
        holds.forget(before: newest)
        var days = placesTaken()
        var placed: [PlacedRung] = []
        // Ladders with rungs that were placed here, and what comes next on them.
        var ahead: [Int: Ladder] = [:]
        var following = LadderQueue()
        let (first, last) = (clock.zone.day(of: newest), end.map(clock.zone.day))
        // No rung begins on a day before that on which it is due.
        let horizon = last.map { clock.zone.start(of: $0 + 1) } ?? Instant(seconds: .max)
        let cap = clock.cap
        func hasRoom() -> Bool { last.map { days.haveRoom(under: cap, through: $0) } ?? true }
        var isRoomLeft = hasRoom()
        /// What can only stand on a later day than the end has not begun by then.
        func mayBegin(_ place: LadderQueue.Place) -> Bool {
            last.map { place.firstDay <= $0 && (isRoomLeft || !place.needsFreePlace) } ?? true
        }
        var full: [Int] = []
        var position = LadderQueue.Position()
        while true {
            let turn: LadderQueue.Turn
            let waiting = queue.first(from: &position) { $0.at >= horizon || mayBegin($0) }
            if let waiting, following.first.map({ waiting.place < $0.place }) ?? true {
                position.pass()
                turn = waiting
            } else if let next = following.removeFirst() {
                turn = next
            } else {
                break
            }
            if turn.due.at >= horizon { break }
            guard mayBegin(turn.place) else { continue }
            var ladder = ahead[turn.ladder] ?? ladders[turn.ladder]
            if turn.due.rung == .rest, ladder.lastTogether == nil, past.end > .distantPast { looksBack = true }
            turnsLeft -= 1
            guard turnsLeft > 0 else { throw .tooManyTurns(10_000) }
            switch place(turn.due, ladder, days, through: last) {
            case .success(let rungs):
                if rungs.isEmpty { ladder.leaveOutCalm(dueAt: turn.due.at) }
                for rung in rungs {
                    placed.append(rung)
                    if rung.key.rung.countsInCap { days[clock.zone.day(of: rung.start)] += 1 }
                    ladder.begin(
                        rung.key.rung, number: rung.key.number, naming: rung.ruptures, at: rung.start, clock: clock)
                }
                ahead[turn.ladder] = ladder
                following.put(LadderQueue.Turn(ladder, &placer), of: turn.ladder)
                isRoomLeft = hasRoom()
            case .failure(let noPlace):
                if end == nil { stuck[turn.ladder] = noPlace }
                if first == last, ahead[turn.ladder] == nil, !isOpen(first, for: turn.due, ladder) {
                    full.append(turn.ladder)
                }
            }
        }
        // Not before: the queue stays as it is while it is gone through.
        for ladder in full { queue.putOff(ladder, to: first + 1) }
        placed.sort { $0.precedes($1) }
        guard let end else { return placed.forEach { append($0) } }
        for rung in placed where rung.start < end { begin(rung) }
    }

    /// Whether closed times alone leave a place for a rung on the newest record's day. Later that day there is less of it.
    private mutating func isOpen(_ day: LocalDay, for due: DueRung, _ ladder: Ladder) -> Bool {
        let bounds = RungPlacer.Bounds(newest: newest, held: .distantPast, heldAlone: .distantPast, heldBy: .pause)
        guard case .success = placer.place(due, with: ladder, bounds, through: day, hasRoom: { _, _ in true }) else {
            return false
        }
        return true
    }

    /// What is taken by what has begun, hidden or not.
    private func placesTaken() -> PlacesTaken {
        let today = clock.zone.day(of: newest)
        let start = clock.zone.start(of: today)
        return PlacesTaken(
            from: today, onIt: rungs.reversed().prefix { $0.start >= start }.count(where: \.key.rung.countsInCap))
    }

    /// Where a rung stands, with its roadblock question ahead of it; nothing, where it is left out.
    /// - Parameter last: no later day is looked at; nil: as many as the plan says.
    private mutating func place(
        _ due: DueRung, _ ladder: Ladder, _ days: PlacesTaken, through last: LocalDay?
    ) -> Result<[PlacedRung], NoPlace> {
        guard let climb = ladder.climb else { return .success([]) }
        if due.rung == .calm {
            let place = placer.calm(due, newest: newest)
            return .success(place.map { [placed(.calm, at: $0.start, $0.steps, due, ladder, climb)] } ?? [])
        }
        let bounds = holds.bounds(
            with: ladder, isTogether: due.rung.isTogether, newest: newest,
            except: due.passesOwnHold ? climb.anchor.rupture : nil)
        let (waits, cap) = (due.rung.needsFreePlace, clock.cap)
        return placer.place(due, with: ladder, bounds, through: last) {
            !waits || days[$0] + $1 <= cap
        }.map { place in
            let rung = placed(due.rung, at: place.start, place.steps, due, ladder, climb)
            guard let question = place.question else { return [rung] }
            var steps = place.steps
            steps.append(.questionAhead, from: place.start, to: question)
            return [placed(.roadblock, at: question, steps, due, ladder, climb), rung]
        }
    }

    private func anchorID(_ climb: Climb) -> String { history.ruptures[climb.anchor.rupture].id }

    private func placed(
        _ rung: Rung, at start: Instant, _ steps: [Step], _ due: DueRung, _ ladder: Ladder, _ climb: Climb
    ) -> PlacedRung {
        let attempt = rung.standsOnAttempt ? climb.attempt?.number : nil
        let key = RungKey(
            anchor: anchorID(climb), attempt: attempt.map { history.attempts[$0].id }, rung: rung, number: due.number)
        var placed = PlacedRung(
            ladder: ladder.number, key: key, start: start, ruptures: climb.ruptures(namedBy: rung), attempt: attempt,
            band: climb.band, steps: steps)
        if let number = settled[key] {
            placed.settled = number
            placed.start = history.published[number].start
        }
        if rung == .roadblock {
            let turns = clock.figures.roadblocksBefore.firstIndex(of: due.number) ?? 0
            placed.roadblock = ladder.roadblock ?? Roadblock.allCases[turns % Roadblock.allCases.count]
        }
        return placed
    }
}
