import ArgumentParser
import MendText

// Help comes from the catalogue, too.

extension CommandConfiguration {
    /// A verb with what help says of it.
    init(
        _ verb: Verb, version: String = "", subcommands: [any ParsableCommand.Type] = [],
        groupedSubcommands: [CommandGroup] = [], defaultSubcommand: (any ParsableCommand.Type)? = nil
    ) {
        self.init(
            commandName: verb.name, abstract: Speech.text(HelpPhrase.abstract(verb)),
            discussion: Speech.text(HelpPhrase.discussion(verb)), version: version, subcommands: subcommands,
            groupedSubcommands: groupedSubcommands, defaultSubcommand: defaultSubcommand)
    }
}

extension ArgumentHelp {
    /// - Parameter valueName: what stands for its value in the usage line; nil: its own name.
    init(_ option: HelpOption, valueName: String? = nil) {
        self.init(Speech.text(HelpPhrase.option(option)), valueName: valueName)
    }
}

extension CommandGroup {
    init(_ group: HelpGroup, subcommands: [any ParsableCommand.Type]) {
        self.init(name: Speech.text(HelpPhrase.group(group)), subcommands: subcommands)
    }
}

extension ValidationError {
    /// A fault of the command line as a whole.
    init(_ fault: CommandFaultPhrase) {
        self.init(Speech.text(fault))
    }
}
