import Foundation
import MendJournal

/// A directory of many households, each in a directory of its own.
struct HouseholdFolder {
    /// Of the directories that hold a journal, in order.
    let names: [String]

    /// - Throws: `CommandFault` where there is none.
    init(path: String) throws(CommandFault) {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        names =
            entries.filter { !$0.hasPrefix(".") && access(SQLiteJournal.path(in: "\(path)/\($0)"), F_OK) == 0 }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        guard !names.isEmpty else {
            throw CommandFault(.notFound, .noHouseholdInThere(path: path))
        }
    }
}
