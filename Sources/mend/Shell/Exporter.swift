import MendCore
import MendExport
import MendJournal

/// Computes an export, writes it, and remembers in the journal what it shows.
struct Exporter {
    let journal: SQLiteJournal
    let plan: Plan

    /// - Parameter settings: what it is made for, by the household as it is.
    /// - Returns: the paths of the files that were new or changed.
    @discardableResult
    func export(
        to directory: String, isPublic: Bool, settings: (History) throws -> ExportSettings
    ) throws -> [String] {
        let folder = ExportFolder(path: directory, isPublic: isPublic)
        // A folder that is known and empty harms nobody; one with files in it must be known.
        try folder.make()
        try journal.remember(.export, at: Common.absolute(directory))
        return try journal.update { history in
            let settings = try settings(history)
            let settlement = try Settlement(history, plan: plan, now: settings.now)
            let history = settlement.history
            let days = settings.days(for: history)
            let items = try AgendaBuilder(plan: plan, history: history, now: settings.now)
                .agenda(from: days.lowerBound, through: days.upperBound).items
            let set = try ExportSet(
                history: history.known(by: settings.now), plan: plan, items: items, settings: settings)
            // The files come first: what was not written was not shown.
            let changed = try folder.write(set.files)
            Log.mend.debug("export", metadata: ["items": "\(items.count)", "changed": "\(changed.count)"])
            return (settlement.changes + set.publication.changes.map { .put(.published($0)) }, changed)
        }
    }
}
