import ArgumentParser
import Foundation
import MendCore
import MendDelivery
import MendExport
import MendJournal
import MendText

struct Due: ParsableCommand {
    static let configuration = CommandConfiguration(.due)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.dueFormat)) var format: Format = .text
    @Option(
        help: ArgumentHelp(.via, valueName: "channel"))
    var via: [String] = []
    @Flag(help: ArgumentHelp(.everyChannel)) var everyChannel = false
    @Option(help: ArgumentHelp(.pagesAddress, valueName: "url")) var baseURL: String?

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, html
    }

    func validate() throws {
        guard via.isEmpty || !everyChannel else { throw ValidationError(.viaAndEveryChannel) }
    }

    func run() throws {
        let (journal, plan, now) = (try common.journal(), try common.thePlan(), try common.instant())
        let base = try (baseURL ?? Environment.value("MEND_BASE_URL")).map(Export.checkedURL)
        // Who sits before a terminal takes a look, and takes nothing away from cron.
        let isLook = via.isEmpty && !everyChannel && isatty(STDOUT_FILENO) == 1
        // The one that prints is known without a look; the run reads the journal itself.
        let known = via.isEmpty && !everyChannel ? [] : try journal.history(of: [.channel]).channels
        // One that fails, or is gone, does not hold up the others.
        var failures: [any Error] = []
        for name in names(among: known) {
            do {
                guard let channel = (known + [.stdout]).first(where: { $0.name == name }) else {
                    throw RecordFault.noChannel(name)
                }
                let outlet = try common.outlet(of: channel, printing: format, plan: plan, journal: journal, base: base)
                let run = ChannelRun(
                    channel.name, to: outlet, journal: journal, plan: plan, directory: common.directory)
                guard !isLook else {
                    try run.look(now: now)
                    continue
                }
                let count = try run.run(now: now)
                Log.mend.debug("run", metadata: ["channel": "\(name)", "sent": "\(count)"])
            } catch let failure as DeliveryFailure {
                failures.append(ChannelFailure(channel: name, failure: failure))
            } catch {
                failures.append(error)
            }
        }
        // Exports follow the household's own plan.
        if common.plan == nil { failures += ExportRefresh(journal: journal, now: now) { plan }.run() }
        for failure in failures.dropLast() { CommandError.report(failure) }
        if let last = failures.last { throw last }
    }

    /// The channels that are meant. Of every channel those that print are left out: who runs all of them does not know where
    /// that would go, such as into the log of a service.
    private func names(among known: [Channel]) -> [String] {
        if everyChannel { return known.filter { $0.kind != .stdout }.map(\.name) }
        return via.isEmpty ? [Channel.stdout.name] : via
    }
}

extension Common {
    /// Where a channel leads.
    /// - Parameter base: where the household's page is reached; nil: reminders name a command in place of a link.
    /// - Throws: `CommandFault` for a command that root would run for somebody else, who could make it any.
    func outlet(
        of channel: Channel, printing format: Due.Format, plan: Plan, journal: SQLiteJournal, base: BaseURL? = nil
    ) throws(CommandFault) -> any Outlet {
        switch channel.kind {
        case .stdout: return PrintedItems(format: format, plan: plan, base: base)
        case .mail: return MailOutlet(channel, plan: plan, program: Self.mailProgram, base: base, in: Speech.catalogue)
        case .exec:
            guard geteuid() != 0 || JournalFolder(path: directory).isOwnedByRoot else {
                throw CommandFault(.badInput, .commandIsSomebodyElses(channel: channel.name))
            }
            return CommandOutlet(channel, plan: plan, base: base)
        case .push: return PushOutlet(channel, plan: plan, means: Phones.means(journal), in: Speech.catalogue)
        }
    }

    /// MEND_SENDMAIL, or where systems keep the one that all mail programs stand in for.
    static var mailProgram: String? {
        if let named = Environment.value("MEND_SENDMAIL") { return named }
        return ["/usr/sbin/sendmail", "/usr/lib/sendmail", "/usr/bin/sendmail"]
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

extension Common {
    /// Whether there is a program that takes mails.
    static var canMail: Bool {
        guard let program = mailProgram else { return false }
        // One that is named without its folder is looked for where programs are.
        return !program.contains("/") || FileManager.default.isExecutableFile(atPath: program)
    }
}

/// The channel that prints, in one of its formats.
private struct PrintedItems: Outlet {
    let format: Due.Format
    let plan: Plan
    let base: BaseURL?

    func send(_ items: [Item], about open: Set<String>, of household: Household, now: Instant) throws {
        let dates = DateContext.here(household, now: now)
        let actions = ReminderActions(
            open: open, household: household, plan: plan, edition: .open, base: base, in: Speech.catalogue)
        switch format {
        case .text:
            let pages = AgendaText(dates: dates, in: Speech.catalogue).pages(items.map { actions.item($0) })
            try Terminal.deliver(pages + "\n", isForReading: true)
        case .json: try Terminal.deliver(AgendaJSON.text(items, zone: household.zone))
        case .html:
            try Terminal.deliver(AgendaHTML(dates: dates, in: Speech.catalogue).page(items.map { actions.item($0) }))
        }
    }
}
