import Glibc
import MendShell

/// The program with every verb.
enum WholeProgram {
    /// Goes on as that program, with the same arguments: it says as well what was wrong with a question.
    static func takeOver() -> Never {
        if let path = Programs.whole { execv(path, CommandLine.unsafeArgv) }
        Terminal.complain("its other half, mend-verbs, is not where it belongs; install both again (make install)")
        exit(70)
    }
}
