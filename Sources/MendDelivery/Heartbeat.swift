import MendCore
import MendText

/// Whether a channel still runs.
public struct Heartbeat: Sendable {
    private let channel: String
    private let lastRun: RunFile.LastRun?
    private let lastSent: Instant?

    /// A machine may sleep for a night; after this long without a run, something has stopped.
    static let silence = 25.hours

    public init(channel: String, lastRun: RunFile.LastRun?, deliveries: [Delivery]) {
        self.channel = channel
        self.lastRun = lastRun
        lastSent = deliveries.filter { $0.channel == channel && $0.outcome == .sent }.map(\.at).max()
    }

    /// When it ran and delivered, and what to do where it does not.
    public func text(now: Instant, zone: Zone) -> String {
        let times = AgendaText(zone: zone)
        guard let lastRun else { return "\(channel): has not run yet. mend cron shows how it runs by itself." }
        var parts = ["\(channel): ran last on \(times.moment(lastRun.at))"]
        parts[0] += lastSent.map { ", delivered last on \(times.moment($0))." } ?? ", and has delivered nothing yet."
        if lastRun.at > now {
            parts.append("That is still to come: the clock of this machine seems to be slow, or was fast then.")
        } else if now - lastRun.at > Self.silence {
            parts.append("It seems to have stopped: look at mend cron, and whether cron or the timer runs.")
        } else if lastRun.hasFailed {
            parts.append("That run failed, and what was due is still due: mend channel test \(channel)")
        }
        return parts.joined(separator: " ")
    }
}
