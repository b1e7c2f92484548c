import Foundation

/// The program that runs, as cron and systemd must name it.
enum OwnProgram {
    /// Its whole path, without links; as it was typed where the system does not tell.
    static var path: String {
        let path = realpath("/proc/self/exe", nil)
        defer { free(path) }
        return path.map { String(cString: $0) } ?? CommandLine.arguments[0]
    }
}
