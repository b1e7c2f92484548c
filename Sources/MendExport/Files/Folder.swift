#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open directory; names are looked up in it, whatever happens to its own path meanwhile. A class, because it owns a
/// descriptor.
final class Folder {
    let path: String
    let descriptor: Int32

    /// The last of its parents that is missing is made, and so on down.
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

    func lock() throws(ExportFolderError) {
        while flock(descriptor, LOCK_EX) != 0 {
            if errno != EINTR { throw .system(path, "lock") }
        }
    }

    func flush() throws(ExportFolderError) {
        if fsync(descriptor) != 0 { throw .system(path, "flush") }
    }

    private func isLink(_ name: String) -> Bool {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
