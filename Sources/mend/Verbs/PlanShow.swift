import ArgumentParser
import MendCore
import MendExport
import MendText

extension PlanVerb {
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(.planShow)

        @Flag(help: ArgumentHelp(.wholeYear)) var all = false
        @Option(help: ArgumentHelp(.firstDayOrToday, valueName: "day")) var from: String?
        @Option(help: ArgumentHelp(.band)) var band: AgeBand?
        @OptionGroup var common: Common

        func run() throws {
            let plan = try common.thePlan()
            let now = try common.instant()
            let own = try band == nil ? common.journal().history() : nil
            let zone = own?.household.zone ?? .utc
            let first = try from.map { try Parsing.day($0, now: now, zone: zone) } ?? zone.day(of: now)
            let history = own ?? .invented(band ?? .adult, on: first)
            let dates = DateContext.here(history.household, now: now)
            let last = first + (all ? 364 : 27)
            let items = try AgendaBuilder(plan: plan, history: history, now: now)
                .agenda(from: first, through: last).items.filter { !$0.kind.isRepair }
            if all {
                return Terminal.write(
                    AgendaMarkdown(dates: dates, in: Speech.catalogue).year(
                        items, title: plan.title, from: first, to: last), isForReading: true
                )
            }
            Terminal.say(HouseholdPhrase.fourWeeks(plan: plan.title, from: from == nil ? nil : first), indent: 0)
            Terminal.show()
            let text = AgendaText(dates: dates, width: Terminal.width, in: Speech.catalogue)
            Terminal.write(text.list(items), isForReading: true)
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
            case .infant: [Person(id: "child", name: Speech.text(NamePhrase.yourBaby), relation: .child, born: day)]
            case .toddler: [child(of: 1, on: day)]
            case .preschool: [child(of: 3, on: day)]
            case .schoolAge: [child(of: 6, on: day)]
            case .teen: [child(of: 12, on: day)]
            case .adult: [Person(id: "partner", name: Speech.text(NamePhrase.yourPartner), relation: .partner)]
            }
        return history
    }

    private static func child(of years: Int, on day: LocalDay) -> Person {
        // A month past the birthday, in whatever year.
        Person(
            id: "child", name: Speech.text(NamePhrase.yourChild), relation: .child,
            born: day + -(years * 36_525 / 100 + 31))
    }
}
