/// Takes records one by one and refuses those that cannot be true together with the ones before.
public struct HistoryChecker {
    private let now: Instant
    private let zone: Zone
    private var household: Household
    private var people: [String: Person] = [:]
    private var ruptures: [String: Rupture] = [:]
    private var attempts: [String: [Attempt]] = [:]
    private var attemptIDs: Set<String> = []
    private var checkInIDs: Set<String> = []
    private var holdIDs: Set<String> = []
    private var placeIDs: Set<String> = []
    private var placed: Set<String?> = []
    private var offerIDs: Set<String> = []
    private var names: Set<FoldedName> = []
    /// An older journal may hold two people whose names cannot be told apart; what is corrected there need not wait for that.
    private var allowsTwins = false

    /// - Parameter now: nothing may be written down later than this.
    public init(_ history: History, now: Instant) {
        self.now = now
        household = history.household
        zone = history.household.zone
        people = Dictionary(history.people.map { ($0.id, $0) }) { $1 }
        ruptures = Dictionary(history.ruptures.map { ($0.id, $0) }) { $1 }
        attempts = Dictionary(grouping: history.attempts, by: \.rupture)
        attemptIDs = Set(history.attempts.map(\.id))
        checkInIDs = Set(history.checkIns.map(\.id))
        holdIDs = Set(history.holds.map(\.id))
        placeIDs = Set(history.places.map(\.id))
        placed = Set(history.places.map(\.with))
        offerIDs = Set(history.offers.map(\.id))
        names = Set(history.people.map { FoldedName($0.name) })
    }

    /// Checks everything at once, for changes of what others rest on.
    public static func check(_ history: History, now: Instant) throws(RecordFault) {
        var checker = HistoryChecker(History(household: history.household), now: now)
        checker.allowsTwins = true
        for record in history.records { try checker.add(record) }
    }

    /// Checks a new record and remembers it for those that follow.
    public mutating func add(_ record: JournalRecord) throws(RecordFault) {
        try RecordForm.check(record)
        switch record {
        case .household(let household): try check(household)
        case .person(let person):
            guard people[person.id] == nil else { throw .duplicate("person") }
            try replace(person)
            guard names.insert(FoldedName(person.name)).inserted || allowsTwins else { throw .sameName }
        case .rupture(let rupture): try add(rupture)
        case .attempt(let attempt): try add(attempt)
        case .checkIn(let checkIn):
            guard !checkInIDs.contains(checkIn.id) else { throw .duplicate("check-in") }
            if let id = checkIn.with, people[id] == nil { throw .nobody }
            try check(checkIn.at, recorded: checkIn.recorded)
            checkInIDs.insert(checkIn.id)
        case .hold(let hold):
            guard !holdIDs.contains(hold.id) else { throw .duplicate("hold") }
            if let id = hold.with, people[id] == nil { throw .nobody }
            try check(hold.at, recorded: hold.recorded)
            guard hold.at <= hold.until else { throw .endsBeforeItBegins }
            holdIDs.insert(hold.id)
        case .place(let place):
            guard !placeIDs.contains(place.id) else { throw .duplicate("place") }
            guard placed.insert(place.with).inserted else { throw .duplicate("place") }
            try replace(place)
        case .offer(let offer):
            guard !offerIDs.contains(offer.id) else { throw .duplicate("offer") }
            if let id = offer.with, people[id] == nil { throw .nobody }
            try check(offer.at, recorded: offer.at)
            if let ended = offer.ended {
                guard ended <= now else { throw .inFuture }
                guard offer.at <= ended else { throw .endsBeforeItBegins }
            }
            offerIDs.insert(offer.id)
        case .contact, .channel, .subscription, .published, .delivery: break
        }
    }

    /// Checks a person who may be there already.
    public mutating func replace(_ person: Person) throws(RecordFault) {
        try RecordForm.check(.person(person))
        if let ended = person.ended, ended > now { throw .inFuture }
        if person.relation == .child, person.born == nil { throw .childWithoutBirthDate }
        if let born = person.born {
            let today = zone.day(of: now)
            guard born <= today else { throw .bornInFuture(born) }
            guard AgeBand.years(born: born, on: today) <= 120 else { throw .tooOld(born) }
        }
        guard OpenWeek(quiet: household.quiet, closed: person.closed, sleep: person.sleep).hasAnHour else {
            throw .noOpenHour
        }
        people[person.id] = person
    }

    /// Checks a Safe Place that may be there already.
    public mutating func replace(_ place: SafePlace) throws(RecordFault) {
        try RecordForm.check(.place(place))
        if let id = place.with, people[id] == nil { throw .nobody }
        placeIDs.insert(place.id)
    }

    private mutating func check(_ household: Household) throws(RecordFault) {
        guard OpenWeek(quiet: household.quiet, closed: [], sleep: nil).hasAnHour else { throw .noQuietEnd }
        guard OpenWeek(quiet: household.quiet, closed: household.closed, sleep: nil).hasAnHour else {
            throw .noOwnOpenHour
        }
        self.household = household
    }

    private mutating func add(_ rupture: Rupture) throws(RecordFault) {
        guard ruptures[rupture.id] == nil else { throw .duplicate("rupture") }
        guard let person = people[rupture.with] else { throw .nobody }
        try check(rupture.at, recorded: rupture.recorded)
        if let born = person.born, zone.day(of: rupture.at) < born { throw .beforeBirth(rupture.id) }
        ruptures[rupture.id] = rupture
    }

    private mutating func add(_ attempt: Attempt) throws(RecordFault) {
        guard !attemptIDs.contains(attempt.id) else { throw .duplicate("attempt") }
        guard let rupture = ruptures[attempt.rupture] else { throw .noRupture(attempt.rupture) }
        try check(attempt.at, recorded: attempt.recorded)
        guard attempt.at >= rupture.at else { throw .attemptBeforeRupture(attempt.rupture) }
        var row = attempts[attempt.rupture] ?? []
        row.append(attempt)
        try Self.checkNothingAfterClosing(row)
        attempts[attempt.rupture] = row
        attemptIDs.insert(attempt.id)
    }

    /// After a closing attempt only beginning again may follow.
    private static func checkNothingAfterClosing(_ attempts: [Attempt]) throws(RecordFault) {
        var closedAt: Instant?
        for attempt in attempts.sorted(by: { ($0.at, $0.recorded, $0.id) < ($1.at, $1.recorded, $1.id) }) {
            if attempt.outcome == .again {
                closedAt = nil
            } else if let closedAt, attempt.at >= closedAt {
                throw .afterClosing(attempt.rupture)
            } else if attempt.outcome.closes {
                closedAt = attempt.at
            }
        }
    }

    private func check(_ at: Instant, recorded: Instant) throws(RecordFault) {
        guard at <= now, recorded <= now else { throw .inFuture }
        guard at <= recorded else { throw .recordedBefore }
    }
}
