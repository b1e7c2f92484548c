import ArgumentParser
import MendExport
import MendShell

struct Today: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: "Today's prompt, what is due, and what is open.", discussion: "EXAMPLE\n  mend today")

    @OptionGroup var common: Common
    @Option(help: "text or json.") var format: Format = .text

    func run() throws {
        let household = try common.household()
        let page = try DayPage(household.history, plan: household.plan, now: household.now)
        switch format {
        case .text: page.show()
        case .json: Terminal.write(AgendaJSON.text(page.items, zone: household.zone))
        }
    }
}

enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
