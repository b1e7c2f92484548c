import MendCore
import MendExport
import MendText

/// A channel's mail, handed to a program that takes mails as sendmail does.
public struct MailOutlet: Outlet {
    private let channel: Channel
    private let plan: Plan
    private let program: String?
    private let base: BaseURL?
    private let catalogue: Catalogue
    private let timeLimit: Duration

    /// - Parameters:
    ///   - plan: what it says of an item for others' eyes.
    ///   - program: its path; nil when there is none.
    ///   - base: where the household's page is reached, for links; nil: a command stands there.
    ///   - catalogue: in whose language the mail is written.
    ///   - timeLimit: how long the program may take; nil: a minute.
    public init(
        _ channel: Channel, plan: Plan, program: String?, base: BaseURL? = nil, in catalogue: Catalogue,
        timeLimit: Duration? = nil
    ) {
        self.channel = channel
        self.plan = plan
        self.program = program
        self.base = base
        self.catalogue = catalogue
        self.timeLimit = timeLimit ?? ChannelProgram.usualLimit
    }

    /// - Throws: `DeliveryFailure`.
    public func send(_ items: [Item], about open: Set<String>, of household: Household, now: Instant) throws {
        guard let program else { throw DeliveryFailure.noMailProgram }
        guard let address = channel.to, Channel.isMailAddress(address) else { throw DeliveryFailure.noMailAddress }
        let isOpen = channel.open || household.shared == false
        let actions = ReminderActions(
            open: open, household: household, plan: plan, edition: isOpen ? .open : .discreet, base: base,
            in: catalogue)
        let message = ReminderMail(
            household: household, plan: plan, isOpen: isOpen, actions: actions, in: catalogue
        )
        .message(items, to: address, by: channel.name, now: now)
        let mail = ChannelProgram(
            executable: .path(.init(program)), arguments: ["-i", "--", address], timeLimit: timeLimit)
        try waiting { try await mail.take(message.bytes) }
    }
}
