import MendCore
import MendText

/// Today's prompt, what is due, and what is open, for a terminal.
package struct DayPage {
    private let household: OpenHousehold
    private let builder: AgendaBuilder
    private let text: AgendaText
    package let items: [Item]

    package init(_ household: OpenHousehold) throws {
        self.household = household
        builder = try household.agendaBuilder(since: household.today)
        items = builder.agenda(from: household.today, through: household.today).items
        text = AgendaText(zone: household.zone, width: Terminal.width)
    }

    package func show() {
        Terminal.heading(text.dayName(household.today))
        Terminal.say("")
        for item in items where !item.kind.isRepair { Terminal.say(text.page(item, today: household.today)) }
        let repairs = items.filter(\.kind.isRepair)
        if !repairs.isEmpty {
            Terminal.heading("Coming back")
            for item in repairs { Terminal.say(text.fitted(text.listLine(item))) }
            Terminal.say("")
        }
        let open = builder.wakefulRuptures
        for rupture in open {
            let name = household.history.person(rupture.with)?.name ?? rupture.with
            Terminal.say("Open with \(name) since \(text.moment(rupture.at)): mend guide \(rupture.id)", indent: 0)
        }
        if items.isEmpty, open.isEmpty { Terminal.say("Nothing is due. That is all for today.") }
    }
}
