/// What was written down of rungs that had begun.
struct SettledRungs {
    private let numbers: [RungKey: Int]
    /// Numbers of `published` with their starts, in order.
    private let inOrder: [(start: Instant, number: Int)]

    /// - Parameters:
    ///   - ruptures: numbers for the history's ids.
    ///   - start: what started before it is passed over, unless its anchor was written down from then on: a correction may have
    ///     moved that to after what had begun of it.
    init(_ history: History, _ ruptures: RecordNumbers, from start: Instant) {
        var found: [(start: Instant, rung: Int, number: Int)] = []
        var numbers: [RungKey: Int] = [:]
        // By a span, since an iterator copies each one.
        let published = history.published.span
        for number in published.indices where published[number].settled != nil {
            guard case .rung(let key) = published[number].item else { continue }
            if published[number].start >= start {
                found.append((published[number].start, key.rung.order, number))
            } else {
                guard let anchor = ruptures.rupture(key.anchor), history.ruptures[anchor].recorded >= start else {
                    continue
                }
            }
            numbers[key] = number
        }
        self.numbers = numbers
        inOrder = found.sorted { ($0.start, $0.rung, $0.number) < ($1.start, $1.rung, $1.number) }
            .map { ($0.start, $0.number) }
    }

    /// By then all that had begun was settled: whoever settles something settles everything before it.
    var end: Instant { inOrder.last?.start ?? .distantPast }

    /// The number of a rung in `published`; nil when it was not settled.
    subscript(key: RungKey) -> Int? { numbers.isEmpty ? nil : numbers[key] }

    /// Those that start from one instant on and before another, in order.
    func numbers(from start: Instant, to end: Instant) -> [Int] {
        inOrder[inOrder.firstPlace { $0.start >= start }...].prefix { $0.start < end }.map(\.number)
    }
}
