import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A directory of the owner's own that was reached through no link, so that nothing is done behind one. A class, because it owns a
/// descriptor.
package final class OwnFolder {
    private let descriptor: FileDescriptor

    /// - Throws: `Errno`: `.notDirectory` for a link, `.notPermitted` for a directory of somebody else.
    package init(_ path: String) throws(Errno) {
        let number = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard number >= 0 else { throw Errno.last }
        descriptor = FileDescriptor(rawValue: number)
        var status = stat()
        guard fstat(number, &status) == 0 else { throw Errno.last }
        guard status.st_uid == geteuid() else { throw .notPermitted }
    }

    deinit {
        try? descriptor.close()
    }

    /// Opens a file to read and to write, and makes it where it is missing, for its owner alone.
    /// - Throws: `Errno`: `.notPermitted` for anything but a plain file of the owner's own that has no other name.
    package func file(_ name: String) throws(Errno) -> FileDescriptor {
        let number = openat(
            descriptor.rawValue, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard number >= 0 else { throw Errno.last }
        let file = FileDescriptor(rawValue: number)
        var status = stat()
        guard fstat(number, &status) == 0, status.st_uid == geteuid(), status.st_nlink == 1,
            status.st_mode & S_IFMT == S_IFREG
        else {
            try? file.close()
            throw .notPermitted
        }
        return file
    }

    /// Takes a file away, if it is there.
    /// - Throws: `Errno`.
    package func remove(_ name: String) throws(Errno) {
        if unlinkat(descriptor.rawValue, name, 0) != 0, Errno.last != .noSuchFileOrDirectory { throw Errno.last }
    }

    /// The names of what is in it, in order.
    package var names: [String] {
        let copy = openat(descriptor.rawValue, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let directory = fdopendir(copy) else { return [] }
        return Directory.names(in: directory).sorted()
    }
}
