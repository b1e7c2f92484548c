import MendPlatform

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
    /// - Throws: for a link, which could lead into anybody's folder, and for a folder of others.
    convenience init(creating path: String, mode: mode_t) throws(ExportFolderError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            if mkdir(made, mode) == 0 {
                // The umask has no say.
                chmod(made, mode)
            } else if errno != EEXIST, errno != EROFS, errno != EACCES {
                throw .system(path, "make folder")
            }
        }
        try self.init(path)
    }

    /// Opens a directory that is there.
    convenience init(_ path: String) throws(ExportFolderError) {
        // With a slash behind it a link would be followed.
        var place = path[...]
        while place.count > 1, place.hasSuffix("/") { place = place.dropLast() }
        let name = place.isEmpty ? "." : String(place)
        let opened = open(name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else {
            let reason = errno
            var status = stat()
            if lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { throw .symbolicLink(path: path) }
            errno = reason
            throw .system(path, "open folder")
        }
        self.init(path: path, descriptor: opened)
        try checkOwner()
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
        if mkdirat(descriptor, name, mode) == 0 {
            fchmodat(descriptor, name, mode, 0)
        } else if errno != EEXIST {
            throw .system(path, "make folder")
        }
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if opened < 0 {
            if errno == ELOOP || isLink(name) { throw .symbolicLink(path: path) }
            throw .system(path, "open folder")
        }
        let folder = Folder(path: path, descriptor: opened)
        try folder.checkOwner()
        return folder
    }

    /// Whoever else can put files into it could put links, and take away what was written.
    private func checkOwner() throws(ExportFolderError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(path, "examine") }
        guard status.st_uid == geteuid() else { throw .foreignFolder(path: path) }
        guard status.st_mode & 0o022 == 0 else { throw .openFolder(path: path) }
    }

    /// Waits until no other export is under way there, and keeps others waiting until the value is gone. Whoever may read the
    /// folder could lock it, so a file of the owner's own is locked.
    func lock() throws(ExportFolderError) -> PrivateFile {
        while true {
            do {
                return try PrivateFile(for: "\(path)/.export")
            } catch .locked {
                continue
            } catch .notWritable(_, let reason) {
                throw .failed(path: path, step: "lock", reason: reason.description)
            } catch {
                throw .notAFile(path: "\(path)/.export")
            }
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
