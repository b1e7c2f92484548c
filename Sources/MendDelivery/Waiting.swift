import Dispatch
import Synchronization

/// Waits for work that runs beside it: verbs are synchronous, so that those which need nothing of the kind start at once.
package func waiting<Value: Sendable>(for work: @escaping @Sendable () async throws -> Value) throws -> Value {
    let outcome = Mutex<Result<Value, any Error>?>(nil)
    let isOver = DispatchSemaphore(value: 0)
    Task.detached {
        let result: Result<Value, any Error>
        do {
            result = .success(try await work())
        } catch {
            result = .failure(error)
        }
        outcome.withLock { $0 = result }
        isOver.signal()
    }
    isOver.wait()
    guard let result = outcome.withLock({ $0 }) else { preconditionFailure("the work signals once it has ended") }
    return try result.get()
}
