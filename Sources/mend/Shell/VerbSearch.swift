import ArgumentParser
import MendCore

/// Finds the verb that was meant on a command line that could not be understood.
enum VerbSearch {
    /// - Parameter arguments: without the program's name.
    /// - Returns: nil where every word that stands for a verb is one.
    static func fault(in arguments: some Sequence<String>, below root: any ParsableCommand.Type) -> CommandFault? {
        var command = root
        var path = root.configuration.commandName ?? ""
        for word in arguments {
            let verbs = command.configuration.subcommands
            guard !verbs.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
            if let verb = verbs.first(where: { $0.configuration.commandName == word }) {
                command = verb
                path += " \(word)"
                continue
            }
            // Key paths into the type of a verb crash Swift 6.3.
            let shown = verbs.map { $0.configuration }.filter { $0.shouldDisplay }.compactMap { $0.commandName }
            let near = Nearest.choice(for: word, among: shown)
            return CommandFault(.badCommandLine, .noSuchVerb(word, near: near.map { "\(path) \($0)" }, below: path))
        }
        return nil
    }
}
