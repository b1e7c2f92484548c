import Foundation
import MendCore
import MendExport
import MendJournal

/// Makes an export, and remembers in the journal what it shows.
///
/// The files are computed and written beside their places while others may write down what they like. A short transaction then
/// makes sure that nothing was, puts the files in place and remembers what they show; a run that fails leaves the journal as it was.
struct Exporter {
    let journal: SQLiteJournal
    let plan: Plan
    /// Whether the export is made anew by itself later: it follows the household's own plan.
    var isKept = true

    /// How often it is computed anew because something was written down meanwhile.
    private static let tries = 5

    /// - Parameter settings: what it is made for, by the household as it is.
    /// - Returns: the paths of the files that were new or changed.
    /// - Throws: `JournalError.locked` where others keep writing.
    @discardableResult
    func export(
        to directory: String, isPublic: Bool, settings: (History) throws -> ExportSettings
    ) throws -> [String] {
        let folder = ExportFolder(path: directory, isPublic: isPublic)
        let path = Common.absolute(directory)
        // A folder that is known and empty harms nobody; one with files in it must be known.
        try folder.make()
        let isNew = try journal.remember(.export, at: path)
        var hasBegun = false
        do {
            for _ in 0..<Self.tries {
                if let changed = try tryOnce(
                    in: folder, path: path, isPublic: isPublic, hasBegun: &hasBegun, settings: settings)
                {
                    return changed
                }
            }
            throw JournalError.locked(path: path)
        } catch {
            if isNew, !hasBegun { try? journal.disown(copyAt: path) }
            throw error
        }
    }

    /// - Parameter hasBegun: becomes true before the first file is put in place.
    /// - Returns: nil when something was written down meanwhile.
    private func tryOnce(
        in folder: ExportFolder, path: String, isPublic: Bool, hasBegun: inout Bool,
        settings: (History) throws -> ExportSettings
    ) throws -> [String]? {
        let begin = Self.processorMilliseconds
        let history = try journal.history()
        let draft = try Draft(
            of: history, plan: plan, settings: settings(history), last: journal.knownExport(at: path))
        let staged = try folder.stage(draft.files, dated: draft.date)
        let settings = draft.settings
        let export = KnownExport(
            path: path, isOpen: settings.edition == .open, base: settings.baseURL?.text, isPublic: isPublic,
            weeksBack: settings.weeksBack, daysAhead: settings.daysAhead)
        let changed = try journal.complete(
            isKept ? export : nil, at: path, of: history, changes: draft.changes, freshUntil: draft.freshUntil,
            took: Self.processorMilliseconds - begin
        ) {
            hasBegun = true
            return try staged.putInPlace()
        }
        guard let changed else { return nil }
        try staged.flush()
        Log.mend.debug("export", metadata: ["files": "\(draft.files.count)", "changed": "\(changed.count)"])
        return changed
    }

    /// What this thread has computed so far: how long an export takes shall not hang on what else the machine does just now.
    private static var processorMilliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
    }

    /// The files of an export, and what the journal must remember of them.
    private struct Draft {
        let settings: ExportSettings
        let files: [ExportSet.File]
        /// What web servers tell of when they were written; nil: the truth. Of a discreet edition the day alone, since the moment
        /// is that of a record.
        let date: Instant?
        let changes: [Change]
        /// The first instant at which the files show something else.
        let freshUntil: Instant

        /// - Parameter last: how the export was made the last time; nil: that is not known.
        init(of whole: History, plan: Plan, settings: ExportSettings, last: KnownExport?) throws {
            let now = settings.now
            let settlement = try Settlement(whole, plan: plan, now: now)
            var history = settlement.history
            var changes = settlement.changes
            if let last, last.base != settings.baseURL?.text {
                // Items link to their pages: at another address all of them are shown anew.
                history.published = history.published.map { $0.raised(at: now) }
                changes += history.published.map { .put(.published($0)) }
            }
            let days = settings.days(for: history)
            let items = try AgendaBuilder(plan: plan, history: history, now: now)
                .agenda(from: days.lowerBound, through: days.upperBound).items
            let set = try ExportSet(history: history.known(by: now), plan: plan, items: items, settings: settings)
            self.settings = settings
            files = set.files
            let zone = history.household.zone
            date = settings.edition == .discreet ? zone.start(of: zone.day(of: now)) : nil
            self.changes = changes + set.publication.changes.map { .put(.published($0)) }
            freshUntil = whole.nextChange(of: items, after: now)
        }
    }
}
