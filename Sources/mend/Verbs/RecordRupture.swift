import ArgumentParser
import MendCore
import MendText

struct RecordRupture: ParsableCommand {
    static let configuration = CommandConfiguration(.rupture)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.with, valueName: "name")) var with: String
    @Option(help: ArgumentHelp(.kind)) var kind: Rupture.Kind
    @Option(help: ArgumentHelp(.when, valueName: "time")) var at: String?
    @Option(help: ArgumentHelp(.ownZone)) var zone: FeelingZone?
    @Option(help: ArgumentHelp(.theirZone)) var theirZone: FeelingZone?
    @Option(help: ArgumentHelp(.frightened)) var frightened: Rupture.Frightened?
    @Option(help: ArgumentHelp(.excitedAbout, valueName: "text")) var excitedAbout: String?
    @Option(help: ArgumentHelp(.note, valueName: "text")) var note: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let (rupture, history) = try Notebook(journal: journal, plan: plan, now: now).record(
            RuptureEntry(
                with: with, kind: kind, at: at, zone: zone, theirZone: theirZone, frightened: frightened,
                excitedAbout: excitedAbout, note: TypedNote.text(note)))
        let builder = try AgendaBuilder(plan: plan, history: history, now: now)
        show(rupture, history, plan, builder, now: now)
    }

    private func show(_ rupture: Rupture, _ history: History, _ plan: Plan, _ builder: AgendaBuilder, now: Instant) {
        Terminal.say(DailyPhrase.recorded(rupture: rupture.id))
        Terminal.show()
        if let person = history.person(rupture.with) {
            let day = history.household.zone.day(of: now)
            let subject = RepairWording.Subject(
                rung: .calm, number: 0, rupture: rupture, person: person, band: person.band(on: day))
            let words = RepairWording(plan: plan, history: history).words(for: subject)
            Terminal.showHeading(words.title)
            Terminal.show(words.text, indent: 2)
        }
        // Calm has just been shown, and never rings.
        let items = builder.items(ofRupture: rupture.id)
        if let item = items.first(where: { $0.start >= now && $0.kind != .rung(.calm) }) {
            Terminal.show()
            Terminal.say(DailyPhrase.firstReminder(.moment(item.start, .here(history.household, now: now)), .item(item.kind)))
        }
        Terminal.say(DailyPhrase.wordsToSay(rupture: rupture.id))
    }
}
