import ArgumentParser
import MendCore
import MendJournal
import MendKeeping
import MendText

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(.restore)

    @OptionGroup var common: Common
    @Argument(help: ArgumentHelp(.backup)) var file: String
    @Flag(help: ArgumentHelp(.replaceJournal)) var replace = false

    func run() throws {
        let outcome = try Restoration(of: Backup(path: file), into: common.directory, zones: SystemZones.find)
            .run(replacing: replace, now: common.instant(), known: Common.absolute(file))
        let history = try common.journal().history()
        Terminal.note(
            KeepingPhrase.restored(
                directory: common.directory, people: history.people.count, ruptures: history.ruptures.count))
        if let path = outcome.keptAside { Terminal.note(KeepingPhrase.keptAside(path: path)) }
        if !outcome.hadChecksum { Terminal.note(KeepingPhrase.noChecksum(file: file)) }
        if !history.subscriptions.isEmpty {
            Terminal.note(KeepingPhrase.addressesLeadHereAgain)
        }
        if !history.channels.isEmpty {
            Terminal.note(KeepingPhrase.channelsAreBack(history.channels.map { (name: $0.name, kind: $0.kind) }))
        }
        let journal = try common.journal()
        let lists = try journal.taskLists()
        if !lists.isEmpty { Terminal.note(KeepingPhrase.taskListsAreBack(lists.map(\.name))) }
        if try journal.passphraseHash() != nil {
            let second = try journal.secondAdult().flatMap { $0.hasJoined ? $0.name : nil }
            Terminal.note(KeepingPhrase.passphrasesAreBack(second: second))
        }
        if outcome.phones > 0 { Terminal.note(KeepingPhrase.phonesAreGone(outcome.phones)) }
        refreshExports()
    }
}
