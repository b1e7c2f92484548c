import Dispatch
import Synchronization

/// The same work for many, on some of the machine's cores at once.
public struct Workers: Sendable {
    private let jobs: Int

    /// - Parameter jobs: how many at a time, at least 1.
    public init(jobs: Int) {
        self.jobs = max(jobs, 1)
    }

    /// - Parameter work: called once for each number from 0 to `count` - 1, each taken by whoever is free.
    /// - Returns: what it returned, in order.
    public func run<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        keepMemory()
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

    /// Lets one piece of work have the memory of the one before. Otherwise it goes back to the system and comes again, page by
    /// page (see <doc:Decisions>).
    private func keepMemory() {
        // glibc keeps what is freed up to twice the size of the largest block that ever was (mallopt(3), M_MMAP_THRESHOLD).
        UnsafeMutableRawPointer.allocate(byteCount: 8 << 20, alignment: 16).deallocate()
    }
}
