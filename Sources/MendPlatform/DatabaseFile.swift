import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A database's file. SQLite holds POSIX locks on it for as long as a connection in write-ahead mode is open.
package enum DatabaseFile {
    /// Whether another process has it open; this one's own locks do not count.
    ///
    /// Asking gives up this process's own locks on the file (fcntl(2)): nothing may have it open here.
    package static func isOpenElsewhere(_ path: String) -> Bool {
        guard let file = try? FileDescriptor.open(FilePath(path), .readWrite, options: [.closeOnExec, .noFollow]) else {
            return false
        }
        defer { try? file.close() }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        return fcntl(file.rawValue, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
    }
}
