import ArgumentParser
import MendCore
import MendExport
import MendText

struct RecordRupture: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rupture",
        abstract: "Record a crack; shows how to settle at once.",
        discussion: """
            Kinds: benign (a misread signal), oscillating (one wanted closeness, one wanted room), limit-setting (a no that \
            hurt), toxic (a frightening moment).

            EXAMPLE
              mend rupture --with Ada --kind limit-setting --at '20m ago'
              mend rupture --with Ada --kind benign --excited-about 'her tower'
            """)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp("With whom.", valueName: "name")) var with: String
    @Option(help: "benign, oscillating, limit-setting or toxic.") var kind: Rupture.Kind
    @Option(help: ArgumentHelp("When; now unless told.", valueName: "time")) var at: String?
    @Option(help: "Your thermometer then: green, yellow or red.") var zone: FeelingZone?
    @Option(help: "Theirs: green, yellow or red.") var theirZone: FeelingZone?
    @Option(help: ArgumentHelp("What they were excited about when it happened.", valueName: "text")) var excitedAbout:
        String?
    @Option(help: ArgumentHelp("For your eyes only; - reads standard input.", valueName: "text")) var note: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let (rupture, history) = try Notebook(journal: journal, plan: plan, now: now).record(
            RuptureEntry(
                with: with, kind: kind, at: at, zone: zone, theirZone: theirZone, excitedAbout: excitedAbout,
                note: TypedNote.text(note)))
        let builder = try AgendaBuilder(plan: plan, history: history, now: now)
        show(rupture, history, plan, builder, now: now)
    }

    private func show(_ rupture: Rupture, _ history: History, _ plan: Plan, _ builder: AgendaBuilder, now: Instant) {
        Terminal.say("Recorded as \(rupture.id). Writing it down is a first step.\n")
        if let person = history.person(rupture.with) {
            let day = history.household.zone.day(of: now)
            let subject = RepairWording.Subject(
                rung: .calm, number: 0, rupture: rupture, person: person, band: person.band(on: day))
            let words = RepairWording(plan: plan, history: history).words(for: subject)
            Terminal.heading(words.title)
            Terminal.say(words.text, indent: 2)
        }
        if case .next(let item) = builder.outlook(ofRupture: rupture.id) {
            let moment = AgendaText(zone: history.household.zone).moment(item.start)
            Terminal.say("\nFirst reminder: \(moment), \(AgendaText.name(of: item.kind)).")
        }
        Terminal.say("Words to say, when you are ready: mend guide \(rupture.id)")
    }
}
