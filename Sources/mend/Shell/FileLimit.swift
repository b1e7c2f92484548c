import Foundation
import MendServer

/// How many files, connections among them, the process may have open at once (`ulimit -n`).
enum FileLimit {
    /// More than a server of a household needs.
    private static let enough: rlim_t = 4_096

    /// Raises the limit as far as is allowed and useful.
    /// - Returns: how many connections there may be.
    /// - Throws: `CommandFault` where too few are allowed.
    static func connections() throws(CommandFault) -> ConnectionLimits {
        var limit = rlimit()
        #if canImport(Darwin)
            let files = RLIMIT_NOFILE
        #else
            let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #endif
        guard getrlimit(files, &limit) == 0 else { return .standard }
        if limit.rlim_cur < enough {
            var raised = limit
            raised.rlim_cur = min(limit.rlim_max, enough)
            if setrlimit(files, &raised) == 0 { limit = raised }
        }
        guard let limits = ConnectionLimits.within(files: Int(min(limit.rlim_cur, enough))) else {
            throw CommandFault(.tryAgain, .filesAreLimited)
        }
        return limits
    }
}
