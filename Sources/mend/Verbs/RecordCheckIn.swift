import ArgumentParser
import MendCore
import MendText

struct RecordCheckIn: ParsableCommand {
    static let configuration = CommandConfiguration(.checkin)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.zoneAndName, valueName: "zone-and-name"), completion: .choices(FeelingZone.self))
    var words: [String] = []
    @Option(help: ArgumentHelp(.zoneNow)) var zone: FeelingZone?
    @Option(name: .withShort("w"), help: ArgumentHelp(.with, valueName: "name")) var with: String?
    @Option(help: ArgumentHelp(.personID)) var id: String?
    @Flag(help: ArgumentHelp(.shortNight)) var shortNight = false
    @Option(name: .withShort("a"), help: ArgumentHelp(.when, valueName: "time")) var at: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let before = try journal.history(of: [.person])
        let words = try BareWords(words, name: with, choice: zone) { before.isName($0) }
        // Whose it is must be clear before the question is asked.
        let person = try PersonReference(name: words.name, id: id).map { try before.person(meant: $0) }
        guard let zone = words.choice ?? Asker.terminal?.choice(.thermometer(with: person?.name), ChoicePhrase.zone)
        else {
            throw CommandFault(.badCommandLine, .missing(options: ["--zone"], example: "mend checkin yellow"))
        }
        let (checkIn, practice) = try Notebook(journal: journal, plan: plan, now: now).record(
            CheckInEntry(zone: zone, with: person.map { .id($0.id) }, at: at, shortNight: shortNight))
        Terminal.keep()
        Terminal.say(DailyPhrase.checkedIn)
        let dates = DateContext.here(before.household, now: now)
        Terminal.say(DailyPhrase.stood(zone, name: person?.name, .nearMoment(checkIn.at, dates)), indent: 0)
        Terminal.show()
        if let person, zone != .green { Terminal.say(DailyPhrase.youFirst(name: person.name), indent: 0) }
        if zone != .green { try showTools(of: person, in: journal) }
        guard let practice else { return }
        Terminal.heading(AgendaPhrase.lasting(practice.title, minutes: practice.minutes))
        Terminal.show(practice.text, indent: 2)
        if let caution = practice.caution { Terminal.show(caution, indent: 2) }
    }

    /// What the family chose goes before what the plan knows.
    private func showTools(of person: Person?, in journal: some Journal) throws {
        let place = try journal.history(of: [.place]).place(of: person?.id)
        guard let place, !place.tools.isEmpty else { return }
        Terminal.heading(DailyPhrase.chosenTools(named: place.name, of: person?.name))
        for tool in place.tools.prefix(Self.few) { Terminal.show("- \(tool)", indent: 2) }
        Terminal.show()
    }

    /// Enough for somebody whose hands are full.
    private static let few = 3
}
