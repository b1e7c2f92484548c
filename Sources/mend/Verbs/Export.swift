import ArgumentParser
import MendCore
import MendExport
import MendPlatform
import MendText

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(.export)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.out, valueName: "dir")) var out = "Exports"
    @Flag(exclusivity: .exclusive) var edition: EditionFlag?
    @Option(help: ArgumentHelp(.filesAddress, valueName: "url")) var baseURL: String?
    @Flag(help: ArgumentHelp(.readableByAll)) var `public` = false
    @Option(help: ArgumentHelp(.weeksBack, valueName: "n")) var weeksBack = 12
    @Option(help: ArgumentHelp(.daysAhead, valueName: "n")) var daysAhead = 90

    @Option(help: ArgumentHelp(.households, valueName: "dir")) var households: String?
    @Option(help: ArgumentHelp(.shard, valueName: "3/16")) var shard: Shard?
    @Option(help: ArgumentHelp(.jobs, valueName: "n"))
    var jobs: Int?

    enum EditionFlag: String, EnumerableFlag {
        case open, discreet

        static func help(for value: EditionFlag) -> ArgumentHelp? {
            ArgumentHelp(value == .open ? .openEdition : .discreetEdition)
        }
    }

    func validate() throws {
        guard !out.isEmpty else { throw ValidationError(.outNeedsAName) }
        guard (0...520).contains(weeksBack) else { throw ValidationError(.weeksBack) }
        guard (1...730).contains(daysAhead) else { throw ValidationError(.daysAhead) }
        guard households != nil || shard == nil && jobs == nil else {
            throw ValidationError(.shardAndJobsGoWithHouseholds)
        }
        guard households == nil || common.data == nil else {
            throw ValidationError(.dataAndHouseholds)
        }
        guard (1...256).contains(jobs ?? 1) else { throw ValidationError(.jobs) }
    }

    func run() throws {
        let (base, now) = (try baseURL.map(Self.checkedURL), try common.instant())
        if let households { return try exportAll(in: households, base: base, now: now) }
        let changed = try Exporter(journal: common.journal(), plan: common.thePlan(), isKept: common.plan == nil)
            .export(to: out, isPublic: `public`) { settings($0, base: base, now: now) }
        Terminal.note(
            changed.isEmpty
                ? WayOutPhrase.nothingHadChanged(directory: out) : .written(directory: out, files: changed.count))
    }

    private func exportAll(in folder: String, base: BaseURL?, now: Instant) throws {
        let all = try HouseholdFolder(path: folder)
        let names = all.names.filter { shard?.holds($0) ?? true }
        let export = ManyExports(folder: folder, out: out, isPublic: `public`, plan: common.plan)
        let result = try export.run(names, jobs: jobs) { history, name in
            let own = try base.map { try Self.checkedURL("\($0.text)/\(PercentEncoding.segment(name))") }
            return settings(history, base: own, now: now)
        }
        Terminal.note(
            WayOutPhrase.manyWritten(
                directory: out, files: result.files, done: names.count - result.failures.count, of: names.count,
                isPart: names.count != all.names.count))
        for failure in result.failures.dropLast() { CommandError.report(failure) }
        if let last = result.failures.last { throw last }
    }

    private func settings(_ history: History, base: BaseURL?, now: Instant) -> ExportSettings {
        let isOpen = edition.map { $0 == .open } ?? (history.household.shared == false)
        return ExportSettings(
            edition: isOpen ? .open : .discreet, baseURL: base, now: now,
            language: history.household.language ?? Speech.catalogue.language, weeksBack: weeksBack,
            daysAhead: daysAhead)
    }

    static func checkedURL(_ text: String) throws -> BaseURL {
        guard let url = BaseURL(text) else {
            throw CommandFault(.badInput, .baseURL)
        }
        return url
    }
}
