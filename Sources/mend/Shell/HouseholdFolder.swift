import Foundation
import MendJournal

/// A directory of many households, each in a directory of its own.
struct HouseholdFolder {
    /// Of the directories that hold a journal, in order.
    let names: [String]

    /// - Throws: `NotFound` where there is none.
    init(path: String) throws(NotFound) {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        names =
            entries.filter { !$0.hasPrefix(".") && access(SQLiteJournal.path(in: "\(path)/\($0)"), F_OK) == 0 }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        guard !names.isEmpty else {
            throw NotFound("\(path): no household is in there; name the directory in which their directories are")
        }
    }
}
