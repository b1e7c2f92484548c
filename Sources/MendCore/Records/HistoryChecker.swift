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
        switch record {
        case .household(let household): try check(household)
        case .contact(let contact):
            try check(contact.name, as: .contactName)
            try check(contact.number, as: .number)
            if let purpose = contact.purpose { try check(purpose, as: .purpose) }
        case .person(let person):
            guard people[person.id] == nil else { throw .duplicate("person") }
            try replace(person)
            guard names.insert(FoldedName(person.name)).inserted || allowsTwins else { throw .sameName }
        case .rupture(let rupture): try add(rupture)
        case .attempt(let attempt): try add(attempt)
        case .checkIn(let checkIn):
            try check(id: checkIn.id)
            guard !checkInIDs.contains(checkIn.id) else { throw .duplicate("check-in") }
            if let id = checkIn.with, people[id] == nil { throw .nobody }
            try check(checkIn.at, recorded: checkIn.recorded)
            try check(writer: checkIn.by)
            checkInIDs.insert(checkIn.id)
        case .hold(let hold):
            try check(id: hold.id)
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
            try check(id: offer.id)
            guard !offerIDs.contains(offer.id) else { throw .duplicate("offer") }
            if let id = offer.with, people[id] == nil { throw .nobody }
            try check(offer.at, recorded: offer.at)
            if let ended = offer.ended {
                guard ended <= now else { throw .inFuture }
                guard offer.at <= ended else { throw .endsBeforeItBegins }
            }
            offerIDs.insert(offer.id)
        case .channel(let channel):
            try check(channel.name, as: .channelName)
            if let to = channel.to { try check(to, as: .destination) }
        case .subscription(let subscription):
            try check(subscription.name, as: .subscriptionName)
            try check(subscription.secretHash, as: .secretHash)
        case .published(let published):
            try check(published.item)
            if let prompt = published.prompt { try check(prompt, as: .prompt) }
            guard Published.sequences.contains(published.sequence) else {
                throw .sequenceOutOfRange(published.item.description)
            }
            if let settled = published.settled { try check(settled) }
        case .delivery(let delivery):
            if let item = delivery.item { try check(item) }
            try check(delivery.channel, as: .channelName)
        }
    }

    /// Checks a person who may be there already.
    public mutating func replace(_ person: Person) throws(RecordFault) {
        try check(person.name, as: .personName)
        try check(id: person.id)
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
        try check(id: place.id)
        if let id = place.with, people[id] == nil { throw .nobody }
        if let name = place.name { try check(name, as: .placeName) }
        for tool in place.tools { try check(tool, as: .placeTool) }
        guard place.tools.count <= SafePlace.mostTools else { throw .tooManyTools(limit: SafePlace.mostTools) }
        placeIDs.insert(place.id)
    }

    private mutating func check(_ household: Household) throws(RecordFault) {
        guard Household.caps.contains(household.cap) else { throw .capOutOfRange(household.cap) }
        guard OpenWeek(quiet: household.quiet, closed: [], sleep: nil).hasAnHour else { throw .noQuietEnd }
        guard OpenWeek(quiet: household.quiet, closed: household.closed, sleep: nil).hasAnHour else {
            throw .noOwnOpenHour
        }
        for id in household.lastIDs { try check(id: id) }
        if let country = household.country {
            let letters = country.utf8.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
            guard country.utf8.count == 2, letters else { throw .badCountry }
        }
        self.household = household
    }

    private mutating func add(_ rupture: Rupture) throws(RecordFault) {
        try check(id: rupture.id)
        guard ruptures[rupture.id] == nil else { throw .duplicate("rupture") }
        guard let person = people[rupture.with] else { throw .nobody }
        try check(rupture.at, recorded: rupture.recorded)
        if let born = person.born, zone.day(of: rupture.at) < born { throw .beforeBirth(rupture.id) }
        try check(excitedAbout: rupture.excitedAbout, note: rupture.note)
        try check(writer: rupture.by)
        ruptures[rupture.id] = rupture
    }

    private mutating func add(_ attempt: Attempt) throws(RecordFault) {
        try check(id: attempt.id)
        guard !attemptIDs.contains(attempt.id) else { throw .duplicate("attempt") }
        guard let rupture = ruptures[attempt.rupture] else { throw .noRupture(attempt.rupture) }
        try check(attempt.at, recorded: attempt.recorded)
        guard attempt.at >= rupture.at else { throw .attemptBeforeRupture(attempt.rupture) }
        try check(excitedAbout: nil, note: attempt.note)
        try check(writer: attempt.by)
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

    func check(writer name: String?) throws(RecordFault) {
        if let name { try check(name, as: .writerName) }
    }

    private func check(excitedAbout: String?, note: String?) throws(RecordFault) {
        if let excitedAbout, excitedAbout.count > 1_000 { throw .tooLong(.excitedAbout, limit: 1_000) }
        if let note, note.utf8.count > Self.mostBytes { throw .tooLong(.note, limit: Self.mostBytes) }
    }

    /// Who or what it is about may be gone by now.
    private func check(_ item: ItemKey) throws(RecordFault) {
        switch item {
        case .slot: break
        case .milestone(let person, _): try check(id: person)
        case .checkIn(let offer, _): try check(id: offer)
        case .rung(let key):
            try check(id: key.anchor)
            if let attempt = key.attempt { try check(id: attempt) }
        }
    }

    private func check(_ settled: SettledItem) throws(RecordFault) {
        if let person = settled.person { try check(id: person) }
        for rupture in settled.ruptures { try check(id: rupture) }
        guard settled.text.utf8.count <= Self.mostBytes, settled.title.utf8.count <= Self.mostBytes else {
            throw .tooLong(.shownText, limit: Self.mostBytes)
        }
    }

    /// Of a note, and of a text that was shown.
    private static let mostBytes = 8_000_000

    private func check(id: String) throws(RecordFault) {
        let isPlain = id.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        guard isPlain, (1...64).contains(id.utf8.count) else { throw .badID }
    }

    private func check(_ name: String, as field: RecordFault.Field) throws(RecordFault) {
        guard name.unicodeScalars.contains(where: \.isVisible) else { throw .empty(field) }
        guard name.unicodeScalars.count <= field.limit else { throw .tooLong(field, limit: field.limit) }
        if name.unicodeScalars.contains(where: \.isUnfitForNames) { throw .controlCharacter(field) }
    }
}

extension Unicode.Scalar {
    fileprivate var isVisible: Bool { !isBlank && !properties.isDefaultIgnorableCodePoint }

    /// Control characters, overrides of the direction of text, separators of lines, and code points that are no characters.
    /// Joiners and right-to-left letters are fine.
    fileprivate var isUnfitForNames: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xFDD0...0xFDEF, 0xFEFF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}
