import ArgumentParser
import MendKeeping

struct Dump: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Print the whole household as JSON Lines.",
        discussion:
            "It holds your notes: keep it where only you can read it.\n\nEXAMPLE\n  umask 077; mend dump > household.jsonl"
    )

    @OptionGroup var common: Common

    func run() throws {
        Terminal.write(HouseholdFile.text(of: try common.journal().history()))
    }
}
