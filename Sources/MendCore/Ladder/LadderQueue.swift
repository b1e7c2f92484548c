/// The rung that comes next on each running ladder, in the order in which the one queue takes them.
///
/// Which rung that is, and when it is due, follows from what has begun alone. So it changes with its own ladder, and a record
/// leaves all others where they stand.
struct LadderQueue {
    struct Turn {
        let due: DueRung
        fileprivate(set) var place: Place

        /// The ladder's number.
        var ladder: Int { place.ladder }

        /// Nil where no climb runs.
        init?(_ ladder: Ladder, _ placer: inout RungPlacer) {
            guard let climb = ladder.climb, let due = ladder.next(&placer) else { return nil }
            self.due = due
            place = Place(
                at: due.at, weight: climb.weight, anchor: climb.anchor.rank, ladder: ladder.number,
                needsFreePlace: due.rung.needsFreePlace)
        }
    }

    /// Where a turn stands in the queue: the one that is due first; ties go to the heavier climb, then to the older anchor.
    struct Place: Comparable {
        let at: Instant
        fileprivate let weight, anchor: Int
        let ladder: Int
        let needsFreePlace: Bool
        /// The first day that may have room for it: those before were looked at, and closed times left none.
        fileprivate(set) var firstDay = LocalDay(number: .min)

        static func < (left: Place, right: Place) -> Bool {
            if left.at != right.at { return left.at < right.at }
            return (left.weight, left.anchor, left.ladder) < (right.weight, right.anchor, right.ladder)
        }

        static func == (left: Place, right: Place) -> Bool { left.at == right.at && left.ladder == right.ladder }
    }

    /// What is due within one day's length, in order, so that a turn that is put in moves few others.
    private struct Stretch {
        let number: Int
        var places: [Place]
    }

    /// Behind how many stretches, and then turns, of the queue one is.
    struct Position {
        fileprivate var stretch = 0
        fileprivate var place = 0

        /// Goes on behind the turn that was found there.
        mutating func pass() { place += 1 }
    }

    private var stretches: [Stretch] = []
    private var turns: [Int: Turn] = [:]

    var isEmpty: Bool { turns.isEmpty }

    /// In their order.
    var all: [Turn] { stretches.flatMap(\.places).compactMap { turns[$0.ladder] } }

    /// - Parameter turn: a ladder's new one, in place of the one that it had; nil: it has none any more.
    mutating func put(_ turn: Turn?, of ladder: Int) {
        if let old = turns.removeValue(forKey: ladder) { remove(old.place) }
        guard let turn else { return }
        turns[ladder] = turn
        let number = Self.stretch(of: turn.place)
        let stretch = stretches.firstPlace { $0.number >= number }
        if stretch == stretches.count || stretches[stretch].number != number {
            stretches.insert(Stretch(number: number, places: []), at: stretch)
        }
        stretches[stretch].places.insert(turn.place, at: stretches[stretch].places.firstPlace { $0 >= turn.place })
    }

    private mutating func remove(_ place: Place) {
        let stretch = stretches.firstPlace { $0.number >= Self.stretch(of: place) }
        stretches[stretch].places.remove(at: stretches[stretch].places.firstPlace { $0 >= place })
        if stretches[stretch].places.isEmpty { stretches.remove(at: stretch) }
    }

    private static func stretch(of place: Place) -> Int { place.at.seconds.floorDivided(by: 24.hours) }

    /// The first turn from a position on whose place is meant; the position goes to where it stands.
    func first(from position: inout Position, where isMeant: (Place) -> Bool) -> Turn? {
        while position.stretch < stretches.count {
            let places = stretches[position.stretch].places
            while position.place < places.count {
                if isMeant(places[position.place]) { return turns[places[position.place].ladder] }
                position.place += 1
            }
            position = Position(stretch: position.stretch + 1)
        }
        return nil
    }

    var first: Turn? { stretches.first?.places.first.flatMap { turns[$0.ladder] } }

    mutating func removeFirst() -> Turn? {
        guard let first else { return nil }
        put(nil, of: first.ladder)
        return first
    }

    /// Notes that nothing is open for a ladder's turn before a day.
    mutating func putOff(_ ladder: Int, to day: LocalDay) {
        guard var turn = turns[ladder] else { return }
        turn.place.firstDay = day
        put(turn, of: ladder)
    }
}

extension Array {
    /// The first place from which on a condition holds, which before holds nowhere; the end where it holds nowhere.
    func firstPlace(where isReached: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
