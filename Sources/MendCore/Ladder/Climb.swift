/// One go up the ladder with a person: what has begun of it, and what follows from that.
struct Climb {
    /// An open rupture of the climb.
    struct Member {
        /// Its number in the history.
        let rupture: Int
        /// Its place among all, the oldest first.
        let rank: Int
        let at: Instant
        let kind: Rupture.Kind
        /// How many try-agains it gets in this climb.
        fileprivate(set) var limit = 0
        /// Try-agains that have begun while it was named, and later climbs that it was taken into.
        var tries = 0

        init(_ rupture: Rupture, number: Int, rank: Int) {
            self.rupture = number
            self.rank = rank
            at = rupture.at
            kind = rupture.kind
        }

        var hasDroppedOut: Bool { tries >= limit }
    }

    /// The rupture that began it.
    let anchor: Member
    /// The caregiver's thermometer at the anchor's rupture.
    let anchorZone: FeelingZone?
    /// The band of the day on which it begins; figures and words follow it.
    let band: AgeBand
    /// How long the person needs since the anchor's rupture.
    let space: Int
    /// From the rupture to calm, and from calm to reflect; nil: there is none.
    let calmDelay, reflectDelay: Int?

    /// The open ruptures of the climb, the newest first.
    private(set) var members: [Member]
    /// The newest attempt, by its number in the history.
    private(set) var attempt: (number: Int, at: Instant)?
    /// How many refusals there were in a row.
    private(set) var refusals = 0
    /// The running number of the last try-again.
    private(set) var number = 0
    /// The roadblock question that was asked last, with the number of its try-again.
    private(set) var question: (number: Int, start: Instant)?

    /// What is next on the way to what comes together for the first time; nil: that has begun, or was tried already.
    private(set) var way: Rung?
    /// The rung before on that way, and its start (or where it was due, if it was left out).
    private(set) var before: (rung: Rung?, start: Instant)
    /// When the anchor was written down: nothing is due before.
    private(set) var recorded = Instant.distantPast
    /// The rung that stands for all that lay before the record, and whether it is a reconnect whose space is waived.
    private(set) var late: (rung: Rung, isWaived: Bool)?
    /// Whether somebody has tried: then no reconnect comes any more.
    private(set) var isAnswered = false
    /// Whether the anchor was closed: then neither calm nor reflect comes any more.
    private(set) var hasLostAnchor = false

    /// The next try-again by the spacing or the last attempt, whether the limits leave room for it or not.
    private(set) var nextTry: DueRung?
    /// The place in the spacing of the delay that follows it.
    private var position = 0

    init(
        _ anchor: Member, _ rupture: Rupture, others: [Member], day: LocalDay, person: Person, figures: LadderFigures
    ) {
        self.anchor = anchor
        anchorZone = rupture.ownZone
        band = person.band(on: day)
        space = figures.space(band, isRed: rupture.theirZone == .red, kind: rupture.kind)
        calmDelay = figures.calmDelay(rupture, band: band)
        reflectDelay = figures.reflectDelay(rupture.kind, band: band)
        members = others.map { [band] member in
            var member = member
            member.limit = figures.limits[member.kind, band]
            return member
        }
        before = (nil, rupture.at)
        way = calmDelay != nil ? .calm : reflectDelay != nil ? .reflect : .reconnect
        join(anchor, figures)
    }

    /// Begins with an attempt to begin anew: the first item is a try-again at the next good time.
    init(
        anew anchor: Member, _ rupture: Rupture, by attempt: Attempt, _ number: Int, person: Person, clock: LadderClock
    ) {
        let day = clock.zone.day(of: attempt.recorded)
        self.init(anchor, rupture, others: [], day: day, person: person, figures: clock.figures)
        way = nil
        self.attempt = (number, attempt.at)
        let start = clock.nextGoodTime(of: person, from: attempt.recorded)
        var steps: [Step] = []
        steps.append(.attempt(.again), from: attempt.at, to: start)
        nextTry = DueRung(
            rung: .tryAgain, at: start, isAtHour: true, earliest: start, dayBefore: day + -1, steps: steps)
        position = 1
    }

    /// - Parameter late: the rung that stands for all that lay before; nil: none did.
    mutating func begin(recorded: Instant, late: (rung: Rung, isWaived: Bool)?) {
        self.recorded = recorded
        self.late = late
        if let late { way = late.rung }
    }

    // MARK: Members

    mutating func join(_ member: Member, _ figures: LadderFigures) {
        var member = member
        member.limit = figures.limits[member.kind, band]
        members.removeAll { $0.rupture == member.rupture }
        let place = members.firstIndex { $0.rank < member.rank } ?? members.endIndex
        members.insert(member, at: place)
    }

    func contains(_ rupture: Int) -> Bool { members.contains { $0.rupture == rupture } }

    /// Those that a new climb takes along.
    var takenAlong: [Member] {
        members.map { member in
            var member = member
            member.tries += 1
            return member
        }
    }

    /// The numbers of the ruptures that an item names: those that have not dropped out; rest names all.
    func ruptures(namedBy rung: Rung) -> [Int] {
        let namesAll = rung == .rest || members.allSatisfy(\.hasDroppedOut)
        return members.compactMap { namesAll || !$0.hasDroppedOut ? $0.rupture : nil }
    }

    /// Whether rest is all that is left: every rupture has reached its limit, or silence its own.
    func isDone(silence: Int, _ figures: LadderFigures) -> Bool {
        let named = members.lazy.filter { !$0.hasDroppedOut }
        guard let heaviest = named.map(\.kind).min(by: { $0.weight < $1.weight }) else { return true }
        return silence >= figures.silence[heaviest, band]
    }

    /// Of the heaviest that is open; the heaviest come first.
    var weight: Int { members.lazy.map(\.kind.weight).min() ?? .max }

    // MARK: What has begun

    /// A rung of the climb has begun.
    mutating func begin(
        _ rung: Rung, number: Int, naming named: [Int], at start: Instant, person: Person, clock: LadderClock
    ) {
        switch rung {
        case .calm, .reflect: pass(rung, at: start)
        case .roadblock: question = (number, start)
        case .reconnect, .tryAgain:
            way = nil
            if rung == .tryAgain {
                self.number = max(self.number, number)
                for index in members.indices where named.contains(members[index].rupture) { members[index].tries += 1 }
            }
            let delay = clock.figures.spacing(at: position)
            nextTry = clock.tryAgain(
                after: start, ended: start + clock.figures.minutes(of: rung).minutes, delay, because: .spacing(delay),
                with: person)
            position += 1
        case .rest: break
        }
    }

    /// Calm or reflect is over, or left out.
    mutating func pass(_ rung: Rung, at start: Instant) {
        before = (rung, start)
        guard way == .calm || way == .reflect else { return }
        if rung == .calm, reflectDelay != nil { way = .reflect } else { way = isAnswered ? nil : .reconnect }
    }

    // MARK: Attempts

    /// Whether an attempt was made before the climb's anchor or its newest attempt.
    func isOvertaken(_ attempt: Attempt) -> Bool {
        attempt.at < anchor.at || self.attempt.map { attempt.at < $0.at } ?? false
    }

    /// Somebody begins anew with a rupture while the climb goes on.
    mutating func takeAgain(_ member: Member, _ attempt: Attempt, _ number: Int, _ figures: LadderFigures) {
        join(member, figures)
        self.attempt = (number, attempt.at)
    }

    /// One of the climb is closed.
    mutating func close(_ rupture: Int) {
        members.removeAll { $0.rupture == rupture }
        guard rupture == anchor.rupture else { return }
        hasLostAnchor = true
        if way == .calm || way == .reflect { way = isAnswered ? nil : .reconnect }
    }

    /// An attempt that refuses, or mends a part (as does a closing for those that are left).
    /// - Parameters:
    ///   - number: the attempt's.
    ///   - last: the last together item with the person that has begun.
    mutating func answer(_ attempt: Attempt, _ number: Int, last: Range<Instant>?, person: Person, clock: LadderClock) {
        let (base, ended) =
            if let last, last.lowerBound > attempt.at { (last.lowerBound, last.upperBound) } else {
                (attempt.at, attempt.at)
            }
        func due(_ delay: LadderFigures.Delay) -> DueRung {
            var due = clock.tryAgain(after: base, ended: ended, delay, because: .attempt(attempt.outcome), with: person)
            clock.delay(&due, to: attempt.recorded, because: .record, with: person)
            return due
        }
        if attempt.outcome.refuses {
            refusals += 1
            let wait = due(clock.figures.refusalDelay(count: refusals, space: space))
            if clock.figures.refusal.onlyDelays.contains(band) {
                delay(wait, after: attempt, person: person, clock: clock)
            } else {
                nextTry = wait
                position = 0
            }
        } else {
            refusals = 0
            nextTry = due(.days(clock.figures.partialDays))
            position = 1
        }
        self.attempt = (number, attempt.at)
        isAnswered = true
        if way == .reconnect { way = nil }
    }

    /// A no that only delays: never to the attempt's own day, nor to before what was to come anyway.
    private mutating func delay(_ wait: DueRung, after attempt: Attempt, person: Person, clock: LadderClock) {
        var wait = wait
        let day = clock.zone.day(of: attempt.at)
        if clock.zone.day(of: wait.at) <= day { clock.moveToHour(&wait, with: person, on: day + 1) }
        guard let set = nextTry else {
            nextTry = wait
            position = 0
            return
        }
        if wait.at > set.at {
            nextTry = wait
        } else {
            nextTry?.earliest = max(set.earliest, wait.earliest)
        }
    }
}
