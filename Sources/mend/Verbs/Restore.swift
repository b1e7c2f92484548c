import ArgumentParser
import MendCore
import MendJournal
import MendKeeping

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Bring a backup back.",
        discussion: """
            The backup is checked first. A journal that is there stays, unless --replace is given, which keeps it aside. mend \
            serve may go on running; on its page everybody signs in again.

            EXAMPLE
              mend restore ~/backups/mend.sqlite
            """)

    @OptionGroup var common: Common
    @Argument(help: "The backup.") var file: String
    @Flag(help: "Put it in the place of the journal that is there.") var replace = false

    func run() throws {
        let outcome = try Restoration(of: Backup(path: file), into: common.directory, zones: SystemZones.find)
            .run(replacing: replace, now: common.instant(), known: Common.absolute(file))
        let history = try common.journal().history()
        Terminal.note(
            "Restored into \(common.directory): people \(history.people.count), ruptures \(history.ruptures.count).")
        if let path = outcome.keptAside { Terminal.note("The journal that was there is in \(path).") }
        if !outcome.hadChecksum { Terminal.note("No \(file).sha256 was there, so only SQLite's own check was made.") }
        if !history.subscriptions.isEmpty {
            Terminal.note("Addresses of that time lead here again; mend subscription list shows them.")
        }
    }
}
