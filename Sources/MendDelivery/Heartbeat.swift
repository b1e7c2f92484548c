import MendCore
import MendText

/// Whether a channel still runs.
public struct Heartbeat: Sendable {
    private let channel: String
    private let lastRun: RunFile.LastRun?
    private let lastSent: Instant?
    /// Nil when it never began.
    private let begin: Instant?

    /// A machine may sleep for a night; after this long without a run, something has stopped.
    static let silence = 25.hours

    /// - Parameters:
    ///   - channel: its name.
    ///   - lastRun: nil when it never ran.
    ///   - deliveries: of any channel.
    public init(channel: String, lastRun: RunFile.LastRun?, deliveries: [Delivery]) {
        self.channel = channel
        self.lastRun = lastRun
        let own = deliveries.filter { $0.channel == channel }
        lastSent = own.filter { $0.outcome == .sent }.map(\.at).max()
        begin = own.first { $0.item == nil }?.at
    }

    /// When it ran and delivered, and what to do where it does not: one sentence, or two; three where its beginning is still
    /// to come.
    public func phrases(now: Instant, dates: DateContext) -> [DeliveryPhrase] {
        guard let lastRun else { return [.neverRan(channel: channel)] }
        let sent = lastSent.map { DatePhrase.moment($0, dates) }
        var phrases = [DeliveryPhrase.ranLast(channel: channel, .moment(lastRun.at, dates), deliveredLast: sent)]
        if let begin, begin > now {
            let isAnew = begin - now > DeliveryLedger.aheadHolds
            phrases.append(.beginsAhead(channel: channel, .moment(begin, dates), isAnew: isAnew))
        }
        if lastRun.at > now { return phrases + [.ranAhead] }
        if now - lastRun.at > Self.silence { return phrases + [.hasStopped] }
        return phrases + (lastRun.hasFailed ? [.lastRunFailed(channel: channel)] : [])
    }
}
