import ArgumentParser
import MendCore
import MendExport

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all calendars and feeds.",
        discussion: """
            Discreet (neutral titles, no names) unless nobody else sees the calendar or --open is given.

            With --households, every household in a directory is exported, each into a folder of its own name. One that cannot be \
            is named and skipped.

            EXAMPLES
              mend export --out ~/public/mend --base-url https://example.org/mend
              mend export --households /srv/families --out /srv/www --shard 3/16
            """)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp("The directory to write to.", valueName: "dir")) var out = "Exports"
    @Flag(exclusivity: .exclusive) var edition: EditionFlag?
    @Option(help: ArgumentHelp("The address under which the files will be found.", valueName: "url")) var baseURL:
        String?
    @Flag(help: "Readable by everybody on this machine (0644).") var `public` = false
    @Option(help: ArgumentHelp("How many weeks back.", valueName: "n")) var weeksBack = 12
    @Option(help: ArgumentHelp("How many days ahead.", valueName: "n")) var daysAhead = 90

    @Option(help: ArgumentHelp("A directory of households, to export them all.", valueName: "dir")) var households:
        String?
    @Option(help: ArgumentHelp("Of many households, the third of sixteen parts, say.", valueName: "3/16")) var shard:
        Shard?
    @Option(help: ArgumentHelp("Of many households, how many at a time (default: one a core).", valueName: "n"))
    var jobs: Int?

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
        guard households != nil || shard == nil && jobs == nil else {
            throw ValidationError("--shard and --jobs go with --households.")
        }
        guard households == nil || common.data == nil else {
            throw ValidationError("--households names all of them; leave --data out.")
        }
        guard (1...256).contains(jobs ?? 1) else { throw ValidationError("--jobs takes 1 to 256.") }
    }

    func run() throws {
        let (base, now) = (try baseURL.map(Self.checkedURL), try common.instant())
        if let households { return try exportAll(in: households, base: base, now: now) }
        let household = try common.household()
        let changed = try Exporter(journal: household.journal, plan: household.plan)
            .export(to: out, isPublic: `public`) { settings($0, base: base, now: now) }
        Terminal.note(changed.isEmpty ? "\(out): nothing had changed." : "\(out): \(changed.count) files written.")
    }

    private func exportAll(in folder: String, base: BaseURL?, now: Instant) throws {
        let all = try HouseholdFolder(path: folder)
        let names = all.names.filter { shard?.holds($0) ?? true }
        let export = ManyExports(folder: folder, out: out, isPublic: `public`, plan: common.plan)
        let result = try export.run(names, jobs: jobs) { history, name in
            let own = try base.map { try Self.checkedURL("\($0.text)/\(PercentEncoding.segment(name))") }
            return settings(history, base: own, now: now)
        }
        let part = names.count == all.names.count ? "" : " in this part"
        Terminal.note(
            "\(out): \(result.files) files written; \(names.count - result.failures.count) of \(names.count) households\(part) are up to date."
        )
        for failure in result.failures.dropLast() { CommandError.report(failure) }
        if let last = result.failures.last { throw last }
    }

    private func settings(_ history: History, base: BaseURL?, now: Instant) -> ExportSettings {
        let isOpen = edition.map { $0 == .open } ?? (history.household.shared == false)
        return ExportSettings(
            edition: isOpen ? .open : .discreet, baseURL: base, now: now, weeksBack: weeksBack, daysAhead: daysAhead)
    }

    static func checkedURL(_ text: String) throws -> BaseURL {
        guard let url = BaseURL(text) else {
            throw InputError("write it like https://example.org/mend", field: "base-url")
        }
        return url
    }
}
