import MendCore

/// What takes that which goes out by a channel.
public protocol Outlet {
    /// - Throws: anything; then nothing of it counts as sent.
    func send(_ items: [Item], of household: Household, now: Instant) throws
}
