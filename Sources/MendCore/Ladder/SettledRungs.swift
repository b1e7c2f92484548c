/// What was written down of rungs that had begun.
struct SettledRungs {
    private let numbers: [RungKey: Int]
    /// Numbers of `published` with their starts, in order.
    private let inOrder: [(start: Instant, number: Int)]

    /// - Parameter start: what started before it is passed over.
    init(_ history: History, from start: Instant) {
        var found: [(start: Instant, rung: Int, number: Int)] = []
        var numbers: [RungKey: Int] = [:]
        // By a span, since an iterator copies each one.
        let published = history.published.span
        for number in published.indices where published[number].start >= start && published[number].settled != nil {
            guard case .rung(let key) = published[number].item else { continue }
            found.append((published[number].start, key.rung.order, number))
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
