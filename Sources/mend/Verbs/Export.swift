import ArgumentParser
import MendCore
import MendExport
import MendJournal

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all calendars and feeds.",
        discussion: """
            Discreet (neutral titles, no names) unless nobody else sees the calendar or --open is given.

            EXAMPLE
              mend export --out ~/public/mend --base-url https://example.org/mend
            """)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp("The directory to write to.", valueName: "dir")) var out = "Exports"
    @Flag(exclusivity: .exclusive) var edition: EditionFlag?
    @Option(help: ArgumentHelp("The address under which the files will be found.", valueName: "url")) var baseURL:
        String?
    @Flag(help: "Readable by everybody on this machine (0644).") var `public` = false
    @Option(help: ArgumentHelp("How many weeks back.", valueName: "n")) var weeksBack = 12
    @Option(help: ArgumentHelp("How many days ahead.", valueName: "n")) var daysAhead = 90

    enum EditionFlag: String, EnumerableFlag {
        case open, discreet

        static func help(for value: EditionFlag) -> ArgumentHelp? {
            value == .open ? "With titles, names and words." : "Neutral titles, no names, no words."
        }
    }

    func validate() throws {
        guard !out.isEmpty else { throw ValidationError("--out needs the name of a directory.") }
        guard (0...520).contains(weeksBack) else { throw ValidationError("--weeks-back takes 0 to 520.") }
        guard (1...730).contains(daysAhead) else { throw ValidationError("--days-ahead takes 1 to 730.") }
    }

    func run() throws {
        let household = try common.household()
        let isOpen = edition.map { $0 == .open } ?? (household.history.household.shared == false)
        let settings = try ExportSettings(
            edition: isOpen ? .open : .discreet, baseURL: baseURL.map(Self.checkedURL), now: household.now,
            weeksBack: weeksBack, daysAhead: daysAhead)
        let changed = try Exporter(journal: household.journal, plan: household.plan)
            .export(settings, to: out, isPublic: `public`)
        Terminal.note(changed.isEmpty ? "\(out): nothing had changed." : "\(out): \(changed.count) files written.")
    }

    static func checkedURL(_ text: String) throws -> BaseURL {
        guard let url = BaseURL(text) else {
            throw InputError("write it like https://example.org/mend", field: "base-url")
        }
        return url
    }
}

/// Computes an export, writes it, and remembers in the journal what it shows.
struct Exporter {
    let journal: SQLiteJournal
    let plan: Plan

    /// - Returns: the paths of the files that were new or changed.
    @discardableResult
    func export(_ settings: ExportSettings, to directory: String, isPublic: Bool) throws -> [String] {
        let folder = ExportFolder(path: directory, isPublic: isPublic)
        // A folder that is known and empty harms nobody; one with files in it must be known.
        try folder.make()
        try journal.remember(.export, at: Common.absolute(directory))
        return try journal.update { history in
            let days = settings.days(for: history)
            let items = try AgendaBuilder(plan: plan, history: history, now: settings.now)
                .agenda(from: days.lowerBound, through: days.upperBound).items
            let set = try ExportSet(
                history: history.known(by: settings.now), plan: plan, items: items, settings: settings)
            // The files come first: what was not written was not shown.
            let changed = try folder.write(set.files)
            Log.mend.debug("export", metadata: ["items": "\(items.count)", "changed": "\(changed.count)"])
            return (set.publication.changes.map { .put(.published($0)) }, changed)
        }
    }
}
