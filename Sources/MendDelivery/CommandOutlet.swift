import MendCore
import MendExport

/// A channel's own command, which reads the items as JSON.
public struct CommandOutlet: Outlet {
    private let command: String
    private let titles: [Note]
    private let timeLimit: Duration

    /// - Parameter titles: the plan's discreet ones.
    public init(_ channel: Channel, titles: [Note], timeLimit: Duration? = nil) {
        command = channel.to ?? ""
        self.titles = titles
        self.timeLimit = timeLimit ?? ChannelProgram.usualLimit
    }

    /// - Throws: `DeliveryFailure`.
    public func send(_ items: [Item], of household: Household, now: Instant) throws {
        let neutral = NeutralTitles(household: household, titles: titles)
        let json = AgendaJSON.text(items, zone: household.zone, neutral: neutral)
        let program = ChannelProgram.shell(command, timeLimit: timeLimit)
        try waiting { try await program.take(Array(json.utf8)) }
    }
}
