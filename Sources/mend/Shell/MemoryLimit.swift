import Foundation

/// How much memory the process may take (`ulimit -v`). Where there is too little, whatever needs some next ends in the middle,
/// without a word.
enum MemoryLimit {
    /// What the program takes before it does anything, and as much again.
    static let usual: UInt = 192 << 20
    /// With its threads.
    static let server: UInt = 384 << 20

    /// - Throws: `CommandFault` where less may be taken.
    static func check(atLeast bytes: UInt) throws(CommandFault) {
        var limit = rlimit()
        #if canImport(Darwin)
            let isKnown = getrlimit(RLIMIT_AS, &limit) == 0
        #else
            let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
        #endif
        guard !isKnown || limit.rlim_cur >= bytes else { throw CommandFault(.tryAgain, .memoryIsLimited) }
    }
}
