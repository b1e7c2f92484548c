/// Which connections are open, and which of them makes room for a new one.
///
/// The server never turns somebody away because others are slow: a connection that waits for its client gives way, the one
/// that has waited longest first, and first of the peer that has the most.
struct ConnectionTable {
    private struct Entry {
        let peer: String
        /// The turn at which it began to wait for its client; nil: a request of it is being answered.
        var waitingSince: Int?
    }

    struct Admission: Equatable {
        let id: Int
        /// The connection that has to be closed for it; nil: there was room.
        let leaving: Int?
    }

    private let most: Int
    private let mostOfOnePeer: Int
    private var entries: [Int: Entry] = [:]
    private var counts: [String: Int] = [:]
    private var turn = 0

    init(most: Int, mostOfOnePeer: Int) {
        self.most = most
        self.mostOfOnePeer = mostOfOnePeer
    }

    var count: Int { entries.count }

    /// - Returns: nil when all connections that could make room are being answered.
    mutating func admit(_ peer: String) -> Admission? {
        var leaving: Int?
        if counts[peer, default: 0] >= mostOfOnePeer {
            leaving = longestWaiting { $0.peer == peer }
            if leaving == nil { return nil }
        } else if entries.count >= most {
            leaving = longestWaiting { _ in true }
            if leaving == nil { return nil }
        }
        if let leaving { remove(leaving) }
        turn += 1
        entries[turn] = Entry(peer: peer, waitingSince: turn)
        counts[peer, default: 0] += 1
        return Admission(id: turn, leaving: leaving)
    }

    /// Notes that a request of this connection is being answered.
    mutating func answers(_ id: Int) {
        entries[id]?.waitingSince = nil
    }

    /// Notes that this connection waits for its client: for a request, the rest of one, or until an answer is taken.
    mutating func waits(_ id: Int) {
        turn += 1
        entries[id]?.waitingSince = turn
    }

    mutating func remove(_ id: Int) {
        guard let entry = entries.removeValue(forKey: id) else { return }
        let left = counts[entry.peer, default: 1] - 1
        counts[entry.peer] = left == 0 ? nil : left
    }

    private func longestWaiting(_ isMeant: (Entry) -> Bool) -> Int? {
        var found: (id: Int, count: Int, since: Int)?
        for (id, entry) in entries where isMeant(entry) {
            guard let since = entry.waitingSince else { continue }
            let count = counts[entry.peer, default: 0]
            if let best = found, (best.count, -best.since) >= (count, -since) { continue }
            found = (id, count, since)
        }
        return found?.id
    }
}
