import ArgumentParser
import MendCore
import MendExport

struct Due: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What became due since this was last asked; nothing when nothing is.",
        discussion: """
            The first run begins: nothing older is due. After a longer gap one digest comes, not a heap.

            EXAMPLE
              mend due
            """)

    @OptionGroup var common: Common
    @Option(help: "text, json or html.") var format: Format = .text

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, html
    }

    func run() throws {
        let (journal, plan, now) = (try common.journal(), try common.thePlan(), try common.instant())
        let ledger = DeliveryLedger(channel: "stdout")
        try journal.update { history in
            let (changes, due) = try ledger.run(history, plan: plan, now: now)
            // Printed before it is written down as sent: what could not be printed is still due.
            if !due.isEmpty { show(due, zone: history.household.zone, now: now) }
            return (changes, ())
        }
    }

    private func show(_ items: [Item], zone: Zone, now: Instant) {
        let today = zone.day(of: now)
        switch format {
        case .text: Terminal.say(AgendaText(zone: zone).pages(items, today: today))
        case .json: Terminal.write(AgendaJSON.text(items, zone: zone))
        case .html: Terminal.write(AgendaHTML(zone: zone).page(items, today: today))
        }
    }
}

/// What one channel has sent and passed, read from the journal's deliveries.
struct DeliveryLedger {
    let channel: String

    /// The record that marks a channel's first run.
    static let begin = "begin"

    func run(_ history: History, plan: Plan, now: Instant) throws -> (changes: [Change], due: [Item]) {
        let own = history.deliveries.filter { $0.channel == channel }
        guard let begin = own.first(where: { $0.item == Self.begin })?.at else {
            return ([delivery(Self.begin, .passed, at: now)], [])
        }
        guard begin <= now else { return ([], []) }
        let zone = history.household.zone
        // Everything that had begun by the last delivery was sent or passed then.
        let since = own.map(\.at).filter { $0 <= now }.max() ?? begin
        let items = try AgendaBuilder(plan: plan, history: history, now: now)
            .agenda(from: zone.day(of: since) + -1, through: zone.day(of: now)).items
        let due = DueItems(items: items, delivered: Set(own.map(\.item)), begin: begin, now: now)
        let changes =
            due.due.map { delivery($0.id, .sent, at: now) } + due.passed.map { delivery($0.id, .passed, at: now) }
        return (changes, due.due)
    }

    private func delivery(_ item: String, _ outcome: Delivery.Outcome, at now: Instant) -> Change {
        .put(.delivery(Delivery(item: item, channel: channel, at: now, outcome: outcome)))
    }
}
