import ArgumentParser
import MendCore
import MendJournal

struct HouseholdVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "household", abstract: "Show or change the household.", subcommands: [Show.self, Edit.self],
        defaultSubcommand: Show.self)

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show the household's settings.", discussion: "EXAMPLE\n  mend household show")

        @OptionGroup var common: Common

        func run() throws {
            HouseholdVerb.show(try common.journal().history().household)
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit",
            abstract: "Change the household's settings.",
            discussion: "EXAMPLE\n  mend household edit --quiet 22:00-06:30 --shared no")

        @OptionGroup var common: Common

        @Option(help: ArgumentHelp("The time zone you live in.", valueName: "zone"))
        var zone: String?

        @OptionGroup var settings: HouseholdSettings

        func run() throws {
            var entry = settings.entry
            entry.zone = try zone.map {
                try Parsing.zone($0, in: SystemZones.find, isTZDataThere: SystemZones.areInstalled)
            }
            let household = try Notebook(
                journal: common.journal(), plan: common.thePlan(), now: common.instant()
            ).change(entry)
            HouseholdVerb.show(household)
        }
    }

    private static func show(_ household: Household) {
        let shared =
            switch household.shared {
            case true?: "yes (calendars are discreet)"
            case false?: "no (calendars are open)"
            case nil: "not told (calendars are discreet)"
            }
        Terminal.say(
            """
            Zone         \(household.zone.identifier)
            Quiet hours  \(household.quiet)
            Daily cap    \(household.cap)
            Country      \(household.country ?? "not told")
            Shared       \(shared)
            """)
    }
}
