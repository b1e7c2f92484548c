import ArgumentParser
import MendCore
import MendKeeping

struct WriteBackup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the whole journal into one file, while others may write.",
        discussion: """
            The file is an SQLite database that mend restore brings back; FILE.sha256 beside it holds its checksum. Both are \
            readable by you alone, and hold your notes.

            EXAMPLES
              mend backup ~/backups/mend.sqlite
              mend backup --replace ~/backups/mend.sqlite
            """)

    @OptionGroup var common: Common
    @Argument(help: "Where to.") var file: String
    @Flag(help: "Replace a file that is there.") var replace = false

    func run() throws {
        let (journal, now) = (try common.journal(), try common.instant())
        let backup = try Backup(path: file)
        let path = Common.absolute(file)
        // A journal that takes nothing any more is a reason for a backup, not against one.
        let isKnown = (try? journal.remember(.backup, at: path)) != nil
        let isExposed = try backup.write(journal, replacing: replace)
        // Cron mails whatever is printed.
        if Terminal.isInteractive { Terminal.note("\(file): the whole journal, and \(file).sha256.") }
        if !isKnown || (try? journal.note(copyAt: path, made: now)) == nil {
            Terminal.note("The journal could not note it, so mend forget will not know of this backup.")
        }
        if isExposed, Terminal.isInteractive {
            Terminal.note("This disk keeps no permissions: whoever holds it can read the backup.")
        }
    }
}
