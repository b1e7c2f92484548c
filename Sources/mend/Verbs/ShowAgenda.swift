import ArgumentParser
import MendCore
import MendExport
import MendText

struct ShowAgenda: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda",
        abstract: "Every item of some days, both ends included.",
        discussion: "EXAMPLE\n  mend agenda --from today --to 2026-01-31 --format json")

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp("The first day.", valueName: "day")) var from: String
    @Option(help: ArgumentHelp("The last day.", valueName: "day")) var to: String
    @Option(help: "text or json.") var format: Format = .text

    func run() throws {
        let household = try common.household()
        let first = try Parsing.day(from, now: household.now, zone: household.zone)
        let last = try Parsing.day(to, now: household.now, zone: household.zone)
        guard first <= last else { throw InputError("the last day is before the first; turn them round") }
        guard last - first <= 3_660 else { throw InputError("that is more than ten years; ask for a shorter stretch") }
        let items = try household.agendaBuilder(since: first).agenda(from: first, through: last).items
        switch format {
        case .text:
            Terminal.write(AgendaText(zone: household.zone, width: Terminal.width).list(items), isForReading: true)
        case .json: Terminal.write(AgendaJSON.text(items, zone: household.zone))
        }
    }
}
