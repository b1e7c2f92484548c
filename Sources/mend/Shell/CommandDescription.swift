import ArgumentParser
import Foundation

/// A verb as the argument parser describes it to other programs (`--experimental-dump-help`).
struct CommandDescription: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let subcommands: [CommandDescription]?
    let arguments: [Argument]?

    struct Argument: Decodable {
        enum Kind: String, Decodable {
            case positional, option, flag
        }

        struct Name: Decodable {
            enum Kind: String, Decodable {
                case long, short, longWithSingleDash
            }

            let kind: Kind
            let name: String
        }

        let kind: Kind
        let shouldDisplay: Bool?
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let abstract: String?
    }

    private struct Document: Decodable {
        let command: CommandDescription
    }

    /// Of a verb and all below it.
    init<Verb: ParsableCommand>(of verb: Verb.Type) throws {
        self = try JSONDecoder().decode(Document.self, from: Data(verb._dumpHelp().utf8)).command
    }

    /// The verbs below it that help shows; the parser's own `help` is none.
    var verbs: [CommandDescription] {
        (subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
    }

    var shownArguments: [Argument] {
        (arguments ?? []).filter { $0.shouldDisplay ?? true && !($0.abstract ?? "").isEmpty }
    }
}
