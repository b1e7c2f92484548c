import ArgumentParser
import MendCore
import MendJournal
import MendText

struct HouseholdVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        .household, subcommands: [Show.self, Edit.self],
        defaultSubcommand: Show.self)

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(.householdShow)

        @OptionGroup var common: Common

        func run() throws {
            HouseholdVerb.show(try common.journal().household())
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(.householdEdit)

        @OptionGroup var common: Common

        @Option(help: ArgumentHelp(.zone, valueName: "zone"), completion: .zones)
        var zone: String?
        @Flag(help: ArgumentHelp(.fixed)) var fixed = false

        @Flag(help: ArgumentHelp(.clearClosed)) var clearClosed = false
        @Flag(help: ArgumentHelp(.clearAway)) var clearAway = false

        @OptionGroup var settings: HouseholdSettings

        func run() throws {
            var entry = settings.entry
            if clearClosed { entry.closed = entry.closed ?? [] }
            if clearAway { entry.away = entry.away ?? [] }
            entry.zone = try zone.map { try .typed($0, takesFixed: fixed) }
            guard !entry.isEmpty else {
                throw CommandFault(.badCommandLine, .nothingToChange(help: "mend household edit"))
            }
            let journal = try common.journal()
            if entry.shared == false, try journal.secondAdult()?.hasJoined == true { throw InputError.twoAdultsSeeIt }
            let household = try Notebook(
                journal: journal, plan: common.thePlan(), now: common.instant()
            ).change(entry)
            Terminal.keep()
            Speech.follow(household.language)
            HouseholdVerb.show(household)
        }
    }

    private static func show(_ household: Household) {
        Terminal.say(HouseholdPhrase.settings(household))
    }
}
