#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Who may read and write what is private: the owner alone.
package enum PrivatePermissions {
    /// - Throws: `FileFault.exposed`, `.foreign`; nothing where there is no such directory.
    package static func check(directory: String) throws(FileFault) {
        var status = stat()
        guard stat(directory, &status) == 0 else { return }
        try check(status, directory, mode: "700")
    }

    /// - Throws: `FileFault.foreign`; nothing where there is no such directory.
    package static func checkOwner(directory: String) throws(FileFault) {
        var status = stat()
        guard stat(directory, &status) == 0 else { return }
        try checkOwner(status, directory)
    }

    /// - Throws: `FileFault.exposed`, `.foreign`, `.notAFile`, and `.symbolicLink`: who writes through a link does not know where
    ///   to.
    package static func check(file: String) throws(FileFault) {
        var status = stat()
        guard lstat(file, &status) == 0 else { return }
        guard status.st_mode & S_IFMT != S_IFLNK else { throw .symbolicLink(path: file) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: file) }
        // An empty one holds nothing to read; whoever fills it closes it first.
        if status.st_size > 0 { try check(status, file, mode: "600") }
    }

    /// Whether a file can be made in its folder without somebody else's putting another in its place meanwhile. A folder that
    /// others can write will do where it keeps each to what is theirs, as `/tmp` does (the sticky bit).
    /// - Throws: `FileFault.foreignFolder`, `.openFolder`; nothing where there is no such folder.
    package static func check(folderOf place: String) throws(FileFault) {
        let folder = Directory.parts(of: place).folder
        var status = stat()
        guard stat(folder, &status) == 0 else { return }
        // The owner of a folder can take away whatever is in it; root can do that anywhere.
        guard status.st_uid == geteuid() || status.st_uid == 0 else { throw .foreignFolder(path: folder) }
        guard status.st_mode & 0o022 == 0 || status.st_mode & S_ISVTX != 0 else { throw .openFolder(path: folder) }
    }

    /// Whether others than the owner can read or write what lies there; false where nothing does.
    package static func areTooWide(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && isExposed(status)
    }

    static func isExposed(_ status: stat) -> Bool { status.st_mode & 0o077 != 0 }

    private static func check(_ status: stat, _ path: String, mode: String) throws(FileFault) {
        try checkOwner(status, path)
        guard !isExposed(status) else { throw .exposed(path: path, mode: mode) }
    }

    private static func checkOwner(_ status: stat, _ path: String) throws(FileFault) {
        guard status.st_uid != geteuid(), geteuid() != 0 else { return }
        throw .foreign(path: path, chown: isAnybodys(status) ? nil : chown(status))
    }

    /// Whether everybody may put files there, as into `/tmp`.
    private static func isAnybodys(_ status: stat) -> Bool { status.st_mode & S_IWOTH != 0 }

    /// A directory that nobody else can read goes with all that is in it: a household, or a place for one.
    private static func chown(_ status: stat) -> String {
        let isWhole = status.st_mode & S_IFMT == S_IFDIR && !isExposed(status)
        return (isWhole ? "-R " : "") + "\(geteuid()):\(getegid())"
    }
}
