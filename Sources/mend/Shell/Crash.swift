import Foundation

/// What a crash tells: nothing of what the program held. Notes and names would stand in an image of its memory, and in the
/// memory around its registers that Swift's own report prints.
enum Crash {
    private static let signals = [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP, SIGQUIT]

    static func tellNothing() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        #if canImport(Darwin)
            setrlimit(RLIMIT_CORE, &none)
        #else
            setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        #endif
        // The runtime's handlers may be there already.
        for number in signals { signal(number, SIG_DFL) }
    }
}
