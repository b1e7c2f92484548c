import ArgumentParser
import MendCore
import MendExport
import MendText

struct ShowAgenda: ParsableCommand {
    static let configuration = CommandConfiguration(.agenda)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.firstDay, valueName: "day")) var from: String?
    @Option(help: ArgumentHelp(.lastDay, valueName: "day")) var to: String?
    @Option(help: ArgumentHelp(.format)) var format: Format = .text

    func run() throws {
        // A day of the past needs what was shown before it.
        let household = try from == nil ? common.householdFromNow() : common.household()
        let first = try from.map { try Parsing.day($0, now: household.now, zone: household.zone) } ?? household.today
        let last = try to.map { try Parsing.day($0, now: household.now, zone: household.zone) } ?? first + 6
        guard first <= last else { throw CommandFault(.badInput, .lastDayIsBeforeTheFirst) }
        guard last - first <= 3_660 else { throw CommandFault(.badInput, .tooManyDays) }
        let items = try household.agendaBuilder(since: first).agenda(from: first, through: last).items
        switch format {
        case .text:
            let text = AgendaText(dates: household.dates, width: Terminal.width, in: Speech.catalogue)
            Terminal.write(text.list(items), isForReading: true)
        case .json: Terminal.write(AgendaJSON.text(items, zone: household.zone))
        }
    }
}
