import Foundation
import MendPlatform

/// How the process meets signals.
enum Signals {
    private static let crashes = [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP, SIGQUIT]

    /// A file that may not grow is an error like a full disk, and no reason to die in the middle. And a crash tells nothing of
    /// what the program held: notes and names would stand in an image of its memory, and in the memory around its registers
    /// that Swift's own report prints.
    static func settle() {
        signal(SIGXFSZ, SIG_IGN)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        #if canImport(Darwin)
            setrlimit(RLIMIT_CORE, &none)
        #else
            setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        #endif
        // The runtime's handlers may be there already.
        for number in crashes { signal(number, SIG_DFL) }
        UnfinishedFiles.clearOnSignals()
    }
}
