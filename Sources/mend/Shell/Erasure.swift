import MendCore
import MendExport
import MendJournal
import MendKeeping
import MendPlatform

/// Takes somebody, or everything, out of all the places that mend knows of.
///
/// While it does, no copy is made (`CopyLock`). What every copy will be is made ready first; then the journal is locked; then the
/// copies take their places; and the journal comes last. So whoever has to wait in vain has changed nothing, and after a kill the
/// journal still knows of the copies, and the same command goes on where it was.
struct Erasure {
    let directory: String

    private var folder: JournalFolder { JournalFolder(path: directory) }

    /// What became of the copies.
    struct Outcome {
        /// Backups that do not hold it any more.
        var backups: [String] = []
        /// Folders whose calendars and feeds are gone; they can be written anew afterwards.
        var exports: [String] = []
        /// Known, but not there just now.
        var absent: [String] = []
        /// Files in places of mend's that mend has not written; they stay.
        var left: [String] = []
        /// Backups and folders that another journal noted, or from which a household was brought here; they stay.
        var others: [String] = []
    }

    /// - Throws: `CommandFault` when a copy cannot be changed; the journal is then as it was.
    func forget(_ subject: Forgettable, from household: OpenHousehold) throws -> Outcome {
        let lock = try folder.lockCopies(.alone)
        defer { lock.release() }
        var outcome = Outcome()
        try folder.removeLeftovers()
        let all = try household.journal.knownCopies()
        outcome.others = all.filter { !$0.isOwn }.map(\.path)
        let known = all.filter(\.isOwn)
        let rewritings = try rewritings(of: subject, in: known, household, &outcome)
        let exports = known.filter { $0.kind == .export }.map(\.path)
        try Notebook(journal: household.journal, plan: household.plan, now: household.now).forget(subject) {
            for (path, rewriting) in rewritings { try beforehand(path) { try rewriting.finish() } }
            for path in exports { try beforehand(path) { try takeAway(exportsIn: path, &outcome) } }
        }
        // One that cron has written meanwhile.
        for path in exports { try takeAway(exportsIn: path, &outcome) }
        return outcome
    }

    private func rewritings(
        of subject: Forgettable, in known: [KnownCopy], _ household: OpenHousehold, _ outcome: inout Outcome
    ) throws -> [(path: String, Backup.Rewriting)] {
        var rewritings: [(String, Backup.Rewriting)] = []
        for path in backups(known) {
            try beforehand(path) {
                let finding = try Backup(path: path).rewriting(
                    household: household.history.household.id, zones: SystemZones.find
                ) { try Notebook(journal: $0, plan: household.plan, now: household.now).forget(subject) }
                switch finding {
                case .absent: outcome.absent.append(path)
                case .changed(let rewriting):
                    rewritings.append((path, rewriting))
                    outcome.backups.append(path)
                case .same: break
                }
            }
        }
        return rewritings
    }

    private func takeAway(exportsIn path: String, _ outcome: inout Outcome) throws {
        let removal = try ExportFolder(path: path).remove()
        if removal.removed > 0, !outcome.exports.contains(path) { outcome.exports.append(path) }
        outcome.left += removal.left.filter { !outcome.left.contains($0) }
    }

    /// What backups and older journals of a household hold, the newest last: somebody may be in one of them alone.
    func olderHistories(of household: OpenHousehold) -> [History] {
        let paths = backups((try? household.journal.knownCopies().filter(\.isOwn)) ?? [])
        return paths.compactMap { (try? Backup(path: $0))?.history(zones: SystemZones.find) }
            .filter { $0.household.id == household.history.household.id }
    }

    private func backups(_ known: [KnownCopy]) -> [String] {
        // One that is known by two names is one.
        var seen: Set<String> = []
        return (folder.copies + known.filter { $0.kind == .backup }.map(\.path)).filter { path in
            Directory.identity(ofFile: path).map { seen.insert($0).inserted } ?? true
        }
    }

    /// - Parameter journal: nil when it cannot be opened; the places of its copies are then those that its file tells, if it
    ///   does.
    @discardableResult
    func everything(_ journal: SQLiteJournal?) throws -> Outcome {
        let lock = try folder.lockCopies(.alone)
        defer { lock.release() }
        let place = SQLiteJournal.path(in: directory)
        let all = try journal?.knownCopies() ?? SQLiteJournal.knownCopies(lookingAt: place)
        let known = all.filter(\.isOwn)
        let household = try journal?.household().id ?? SQLiteJournal.household(in: place)
        var outcome = Outcome()
        outcome.others = all.filter { !$0.isOwn }.map(\.path)
        for copy in known {
            try beforehand(copy.path) {
                switch copy.kind {
                case .backup:
                    guard let household, try Backup(path: copy.path).remove(household: household) else {
                        outcome.left.append(copy.path)
                        return
                    }
                case .export:
                    try takeAway(exportsIn: copy.path, &outcome)
                    ExportFolder(path: copy.path).removeIfEmpty()
                }
            }
        }
        try folder.removeAll(erasing: journal)
        return outcome
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
