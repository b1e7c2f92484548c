#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open directory. Names are looked up in it, whatever happens to its path meanwhile. A class, because it owns a
/// descriptor.
final class Folder {
    /// The path by which it was opened, for errors.
    let path: String
    let descriptor: Int32

    /// Opens a directory. It and its parents are made where they are missing.
    init(creating path: String, mode: mode_t) throws(ExportFolderError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            if mkdir(made, mode) != 0, errno != EEXIST, errno != EROFS, errno != EACCES {
                throw .system(path, "make folder")
            }
        }
        descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        self.path = path
        if descriptor < 0 { throw .system(path, "open folder") }
    }

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Opens a directory in it, which is made if it is missing. A link is refused.
    func subfolder(_ name: String, mode: mode_t) throws(ExportFolderError) -> Folder {
        let path = "\(path)/\(name)"
        if mkdirat(descriptor, name, mode) != 0, errno != EEXIST { throw .system(path, "make folder") }
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if opened < 0 {
            if errno == ELOOP || isLink(name) { throw .symbolicLink(path: path) }
            throw .system(path, "open folder")
        }
        return Folder(path: path, descriptor: opened)
    }

    /// Waits until no other process holds its lock, and holds it until it is closed.
    func lock() throws(ExportFolderError) {
        while flock(descriptor, LOCK_EX) != 0 {
            if errno != EINTR { throw .system(path, "lock") }
        }
    }

    /// Waits until the names in it are on the disk.
    func flush() throws(ExportFolderError) {
        if fsync(descriptor) != 0 { throw .system(path, "flush") }
    }

    private func isLink(_ name: String) -> Bool {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
