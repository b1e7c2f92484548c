/// How far back the ladders have to be replayed: to the last midnight before a day at which nothing was open with anybody.
///
/// Exact, not an estimate: a climb holds places only from the first of its records to its end, so what was over before such a
/// midnight and what begins after it share no day. The cost of an agenda thus follows what is open, not the years behind it.
struct QuietPast {
    /// Nothing before it is replayed.
    let end: Instant
    /// The numbers of ruptures that are open, but had come to rest by then.
    let resting: [Int]
    /// The numbers of what was settled of their rests.
    let rests: [Int]

    /// For each person the number of the attempt that named a roadblock last.
    let roadblocks: [Int]

    static let none = QuietPast(end: .distantPast, resting: [], rests: [], roadblocks: [])

    private init(end: Instant, resting: [Int], rests: [Int], roadblocks: [Int]) {
        self.end = end
        self.resting = resting
        self.rests = rests
        self.roadblocks = roadblocks
    }

    /// A stretch of time in which a rupture may hold places.
    private struct Span {
        let begin: Instant
        /// Its last record, or its rest.
        var end: Instant
        /// Whether nothing follows from it any more.
        var isOver = false
        /// The closing or new beginning that was written down last, by its number.
        var last: Int?
        /// The attempt that named a roadblock last.
        var roadblock: Int?
        /// The number of its rest.
        var rest: Int?
    }

    /// - Parameter day: the first that is asked for.
    init(before day: LocalDay, in history: History, _ numbers: RecordNumbers) {
        let zone = history.household.zone
        let spans = Self.spans(of: history, numbers)
        var end = zone.start(of: day)
        while let earliest = spans.lazy.filter({ $0.begin < end && (!$0.isOver || $0.end >= end) }).map(\.begin).min() {
            end = zone.start(of: zone.day(of: earliest))
        }
        let over = spans.indices.filter { spans[$0].begin < end }
        let resting = over.filter { spans[$0].rest != nil }
        var named: [String: Int] = [:]
        for rupture in over {
            guard let number = spans[rupture].roadblock else { continue }
            let person = history.ruptures[rupture].with
            if let last = named[person], history.attempts[last].isWritten(after: history.attempts[number]) { continue }
            named[person] = number
        }
        self.init(
            end: end, resting: resting, rests: Set(resting.compactMap { spans[$0].rest }).sorted(),
            roadblocks: named.values.sorted())
    }

    /// By the number of a rupture.
    private static func spans(of history: History, _ numbers: RecordNumbers) -> [Span] {
        // By spans, since an iterator copies each record.
        let ruptures = history.ruptures.span
        let attempts = history.attempts.span
        var spans = ruptures.indices.map {
            Span(begin: min(ruptures[$0].at, ruptures[$0].recorded), end: ruptures[$0].recorded)
        }
        for number in attempts.indices {
            guard let rupture = numbers.rupture(attempts[number].rupture) else { continue }
            spans[rupture].end = max(spans[rupture].end, attempts[number].recorded)
            if attempts[number].roadblock != nil,
                !(spans[rupture].roadblock.map { attempts[$0].isWritten(after: attempts[number]) } ?? false)
            {
                spans[rupture].roadblock = number
            }
            guard attempts[number].outcome.closes || attempts[number].outcome == .again else { continue }
            if let last = spans[rupture].last, attempts[last].isWritten(after: attempts[number]) { continue }
            spans[rupture].last = number
            spans[rupture].isOver = attempts[number].outcome.closes
        }
        if spans.contains(where: { !$0.isOver }) { addRests(to: &spans, history, numbers) }
        return spans
    }

    /// What has come to rest, and was settled, is over too.
    private static func addRests(to spans: inout [Span], _ history: History, _ numbers: RecordNumbers) {
        let published = history.published.span
        for number in published.indices where published[number].item.isRest {
            guard let settled = published[number].settled else { continue }
            for rupture in settled.ruptures.compactMap(numbers.rupture)
            where !spans[rupture].isOver || spans[rupture].rest != nil {
                let again =
                    spans[rupture].last.map { history.attempts[$0].recorded } ?? history.ruptures[rupture].recorded
                guard published[number].start > again else { continue }
                spans[rupture].isOver = true
                spans[rupture].rest = number
                spans[rupture].end = max(spans[rupture].end, published[number].start)
            }
        }
    }
}

extension Attempt {
    fileprivate func isWritten(after other: Attempt) -> Bool {
        recorded == other.recorded ? (at, id) > (other.at, other.id) : recorded > other.recorded
    }
}
