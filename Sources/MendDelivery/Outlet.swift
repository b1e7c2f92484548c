import MendCore

/// The transport of one channel: it takes what goes out. The program makes one for each kind (`Common.outlet(of:)`).
public protocol Outlet {
    /// - Parameters:
    ///   - items: in order of time; never empty.
    ///   - open: the ids of the ruptures that are open at that time, so that it can be said what can be done about them.
    /// - Throws: `PartlyDelivered` where some of it was taken; anything else: then nothing of it counts as sent.
    func send(_ items: [Item], about open: Set<String>, of household: Household, now: Instant) throws
}

/// A channel that takes items one by one has taken some of them, and the rest is still due.
struct PartlyDelivered: Error {
    let sent: [Item]
    let failed: [Item]
    /// Why the rest was not taken.
    let failure: DeliveryFailure
}
