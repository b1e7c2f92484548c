import MendCore
import MendExport

/// A channel's own command, which reads the items as JSON.
public struct CommandOutlet: Outlet {
    private let command: String
    private let plan: Plan
    private let timeLimit: Duration

    /// - Parameter plan: what it says of an item for others' eyes.
    public init(_ channel: Channel, plan: Plan, timeLimit: Duration? = nil) {
        command = channel.to ?? ""
        self.plan = plan
        self.timeLimit = timeLimit ?? ChannelProgram.usualLimit
    }

    /// - Throws: `DeliveryFailure`.
    public func send(_ items: [Item], of household: Household, now: Instant) throws {
        let neutral = NeutralTitles(household: household, plan: plan)
        let json = AgendaJSON.text(items, zone: household.zone, neutral: neutral)
        let program = ChannelProgram.shell(command, timeLimit: timeLimit)
        try waiting { try await program.take(Array(json.utf8)) }
    }
}
