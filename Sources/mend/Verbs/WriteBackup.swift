import ArgumentParser
import MendCore
import MendKeeping
import MendText

struct WriteBackup: ParsableCommand {
    static let configuration = CommandConfiguration(.backup)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.whereTo)) var file: String
    @Flag(help: ArgumentHelp(.replaceFile)) var replace = false

    func run() throws {
        let (journal, now) = (try common.journal(), try common.instant())
        let backup = try Backup(path: file)
        let path = Common.absolute(file)
        // A journal that takes nothing any more is a reason for a backup, not against one.
        let isKnown = (try? journal.remember(.backup, at: path)) != nil
        let isExposed = try backup.write(journal, replacing: replace)
        // Cron mails whatever is printed.
        if Terminal.isInteractive { Terminal.note(KeepingPhrase.backedUp(file: file)) }
        if !isKnown || (try? journal.note(copyAt: path, made: now)) == nil {
            Terminal.note(KeepingPhrase.backupNotNoted)
        }
        if isExposed, Terminal.isInteractive {
            Terminal.note(KeepingPhrase.diskKeepsNoPermissions)
        }
    }
}
