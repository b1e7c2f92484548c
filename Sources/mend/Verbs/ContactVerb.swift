import ArgumentParser
import MendCore

struct ContactVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact", abstract: "People and lines to turn to, beside those of the country.",
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Add a contact.",
            discussion: "EXAMPLE\n  mend contact add 'Aunt Mo' 555-0134 --for 'a calm voice at night'")

        @OptionGroup var common: Common
        @Argument(help: "Who.") var name: String
        @Argument(help: "The number.") var number: String
        @Option(name: .customLong("for"), help: ArgumentHelp("What for.", valueName: "text")) var purpose: String?

        func run() throws {
            try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .add(Contact(name: name, number: number, purpose: purpose))
            Terminal.say("\(name) stands beside hard moments from now on.")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Show all contacts.", discussion: "EXAMPLE\n  mend contact list")

        @OptionGroup var common: Common

        func run() throws {
            let history = try common.journal().history()
            for contact in history.contacts {
                Terminal.say("\(contact.name): \(contact.number)" + (contact.purpose.map { " (\($0))" } ?? ""))
            }
            let support = SupportContacts(plan: try common.thePlan(), history: history)
            guard let country = support.country else {
                Terminal.note("No lines of a country: mend household edit --country US (or GB, IE, CA, AU, NZ)")
                return
            }
            Terminal.say("\(country.name): in an emergency \(country.emergency.joined(separator: " or "))")
            for line in country.lines { Terminal.say("\(line.name): \(line.number), \(line.how) (\(line.purpose))") }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Take a contact away.", discussion: "EXAMPLE\n  mend contact remove 'Aunt Mo'")

        @OptionGroup var common: Common
        @Argument(help: "Who.") var name: String

        func run() throws {
            try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .removeContact(named: name)
            Terminal.say("Gone from the list.")
        }
    }
}
