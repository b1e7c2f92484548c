import Dispatch
import Synchronization

/// Does the same work for many, on several of the machine's cores at once.
public struct Workers: Sendable {
    private let jobs: Int

    /// - Parameter jobs: how many pieces of work go on at a time; fewer than 1 counts as 1.
    public init(jobs: Int) {
        self.jobs = max(jobs, 1)
    }

    /// Calls `work` once for each number from 0 to `count` - 1; whoever is free takes the next. Returns when all is done.
    /// - Returns: what each call returned, in the order of the numbers.
    public func run<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        let next = Atomic(0)
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: min(jobs, max(count, 1))) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                let result = work(index)
                results.withLock { $0[index] = result }
            }
        }
        return results.withLock { $0.compactMap { $0 } }
    }
}
