import ArgumentParser
import MendKeeping

struct Dump: ParsableCommand {
    static let configuration = CommandConfiguration(.dump)

    @OptionGroup var common: Common

    func run() throws {
        Terminal.write(HouseholdFile.text(of: try common.journal().history()))
    }
}
