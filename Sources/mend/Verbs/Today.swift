import ArgumentParser
import MendCore
import MendExport
import MendText

struct Today: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: "Today's prompt, what is due, and what is open.", discussion: "EXAMPLE\n  mend today")

    @OptionGroup var common: Common
    @Option(help: "text or json.") var format: Format = .text

    func run() throws {
        let household = try common.household()
        let builder = try household.agendaBuilder(since: household.today)
        let items = builder.agenda(from: household.today, through: household.today).items
        switch format {
        case .text: show(items, open: builder.wakefulRuptures, in: household)
        case .json: Terminal.write(AgendaJSON.text(items, zone: household.zone))
        }
    }

    private func show(_ items: [Item], open: [Rupture], in household: OpenHousehold) {
        let text = AgendaText(zone: household.zone, width: Terminal.width)
        Terminal.heading(text.dayName(household.today))
        Terminal.say("")
        for item in items where !item.kind.isRepair { Terminal.say(text.page(item, today: household.today)) }
        let repairs = items.filter(\.kind.isRepair)
        if !repairs.isEmpty {
            Terminal.heading("Coming back")
            for item in repairs { Terminal.say(text.fitted(text.listLine(item))) }
            Terminal.say("")
        }
        for rupture in open {
            let name = household.history.person(rupture.with)?.name ?? rupture.with
            Terminal.say("Open with \(name) since \(text.moment(rupture.at)): mend guide \(rupture.id)", indent: 0)
        }
        if items.isEmpty, open.isEmpty { Terminal.say("Nothing is due. That is all for today.") }
    }
}

enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
