import MendShell

/// What people and cron ask for most is answered here, in a program that has next to nothing to load; for everything else, and
/// whenever something is unusual, the whole program takes its place.
@main
enum Mend {
    static func main() {
        Heap.prepare()
        Signals.settle()
        if let question = Question(CommandLine.arguments.dropFirst()), (try? question.answer()) != nil { return }
        WholeProgram.takeOver()
    }
}
