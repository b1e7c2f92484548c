/// Lets one through at a time, and turns away who finds too many waiting.
actor Turnstile {
    private let most: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var isBusy = false

    init(most: Int) {
        self.most = most
    }

    func pass<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        if isBusy {
            guard waiting.count < most else { throw PageError.busy }
            await withCheckedContinuation { waiting.append($0) }
        }
        isBusy = true
        defer {
            if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
        }
        return try await body()
    }
}
