import ArgumentParser
import MendCore
import MendExport
import MendText

struct PatternsVerb: ParsableCommand {
    static let configuration = CommandConfiguration(.patterns)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.format)) var format: Format = .text
    @Option(help: ArgumentHelp(.patternsAt, valueName: "time")) var at: String?
    @Argument(help: ArgumentHelp(.patternsAction)) var action: Action?
    @Argument(help: ArgumentHelp(.patternsWhich)) var which: String?

    enum Action: String, CaseIterable, ExpressibleByArgument {
        case take, decline, end, back
    }

    func validate() throws {
        switch action {
        case nil: break
        case .take, .decline: guard which.flatMap({ Int($0) }) != nil else { throw ValidationError(.patternsNeedsOne) }
        case .end, .back: guard which != nil else { throw ValidationError(.patternsNeedsOne) }
        }
    }

    func run() throws {
        let household = try common.household()
        let notebook = Notebook(journal: household.journal, plan: household.plan, now: household.now)
        let number = which.flatMap { Int($0) } ?? 0
        switch action {
        case nil:
            let patterns = HouseholdPatterns(household.history, plan: household.plan, now: household.now)
            switch format {
            case .text: show(patterns, household.dates.style)
            case .json: Terminal.write(PatternsJSON.text(patterns))
            }
        case .take: say(answered: try notebook.answerOffer(number, .taken, at: at), in: household)
        case .decline: say(answered: try notebook.answerOffer(number, .declined), in: household)
        case .end:
            _ = try notebook.endCheckIn(which ?? "")
            Terminal.say(PatternPhrase.ended, indent: 0)
        case .back:
            let offer = try notebook.takeBackAnswer(which ?? "")
            let name = offer.with.flatMap(household.history.person)?.name
            Terminal.say(PatternPhrase.takenBack(offer, of: name, household.dates.style), indent: 0)
        }
        if action != nil { refreshExports() }
    }

    private func say(answered offer: CheckInOffer, in household: OpenHousehold) {
        Terminal.say(PatternPhrase.answered(offer, household.dates.style), indent: 0)
    }

    private func show(_ patterns: HouseholdPatterns, _ style: DateStyle) {
        Terminal.heading(PatternPhrase.heading)
        Terminal.say(PatternPhrase.whatItIs, indent: 2)
        Terminal.show()
        if patterns.hours.isEmpty { Terminal.say(PatternPhrase.nothing, indent: 2) }
        for hours in patterns.hours {
            Terminal.say(PatternPhrase.hours(hours, of: patterns.name(hours.with)), indent: 2)
            for near in hours.near { Terminal.say(PatternPhrase.near(near), indent: 4) }
            guard let number = patterns.offered.firstIndex(of: hours) else { continue }
            Terminal.say(PatternPhrase.offer(hours, style), indent: 4)
            Terminal.say(PatternPhrase.howToAnswer(number + 1), indent: 4)
        }
        show(.planned, patterns.planned) { offer in
            Terminal.say(PatternPhrase.plannedCheckIn(offer, of: patterns.name(offer.with), style), indent: 2)
            Terminal.say(PatternPhrase.howToEnd(offer.id), indent: 4)
        }
        show(.former, patterns.former) { offer in
            Terminal.say(PatternPhrase.formerOffer(offer, of: patterns.name(offer.with), style), indent: 2)
            Terminal.say(PatternPhrase.howToBringBack(offer.id), indent: 4)
        }
        for week in patterns.weeks {
            Terminal.show()
            Terminal.heading(PatternPhrase.week(of: patterns.name(week.with)))
            for day in style.week {
                let cells = week.band.cells(on: day)
                if cells.contains(where: { $0.zone != nil }) {
                    Terminal.say(PatternPhrase.dayLine(day, cells), indent: 2)
                }
            }
        }
    }

    private func show(_ heading: PatternPhrase, _ offers: [CheckInOffer], _ show: (CheckInOffer) -> Void) {
        guard !offers.isEmpty else { return }
        Terminal.show()
        Terminal.heading(heading)
        for offer in offers { show(offer) }
    }
}
