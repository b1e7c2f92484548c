#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Who may come at a household's directory and its journal: the owner alone.
package enum Doors {
    /// - Throws: `JournalError.exposed`, `.foreign`; nothing where there is no such directory.
    package static func check(directory: String) throws(JournalError) {
        var status = stat()
        guard stat(directory, &status) == 0 else { return }
        try check(status, directory, mode: "700")
    }

    /// - Throws: `JournalError.symbolicLink` besides: who writes through a link does not know where to.
    package static func check(file: String) throws(JournalError) {
        var status = stat()
        guard lstat(file, &status) == 0 else { return }
        guard status.st_mode & S_IFMT != S_IFLNK else { throw .symbolicLink(path: file) }
        // An empty one holds nothing to read; whoever fills it closes it first.
        if status.st_size > 0 { try check(status, file, mode: "600") }
    }

    private static func check(_ status: stat, _ path: String, mode: String) throws(JournalError) {
        guard status.st_uid == geteuid() || geteuid() == 0 else { throw .foreign(path: path) }
        guard status.st_mode & 0o077 == 0 else { throw .exposed(path: path, mode: mode) }
    }
}
