import ArgumentParser
import MendCore
import MendExport
import MendText

struct Today: ParsableCommand {
    static let configuration = CommandConfiguration(.today)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.format)) var format: Format = .text

    func run() throws {
        let household = try common.householdFromNow()
        let builder = try household.agendaBuilder(since: household.today)
        let items = builder.agenda(from: household.today, through: household.today).items
        switch format {
        case .text: show(items, open: builder.people.filter { !$0.open.isEmpty }, in: household)
        case .json: Terminal.write(AgendaJSON.text(items, zone: household.zone))
        }
    }

    private func show(_ items: [Item], open: [PersonOutlook], in household: OpenHousehold) {
        let text = AgendaText(dates: household.dates, width: Terminal.width, in: Speech.catalogue)
        Terminal.heading(DatePhrase.day(household.today, household.dates.style))
        Terminal.show()
        let pause = household.history.pause(with: nil, at: household.now)
        if let pause {
            Terminal.say(DailyPhrase.paused(with: nil, until: .moment(pause.until, household.dates)), indent: 0)
            Terminal.show()
        }
        for item in items where !item.kind.isRepair { Terminal.show(text.page(item)) }
        let repairs = items.filter(\.kind.isRepair)
        if !repairs.isEmpty {
            Terminal.heading(DailyPhrase.comingBack)
            for item in repairs { Terminal.show(text.fitted(text.listLine(item))) }
            Terminal.show()
        }
        let outlook = PersonOutlookText(dates: household.dates, in: Speech.catalogue)
        for person in open {
            Terminal.show(outlook.sentences(person), indent: 0)
            let guide = Guide(
                plan: household.plan, history: household.history, rupture: person.open.first, day: household.today)
            let name = person.person.name
            Terminal.say(
                guide.hasWordsToSay ? DailyPhrase.wordsFor(with: name) : .guideFor(with: name), indent: 2)
        }
        if items.isEmpty, open.isEmpty, pause == nil { Terminal.say(DailyPhrase.nothingDue) }
        if pause == nil { showOffer(in: household) }
    }

    /// One at a time: the next comes when this one is answered.
    private func showOffer(in household: OpenHousehold) {
        let patterns = HouseholdPatterns(household.history, plan: household.plan, now: household.now)
        guard let hours = patterns.offered.first else { return }
        Terminal.show()
        Terminal.say(PatternPhrase.offerOfToday(hours, of: patterns.name(hours.with)), indent: 0)
    }
}

enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
