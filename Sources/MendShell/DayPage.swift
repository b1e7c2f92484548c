import MendCore
import MendText

/// Today's prompt, what is due, and what is open, for a terminal.
package struct DayPage {
    private let history: History
    private let today: LocalDay
    private let builder: AgendaBuilder
    private let text: AgendaText
    package let items: [Item]

    package init(_ history: History, plan: Plan, now: Instant) throws {
        self.history = history
        let zone = history.household.zone
        today = zone.day(of: now)
        builder = try AgendaBuilder(plan: plan, history: history, now: now, since: today)
        items = builder.agenda(from: today, through: today).items
        text = AgendaText(zone: zone, width: Terminal.width)
    }

    package func show() {
        Terminal.heading(text.dayName(today))
        Terminal.say("")
        for item in items where !item.kind.isRepair { Terminal.say(text.page(item, today: today)) }
        let repairs = items.filter(\.kind.isRepair)
        if !repairs.isEmpty {
            Terminal.heading("Coming back")
            for item in repairs { Terminal.say(text.fitted(text.listLine(item))) }
            Terminal.say("")
        }
        let open = builder.wakefulRuptures
        for rupture in open {
            let name = history.person(rupture.with)?.name ?? rupture.with
            Terminal.say("Open with \(name) since \(text.moment(rupture.at)): mend guide \(rupture.id)", indent: 0)
        }
        if items.isEmpty, open.isEmpty { Terminal.say("Nothing is due. That is all for today.") }
    }
}
