import MendCore
import MendExport

/// A channel's own command, which reads the items as JSON.
public struct CommandOutlet: Outlet {
    private let command: String
    private let plan: Plan
    private let base: BaseURL?
    private let timeLimit: Duration

    /// - Parameters:
    ///   - plan: what it says of an item for others' eyes.
    ///   - base: where the household's page is reached, for links; nil: there are none.
    public init(_ channel: Channel, plan: Plan, base: BaseURL? = nil, timeLimit: Duration? = nil) {
        command = channel.to ?? ""
        self.plan = plan
        self.base = base
        self.timeLimit = timeLimit ?? ChannelProgram.usualLimit
    }

    /// - Throws: `DeliveryFailure`.
    public func send(_ items: [Item], about open: Set<String>, of household: Household, now: Instant) throws {
        let neutral = NeutralTitles(household: household, plan: plan)
        // The one link serves both editions: whoever hands it on tells nothing with it.
        let actions = ReminderActions(
            open: open, household: household, plan: plan, edition: .discreet, base: base, in: .english)
        let json = AgendaJSON.text(items, zone: household.zone, neutral: neutral) { item in
            let rupture = actions.rupture(of: item)
            return [
                ("rupture", rupture.map(JSONText.string)),
                ("command", rupture.map { .string(ReminderActions.command(for: $0)) }),
                ("link", actions.link(to: item).map(JSONText.string)),
            ]
        }
        let program = ChannelProgram.shell(command, timeLimit: timeLimit)
        try waiting { try await program.take(Array(json.utf8)) }
    }
}
