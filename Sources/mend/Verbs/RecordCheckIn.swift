import ArgumentParser
import MendCore
import MendExport

struct RecordCheckIn: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkin",
        abstract: "Note where the thermometer stands; answers with something that may help.",
        discussion: "EXAMPLE\n  mend checkin --zone yellow --with Ada")

    @OptionGroup var common: Common
    @Option(help: "green (calm), yellow (rising) or red (flooded).") var zone: FeelingZone
    @Option(help: ArgumentHelp("With whom.", valueName: "name")) var with: String?
    @Option(help: ArgumentHelp("When; now unless told.", valueName: "time")) var at: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let (checkIn, band) = try journal.update { history in
            let person = try with.map { try history.person(named: $0) }
            let checkIn = CheckIn(
                id: NumberedID.next("c", after: history.checkIns.map(\.id)), with: person?.id,
                at: try at.map { try Parsing.time($0, now: now, zone: history.household.zone) } ?? now, zone: zone)
            var checker = HistoryChecker(history, now: now)
            try checker.add(.checkIn(checkIn))
            let band = person?.band(on: history.household.zone.day(of: now))
            return ([.put(.checkIn(checkIn))], (checkIn, band ?? .adult))
        }
        Terminal.say("Noted. Every zone may be here.")
        let fitting = plan.words.practices(in: zone, with: band, upTo: 5)
        guard !fitting.isEmpty else { return }
        let practice = fitting[StableHash(checkIn.id, String(checkIn.at.seconds)).index(of: fitting.count)]
        Terminal.heading("\n\(practice.title) (\(practice.minutes) min)")
        Terminal.say(TextLayout.wrap(practice.text, width: 80, indent: 2))
        if let caution = practice.caution { Terminal.say(TextLayout.wrap(caution, width: 80, indent: 2)) }
    }
}
