import ArgumentParser
import MendCore
import MendText

struct EditRecord: ParsableCommand {
    static let configuration = CommandConfiguration(.edit)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.recordID)) var id: String
    @Option(help: ArgumentHelp(.newAt, valueName: "time")) var at: String?
    @Option(help: ArgumentHelp(.kind)) var kind: Rupture.Kind?
    @Option(help: ArgumentHelp(.newWith, valueName: "name")) var with: String?
    @Option(help: ArgumentHelp(.ownZone)) var zone: FeelingZone?
    @Option(help: ArgumentHelp(.theirZone)) var theirZone: FeelingZone?
    @Option(help: ArgumentHelp(.frightened)) var frightened: Rupture.Frightened?
    @Option(help: ArgumentHelp(.excitedAbout, valueName: "text")) var excitedAbout: String?
    @Option(help: ArgumentHelp(.newNote, valueName: "text")) var note: String?
    @Option(help: ArgumentHelp(.outcome)) var outcome: Attempt.Outcome?
    @Option(help: ArgumentHelp(.roadblock)) var roadblock: Roadblock?
    @Option(help: ArgumentHelp(.without, valueName: "field")) var without: [Correction.Clearable] = []

    func run() throws {
        let (journal, now) = (try common.journal(), try common.instant())
        // An empty note takes away the one that is there.
        let note = try TypedNote.text(note) ?? note.map { _ in "" }
        let correction = Correction(
            at: at, kind: kind, with: with.map { .name($0) }, zone: zone, theirZone: theirZone, frightened: frightened,
            excitedAbout: excitedAbout, note: note, outcome: outcome, roadblock: roadblock, cleared: Set(without))
        let corrected = try Notebook(journal: journal, plan: common.thePlan(), now: now)
            .edit(id, correction)
        Terminal.keep()
        let what = try RecordPhrase(
            corrected.record, with: corrected.person, .here(journal.household(), now: now))
        Terminal.say(RecordPhrase.corrected(id: id, record: what), indent: 0)
        Terminal.say(RecordPhrase.whatHasBegunStays, indent: 0)
    }
}

extension Correction.Clearable: Choice {}
