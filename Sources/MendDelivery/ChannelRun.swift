import MendCore
import MendExport

/// One run of a channel: what became due since the last run is claimed, goes out, and is confirmed.
///
/// Two runs at a time deliver once. Killed at any point, nothing is lost; what the channel had taken without its being
/// confirmed goes out again with the same id.
public struct ChannelRun: Sendable {
    private let journal: any Journal
    private let plan: Plan
    private let channel: Channel
    private let file: RunFile
    private let environment: Environment

    /// What the composition root knows.
    public struct Environment: Sendable {
        /// The household's directory.
        let directory: String
        /// A program that takes mails as sendmail does; nil when there is none.
        let mailProgram: String?
        let timeLimit: Duration
        /// Prints on standard output.
        let print: @Sendable (_ items: [Item], _ zone: Zone) throws -> Void

        public init(
            directory: String, mailProgram: String?, timeLimit: Duration? = nil,
            print: @escaping @Sendable (_ items: [Item], _ zone: Zone) throws -> Void
        ) {
            self.directory = directory
            self.mailProgram = mailProgram
            self.timeLimit = timeLimit ?? ChannelProgram.usualLimit
            self.print = print
        }
    }

    public init(_ channel: Channel, journal: any Journal, plan: Plan, environment: Environment) {
        self.journal = journal
        self.plan = plan
        self.channel = channel
        self.environment = environment
        file = RunFile(directory: environment.directory, channel: channel.name)
    }

    /// - Returns: how many items went out.
    /// - Throws: `DeliveryFailure`, or what the journal throws; then nothing counts as sent.
    @discardableResult
    public func run(now: Instant) async throws -> Int {
        let held = try await file.hold()
        do {
            let count = try await deliver(now)
            held.note(now, hasFailed: false)
            return count
        } catch {
            held.note(now, hasFailed: true)
            throw error
        }
    }

    private func deliver(_ now: Instant) async throws -> Int {
        let ledger = DeliveryLedger(channel: channel.name)
        let (turn, household) = try journal.update { history in
            let turn = try ledger.turn(history, plan: plan, now: now)
            return (turn.changes, (turn, history.household))
        }
        guard !turn.items.isEmpty else { return 0 }
        do {
            try await send(turn.items, of: household, now: now)
        } catch {
            try journal.update { _ in (ledger.takeBack(turn), ()) }
            throw error
        }
        // By itself, and no larger than the claim: on a disk that is nearly full, what could be claimed can be confirmed.
        try journal.update { _ in (ledger.confirm(turn, at: now), ()) }
        try journal.update { history in
            // What went out keeps its prompt, whatever becomes of the plan.
            let shown = Publication(items: turn.items, history: history, plan: plan, now: now).changes
            return (shown.map { .put(.published($0)) }, ())
        }
        return turn.items.count
    }

    /// Sends a sample, so that a person can see whether the channel leads where it should. Nothing is written down.
    public func test(now: Instant) async throws {
        let household = try journal.history().household
        let sample = Item(
            id: "test", kind: .prompt, start: now, minutes: 1, voice: .own, writtenTitle: "A test from mend",
            text: "This is how a reminder from mend will look. Nothing is due now.", prompt: nil, because: [])
        try await send([sample], of: household, now: now)
    }

    private func send(_ items: [Item], of household: Household, now: Instant) async throws {
        switch channel.kind {
        case .stdout: try environment.print(items, household.zone)
        case .mail:
            guard let program = environment.mailProgram else { throw DeliveryFailure.noMailProgram }
            guard let address = channel.to, Channel.isMailAddress(address) else { throw DeliveryFailure.noMailAddress }
            let digest = ReminderMail(household: household, titles: plan.discreetTitles, isOpen: isOpen(household))
            let message = digest.message(items, to: address, by: channel.name, now: now)
            try await ChannelProgram(
                executable: .path(.init(program)), arguments: ["-i", "--", address], timeLimit: environment.timeLimit
            ).take(message.bytes)
        case .exec:
            let neutral = NeutralTitles(household: household, titles: plan.discreetTitles)
            let json = AgendaJSON.text(items, zone: household.zone, neutral: neutral)
            try await ChannelProgram.shell(channel.to ?? "", timeLimit: environment.timeLimit).take(Array(json.utf8))
        }
    }

    private func isOpen(_ household: Household) -> Bool {
        channel.open || household.shared == false
    }
}
