import ArgumentParser
import MendCore
import MendText

struct ContactVerb: ParsableCommand {
    static let configuration = CommandConfiguration(.contact, subcommands: [Add.self, List.self, Remove.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(.contactAdd)

        @OptionGroup var common: Common
        @Argument(help: ArgumentHelp(.who)) var name: String
        @Argument(help: ArgumentHelp(.number)) var number: String
        @Option(name: .customLong("for"), help: ArgumentHelp(.purpose, valueName: "text")) var purpose: String?

        func run() throws {
            try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .add(Contact(name: name, number: number, purpose: purpose))
            Terminal.keep()
            Terminal.say(HouseholdPhrase.contactAdded(name))
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(.contactList)

        @OptionGroup var common: Common

        func run() throws {
            let history = try common.journal().history(of: [.contact])
            for contact in history.contacts {
                Terminal.show("\(contact.name): \(contact.number)" + (contact.purpose.map { " (\($0))" } ?? ""))
            }
            let support = SupportContacts(plan: try common.thePlan(), history: history)
            guard let country = support.country else {
                Terminal.note(HouseholdPhrase.noLinesOfACountry)
                return
            }
            Terminal.say(HouseholdPhrase.emergency(country: country.name, numbers: country.emergency))
            for line in country.lines { Terminal.show("\(line.name): \(line.number), \(line.how) (\(line.purpose))") }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(.contactRemove)

        @OptionGroup var common: Common
        @Argument(help: ArgumentHelp(.who)) var name: String

        func run() throws {
            try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .removeContact(named: name)
            Terminal.keep()
            Terminal.say(HouseholdPhrase.contactRemoved)
        }
    }
}
