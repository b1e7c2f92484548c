import MendCore

/// The transport of one channel: it takes what goes out.
public protocol Outlet {
    /// - Throws: anything; then nothing of it counts as sent.
    func send(_ items: [Item], of household: Household, now: Instant) throws
}
