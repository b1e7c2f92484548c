import NIOCore
import Synchronization

/// The connections that are open now. What is written in `ConnectionTable` happens to real ones here.
final class OpenConnections: Sendable {
    private struct State {
        var table: ConnectionTable
        var channels: [Int: any Channel] = [:]
    }

    private let state: Mutex<State>

    init(limits: ConnectionLimits) {
        state = Mutex(State(table: ConnectionTable(most: limits.most, mostOfOnePeer: limits.mostOfOnePeer)))
    }

    var count: Int { state.withLock { $0.table.count } }

    /// Makes room for a new connection, and forgets it when it is closed.
    /// - Returns: by which name it goes here; nil: there is no room.
    func admit(_ channel: any Channel) -> Int? {
        let peer = Self.peer(channel.remoteAddress)
        let (id, leaving) = state.withLock { state -> (Int?, (any Channel)?) in
            guard let admission = state.table.admit(peer) else { return (nil, nil) }
            state.channels[admission.id] = channel
            return (admission.id, admission.leaving.flatMap { state.channels.removeValue(forKey: $0) })
        }
        leaving?.close(promise: nil)
        guard let id else { return nil }
        channel.closeFuture.whenComplete { [self] _ in
            state.withLock { state in
                state.table.remove(id)
                state.channels[id] = nil
            }
        }
        return id
    }

    func answers(_ id: Int) {
        state.withLock { $0.table.answers(id) }
    }

    func waits(_ id: Int) {
        state.withLock { $0.table.waits(id) }
    }

    /// Who is at the other end, as far as it takes to tell peers apart: whoever has an IPv6 address mostly has all those with
    /// the same first half.
    static func peer(_ address: SocketAddress?) -> String {
        guard let address, let text = address.ipAddress else { return "unknown" }
        guard case .v6(let number) = address else { return text }
        let network = withUnsafeBytes(of: number.address.sin6_addr) { Array($0.prefix(8)) }
        // This machine, and IPv4 addresses that are written so.
        if network.allSatisfy({ $0 == 0 }) { return text }
        return network.map(String.init).joined(separator: ".")
    }
}
