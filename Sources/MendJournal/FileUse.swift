#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whether a database is in use. SQLite holds POSIX locks on a file for as long as a connection in write-ahead mode is open.
package enum FileUse {
    /// - Returns: whether another process has it open; this one's own locks do not count.
    package static func isOpenElsewhere(_ path: String) -> Bool {
        let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        // Closing it gives up this process's own locks on the file: nothing may have it open here.
        defer { close(descriptor) }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
    }
}
