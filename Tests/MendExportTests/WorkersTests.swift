import MendExport
import Synchronization
import Testing

struct WorkersTests {
    @Test(arguments: [-1, 0, 1, 2, 8], [0, 1, 3, 100])
    func returnsOneResultANumberInOrder(jobs: Int, count: Int) {
        let calls = Atomic(0)
        let results = Workers(jobs: jobs).run(count) { number in
            calls.add(1, ordering: .relaxed)
            return number * number
        }
        #expect(results == (0..<count).map { $0 * $0 })
        #expect(calls.load(ordering: .relaxed) == count)
    }

    @Test(arguments: [1, 2])
    func doesNoMoreAtATime(jobs: Int) {
        let atWork = Mutex((now: 0, most: 0))
        let sums = Workers(jobs: jobs).run(200) { number in
            atWork.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            defer { atWork.withLock { $0.now -= 1 } }
            return (0..<1_000).reduce(number, &+)
        }
        #expect(sums.count == 200)
        #expect((1...jobs).contains(atWork.withLock(\.most)))
    }
}
