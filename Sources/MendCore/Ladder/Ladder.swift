/// What is open with one person. It holds what records carry over: what has begun, and what follows from that.
struct Ladder {
    /// The person's number in the household.
    let number: Int
    let person: Person
    /// The running climb.
    private(set) var climb: Climb?
    /// Ruptures that are neither closed nor in a climb: at rest, or of somebody for whom reminders have ended.
    private(set) var resting: Set<Int> = []
    /// Try-agains that have begun since a rupture or attempt was last written down.
    private(set) var silence = 0
    /// The last together item that has begun.
    private(set) var lastTogether: Range<Instant>?
    /// The roadblock last named.
    private(set) var roadblock: Roadblock?
    /// Whether reminders have ended.
    private(set) var hasEnded = false

    init(_ number: Int, _ person: Person) {
        self.number = number
        self.person = person
    }

    /// An open rupture comes to rest.
    mutating func rest(_ rupture: Int) {
        guard climb?.contains(rupture) ?? false else { return }
        leaveClimb(rupture)
        resting.insert(rupture)
    }

    /// A climb ends with its last rupture.
    private mutating func leaveClimb(_ rupture: Int) {
        climb?.close(rupture)
        if climb?.members.isEmpty ?? true { climb = nil }
    }

    /// A rupture had come to rest long ago.
    mutating func remember(resting rupture: Int) { resting.insert(rupture) }

    /// A roadblock was named long ago.
    mutating func remember(_ roadblock: Roadblock?) { self.roadblock = roadblock ?? self.roadblock }

    func isOpen(_ rupture: Int) -> Bool {
        resting.contains(rupture) || climb?.contains(rupture) ?? false
    }

    // MARK: What has begun

    /// - Parameters:
    ///   - named: the ruptures that it names.
    ///   - isOfClimb: false for what a corrected record has cut off from the running climb.
    mutating func begin(
        _ rung: Rung, number: Int, naming named: [Int], at start: Instant, isOfClimb: Bool = true, clock: LadderClock
    ) {
        if rung == .tryAgain { silence += 1 }
        if rung.isTogether { lastTogether = start..<(start + clock.figures.minutes(of: rung).minutes) }
        guard isOfClimb else {
            // Whatever a correction has made of the climb that it ended, what it named is at rest.
            if rung == .rest { named.forEach { rest($0) } }
            return
        }
        climb?.begin(rung, number: number, naming: named, at: start, person: person, clock: clock)
        if rung == .rest { endClimb() }
    }

    mutating func leaveOutCalm(dueAt due: Instant) {
        climb?.pass(.calm, at: due)
    }

    private mutating func endClimb() {
        resting.formUnion(climb?.members.map(\.rupture) ?? [])
        climb = nil
    }

    // MARK: Records

    /// A rupture begins a new climb for all that are not at rest; one that is older than the anchor just joins.
    mutating func take(_ rupture: Rupture, _ member: Climb.Member, _ placer: inout RungPlacer) {
        silence = 0
        if hasEnded {
            resting.insert(member.rupture)
        } else if let anchor = climb?.anchor, rupture.at < anchor.at {
            climb?.join(member, placer.clock.figures)
        } else {
            climb = Climb(
                member, rupture, others: climb?.takenAlong ?? [], day: placer.clock.zone.day(of: rupture.at),
                person: person, figures: placer.clock.figures)
            let late = lateRung(before: rupture.recorded, &placer)
            climb?.begin(recorded: rupture.recorded, late: late)
        }
    }

    /// - Parameters:
    ///   - number: the attempt's.
    ///   - rupture: the one that it is about.
    mutating func take(
        _ attempt: Attempt, _ number: Int, at rupture: Rupture, _ member: Climb.Member, clock: LadderClock
    ) {
        silence = 0
        remember(attempt.roadblock)
        let isOvertaken = climb?.isOvertaken(attempt) ?? true
        switch attempt.outcome {
        case .again:
            resting.remove(member.rupture)
            if hasEnded {
                resting.insert(member.rupture)
            } else if climb != nil {
                climb?.takeAgain(member, attempt, number, clock.figures)
            } else {
                climb = Climb(anew: member, rupture, by: attempt, number, person: person, clock: clock)
            }
        case .repaired, .letGo:
            resting.remove(member.rupture)
            guard climb?.contains(member.rupture) ?? false else { return }
            leaveClimb(member.rupture)
            if !isOvertaken { climb?.answer(attempt, number, last: lastTogether, person: person, clock: clock) }
        case .partial, .declined, .notReady:
            guard !isOvertaken, climb?.contains(member.rupture) ?? false else { return }
            climb?.answer(attempt, number, last: lastTogether, person: person, clock: clock)
        }
    }

    /// Reminders end, or begin again, which brings nothing back by itself.
    mutating func end(_ hasEnded: Bool) {
        endClimb()
        self.hasEnded = hasEnded
    }
}
