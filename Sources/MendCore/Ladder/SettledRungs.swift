/// What was written down of rungs that had begun.
struct SettledRungs {
    private let numbers: [RungKey: Int]
    /// Numbers of `published` with their starts, in order.
    private let inOrder: [(start: Instant, number: Int)]
    /// By the climb, the numbers of those that had begun before what begins it: a correction has moved that to a later time.
    private let early: [Climb.Key: [Int]]

    /// - Parameters:
    ///   - ruptures: numbers for the history's ids.
    ///   - start: what started before it is passed over, but for what is early.
    init(_ history: History, _ ruptures: RecordNumbers, from start: Instant) {
        var found: [(start: Instant, rung: Int, number: Int)] = []
        var numbers: [RungKey: Int] = [:]
        var early: [(start: Instant, rung: Int, number: Int)] = []
        let agains = Dictionary(
            history.attempts.lazy.filter { $0.outcome == .again }.map { ($0.id, $0.recorded) },
            uniquingKeysWith: { $1 })
        // By a span, since an iterator copies each one.
        let published = history.published.span
        for number in published.indices where published[number].settled != nil {
            guard case .rung(let key) = published[number].item else { continue }
            let place = (start: published[number].start, rung: key.rung.order, number: number)
            let beginning =
                key.attempt.map { agains[$0] } ?? ruptures.rupture(key.anchor).map { history.ruptures[$0].recorded }
            if let beginning, place.start < beginning { early.append(place) }
            guard place.start >= start else { continue }
            found.append(place)
            numbers[key] = number
        }
        self.numbers = numbers
        inOrder = Self.ordered(found)
        self.early = Dictionary(grouping: Self.ordered(early).map(\.number)) { Climb.Key(history.published[$0].item) }
    }

    private static func ordered(
        _ found: [(start: Instant, rung: Int, number: Int)]
    ) -> [(start: Instant, number: Int)] {
        found.sorted { ($0.start, $0.rung, $0.number) < ($1.start, $1.rung, $1.number) }.map { ($0.start, $0.number) }
    }

    /// By then all that had begun was settled: whoever settles something settles everything before it.
    var end: Instant { inOrder.last?.start ?? .distantPast }

    /// The number of a rung in `published`; nil when it was not settled.
    subscript(key: RungKey) -> Int? { numbers.isEmpty ? nil : numbers[key] }

    /// Those that start from one instant on and before another, in order.
    func numbers(from start: Instant, to end: Instant) -> [Int] {
        inOrder[inOrder.firstPlace { $0.start >= start }...].prefix { $0.start < end }.map(\.number)
    }

    /// Those that had begun before their climb, in order.
    func early(of climb: Climb.Key) -> [Int] { early.isEmpty ? [] : early[climb] ?? [] }
}
