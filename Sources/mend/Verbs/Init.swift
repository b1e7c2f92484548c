import ArgumentParser
import Foundation
import MendCore
import MendJournal
import ShippedPlan

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a household.",
        discussion: "EXAMPLE\n  mend init --zone America/New_York --country US --shared no")

    @OptionGroup var common: Common

    @Option(help: ArgumentHelp("The time zone you live in.", valueName: "zone"))
    var zone: String

    @OptionGroup var settings: HouseholdSettings

    func run() throws {
        let zone = try Parsing.zone(zone, in: SystemZones.find, isTZDataThere: SystemZones.areInstalled)
        var household = Household(id: Self.newID(), zone: zone)
        try settings.entry.apply(to: &household, plan: ShippedPlan.load())
        if settings.shared == nil, Terminal.isInteractive { household.shared = Self.askWhetherShared() }
        var checker = HistoryChecker(History(household: household), now: try common.instant())
        try checker.add(.household(household))
        _ = try SQLiteJournal.create(
            in: common.directory, records: [.household(household)], zones: SystemZones.find)
        Terminal.say(
            """
            Your household is in \(common.directory), for your eyes only.

            Next:
              mend person add NAME --relation child --born 2022-04-03
              mend today

            mend is a reminder and a notebook. It is no therapy and no emergency service;
            where somebody is in danger, call the emergency number of your country.
            """)
        if household.country == nil {
            Terminal.note("Support lines can stand beside hard moments: mend household edit --country US")
        }
    }

    private static func askWhetherShared() -> Bool? {
        switch Terminal.ask("Do others see the calendar that mend will show in? (yes/no, empty: keep it discreet)")?
            .lowercased()
        {
        case "yes", "y": true
        case "no", "n": false
        default: nil
        }
    }

    /// Eight random letters and digits.
    private static func newID() -> String {
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        var generator = SystemRandomNumberGenerator()
        return String((0..<8).compactMap { _ in letters.randomElement(using: &generator) })
    }
}

/// The settings of a household that `init` and `household edit` share.
struct HouseholdSettings: ParsableArguments {
    @Option(help: ArgumentHelp("Hours in which nothing comes (21:00-07:00 unless told).", valueName: "hours"))
    var quiet: String?

    @Option(help: ArgumentHelp("How many reminders of the ladder a day may hold (3 unless told).", valueName: "n"))
    var cap: Int?

    @Option(help: ArgumentHelp("Two letters, for support lines: US, GB, IE, CA, AU, NZ.", valueName: "code"))
    var country: String?

    @Option(help: ArgumentHelp("Whether others see the calendar: yes or no.", valueName: "yes|no"))
    var shared: YesNo?

    enum YesNo: String, CaseIterable, ExpressibleByArgument {
        case yes, no
    }

    var entry: HouseholdEntry {
        HouseholdEntry(quiet: quiet, cap: cap, country: country, shared: shared.map { $0 == .yes })
    }
}
