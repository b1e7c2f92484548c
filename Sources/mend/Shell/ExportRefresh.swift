import ArgumentParser
import MendCore
import MendExport
import MendJournal
import MendPlatform
import MendText

/// Makes known exports anew that do not show any more what they should. A folder that is not there just now is left alone: its disk
/// may be somewhere else, or somebody took it away.
struct ExportRefresh {
    let journal: SQLiteJournal
    let now: Instant
    /// The household's own plan as it is now; asked for only where something is stale.
    let plan: () throws -> Plan

    /// What may be done while somebody waits for an answer, in milliseconds.
    static let quick = 1_000

    /// - Parameter limit: exports that took longer the last time, in milliseconds, wait for the next due run; nil: none does.
    /// - Returns: what could not be made, and why. One that fails does not hold up the others.
    func run(takingAtMost limit: Int? = nil) -> [any Error] {
        // Where its exports lie is for whoever has the household to say, and root could write anywhere.
        guard !journal.isReadOnly, !journal.folder.isAnothersForRoot else { return [] }
        let exports: [KnownExport]
        let plan: Plan
        do {
            exports = try journal.staleExports(now: now, takingAtMost: limit).filter { Directory.isThere($0.path) }
            guard !exports.isEmpty else { return [] }
            plan = try self.plan()
        } catch {
            return [error]
        }
        return exports.compactMap { export in
            do {
                try make(export, plan)
                return nil
            } catch {
                return error
            }
        }
    }

    /// Makes the exports in some folders anew, stale or not.
    /// - Returns: the folders in which that could be done.
    func run(in folders: [String]) -> [String] {
        folders.filter { path in
            guard let export = try? journal.knownExport(at: path) else { return false }
            return (try? make(export, plan())) != nil
        }
    }

    private func make(_ export: KnownExport, _ plan: Plan) throws {
        try Exporter(journal: journal, plan: plan)
            .export(to: export.path, isPublic: export.isPublic) { settings(for: export, of: $0) }
    }

    private func settings(for export: KnownExport, of history: History) -> ExportSettings {
        ExportSettings(
            edition: export.isOpen ? .open : .discreet, baseURL: export.base.flatMap { BaseURL($0) }, now: now,
            language: history.household.language ?? Speech.catalogue.language, weeksBack: export.weeksBack,
            daysAhead: export.daysAhead)
    }
}

/// A verb that writes something down which calendars and feeds show.
protocol RecordingCommand: ParsableCommand {
    var common: Common { get }
}

extension RecordingCommand {
    /// Makes stale exports anew, where that takes no longer than somebody waits. What was written down is kept in any case.
    func refreshExports() {
        // Exports follow the household's own plan.
        guard common.plan == nil, let journal = try? common.journal(), let now = try? common.instant() else { return }
        let failures = ExportRefresh(journal: journal, now: now, plan: common.thePlan)
            .run(takingAtMost: ExportRefresh.quick)
        for failure in failures { CommandError.report(failure) }
        if !failures.isEmpty { Terminal.note(WayOutPhrase.exportsWait) }
    }
}

extension RecordRupture: RecordingCommand {}
extension RecordAttempt: RecordingCommand {}
extension RecordCheckIn: RecordingCommand {}
extension Undo: RecordingCommand {}
extension EditRecord: RecordingCommand {}
extension RemoveRecord: RecordingCommand {}
extension Pause: RecordingCommand {}
extension Resume: RecordingCommand {}
extension Restore: RecordingCommand {}
extension HouseholdVerb.Edit: RecordingCommand {}
extension PersonVerb.Add: RecordingCommand {}
extension PersonVerb.Edit: RecordingCommand {}
extension PersonVerb.End: RecordingCommand {}
extension PersonVerb.Begin: RecordingCommand {}
extension ContactVerb.Add: RecordingCommand {}
extension ContactVerb.Remove: RecordingCommand {}
extension PatternsVerb: RecordingCommand {}
extension PlaceVerb: RecordingCommand {}
