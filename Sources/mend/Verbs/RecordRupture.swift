import ArgumentParser
import MendCore
import MendText

struct RecordRupture: ParsableCommand {
    static let configuration = CommandConfiguration(.rupture)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.nameAndKind, valueName: "name-and-kind"), completion: .choices(Rupture.Kind.self))
    var words: [String] = []
    @Option(name: .withShort("w"), help: ArgumentHelp(.with, valueName: "name")) var with: String?
    @Option(help: ArgumentHelp(.personID)) var id: String?
    @Option(name: .withShort("k"), help: ArgumentHelp(.kind)) var kind: Rupture.Kind?
    @Option(name: .withShort("a"), help: ArgumentHelp(.when, valueName: "time")) var at: String?
    @Option(help: ArgumentHelp(.ownZone)) var zone: FeelingZone?
    @Option(help: ArgumentHelp(.theirZone)) var theirZone: FeelingZone?
    @Option(help: ArgumentHelp(.frightened)) var frightened: Rupture.Frightened?
    @Option(help: ArgumentHelp(.excitedAbout, valueName: "text")) var excitedAbout: String?
    @Option(help: ArgumentHelp(.note, valueName: "text")) var note: String?

    func run() throws {
        let now = try common.instant()
        let (journal, plan) = (try common.journal(), try common.thePlan())
        let asker = Asker.terminal
        let before = try journal.history(of: [.person])
        var entry = try told(asker, before, now: now)
        if let asker, !isMeant(entry.at, asker, before.household, now: now) {
            return Terminal.note(DailyPhrase.nothingRecorded)
        }
        entry.note = try TypedNote.text(note)
        let (rupture, history) = try Notebook(journal: journal, plan: plan, now: now).record(entry)
        Terminal.keep()
        let builder = try AgendaBuilder(plan: plan, history: history, now: now)
        show(rupture, history, plan, builder, now: now)
    }

    // MARK: What was told

    /// What the command line says, and for what it lacks, the answers of whoever sits at the terminal.
    private func told(_ asker: Asker?, _ history: History, now: Instant) throws -> RuptureEntry {
        let words = try BareWords(words, name: with, choice: kind) { history.isName($0) }
        let typed = try PersonReference(name: words.name, id: id)
        let isWhole = typed != nil && words.choice != nil
        if !isWhole, history.people.isEmpty { throw CommandFault(.badInput, .nobodyYet) }
        let person = typed ?? asker?.name(among: history.people).map { .name($0) }
        let kind = words.choice ?? (person == nil ? nil : asker?.choice(.whatHappened, ChoicePhrase.rupture))
        guard let person, let kind else {
            let missing = [typed == nil ? "--with" : nil, words.choice == nil ? "--kind" : nil]
            throw CommandFault(
                .badCommandLine,
                .missing(options: missing.compactMap(\.self), example: "mend rupture Ada limit-setting"))
        }
        var at = at
        if at == nil, !isWhole { at = asker?.time(now: now, zone: history.household.zone) }
        return RuptureEntry(
            with: person, kind: kind, at: at, zone: zone, theirZone: theirZone, frightened: frightened,
            excitedAbout: excitedAbout)
    }

    /// What happened months ago is asked about once more: a slip in the year would go unseen.
    private func isMeant(_ at: String?, _ asker: Asker, _ household: Household, now: Instant) -> Bool {
        guard let at, let instant = try? Parsing.time(at, now: now, zone: household.zone),
            now - instant > Self.longAgo
        else { return true }
        return asker.confirms(.isItThatLongAgo(.moment(instant, .here(household, now: now))))
    }

    private static let longAgo = 90 * 24.hours

    // MARK: What is said

    private func show(_ rupture: Rupture, _ history: History, _ plan: Plan, _ builder: AgendaBuilder, now: Instant) {
        let dates = DateContext.here(history.household, now: now)
        Terminal.say(DailyPhrase.recorded(rupture: rupture.id))
        if let person = history.person(rupture.with) {
            Terminal.say(
                DailyPhrase.understood(with: person.name, .crack(rupture.kind), .nearMoment(rupture.at, dates)),
                indent: 0)
            Terminal.show()
            let subject = RepairWording.Subject(
                rung: .calm, number: 0, rupture: rupture, person: person, band: person.band(on: dates.today))
            let words = RepairWording(plan: plan, history: history).words(for: subject)
            Terminal.showHeading(words.title)
            Terminal.show(words.text, indent: 2)
        }
        // Calm has just been shown, and never rings.
        let items = builder.items(ofRupture: rupture.id)
        if let item = items.first(where: { $0.start >= now && $0.kind != .rung(.calm) }) {
            Terminal.show()
            Terminal.say(DailyPhrase.firstReminder(.nearMoment(item.start, dates), .item(item.kind)))
        }
        let guide = Guide(plan: plan, history: history, rupture: rupture, day: dates.today)
        Terminal.say(
            guide.hasWordsToSay
                ? DailyPhrase.wordsToSay(rupture: rupture.id) : .guideWithoutWords(rupture: rupture.id))
        if guide.owesNothing { Terminal.say(DailyPhrase.lettingGo(rupture: rupture.id)) }
    }
}

extension NameSpecification {
    /// The long name, and a short one for who types it often.
    static func withShort(_ letter: Character) -> NameSpecification { [.customShort(letter), .long] }
}

extension CompletionKind {
    /// The words of a fixed set.
    static func choices<Value: Choice>(_ type: Value.Type) -> CompletionKind { .list(type.allCases.map(\.rawValue)) }
}

extension Asker {
    /// A time up to now, as people type it.
    /// - Returns: nil for now, and where there was no answer.
    func time(now: Instant, zone: Zone) -> String? {
        let answer = value(.whenWasIt) { text in
            if !text.isEmpty { _ = try Parsing.time(text, now: now, zone: zone) }
            return text
        }
        return answer.flatMap { $0.isEmpty ? nil : $0 }
    }
}
