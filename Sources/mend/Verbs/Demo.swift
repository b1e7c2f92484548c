import ArgumentParser
import Foundation
import MendCore
import MendExamples
import MendExport
import MendJournal
import MendText
import ShippedPlan

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Export an invented family, to see what comes out.",
        discussion:
            "It takes place on a fixed evening and touches no household of yours.\n\nEXAMPLE\n  mend demo --out Exports"
    )

    @Option(help: ArgumentHelp("The directory to write to.", valueName: "dir")) var out = "Exports"
    @Option(help: ArgumentHelp("Keep the family's household in this directory.", valueName: "dir")) var keep: String?

    func run() throws {
        guard let now = TimeText.instant(rfc3339: DemoHousehold.now) else {
            throw InputError("the demo's time is broken")
        }
        let directory = keep ?? NSTemporaryDirectory() + "mend-demo-\(UUID().uuidString)"
        defer { if keep == nil { try? FileManager.default.removeItem(atPath: directory) } }
        let history = try HouseholdLoader(now: now, directory: directory)
            .load(Data(DemoHousehold.lines.utf8), from: "demo")
        let journal = try SQLiteJournal(directory: directory, zones: SystemZones.find)
        let plan = ShippedPlan.load()
        let settings = ExportSettings(edition: .open, now: now)
        try Exporter(journal: journal, plan: plan).export(to: out, isPublic: true) { _ in settings }

        let today = history.household.zone.day(of: now)
        let week = try AgendaBuilder(plan: plan, history: history, now: now).agenda(from: today, through: today + 6)
        Terminal.heading(
            "A family's week (invented), from \(AgendaText(zone: history.household.zone).dayName(today))\n")
        Terminal.write(
            AgendaText(zone: history.household.zone, width: Terminal.width).list(week.items), isForReading: true)
        if let keep {
            Terminal.say("\nTheir evening as a page:\n  mend serve --data \(keep) --now \(DemoHousehold.now)")
        }
        Terminal.say(
            """

            Their calendars and feeds are in \(out)/; open \(out)/index.html.

            Your own household:
              mend init --zone America/New_York
              mend person add NAME --relation child --born 2022-04-03
              mend today
            """)
    }
}
