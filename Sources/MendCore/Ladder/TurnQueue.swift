/// The rungs that wait for their turn: first by time, then toxic, limit-setting, oscillating, benign, then the older rupture.
struct TurnQueue {
    struct Turn {
        let at: Instant
        /// The ladder's place in the simulation's list, which is sorted by weight of ties.
        let ladder: Int
        /// Turns of an older version of their ladder are void.
        let version: Int

        fileprivate func comes(before other: Turn) -> Bool {
            (at.seconds, ladder) < (other.at.seconds, other.ladder)
        }
    }

    /// A binary heap.
    private var turns: [Turn] = []

    var first: Turn? { turns.first }

    mutating func insert(_ turn: Turn) {
        turns.append(turn)
        var child = turns.count - 1
        while child > 0, turns[child].comes(before: turns[(child - 1) / 2]) {
            turns.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeFirst() {
        guard let last = turns.popLast(), !turns.isEmpty else { return }
        turns[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < turns.count && turns[child].comes(before: turns[least]) {
                least = child
            }
            if least == parent { return }
            turns.swapAt(parent, least)
            parent = least
        }
    }
}
