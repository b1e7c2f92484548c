import ArgumentParser
import Foundation
import MendCore
import MendDelivery
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
