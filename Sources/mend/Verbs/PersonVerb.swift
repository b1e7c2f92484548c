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

        func apply(to person: inout Person) throws {
            if !closed.isEmpty { person.closed = try closed.map(Parsing.closedTime) }
            if !away.isEmpty { person.away = try away.map(Parsing.daysAway) }
            if let sleep { person.sleep = try Parsing.window(sleep) }
            if let good { person.good = try Parsing.clock(good) }
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
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
            let now = try common.instant()
            let plan = try common.thePlan()
            let (person, today) = try common.journal().update { history in
                var person = Person(
                    id: Self.newID(for: name, in: history), name: name, relation: relation,
                    born: try born.map(Parsing.birthDate))
                try times.apply(to: &person)
                try history.checkNoTwin(of: person)
                var checker = HistoryChecker(history, now: now)
                try checker.add(.person(person))
                let today = history.household.zone.day(of: now)
                try plan.check(person, of: history.household, on: today)
                return ([.put(.person(person))], (person, today))
            }
            Terminal.say("\(person.name) is here now (\(Self.describe(person, on: today))).")
        }

        /// The name in small letters where that makes an id, else a number.
        private static func newID(for name: String, in history: History) -> String {
            let letters = name.lowercased().utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            let base =
                letters.count == name.utf8.count && letters.count <= 32 ? String(decoding: letters, as: UTF8.self) : "p"
            var id = base == "p" ? "p1" : base
            var number = 2
            while history.person(id) != nil {
                id = "\(base)\(number)"
                number += 1
            }
            return id
        }

        private static func describe(_ person: Person, on day: LocalDay) -> String {
            person.relation == .child ? person.band(on: day).rawValue : person.relation.rawValue
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
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
            let now = try common.instant()
            let plan = try common.thePlan()
            let changed = try common.journal().update { history in
                var person = try history.person(named: name)
                if let rename { person.name = rename }
                if let relation { person.relation = relation }
                if let born { person.born = try Parsing.birthDate(born) }
                if clearClosed { person.closed = [] }
                if clearAway { person.away = [] }
                try times.apply(to: &person)
                try history.checkNoTwin(of: person)
                var after = history
                after.put(.person(person))
                try HistoryChecker.check(after, now: now)
                try plan.check(person, of: history.household, on: history.household.zone.day(of: now))
                return ([.put(.person(person))], person)
            }
            Terminal.say("\(changed.name) is changed.")
        }
    }
}
