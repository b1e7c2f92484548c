import ArgumentParser
import MendCore
import MendExport
import MendText

struct PersonVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        .person, subcommands: [Add.self, List.self, Edit.self, End.self, Begin.self])

    struct Times: ParsableArguments {
        @Option(
            help: ArgumentHelp(.closed, valueName: "times"))
        var closed: [String] = []

        @Option(
            help: ArgumentHelp(.away, valueName: "days"))
        var away: [String] = []

        @Option(help: ArgumentHelp(.sleep, valueName: "hours"))
        var sleep: String?

        @Option(help: ArgumentHelp(.good, valueName: "time"))
        var good: String?

        var entry: PersonEntry {
            PersonEntry(
                closed: closed.isEmpty ? nil : closed, away: away.isEmpty ? nil : away, sleep: sleep, good: good)
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(.personAdd)

        @OptionGroup var common: Common
        @Argument(help: ArgumentHelp(.personName)) var name: String
        @Option(help: ArgumentHelp(.relation)) var relation: Person.Relation
        @Option(help: ArgumentHelp(.bornNewly, valueName: "date")) var born: String?
        @OptionGroup var times: Times

        func run() throws {
            let journal = try common.journal()
            let now = try common.instant()
            var entry = times.entry
            entry.born = born
            let person = try Notebook(journal: journal, plan: common.thePlan(), now: now)
                .add(entry, named: name, relation: relation)
            Terminal.keep()
            let today = try journal.household().zone.day(of: now)
            Terminal.say(HouseholdPhrase.added(person.name, Self.describe(person, on: today)))
        }

        private static func describe(_ person: Person, on day: LocalDay) -> NamePhrase {
            person.relation == .child ? .band(person.band(on: day)) : .relation(person.relation)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(.personList)

        @OptionGroup var common: Common
        @Option(help: ArgumentHelp(.format)) var format: Format = .text

        func run() throws {
            let history = try common.journal().history(of: [.person])
            let now = try common.instant()
            if format == .json {
                return Terminal.write(PeopleJSON.text(history.people, zone: history.household.zone, now: now))
            }
            let dates = DateContext.here(history.household, now: now)
            if history.people.isEmpty {
                Terminal.note(HouseholdPhrase.nobodyYet)
            }
            for person in history.people {
                Terminal.say(
                    HouseholdPhrase.person(
                        person.name, .relation(person.relation), born: person.born, .band(person.band(on: dates.today)))
                )
                var times = person.closed.map(HouseholdPhrase.closed) + person.away.map(HouseholdPhrase.away)
                times += [person.sleep.map(HouseholdPhrase.sleep), person.good.map(HouseholdPhrase.goodTime)]
                    .compactMap(\.self)
                if person.hasEnded(by: now), let ended = person.ended {
                    times.append(.endedSince(.moment(ended, dates)))
                }
                for time in times { Terminal.show("  " + Speech.text(time)) }
            }
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(.personEdit)

        @OptionGroup var common: Common
        @OptionGroup var meant: WhoIsMeant
        @Option(help: ArgumentHelp(.newName, valueName: "name")) var rename: String?
        @Option(help: ArgumentHelp(.relation)) var relation: Person.Relation?
        @Option(help: ArgumentHelp(.born, valueName: "date")) var born: String?
        @Flag(help: ArgumentHelp(.clearClosed)) var clearClosed = false
        @Flag(help: ArgumentHelp(.clearAway)) var clearAway = false
        @OptionGroup var times: Times

        func run() throws {
            var entry = times.entry
            entry.name = rename
            entry.relation = relation
            entry.born = born
            if clearClosed { entry.closed = entry.closed ?? [] }
            if clearAway { entry.away = entry.away ?? [] }
            guard !entry.isEmpty else {
                throw CommandFault(.badCommandLine, .nothingToChange(help: "mend person edit"))
            }
            let changed = try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .change(person: meant.reference(), entry)
            Terminal.keep()
            Terminal.say(HouseholdPhrase.changed(changed.name))
        }
    }

    struct End: ParsableCommand {
        static let configuration = CommandConfiguration(.personEnd)

        @OptionGroup var common: Common
        @OptionGroup var meant: WhoIsMeant

        func run() throws {
            let person = try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .set(person: meant.reference(), hasEnded: true)
            Terminal.keep()
            Terminal.say(HouseholdPhrase.ended(person.name))
        }
    }

    struct Begin: ParsableCommand {
        static let configuration = CommandConfiguration(.personBegin)

        @OptionGroup var common: Common
        @OptionGroup var meant: WhoIsMeant

        func run() throws {
            let person = try Notebook(journal: common.journal(), plan: common.thePlan(), now: common.instant())
                .set(person: meant.reference(), hasEnded: false)
            Terminal.keep()
            Terminal.say(HouseholdPhrase.begun(person.name))
        }
    }
}
