/// The records that a ladder follows, in the order in which they take effect, with numbers in place of ids.
struct RecordNumbers {
    enum Content {
        case rupture(Int), attempt(Int), checkIn(Int), hold(Int)
        /// Reminders with one of the people end, or begin again.
        case end(Int), begin(Int)
        /// Settings, the plan or a record were changed afterwards.
        case edit
    }

    struct Record {
        /// When it was written down.
        let recorded: Instant
        let content: Content
        fileprivate let at: Instant
        fileprivate let id: String
    }

    private let people: [String: Int]
    private let ruptures: [String: Int]
    /// By a rupture's number, its place among all by `at`, then id.
    private var ranks: [Int]

    init(_ history: History) {
        people = Self.numbers(history.people.indices) { history.people[$0].id }
        ruptures = Self.numbers(history.ruptures.indices) { history.ruptures[$0].id }
        ranks = Array(repeating: 0, count: history.ruptures.count)
    }

    private static func numbers(_ indices: Range<Int>, id: (Int) -> String) -> [String: Int] {
        var numbers = [String: Int](minimumCapacity: indices.count)
        for number in indices.reversed() { numbers[id(number)] = number }
        return numbers
    }

    /// A rupture as a member of a climb.
    func member(_ rupture: Rupture, number: Int) -> Climb.Member {
        Climb.Member(rupture, number: number, rank: ranks[number])
    }

    func person(_ id: String) -> Int? { people[id] }

    func rupture(_ id: String) -> Int? { ruptures[id] }

    /// At one instant ruptures come first, then attempts, check-ins and holds, each by their own time, then by id; of
    /// attempts on one rupture at one time, the closing one last.
    /// - Parameter start: of ruptures and attempts, those that were written down before it are passed over.
    mutating func records(of history: History, from start: Instant) -> [Record] {
        rank(history.ruptures, from: start)
        var records: [Record] = []
        records.reserveCapacity(history.attempts.count + history.checkIns.count)
        func add(_ content: Content, _ recorded: Instant, at: Instant, id: String) {
            records.append(Record(recorded: recorded, content: content, at: at, id: id))
        }
        // By spans, since an iterator copies each record.
        let ruptures = history.ruptures.span
        for number in ruptures.indices where ruptures[number].recorded >= start {
            add(.rupture(number), ruptures[number].recorded, at: ruptures[number].at, id: ruptures[number].id)
        }
        let attempts = history.attempts.span
        for number in attempts.indices where attempts[number].recorded >= start {
            // Nothing happens to a rupture before it is written down.
            let written = rupture(attempts[number].rupture).map { ruptures[$0].recorded } ?? start
            add(
                .attempt(number), max(attempts[number].recorded, written), at: attempts[number].at,
                id: attempts[number].id)
        }
        for (number, checkIn) in history.checkIns.enumerated() {
            add(.checkIn(number), checkIn.recorded, at: checkIn.at, id: checkIn.id)
        }
        for (number, hold) in history.holds.enumerated() { add(.hold(number), hold.recorded, at: hold.at, id: hold.id) }
        for (number, person) in history.people.enumerated() {
            if let end = person.ended { add(.end(number), end, at: end, id: person.id) }
            if let begin = person.begun { add(.begin(number), begin, at: begin, id: person.id) }
        }
        if let edited = history.household.edited { add(.edit, edited, at: edited, id: "") }
        records.sort { one, other in
            if one.recorded != other.recorded { return one.recorded < other.recorded }
            return (one.content.order, one.at, one.id) < (other.content.order, other.at, other.id)
        }
        return Self.closingLast(records, history.attempts)
    }

    private mutating func rank(_ ruptures: [Rupture], from start: Instant) {
        let sorted = ruptures.indices.filter { ruptures[$0].recorded >= start }
            .sorted { (ruptures[$0].at, ruptures[$0].id) < (ruptures[$1].at, ruptures[$1].id) }
        for (rank, number) in sorted.enumerated() { ranks[number] = rank }
    }

    private static func closingLast(_ records: [Record], _ attempts: [Attempt]) -> [Record] {
        var records = records
        for index in records.indices.dropFirst() {
            // A closing sinks behind the attempts on its rupture that were made at the same time.
            var closing = index
            while closing > 0, case .attempt(let one) = records[closing - 1].content,
                case .attempt(let other) = records[closing].content,
                records[closing - 1].recorded == records[closing].recorded,
                attempts[one].at == attempts[other].at, attempts[one].rupture == attempts[other].rupture,
                attempts[one].outcome.closes, !attempts[other].outcome.closes
            {
                records.swapAt(closing - 1, closing)
                closing -= 1
            }
        }
        return records
    }
}

extension RecordNumbers.Content {
    fileprivate var order: Int {
        switch self {
        case .rupture: 0
        case .attempt: 1
        case .checkIn: 2
        case .hold: 3
        case .end: 4
        case .begin: 5
        case .edit: 6
        }
    }
}
