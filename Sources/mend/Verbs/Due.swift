import ArgumentParser
import Foundation
import MendCore
import MendDelivery
import MendExport
import MendText

struct Due: ParsableCommand {
    static let configuration = CommandConfiguration(.due)

    @OptionGroup var common: Common
    @Option(help: ArgumentHelp(.dueFormat)) var format: Format = .text
    @Option(
        help: ArgumentHelp(.via, valueName: "channel"))
    var via: [String] = []

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, html
    }

    func run() throws {
        let (journal, plan, now) = (try common.journal(), try common.thePlan(), try common.instant())
        // The one that prints is known without a look; the run reads the journal itself.
        let known = via.isEmpty ? [] : try journal.history(of: [.channel]).channels
        // One that fails, or is gone, does not hold up the others.
        var failures: [any Error] = []
        for name in via.isEmpty ? [Channel.stdout.name] : via {
            do {
                guard let channel = (known + [.stdout]).first(where: { $0.name == name }) else {
                    throw RecordFault.noChannel(name)
                }
                let outlet = common.outlet(of: channel, printing: format, plan: plan)
                let count = try ChannelRun(
                    channel.name, to: outlet, journal: journal, plan: plan, directory: common.directory
                ).run(now: now)
                Log.mend.debug("run", metadata: ["channel": "\(name)", "sent": "\(count)"])
            } catch let failure as DeliveryFailure {
                failures.append(ChannelFailure(channel: name, failure: failure))
            } catch {
                failures.append(error)
            }
        }
        for failure in failures.dropLast() { CommandError.report(failure) }
        if let last = failures.last { throw last }
    }
}

extension Common {
    /// Where a channel leads.
    func outlet(of channel: Channel, printing format: Due.Format, plan: Plan) -> any Outlet {
        switch channel.kind {
        case .stdout: PrintedItems(format: format)
        case .mail: MailOutlet(channel, plan: plan, program: Self.mailProgram, in: Speech.catalogue)
        case .exec: CommandOutlet(channel, plan: plan)
        }
    }

    /// MEND_SENDMAIL, or where systems keep the one that all mail programs stand in for.
    private static var mailProgram: String? {
        if let named = Environment.value("MEND_SENDMAIL") { return named }
        return ["/usr/sbin/sendmail", "/usr/lib/sendmail", "/usr/bin/sendmail"]
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// The channel that prints, in one of its formats.
private struct PrintedItems: Outlet {
    let format: Due.Format

    func send(_ items: [Item], of household: Household, now: Instant) throws {
        let dates = DateContext.here(household, now: now)
        switch format {
        case .text:
            let pages = AgendaText(dates: dates, in: Speech.catalogue).pages(items)
            try Terminal.deliver(pages + "\n", isForReading: true)
        case .json: try Terminal.deliver(AgendaJSON.text(items, zone: household.zone))
        case .html:
            try Terminal.deliver(AgendaHTML(dates: dates, in: Speech.catalogue).page(items))
        }
    }
}
