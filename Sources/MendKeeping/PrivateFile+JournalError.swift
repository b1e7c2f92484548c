import MendCore
import MendJournal
import MendPlatform

/// A private file whose faults are those of journals and backups.
extension PrivateFile {
    /// - Throws: `JournalError.symbolicLink`, `.notAFile`, `.notWritable`, `.locked`, `.inTheWay`.
    static func begin(for place: String) throws(JournalError) -> PrivateFile {
        try JournalError.translatingFaults { () throws(FileFault) in try PrivateFile(for: place) }
    }

    /// - Throws: `JournalError.notWritable`.
    func add(_ bytes: [UInt8]) throws(JournalError) {
        try JournalError.translatingFaults { () throws(FileFault) in try append(bytes) }
    }

    /// - Throws: `JournalError.fileExists`, unless it may replace; `.symbolicLink`, `.notAFile`, `.notWritable`.
    func place(replacing: Bool) throws(JournalError) {
        try JournalError.translatingFaults { () throws(FileFault) in try put(replacing: replacing) }
    }
}
