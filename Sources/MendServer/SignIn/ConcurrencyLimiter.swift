/// Runs one task at a time, and refuses those that find too many waiting.
actor ConcurrencyLimiter {
    private let mostWaiting: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var isBusy = false

    init(mostWaiting: Int) {
        self.mostWaiting = mostWaiting
    }

    /// - Throws: `PageError.busy` when it refuses; what `body` throws.
    func run<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        if isBusy {
            guard waiting.count < mostWaiting else { throw PageError.busy }
            await withCheckedContinuation { waiting.append($0) }
        }
        isBusy = true
        defer {
            if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
        }
        return try await body()
    }
}
