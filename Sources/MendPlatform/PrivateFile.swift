import SystemPackage

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
    private let file: FileDescriptor
    private var isPlaced = false

    /// Begins an empty file. Of several that make the same one, the others wait, five seconds at most.
    /// - Throws: `FileFault.symbolicLink`, `.notAFile`, `.notWritable`, `.locked`, and `.inTheWay` for what somebody else has put
    ///   under the names that are needed.
    package init(for place: String) throws(FileFault) {
        self.place = place
        try Self.checkPlace(place)
        path = StagingName.path(for: place)
        file = try Self.locked(path, for: place)
        // What a kill has left of SQLite's would be taken for a part of the new file.
        removeCompanions()
        // Into one that somebody else has put there SQLite would write.
        if let left = Self.companions(of: path).first(where: Self.isTaken) { throw .inTheWay(path: left) }
        do { try file.resize(to: 0) } catch { throw failure(error) }
    }

    deinit {
        for name in Self.unfinished(path) { UnfinishedFiles.remove(name) }
        if !isPlaced {
            removeCompanions()
            if Self.isOwn(file, named: path) { unlink(path) }
        }
        try? file.close()
    }

    /// Whether others can read it: some file systems (of USB sticks) keep no permissions.
    package var isExposed: Bool {
        var status = stat()
        return fstat(file.rawValue, &status) == 0 && PrivatePermissions.isExposed(status)
    }

    /// - Throws: `FileFault.notWritable`.
    package func append(_ bytes: [UInt8]) throws(FileFault) {
        do { try file.writeAll(bytes) } catch { throw failure(error) }
    }

    /// Puts it in its place, for good: a power cut does not take it away.
    /// - Throws: `FileFault.exists`, unless it may replace; `.symbolicLink`, `.notAFile`, `.notWritable`, and `.locked` where
    ///   somebody has taken it away meanwhile.
    package func put(replacing: Bool) throws(FileFault) {
        guard fsync(file.rawValue) == 0 else { throw failure(Errno.last) }
        try Self.checkPlace(place)
        guard Self.isOwn(file, named: path) else { throw .locked(path: place) }
        guard replacing || access(place, F_OK) != 0 else { throw .exists(path: place) }
        guard rename(path, place) == 0 else { throw failure(Errno.last) }
        isPlaced = true
        Directory.flush(Directory.parts(of: place).folder)
    }

    private func removeCompanions() {
        for name in Self.companions(of: path) { unlink(name) }
    }

    private static func companions(of path: String) -> [String] { ["-journal", "-wal", "-shm"].map { path + $0 } }

    private static func unfinished(_ path: String) -> [String] { [path] + companions(of: path) }

    private func failure(_ error: any Error) -> FileFault { .notWritable(path: place, error) }

    private static func checkPlace(_ place: String) throws(FileFault) {
        var status = stat()
        guard lstat(place, &status) == 0 else { return }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFLNK: throw .symbolicLink(path: place)
        default: throw .notAFile(path: place)
        }
    }

    /// Opens and locks the file, and makes sure that it is still the one of that name. From then on it is unfinished.
    private static func locked(_ path: String, for place: String) throws(FileFault) -> FileDescriptor {
        for _ in 0..<FileLock.tries {
            let file = try UnfinishedFiles.undisturbed { () throws(FileFault) in try unlessHeld(path, for: place) }
            if let file {
                // The umask has no say. A file system without permissions is told by `isExposed`.
                fchmod(file.rawValue, 0o600)
                return file
            }
            FileLock.pause()
        }
        throw .locked(path: place)
    }

    /// Nil where another process holds it, where it is not the one of that name any more, or where something else had the name.
    private static func unlessHeld(_ path: String, for place: String) throws(FileFault) -> FileDescriptor? {
        guard try isFree(path, for: place) else { return nil }
        let isNew = !isTaken(path)
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(
                FilePath(path), .readWrite,
                options: [.noFollow, .nonBlocking, .closeOnExec, isNew ? [.create, .exclusiveCreate] : []],
                permissions: .ownerReadWrite)
        } catch let error as Errno where error == (isNew ? .fileExists : .noSuchFileOrDirectory) {
            // Somebody was faster.
            return nil
        } catch {
            throw .notWritable(path: place, error)
        }
        guard (try? FileLock.take(on: file)) == true, isOwn(file, named: path) else {
            try? file.close()
            return nil
        }
        for name in unfinished(path) { UnfinishedFiles.add(name) }
        return file
    }

    /// Whether nothing has that name, or a plain file of our own. Anything else is taken away, where that is possible: what
    /// goes into a file of somebody else is theirs to read, whatever its permissions are.
    private static func isFree(_ path: String, for place: String) throws(FileFault) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, !isOwn(status) else { return true }
        guard unlink(path) == 0 || Errno.last == .noSuchFileOrDirectory else {
            throw status.st_uid == geteuid() ? .notWritable(path: place, reason: .last) : .inTheWay(path: path)
        }
        return false
    }

    /// Whether an open file is a plain one of our own and of a single name, and this the name.
    private static func isOwn(_ file: FileDescriptor, named path: String) -> Bool {
        var (held, named) = (stat(), stat())
        return fstat(file.rawValue, &held) == 0 && lstat(path, &named) == 0 && held.st_ino == named.st_ino
            && held.st_dev == named.st_dev && isOwn(held)
    }

    private static func isOwn(_ status: stat) -> Bool {
        status.st_uid == geteuid() && status.st_nlink == 1 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether something has that name, a link that leads nowhere included.
    private static func isTaken(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}

extension FileFault {
    /// - Parameter error: what a call of swift-system has thrown: an `Errno`.
    fileprivate static func notWritable(path: String, _ error: any Error) -> FileFault {
        .notWritable(path: path, reason: error as? Errno ?? .ioError)
    }
}
