import ArgumentParser
import MendCore
import MendExport
import MendJournal
import MendText

struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(.forget)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.who, valueName: "name")) var person: String?
    @Option(help: ArgumentHelp(.personID)) var id: String?
    @Option(help: ArgumentHelp(.whichRupture, valueName: "id")) var rupture: String?
    @Flag(help: ArgumentHelp(.wholeHousehold)) var everything = false
    @Flag(help: ArgumentHelp(.doNotAsk)) var yes = false

    func validate() throws {
        guard [person != nil, id != nil, rupture != nil, everything].filter({ $0 }).count == 1 else {
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
        let subject: Forgettable
        // Where it is known: here, or in an older copy alone.
        var known = history
        do {
            subject = try self.subject(in: history)
        } catch let error as AmbiguousName {
            throw error
        } catch {
            // A run that was killed may have forgotten them and left traces in the log, and a copy from elsewhere may hold them.
            try? household.journal.sweep()
            guard let found = trace(in: household) else { throw error }
            (subject, known) = found
        }
        let (name, part) = part(subject, in: known, household.dates)
        if yes { Terminal.say(part, indent: 0) }
        guard confirms(.askAboutPart(part)) else { return }
        let outcome = try Erasure(directory: common.directory).forget(subject, from: household)
        Terminal.keep()
        Terminal.say(KeepingPhrase.forgotten(name))
        if case .rupture = subject { Terminal.say(KeepingPhrase.whatComesNextMayDiffer) }
        if !outcome.backups.isEmpty { Terminal.say(KeepingPhrase.inOlderCopies(outcome.backups)) }
        tellExports(outcome.exports, of: household)
        if !outcome.left.isEmpty { Terminal.say(KeepingPhrase.notOurs(outcome.left)) }
        let others = outcome.others.filter { !outcome.backups.contains($0) }
        if !others.isEmpty { Terminal.say(KeepingPhrase.ofAnotherJournal(others)) }
        for path in outcome.absent { Terminal.say(KeepingPhrase.backupNotThere(path: path)) }
        if case .person(let id) = subject, let person = history.person(id) {
            tellMentions(of: person, in: history)
            try tellTasks(about: person, in: household.journal)
            try tellLogin(of: person, in: household)
        }
        Terminal.say(KeepingPhrase.outOfReach, indent: 0)
        do {
            try household.journal.sweep()
        } catch JournalError.locked {
            Terminal.note(KeepingPhrase.tracesLeaveLater)
        }
    }

    /// Writes calendars and feeds anew where they were.
    private func tellExports(_ folders: [String], of household: OpenHousehold) {
        // Exports follow the household's own plan.
        let refresh = ExportRefresh(journal: household.journal, now: household.now) { household.plan }
        let written = common.plan == nil ? refresh.run(in: folders) : []
        let rest = folders.filter { !written.contains($0) }
        if !written.isEmpty { Terminal.say(KeepingPhrase.exportsWrittenAnew(written)) }
        if !rest.isEmpty { Terminal.say(KeepingPhrase.exportsTakenAway(rest)) }
    }

    private func subject(in history: History) throws -> Forgettable {
        if let meant = try PersonReference(name: person, id: id) {
            return .person(try history.person(meant: meant).id)
        }
        let id = rupture ?? ""
        // One that was taken back may have left what had begun.
        guard history.knows(of: .rupture(id)) else { throw RecordFault.noRupture(id) }
        return .rupture(id)
    }

    /// What is meant, by its name, and with all that goes along.
    private func part(_ subject: Forgettable, in history: History, _ dates: DateContext) -> (
        name: String, KeepingPhrase
    ) {
        let counts = RecordCounts(history.keys(about: subject))
        switch subject {
        case .person(let id):
            guard let person = history.person(id) else { preconditionFailure("somebody who is not there") }
            return (person.name, .person(person.name, person.relation, counts))
        case .rupture(let id):
            let record = history.rupture(id).map { RecordPhrase(.rupture($0), in: history, dates) }
            return (id, .rupture(id, record ?? .takenBackBefore, counts))
        }
    }

    /// Somebody, or a rupture, that older copies alone still hold.
    private func trace(in household: OpenHousehold) -> (Forgettable, in: History)? {
        for history in Erasure(directory: common.directory).olderHistories(of: household).reversed() {
            guard let found = try? subject(in: history) else { continue }
            // An id that the journal knows belongs to somebody, whatever they are called by now.
            switch found {
            case .person(let id) where household.history.person(id) != nil: continue
            default: return (found, history)
            }
        }
        return nil
    }

    /// A task of one's own may name them as well.
    private func tellTasks(about person: Person, in journal: SQLiteJournal) throws {
        let states = try journal.taskLists().compactMap { try journal.tasks(of: $0.user) }
        let own = states.flatMap(\.copies).filter { $0.subject == .nobody }
        let count = own.count {
            String(decoding: $0.lines, as: UTF8.self).lowercased().contains(person.name.lowercased())
        }
        if count > 0 { Terminal.say(KeepingPhrase.tasksStay(count)) }
    }

    /// Somebody may be the second adult, too, or have been.
    private func tellLogin(of person: Person, in household: OpenHousehold) throws {
        let adult = try household.journal.secondAdult().map { [$0.name] } ?? []
        guard (adult + household.history.writers).contains(where: { FoldedName($0) == FoldedName(person.name) }) else {
            return
        }
        Terminal.say(KeepingPhrase.loginStays(name: person.name))
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

    // MARK: Everything

    private func forgetEverything() throws {
        let folder = JournalFolder(path: common.directory)
        guard !folder.isInUseElsewhere else {
            throw JournalError.inUse(path: SQLiteJournal.path(in: common.directory))
        }
        var journal: SQLiteJournal?
        do {
            let opened = try common.journal()
            // A disk that is full has no room to empty it first; what is to go needs none.
            if !opened.isReadOnly { journal = opened }
        } catch JournalError.damaged {
            Terminal.note(KeepingPhrase.copiesUnknown)
        } catch JournalError.notWritable, JournalError.unreadable {
            // Whatever is the matter with it, it goes.
        } catch JournalError.noHousehold where !folder.leftovers.isEmpty || !folder.copies.isEmpty {
            // The journal was the last to go, or the first to come.
        }
        guard confirms(.askAboutEverything) else { return }
        let outcome = try Erasure(directory: common.directory).everything(journal)
        Terminal.keep()
        Terminal.say(KeepingPhrase.everythingForgotten)
        let rest = folder.contents + outcome.left
        if !rest.isEmpty { Terminal.say(KeepingPhrase.notOurs(rest)) }
        if !outcome.others.isEmpty { Terminal.say(KeepingPhrase.ofAnotherJournal(outcome.others)) }
        Terminal.say(KeepingPhrase.outOfReach, indent: 0)
        Terminal.say(KeepingPhrase.ifCronRuns)
    }

    private func confirms(_ question: KeepingPhrase) -> Bool {
        if yes || Terminal.confirms(question) { return true }
        Terminal.note(KeepingPhrase.nothingForgotten)
        return false
    }
}

extension RecordCounts {
    fileprivate init(_ keys: [RecordKey]) {
        func count(_ isCounted: (RecordKey) -> Bool) -> Int { keys.filter(isCounted).count }
        self.init(
            ruptures: count { if case .rupture = $0 { true } else { false } },
            attempts: count { if case .attempt = $0 { true } else { false } },
            checkIns: count { if case .checkIn = $0 { true } else { false } },
            pauses: count { if case .hold = $0 { true } else { false } })
    }
}
