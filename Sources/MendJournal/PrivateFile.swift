#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file for its owner's eyes alone. It is made beside its place, under a name of its own, and put there whole: whoever
/// looks sees what was there before or all of the new. A class, because it owns a descriptor.
package final class PrivateFile {
    package let place: String
    /// Where it is made.
    package let path: String
    private let descriptor: Int32
    private var isPlaced = false

    /// What a name ends in while a file is being made; after a kill such a file may be left.
    static let mark = ".mend-new"

    /// Where the file of a place is made.
    package static func path(for place: String) -> String {
        let (folder, name) = parts(of: place)
        return "\(folder)/.\(name)\(mark)"
    }

    /// Begins an empty file. Of several that make the same one, the others wait, five seconds at most.
    /// - Throws: `JournalError.symbolicLink`, `.notAFile`, `.notWritable`, `.locked`.
    package init(for place: String) throws(JournalError) {
        self.place = place
        try Self.checkPlace(place)
        path = Self.path(for: place)
        descriptor = try Self.held(path, for: place)
        // What a kill has left of SQLite's would be taken for a part of the new file.
        removeCompanions()
        guard ftruncate(descriptor, 0) == 0 else { throw failure() }
    }

    deinit {
        if !isPlaced {
            removeCompanions()
            unlink(path)
        }
        close(descriptor)
    }

    /// Whether others can read it: some file systems (of USB sticks) keep no permissions.
    package var isExposed: Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & 0o077 != 0
    }

    package func append(_ bytes: [UInt8]) throws(JournalError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure() }
            rest = rest.dropFirst(count)
        }
    }

    /// Puts it in its place, for good: a power cut does not take it away.
    /// - Throws: `JournalError.fileExists`, unless it may replace.
    package func put(replacing: Bool) throws(JournalError) {
        guard fsync(descriptor) == 0 else { throw failure() }
        try Self.checkPlace(place)
        guard replacing || access(place, F_OK) != 0 else { throw .fileExists(path: place) }
        guard rename(path, place) == 0 else { throw failure() }
        isPlaced = true
        Self.flushFolder(of: place)
    }

    static func flushFolder(of place: String) {
        let folder = open(parts(of: place).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private func removeCompanions() {
        for suffix in ["-journal", "-wal", "-shm"] { unlink(path + suffix) }
    }

    private func failure() -> JournalError {
        .notWritable(path: place, reason: String(cString: strerror(errno)))
    }

    static func parts(of place: String) -> (folder: String, name: String) {
        guard let slash = place.lastIndex(of: "/") else { return (".", place) }
        let folder = place[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(place[place.index(after: slash)...]))
    }

    private static func checkPlace(_ place: String) throws(JournalError) {
        var status = stat()
        guard lstat(place, &status) == 0 else { return }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFLNK: throw .symbolicLink(path: place)
        default: throw .notAFile(path: place)
        }
    }

    /// Opens and locks the file, and makes sure that it is still the one of that name.
    private static func held(_ path: String, for place: String) throws(JournalError) -> Int32 {
        for _ in 0..<50 {
            let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw .notWritable(path: place, reason: String(cString: strerror(errno)))
            }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                var (held, named) = (stat(), stat())
                if fstat(descriptor, &held) == 0, lstat(path, &named) == 0, held.st_ino == named.st_ino,
                    held.st_nlink == 1, held.st_mode & S_IFMT == S_IFREG
                {
                    // The umask has no say. A file system without permissions is told by `isExposed`.
                    fchmod(descriptor, 0o600)
                    return descriptor
                }
            }
            close(descriptor)
            usleep(100_000)
        }
        throw .locked(path: place)
    }
}
