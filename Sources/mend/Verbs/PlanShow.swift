import ArgumentParser
import MendCore
import MendExport
import MendText

extension PlanVerb {
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show what the plan will do in the next four weeks, or the words of a whole year.",
            discussion: """
                With --all it is a year with all of its words, as Markdown: to print, or to read through.

                EXAMPLE
                  mend plan show --plan ~/my-plan
                  mend plan show --all --band teen > year.md
                """)

        @Flag(help: "A year, day by day, with every word (Markdown).") var all = false
        @Option(help: ArgumentHelp("The first day; today unless told.", valueName: "day")) var from: String?
        @Option(help: "Show it with one invented person of an age, in place of your household.") var band: AgeBand?
        @OptionGroup var common: Common

        func run() throws {
            let plan = try common.thePlan()
            let now = try common.instant()
            let own = try band == nil ? common.journal().history() : nil
            let zone = own?.household.zone ?? .utc
            let first = try from.map { try Parsing.day($0, now: now, zone: zone) } ?? zone.day(of: now)
            let history = own ?? .invented(band ?? .adult, on: first)
            let last = first + (all ? 364 : 27)
            let items = try AgendaBuilder(plan: plan, history: history, now: now)
                .agenda(from: first, through: last).items.filter { !$0.kind.isRepair }
            if all {
                return Terminal.write(
                    AgendaMarkdown(zone: zone).year(items, title: plan.title, from: first, to: last), isForReading: true
                )
            }
            Terminal.say("\(plan.title), four weeks from \(from == nil ? "today" : first.description).\n", indent: 0)
            Terminal.write(AgendaText(zone: zone, width: Terminal.width).list(items), isForReading: true)
        }
    }
}

extension AgeBand: Choice {}

extension Zone {
    fileprivate static let utc = Zone(identifier: "UTC", initialOffset: 0, changes: [])
}

extension History {
    /// A caregiver with one person who has just come into a band.
    fileprivate static func invented(_ band: AgeBand, on day: LocalDay) -> History {
        var history = History(household: Household(id: "invented", zone: .utc))
        history.people =
            switch band {
            case .infant: [Person(id: "child", name: "your baby", relation: .child, born: day)]
            case .toddler: [child(of: 1, on: day)]
            case .preschool: [child(of: 3, on: day)]
            case .schoolAge: [child(of: 6, on: day)]
            case .teen: [child(of: 12, on: day)]
            case .adult: [Person(id: "partner", name: "your partner", relation: .partner)]
            }
        return history
    }

    private static func child(of years: Int, on day: LocalDay) -> Person {
        // A month past the birthday, in whatever year.
        Person(id: "child", name: "your child", relation: .child, born: day + -(years * 36_525 / 100 + 31))
    }
}
