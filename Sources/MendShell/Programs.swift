#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the two programs lie: `mend`, which people and cron start, and the whole one with every verb, to which it hands over.
package enum Programs {
    /// What people and cron start; cron needs its whole path.
    package static var front: String { beside("mend", orIn: "bin") ?? own }

    /// Nil where it was not installed.
    package static var whole: String? { beside("mend-verbs", orIn: "libexec") }

    /// As they are built they lie side by side; installed, in two folders of one.
    private static func beside(_ name: String, orIn folder: String) -> String? {
        let place = parent(own)
        return ["\(place)/\(name)", "\(parent(place))/\(folder)/\(name)"].first { access($0, X_OK) == 0 }
    }

    private static func parent(_ path: some StringProtocol) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    /// The path of the program that runs, without links.
    private static let own: String = {
        let path = realpath("/proc/self/exe", nil) ?? realpath(CommandLine.arguments[0], nil)
        defer { free(path) }
        return path.map { String(cString: $0) } ?? CommandLine.arguments[0]
    }()
}
