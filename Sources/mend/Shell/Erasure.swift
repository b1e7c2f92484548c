import MendCore
import MendExport
import MendJournal
import MendKeeping

/// Takes somebody, or everything, out of all the places that mend knows of.
///
/// The journal comes last: after a kill it still knows of the copies, and the same command goes on where it was.
struct Erasure {
    let directory: String

    private var folder: JournalFolder { JournalFolder(path: directory) }

    /// What became of the copies.
    struct Outcome {
        /// Backups that do not hold it any more.
        var backups: [String] = []
        /// Folders whose calendars and feeds are gone.
        var exports: [String] = []
        /// Known, but not there just now.
        var absent: [String] = []
    }

    /// - Throws: `CommandFault` when a copy cannot be changed; the journal is then as it was.
    func forget(_ subject: Forgettable, from household: OpenHousehold) throws -> Outcome {
        var outcome = Outcome()
        let journal = household.journal
        try folder.removeLeftovers()
        let known = try journal.knownCopies()
        for path in folder.copies + known.filter({ $0.kind == .backup }).map(\.path) {
            try beforehand(path) {
                let finding = try Backup(path: path).rewrite(
                    household: household.history.household.id, zones: SystemZones.find
                ) { try Notebook(journal: $0, plan: household.plan, now: household.now).forget(subject) }
                switch finding {
                case .absent: outcome.absent.append(path)
                case .changed: outcome.backups.append(path)
                case .same: break
                }
            }
        }
        let exports = known.filter { $0.kind == .export }.map(\.path)
        for path in exports {
            try beforehand(path) {
                if try ExportFolder(path: path).remove() > 0 { outcome.exports.append(path) }
            }
        }
        try Notebook(journal: journal, plan: household.plan, now: household.now).forget(subject)
        // One that cron has written meanwhile.
        for path in exports where try ExportFolder(path: path).remove() > 0 && !outcome.exports.contains(path) {
            outcome.exports.append(path)
        }
        return outcome
    }

    /// - Parameter journal: nil when it cannot be opened; where its copies are is then not known.
    func everything(_ journal: SQLiteJournal?) throws {
        for copy in try journal?.knownCopies() ?? [] {
            try beforehand(copy.path) {
                switch copy.kind {
                case .backup: try Backup(path: copy.path).remove()
                case .export:
                    let folder = ExportFolder(path: copy.path)
                    _ = try folder.remove()
                    folder.removeIfEmpty()
                }
            }
        }
        try folder.removeAll(erasing: journal)
    }

    private func beforehand(_ path: String, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch JournalError.locked {
            throw JournalError.locked(path: path)
        } catch is JournalError, is ExportFolderError {
            throw CommandFault(.cannotWrite, .copyCannotBeChanged(path: path))
        }
    }
}
