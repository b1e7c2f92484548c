import ArgumentParser
import MendCore
import MendText

struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(.undo)

    @OptionGroup var common: Common

    func run() throws {
        let (journal, now) = (try common.journal(), try common.instant())
        let undone = try Notebook(journal: journal, plan: common.thePlan(), now: now).undo()
        Terminal.keep()
        let dates = DateContext.here(try journal.household(), now: now)
        switch undone {
        case .record(let taken): taken.show(dates)
        case .answer(let offer, let person):
            Terminal.say(PatternPhrase.takenBack(offer, of: person?.name, dates.style), indent: 0)
        }
    }
}

struct RemoveRecord: ParsableCommand {
    static let configuration = CommandConfiguration(.remove)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.recordID)) var id: String

    func run() throws {
        let (journal, now) = (try common.journal(), try common.instant())
        let taken = try Notebook(journal: journal, plan: common.thePlan(), now: now).remove(id)
        Terminal.keep()
        taken.show(.here(try journal.household(), now: now))
    }
}

extension TakenBack {
    fileprivate func show(_ dates: DateContext) {
        let what = RecordPhrase(record, with: person, dates)
        Terminal.say(RecordPhrase.takenBack(id: record.id, record: what), indent: 0)
        if !attempts.isEmpty { Terminal.say(RecordPhrase.attemptsWent(attempts.map(\.id)), indent: 0) }
        Terminal.say(RecordPhrase.whatHasBegunStays, indent: 0)
    }
}
