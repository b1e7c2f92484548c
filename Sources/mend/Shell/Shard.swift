import ArgumentParser
import MendCore

/// One of several parts that many households are split into, by a hash of their names: the same name is always in the same
/// part, on every machine.
struct Shard: ExpressibleByArgument {
    /// From 1 to `count`.
    let number: Int
    let count: Int

    /// `3/16`
    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1], (1...65_536).contains(count),
            (1...count).contains(number)
        else { return nil }
        self.number = number
        self.count = count
    }

    func holds(_ name: String) -> Bool {
        StableHash(name).index(of: count) == number - 1
    }
}
