import Glibc
import MendShell

/// The program with every verb.
enum WholeProgram {
    /// Goes on as that program, with the same arguments.
    static func takeOver() -> Never {
        guard let path = Programs.whole else {
            Verdict(
                .internalFault, "its other half, mend-verbs, is not where it belongs; install both again (make install)"
            )
            .exit()
        }
        execv(path, CommandLine.unsafeArgv)
        Verdict(.internalFault, "\(path): cannot be started (\(String(cString: strerror(errno)))); install it again")
            .exit()
    }
}
