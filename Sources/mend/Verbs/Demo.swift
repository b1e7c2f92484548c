import ArgumentParser
import Foundation
import MendCore
import MendExamples
import MendExport
import MendJournal
import MendText
import ShippedPlan

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(.demo)

    @Option(help: ArgumentHelp(.out, valueName: "dir")) var out = "Exports"
    @Option(help: ArgumentHelp(.keep, valueName: "dir")) var keep: String?

    func run() throws {
        guard let now = TimeText.instant(rfc3339: DemoHousehold.now) else {
            preconditionFailure("the demo's time is a time")
        }
        let directory = keep ?? NSTemporaryDirectory() + "mend-demo-\(UUID().uuidString)"
        defer { if keep == nil { try? FileManager.default.removeItem(atPath: directory) } }
        let history = try HouseholdLoader(now: now, directory: directory)
            .load(Data(DemoHousehold.lines.utf8), from: "demo", withAddresses: true).history
        let journal = try SQLiteJournal(directory: directory, zones: SystemZones.find)
        let plan = ShippedPlan.load()
        let settings = ExportSettings(edition: .open, now: now)
        try Exporter(journal: journal, plan: plan).export(to: out, isPublic: true) { _ in settings }

        let dates = DateContext.here(history.household, now: now)
        let today = dates.today
        let week = try AgendaBuilder(plan: plan, history: history, now: now).agenda(from: today, through: today + 6)
        Terminal.heading(HouseholdPhrase.demoWeek(from: .day(today, dates.style)))
        Terminal.show()
        let text = AgendaText(dates: dates, width: Terminal.width, in: Speech.catalogue)
        Terminal.write(text.list(week.items), isForReading: true)
        if let keep {
            Terminal.show()
            Terminal.say(HouseholdPhrase.demoPage(directory: keep, now: DemoHousehold.now))
        }
        Terminal.show()
        Terminal.say(HouseholdPhrase.demoFiles(directory: out))
    }
}
