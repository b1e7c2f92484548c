import ArgumentParser
import MendCore
import MendExport
import MendJournal

struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Forget a person, a rupture, or everything, here and in all copies that mend knows of.",
        discussion: """
            It takes them out of the journal, out of backups and older journals, and takes calendars and feeds away until the \
            next mend export. It says what is out of its reach. Without a terminal, --yes is needed.

            EXAMPLES
              mend forget --rupture r3
              mend forget --person Sam
              mend forget --everything
            """)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp("Who.", valueName: "name")) var person: String?
    @Option(help: ArgumentHelp("Which rupture.", valueName: "id")) var rupture: String?
    @Flag(help: "The whole household.") var everything = false
    @Flag(help: "Do not ask.") var yes = false

    func validate() throws {
        guard [person != nil, rupture != nil, everything].filter({ $0 }).count == 1 else {
            throw ValidationError("Give one of --person, --rupture and --everything.")
        }
        guard yes || Terminal.isInteractive else {
            throw ValidationError("Nothing was forgotten: without a terminal to ask on, give --yes.")
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
            // A run that was killed may have forgotten them and left traces in the log.
            try? household.journal.sweep()
            throw error
        }
        let counts = Counts(history.keys(about: subject))
        guard confirms("\(name) goes, with \(counts.text), from here and from every copy that mend knows of.") else {
            return
        }
        let outcome = try Erasure(directory: common.directory).forget(subject, from: household)
        Terminal.say("\(name) is forgotten.")
        if !outcome.backups.isEmpty { Terminal.say("In older copies, too: \(outcome.backups.joined(separator: ", "))") }
        if !outcome.exports.isEmpty {
            Terminal.say(
                "Calendars and feeds are taken away; mend export writes them anew: "
                    + outcome.exports.joined(separator: ", "))
        }
        for path in outcome.absent { Terminal.say("Not there just now, so as it was: the backup \(path)") }
        if case .person(let id) = subject, let person = history.person(id) { tellMentions(of: person, in: history) }
        Terminal.say(Self.outOfReach, indent: 0)
        do {
            try household.journal.sweep()
        } catch JournalError.locked {
            Terminal.note("Another mend is reading just now; the last traces leave the file when it has ended.")
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

    /// Free text about others may name somebody, which no program can take out.
    private func tellMentions(of person: Person, in history: History) {
        let others = history.ruptures.filter { $0.with != person.id }
        let ids = Set(others.map(\.id))
        let texts =
            others.flatMap { [$0.note, $0.excitedAbout] }
            + history.attempts.filter { ids.contains($0.rupture) }.map(\.note)
        let count = texts.filter { $0?.lowercased().contains(person.name.lowercased()) ?? false }.count
        if count > 0 { Terminal.say("\(count) of your notes on others name them and stay; mend dump shows them.") }
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

        var text: String { "ruptures \(ruptures), attempts \(attempts), check-ins \(checkIns)" }
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
            Terminal.note("The journal cannot be read, so where its backups and exports are is not known any more.")
        } catch JournalError.noHousehold where !folder.leftovers.isEmpty || !folder.copies.isEmpty {
            // The journal was the last to go, or the first to come.
        }
        guard confirms("The whole household goes, with every backup and export that mend knows of.") else { return }
        try Erasure(directory: common.directory).everything(journal)
        Terminal.say("Everything is forgotten.")
        let rest = folder.contents
        if !rest.isEmpty { Terminal.say("Not of mend's making, so still there: \(rest.joined(separator: ", "))") }
        Terminal.say(Self.outOfReach, indent: 0)
        Terminal.say("If cron runs mend: mend cron --remove")
    }

    private func confirms(_ sentence: String) -> Bool {
        if yes { return true }
        let answer = Terminal.ask("\(sentence) Go on? [y/N]") ?? ""
        if ["y", "yes"].contains(answer.lowercased()) { return true }
        Terminal.note("Nothing was forgotten.")
        return false
    }

    private static let outOfReach = """
        Out of mend's reach: what calendars and feed readers have fetched, mails and messages that went out, files that you \
        copied or moved, a plan of your own, snapshots of the disk, and old blocks that a flash disk has not overwritten yet.
        """
}
