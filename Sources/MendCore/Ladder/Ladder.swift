/// What the simulation knows of one rupture while its rungs are placed.
struct Ladder {
    enum Phase: Equatable {
        /// The rung that comes next.
        case climbing(Rung)
        /// Rest was placed; nothing follows it.
        case resting
        case closed
        /// No place was found for this rung within the days in which one is looked for.
        case stuck(Rung)
    }

    let rupture: Rupture
    let person: Person
    /// The band of the rupture's day; gaps, space, limit and the waiver use it.
    let band: AgeBand
    let space: Int
    let limit: Int

    var phase: Phase
    /// The attempt on which the ladder stands.
    var basis: Attempt?
    /// Whether the next try-again counts from the basis and not from the rung before.
    var countsFromBasis = false
    /// Try-agains used up.
    var number = 0
    /// The place in the spacing of the delay to the next try-again.
    var position = 0
    var refusalsInARow = 0
    /// The placed start of the rung before, or where a left-out one was due.
    var previous: Instant
    var reflectStart: Instant?
    /// All places that it took, in order, as indices of standings.
    var standings: [Int] = []
    /// The last place, which may still move by merging because nothing comes after it yet.
    var movable: Int?
    /// The roadblock question before the last try-again, likewise.
    var movableRoadblock: Int?
    var pending: Pending?
    var version = 0

    init(rupture: Rupture, person: Person, day: LocalDay, figures: LadderFigures) {
        self.rupture = rupture
        self.person = person
        band = person.band(on: day)
        space = figures.space(after: rupture, band: band)
        limit = figures.limit(rupture.kind, band: band)
        phase = .climbing(.calm)
        previous = rupture.at
    }

    /// When the attempt on which the ladder stands took effect: never before the rupture was written down.
    var basisRecorded: Instant? { basis.map { max($0.recorded, rupture.recorded) } }

    /// After reflect: reconnect, unless an attempt has been made already.
    var rungAfterReflect: Rung { basis == nil ? .reconnect : rungAfterTogether }

    var rungAfterTogether: Rung { number < limit ? .tryAgain : .rest }

    /// The item's id for a rung of this ladder.
    func itemID(_ rung: Rung, number: Int, basis: String?) -> String {
        switch rung {
        case .calm, .reflect, .reconnect: "\(rupture.id).\(rung.rawValue)"
        case .rest: "\(rupture.id).\(basis.map { $0 + "." } ?? "")\(rung.rawValue)"
        case .tryAgain, .roadblock: "\(rupture.id).\(basis.map { $0 + "." } ?? "")\(rung.rawValue).\(number)"
        }
    }
}

/// A rung that waits for its turn.
struct Pending {
    let rung: Rung
    /// The try-again's number; 0 for the others.
    var number = 0
    /// From when on a place is looked for.
    let due: Instant
    /// Nothing of it comes before: neither it nor its roadblock question.
    let floor: Instant
    /// The local day of the rung before.
    let previousDay: LocalDay
    var hasRoadblock = false
    /// How it came to be due then.
    let steps: [Step]
    /// When it is taken from the queue.
    var turn: Instant
}

/// A place that the simulation has given, with the ladders whose rung stands there.
struct Standing {
    struct Owner {
        /// The ladder's index.
        let ladder: Int
        /// The attempt on which the ladder stood.
        let basis: Attempt?
        let number: Int
        var steps: [Step]
    }

    let rung: Rung
    let personID: String
    let minutes: Int
    var start: Instant
    var owners: [Owner]
}
