import ArgumentParser
import MendCore
import MendExport
import MendJournal
import MendText

struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(.forget)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.who, valueName: "name")) var person: String?
    @Option(help: ArgumentHelp(.whichRupture, valueName: "id")) var rupture: String?
    @Flag(help: ArgumentHelp(.wholeHousehold)) var everything = false
    @Flag(help: ArgumentHelp(.doNotAsk)) var yes = false

    func validate() throws {
        guard [person != nil, rupture != nil, everything].filter({ $0 }).count == 1 else {
            throw ValidationError(.oneOfThree)
        }
        guard yes || Terminal.isInteractive else {
            throw ValidationError(.forgetNeedsYes)
        }
    }

    func run() throws {
        everything ? try forgetEverything() : try forgetPart()
    }

    // MARK: A part

    private func forgetPart() throws {
        let household = try common.household()
        let history = household.history
        let (subject, name): (Forgettable, String)
        do {
            (subject, name) = try self.subject(in: history)
        } catch {
            // A run that was killed may have forgotten them and left traces in the log, and a copy from elsewhere may hold them.
            try? household.journal.sweep()
            guard let found = trace(in: household) else { throw error }
            (subject, name) = found
        }
        let counts = Counts(history.keys(about: subject))
        guard confirms(counts.question(about: name)) else { return }
        let outcome = try Erasure(directory: common.directory).forget(subject, from: household)
        Terminal.keep()
        Terminal.say(KeepingPhrase.forgotten(name))
        if !outcome.backups.isEmpty { Terminal.say(KeepingPhrase.inOlderCopies(outcome.backups)) }
        if !outcome.exports.isEmpty { Terminal.say(KeepingPhrase.exportsTakenAway(outcome.exports)) }
        if !outcome.left.isEmpty { Terminal.say(KeepingPhrase.notOurs(outcome.left)) }
        for path in outcome.absent { Terminal.say(KeepingPhrase.backupNotThere(path: path)) }
        if case .person(let id) = subject, let person = history.person(id) { tellMentions(of: person, in: history) }
        Terminal.say(KeepingPhrase.outOfReach, indent: 0)
        do {
            try household.journal.sweep()
        } catch JournalError.locked {
            Terminal.note(KeepingPhrase.tracesLeaveLater)
        }
    }

    private func subject(in history: History) throws -> (Forgettable, String) {
        if let person {
            let person = try history.person(named: person)
            return (.person(person.id), person.name)
        }
        let id = rupture ?? ""
        guard history.rupture(id) != nil else { throw RecordFault.noRupture(id) }
        return (.rupture(id), id)
    }

    /// Somebody, or a rupture, that older copies alone still hold.
    private func trace(in household: OpenHousehold) -> (Forgettable, String)? {
        for history in Erasure(directory: common.directory).olderHistories(of: household).reversed() {
            guard let found = try? subject(in: history) else { continue }
            // An id that the journal knows belongs to somebody, whatever they are called by now.
            switch found.0 {
            case .person(let id) where household.history.person(id) != nil: continue
            default: return found
            }
        }
        return nil
    }

    /// Free text about others may name somebody, which no program can take out.
    private func tellMentions(of person: Person, in history: History) {
        let others = history.ruptures.filter { $0.with != person.id }
        let ids = Set(others.map(\.id))
        let texts =
            others.flatMap { [$0.note, $0.excitedAbout] }
            + history.attempts.filter { ids.contains($0.rupture) }.map(\.note)
        let count = texts.filter { $0?.lowercased().contains(person.name.lowercased()) ?? false }.count
        if count > 0 { Terminal.say(KeepingPhrase.mentionsStay(count)) }
    }

    /// How much goes along.
    private struct Counts {
        private let ruptures, attempts, checkIns: Int

        init(_ keys: [RecordKey]) {
            func count(_ isCounted: (RecordKey) -> Bool) -> Int { keys.filter(isCounted).count }
            ruptures = count { if case .rupture = $0 { true } else { false } }
            attempts = count { if case .attempt = $0 { true } else { false } }
            checkIns = count { if case .checkIn = $0 { true } else { false } }
        }

        func question(about name: String) -> KeepingPhrase {
            .askAboutPart(name, ruptures: ruptures, attempts: attempts, checkIns: checkIns)
        }
    }

    // MARK: Everything

    private func forgetEverything() throws {
        let folder = JournalFolder(path: common.directory)
        guard !folder.isInUseElsewhere else {
            throw JournalError.inUse(path: SQLiteJournal.path(in: common.directory))
        }
        var journal: SQLiteJournal?
        do {
            journal = try common.journal()
        } catch JournalError.damaged {
            Terminal.note(KeepingPhrase.copiesUnknown)
        } catch JournalError.notWritable, JournalError.unreadable {
            // A disk that is full has no room for the journal's log; what is to go needs none.
        } catch JournalError.noHousehold where !folder.leftovers.isEmpty || !folder.copies.isEmpty {
            // The journal was the last to go, or the first to come.
        }
        guard confirms(.askAboutEverything) else { return }
        let left = try Erasure(directory: common.directory).everything(journal)
        Terminal.keep()
        Terminal.say(KeepingPhrase.everythingForgotten)
        let rest = folder.contents + left
        if !rest.isEmpty { Terminal.say(KeepingPhrase.notOurs(rest)) }
        Terminal.say(KeepingPhrase.outOfReach, indent: 0)
        Terminal.say(KeepingPhrase.ifCronRuns)
    }

    private func confirms(_ question: KeepingPhrase) -> Bool {
        if yes || Terminal.confirms(question) { return true }
        Terminal.note(KeepingPhrase.nothingForgotten)
        return false
    }
}
