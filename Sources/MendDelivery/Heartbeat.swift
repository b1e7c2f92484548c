import MendCore
import MendText

/// Whether a channel still runs.
public struct Heartbeat: Sendable {
    private let channel: String
    private let lastRun: RunFile.LastRun?
    private let lastSent: Instant?

    /// A machine may sleep for a night; after this long without a run, something has stopped.
    static let silence = 25.hours

    /// - Parameters:
    ///   - channel: its name.
    ///   - lastRun: nil when it never ran.
    ///   - deliveries: of any channel.
    public init(channel: String, lastRun: RunFile.LastRun?, deliveries: [Delivery]) {
        self.channel = channel
        self.lastRun = lastRun
        lastSent = deliveries.filter { $0.channel == channel && $0.outcome == .sent }.map(\.at).max()
    }

    /// When it ran and delivered, and what to do where it does not: one sentence, or two.
    public func phrases(now: Instant, dates: DateContext) -> [DeliveryPhrase] {
        guard let lastRun else { return [.neverRan(channel: channel)] }
        let sent = lastSent.map { DatePhrase.moment($0, dates) }
        let ran = DeliveryPhrase.ranLast(channel: channel, .moment(lastRun.at, dates), deliveredLast: sent)
        if lastRun.at > now { return [ran, .ranAhead] }
        if now - lastRun.at > Self.silence { return [ran, .hasStopped] }
        return lastRun.hasFailed ? [ran, .lastRunFailed(channel: channel)] : [ran]
    }
}
