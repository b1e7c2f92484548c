import MendCore
import MendPlatform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A directory that exports are written to. A reader sees an old file or a new one, never a part; a file that would not
/// change keeps its bytes and its modification time. Archive pages that are too old to be written again stay; others that are
/// not in the set go, for another household or another edition has written them.
public struct ExportFolder: Sendable {
    private let path: String
    private let fileMode: mode_t
    private let folderMode: mode_t

    /// - Parameter isPublic: files can be read by all (0644), not by their owner alone (0600).
    public init(path: String, isPublic: Bool = false) {
        self.path = path
        fileMode = isPublic ? 0o644 : 0o600
        folderMode = isPublic ? 0o755 : 0o700
    }

    /// Makes the folder and its parents, where they are missing.
    /// - Throws: `failed`.
    public func make() throws(ExportFolderError) {
        _ = try Folder(creating: path, mode: folderMode)
    }

    /// Writes every file, or, when one of them can't be prepared, none. Folders that are missing are made.
    /// - Parameter date: as `stage` takes it.
    /// - Returns: the paths of the files that were new or changed.
    /// - Throws: what stands in the way; when it is found before the first file is put in place, all are as they were.
    @discardableResult
    public func write(_ files: [ExportSet.File], dated date: Instant? = nil) throws(ExportFolderError) -> [String] {
        let export = try stage(files, dated: date)
        let changed = try export.putInPlace()
        try export.flush()
        return changed
    }

    /// Writes every file that is new or changed beside its place, down to the disk. Folders that are missing are made. Another
    /// export into this folder waits until the value is gone.
    /// - Parameter date: the modification time of what is new or changed, or a second after that of the file before, if that is
    ///   later: web servers tell it, and a discreet edition does not tell when something was written down; nil: now.
    /// - Throws: what stands in the way; all files are then as they were.
    public func stage(
        _ files: [ExportSet.File], dated date: Instant? = nil
    ) throws(ExportFolderError) -> StagedExport {
        let root = try Folder(creating: path, mode: folderMode)
        // Two exports at once would use the same temporary names.
        let lock = try root.lock()
        var folders: [String: Folder] = ["": root]
        var staged: [StagedFile] = []
        var unchanged: [StagedFile] = []
        var isStaged = false
        // What was not put in place must not stay behind.
        defer { if !isStaged { for file in staged { file.discard() } } }
        for file in files {
            let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
            precondition((1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") })
            let folderName = parts.count == 2 ? String(parts[0]) : ""
            let folder: Folder
            if let known = folders[folderName] {
                folder = known
            } else {
                folder = try root.subfolder(folderName, mode: folderMode)
                folders[folderName] = folder
            }
            let target = StagedFile(folder: folder, name: String(parts[parts.count - 1]), path: file.path)
            if try target.holds(file.bytes) {
                unchanged.append(target)
            } else {
                guard try target.isOurs() else { throw .notOurs(path: "\(folder.path)/\(target.name)") }
                staged.append(target)
                try target.stage(file.bytes, mode: fileMode)
            }
        }
        isStaged = true
        return StagedExport(
            folders: [root] + folders.filter { !$0.key.isEmpty }.values, staged: staged, unchanged: unchanged,
            stale: try stalePages(beside: files.map(\.path)), fileMode: fileMode, date: date,
            lock: lock)
    }

    /// Archive pages that exports have written, that are not in this one, and that are not from before its ten years.
    private func stalePages(beside written: [String]) throws(ExportFolderError) -> [StagedFile] {
        let archive = "\(path)/archive"
        // A link in its place leads to somebody else's files.
        guard Directory.isThere(archive), let folder = try? Folder(archive) else { return [] }
        let months = Set(written.compactMap(Self.month(ofPage:)))
        let oldest = months.count < ExportSettings.archiveMonths ? nil : months.min()
        var pages: [StagedFile] = []
        for name in Directory.names(in: archive).sorted() {
            let path = "archive/\(name)"
            guard let month = Self.month(ofPage: path), !written.contains(path), oldest.map({ month > $0 }) ?? true
            else {
                continue
            }
            let page = StagedFile(folder: folder, name: name, path: path)
            if try page.isOurs() { pages.append(page) }
        }
        return pages
    }

    private static func month(ofPage path: String) -> Month? {
        if case .archive(let month, _)? = ExportDocument(path: path, only: nil) { month } else { nil }
    }

    /// What became of the files of a folder.
    public struct Removal: Equatable, Sendable {
        /// How many went.
        public var removed = 0
        /// Those of an export's names that no export has written: they stay.
        public var left: [String] = []
    }

    /// Takes away what exports have written here, and what a killed one has left. Other files stay, and so does the folder.
    /// - Throws: `failed`, for the first file that could not be removed.
    public func remove() throws(ExportFolderError) -> Removal {
        var removal = Removal()
        let archive = "\(path)/archive"
        let pages = Set(Directory.names(in: archive).map(StagedFile.finalName).filter(Self.isArchived)).sorted()
        for (place, prefix, names) in [
            (archive, "archive/", pages), (path, "", ExportDocument.standing.map(\.path) + [IndexPage.fileName]),
        ] {
            // A link in its place leads to somebody else's files; a folder that is gone holds none.
            guard Directory.isThere(place), let folder = try? Folder(place) else { continue }
            for name in names {
                let file = StagedFile(folder: folder, name: name, path: prefix + name)
                file.discard()
                if try !file.isOurs() {
                    removal.left.append("\(place)/\(name)")
                } else if try file.remove() {
                    removal.removed += 1
                }
            }
        }
        rmdir(archive)
        return removal
    }

    /// Takes the folder itself away, unless something is in it.
    public func removeIfEmpty() {
        rmdir(path)
    }

    /// Whether a name in the folder of archive pages is a page's.
    private static func isArchived(_ name: String) -> Bool {
        month(ofPage: "archive/\(name)") != nil
    }
}
