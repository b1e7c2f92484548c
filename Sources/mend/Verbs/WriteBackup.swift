import ArgumentParser
import MendCore
import MendJournal
import MendKeeping
import MendText

struct WriteBackup: ParsableCommand {
    static let configuration = CommandConfiguration(.backup)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.whereTo)) var file: String
    @Flag(help: ArgumentHelp(.replaceFile)) var replace = false
    @Flag(help: ArgumentHelp(.disownCopy)) var disown = false

    private var path: String { Common.absolute(file) }

    func run() throws {
        let (journal, now) = (try common.journal(), try common.instant())
        guard !disown else { return try letGo(journal) }
        let backup = try Backup(path: file)
        let lock = try JournalFolder(path: common.directory).lockCopies(.shared)
        defer { lock.release() }
        // A journal that takes nothing any more is a reason for a backup, not against one.
        let isNew = try? journal.remember(.backup, at: path)
        let isExposed: Bool
        do {
            isExposed = try backup.write(journal, replacing: replace)
        } catch {
            // What stands there is somebody else's.
            if isNew == true { try? journal.disown(copyAt: path) }
            throw error
        }
        // Cron mails whatever is printed.
        if Terminal.isInteractive { Terminal.note(KeepingPhrase.backedUp(file: file)) }
        if isNew == nil || (try? journal.note(copyAt: path, made: now)) == nil {
            Terminal.note(KeepingPhrase.backupNotNoted)
        }
        if isExposed, Terminal.isInteractive {
            Terminal.note(KeepingPhrase.diskKeepsNoPermissions)
        }
    }

    /// A place that mend shall not look after any more: what is there stays.
    private func letGo(_ journal: SQLiteJournal) throws {
        guard try journal.disown(copyAt: path) || journal.disown(copyAt: file) else {
            throw CommandFault(.notFound, .noCopyKnown(path: path))
        }
        Terminal.note(KeepingPhrase.copyDisowned(path: path))
    }
}
