/// Runs one task at a time, and refuses those that find too many waiting. What goes ahead has a line of its own.
actor ConcurrencyLimiter {
    private typealias Line = [CheckedContinuation<Void, Never>]

    private let mostWaiting: Int
    private var ahead: Line = []
    private var others: Line = []
    private(set) var isBusy = false

    /// - Parameter mostWaiting: in each line.
    init(mostWaiting: Int) {
        self.mostWaiting = mostWaiting
    }

    /// How many wait.
    var waiting: Int { ahead.count + others.count }

    /// - Parameter goesAhead: before all that do not, whenever they came.
    /// - Throws: `PageError.busy` when it refuses; what `body` throws.
    func run<Value: Sendable>(
        goesAhead: Bool = false, _ body: @Sendable () async throws -> Value
    ) async throws -> Value {
        if isBusy {
            guard (goesAhead ? ahead : others).count < mostWaiting else { throw PageError.busy }
            await withCheckedContinuation { if goesAhead { ahead.append($0) } else { others.append($0) } }
        }
        isBusy = true
        defer { letNextIn() }
        return try await body()
    }

    private func letNextIn() {
        if !ahead.isEmpty {
            ahead.removeFirst().resume()
        } else if !others.isEmpty {
            others.removeFirst().resume()
        } else {
            isBusy = false
        }
    }
}
