import MendShell

/// What people ask for most, and cron without a channel, is answered here, in a program that has next to nothing to load; for all
/// else the whole program takes its place.
@main
enum Mend {
    static func main() {
        Signals.settle()
        guard let question = Question(CommandLine.arguments.dropFirst()) else { WholeProgram.takeOver() }
        do {
            try question.answer()
        } catch {
            Verdict(error).exit()
        }
    }
}
