import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The lock of an open file (flock(2)): one holder at a time, or several that share it, until its descriptor is closed, by whichever end of the process.
package enum FileLock {
    package enum Kind {
        case alone, shared
    }

    /// Takes it, unless somebody else holds it, in a way that does not go with this one.
    /// - Returns: whether it is now held.
    /// - Throws: what the system says, where the file cannot be locked at all.
    package static func take(on file: FileDescriptor, _ kind: Kind = .alone) throws(Errno) -> Bool {
        while flock(file.rawValue, (kind == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
            switch Errno.last {
            case .interrupted: continue
            case .wouldBlock, .resourceTemporarilyUnavailable: return false
            case let reason: throw reason
            }
        }
        return true
    }

    /// A tenth of a second: how long to wait before the next try.
    package static func pause() {
        usleep(100_000)
    }

    /// How often whoever waits for a lock tries, with a pause after each: five seconds.
    package static let tries = 50
}
