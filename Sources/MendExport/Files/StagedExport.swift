import MendCore
import MendPlatform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files of an export, written beside their places and ready to be put there. A class, because it owns them: what was not put
/// in place goes with it, and so does the folder's lock.
public final class StagedExport {
    private let folders: [Folder]
    private let staged: [StagedFile]
    private let unchanged: [StagedFile]
    private let stale: [StagedFile]
    private let fileMode: mode_t
    private let date: Instant?
    private let lock: PrivateFile
    private var replaced = 0

    init(
        folders: [Folder], staged: [StagedFile], unchanged: [StagedFile], stale: [StagedFile], fileMode: mode_t,
        date: Instant?, lock: PrivateFile
    ) {
        self.folders = folders
        self.staged = staged
        self.unchanged = unchanged
        self.stale = stale
        self.fileMode = fileMode
        self.date = date
        self.lock = lock
    }

    deinit {
        for file in staged.dropFirst(replaced) { file.discard() }
    }

    /// Puts every file in its place, and takes away what is stale: a matter of names, which takes no time.
    /// - Returns: the paths of the files that were new or changed.
    /// - Throws: what stands in the way; when it is found before the first file is put in place, all are as they were.
    public func putInPlace() throws(ExportFolderError) -> [String] {
        for file in unchanged { try file.setMode(fileMode) }
        for file in staged.dropFirst(replaced) {
            try file.putInPlace(dated: date)
            replaced += 1
        }
        for file in stale { _ = try file.remove() }
        return staged.map(\.path)
    }

    /// Waits until the names are on the disk.
    public func flush() throws(ExportFolderError) {
        guard !staged.isEmpty || !stale.isEmpty else { return }
        for folder in folders { try folder.flush() }
    }
}
