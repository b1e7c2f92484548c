import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Directories, by their paths.
package enum Directory {
    /// The names of what is in one, without `.` and `..`, in no order; none where there is no such directory.
    package static func names(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        return names(in: directory)
    }

    /// - Parameter directory: it is closed afterwards.
    static func names(in directory: OpaquePointer) -> [String] {
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Where a symbolic link leads, as it is written in it; nil where there is none.
    package static func target(ofLink path: String) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
    }

    /// What stands for a file as long as its disk is there: two paths with the same lead to one file. Nil where there is none.
    package static func identity(ofFile path: String) -> String? {
        var status = stat()
        return stat(path, &status) == 0 ? "\(status.st_dev):\(status.st_ino)" : nil
    }

    /// The number of a file on its disk: the same wherever it is moved to there, and after the disk was away, but for no copy of
    /// it. Nil where there is none.
    package static func number(ofFile path: String) -> String? {
        var status = stat()
        return stat(path, &status) == 0 ? String(status.st_ino) : nil
    }

    /// A path's directory, `.` where it names none, and its last part.
    package static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }

    /// The directories above a path that are not there yet, the deepest first.
    package static func missing(above path: String) -> [String] {
        var missing: [String] = []
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            guard !rest.isEmpty, !isThere(String(rest)) else { break }
            missing.append(String(rest))
        }
        return missing
    }

    /// Makes the directories above a path, each its owner's (0700) from the first moment on.
    /// - Throws: `Errno`.
    package static func makePrivate(above path: String) throws(Errno) {
        for folder in missing(above: path).reversed() {
            if mkdir(folder, 0o700) == 0 {
                // The umask has no say.
                chmod(folder, 0o700)
            } else if Errno.last != .fileExists {
                throw Errno.last
            }
        }
    }

    /// Whether something has that path. `access` would ask for whoever started the program, not for the rights that it was
    /// given.
    package static func isThere(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    /// The size of a file in bytes; nil where there is none.
    package static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Why something that is there cannot be written; nil: it can. Asked for the rights that the program was given.
    package static func obstacleToWriting(_ path: String) -> Errno? {
        faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 ? nil : Errno.last
    }

    /// Whether a directory has that path.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether both paths are one directory, by whichever names.
    package static func areSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
        return first.st_ino == second.st_ino && first.st_dev == second.st_dev
    }

    /// How many bytes may still be written there, by root also those that are kept for it; nil where that cannot be known.
    package static func freeBytes(in path: String) -> Int? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        return Int(geteuid() == 0 ? status.f_bfree : status.f_bavail) * Int(status.f_frsize)
    }

    /// Makes what was done to its names last through a power cut, where the file system can.
    static func flush(_ path: String) {
        guard let directory = try? FileDescriptor.open(FilePath(path), .readOnly, options: [.directory, .closeOnExec])
        else {
            return
        }
        fsync(directory.rawValue)
        try? directory.close()
    }
}
