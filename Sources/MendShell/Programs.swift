#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the two programs lie: `mend`, which people and cron start, and the whole one with every verb, to which it hands over.
package enum Programs {
    /// What people and cron start; cron needs its whole path.
    package static var front: String { beside("mend", orIn: "bin") ?? own ?? CommandLine.arguments[0] }

    /// Nil where it was not installed.
    package static var whole: String? { beside("mend-verbs", orIn: "libexec") }

    /// As they are built they lie side by side; installed, in two folders of one.
    private static func beside(_ name: String, orIn folder: String) -> String? {
        guard let own, let place = parent(own) else { return nil }
        let places = ["\(place)/\(name)"] + (parent(place).map { ["\($0)/\(folder)/\(name)"] } ?? [])
        return places.first(where: isOurs)
    }

    /// The folder of a path from the root on, without its last slash; nil for the root's.
    private static func parent(_ path: String) -> String? {
        path.lastIndex(of: "/").map { String(path[..<$0]) }
    }

    /// A file of whoever owns the program that runs, or of the system: nobody else could have put it there.
    private static func isOurs(_ path: String) -> Bool {
        var (status, ownStatus) = (stat(), stat())
        guard let own, stat(own, &ownStatus) == 0, stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
            && [0, ownStatus.st_uid].contains(status.st_uid)
    }

    /// The whole path of the program that runs, without links; nil where the system does not tell.
    private static let own: String? = {
        let path = realpath("/proc/self/exe", nil)
        defer { free(path) }
        return path.map { String(cString: $0) }
    }()
}
