import ArgumentParser
import MendCore
import MendJournal

struct PersonVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Add, show and change people.",
        subcommands: [Add.self, List.self, Edit.self])

    struct Times: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "When they are busy, such as 'mon-fri 08:00-15:00'; may be repeated.", valueName: "times"))
        var closed: [String] = []

        @Option(
            help: ArgumentHelp("Days elsewhere, such as 2026-01-10/2026-01-17; may be repeated.", valueName: "days"))
        var away: [String] = []

        @Option(help: ArgumentHelp("When they sleep, such as 19:30-06:30.", valueName: "hours"))
        var sleep: String?

        @Option(help: ArgumentHelp("The time of day at which they are best met, such as 17:30.", valueName: "time"))
        var good: String?

        var entry: PersonEntry {
            PersonEntry(
                closed: closed.isEmpty ? nil : closed, away: away.isEmpty ? nil : away, sleep: sleep, good: good)
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Add a child, a partner or a friend.",
            discussion: """
                EXAMPLES
                  mend person add Ada --relation child --born 2022-04-03
                  mend person edit Ada --closed 'mon-fri 08:00-15:00'
                  mend person add Sam --relation partner
                """)

        @OptionGroup var common: Common
        @Argument(help: "What you call them.") var name: String
        @Option(help: "child, partner or friend.") var relation: Person.Relation
        @Option(help: ArgumentHelp("The birth date; needed for a child.", valueName: "date")) var born: String?
        @OptionGroup var times: Times

        func run() throws {
            let journal = try common.journal()
            let now = try common.instant()
            var entry = times.entry
            entry.born = born
            let person = try Notebook(journal: journal, plan: common.thePlan(), now: now)
                .add(entry, named: name, relation: relation)
            let today = try journal.history().household.zone.day(of: now)
            Terminal.say("\(person.name) is here now (\(Self.describe(person, on: today))).")
        }

        private static func describe(_ person: Person, on day: LocalDay) -> String {
            person.relation == .child ? person.band(on: day).rawValue : person.relation.rawValue
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Show who is here.", discussion: "EXAMPLE\n  mend person list")

        @OptionGroup var common: Common

        func run() throws {
            let history = try common.journal().history()
            let today = history.household.zone.day(of: try common.instant())
            if history.people.isEmpty {
                Terminal.note("Nobody yet. mend person add NAME --relation child --born 2022-04-03")
            }
            for person in history.people {
                var line = "\(person.name)  \(person.relation.rawValue)"
                if let born = person.born { line += ", born \(born) (\(person.band(on: today).rawValue))" }
                Terminal.say(line)
                for closed in person.closed { Terminal.say("  closed \(closed)") }
                for away in person.away { Terminal.say("  away \(away)") }
                if let sleep = person.sleep { Terminal.say("  sleep \(sleep)") }
                if let good = person.good { Terminal.say("  good time \(good)") }
            }
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit",
            abstract: "Change a person; what is given replaces what was there.",
            discussion: "EXAMPLE\n  mend person edit Ada --closed 'mon-fri 08:30-15:30' --good 18:00")

        @OptionGroup var common: Common
        @Argument(help: "Whom to change.") var name: String
        @Option(help: ArgumentHelp("A new name.", valueName: "name")) var rename: String?
        @Option(help: "child, partner or friend.") var relation: Person.Relation?
        @Option(help: ArgumentHelp("The birth date.", valueName: "date")) var born: String?
        @Flag(help: "Forget the closed times first.") var clearClosed = false
        @Flag(help: "Forget the days away first.") var clearAway = false
        @OptionGroup var times: Times

        func run() throws {
            var entry = times.entry
            entry.name = rename
            entry.relation = relation
            entry.born = born
            if clearClosed { entry.closed = entry.closed ?? [] }
            if clearAway { entry.away = entry.away ?? [] }
            let changed = try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .change(person: name, entry)
            Terminal.say("\(changed.name) is changed.")
        }
    }
}
