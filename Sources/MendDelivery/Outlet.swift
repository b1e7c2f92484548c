import MendCore

/// The transport of one channel: it takes what goes out. The program makes one for each kind (`Common.outlet(of:)`).
public protocol Outlet {
    /// - Parameters:
    ///   - items: in order of time; never empty.
    ///   - open: the ids of the ruptures that are open at that time, so that it can be said what can be done about them.
    /// - Throws: anything; then nothing of it counts as sent.
    func send(_ items: [Item], about open: Set<String>, of household: Household, now: Instant) throws
}
