import Foundation
import MendCore
import MendDelivery
import MendExport
import MendJournal
import MendText

extension Common {
    /// Where a channel leads.
    /// - Parameter base: where the household's page is reached; nil: reminders name a command in place of a link.
    /// - Throws: `CommandFault` where root would deliver for somebody else: they could make a command any, and files that root makes
    ///   in their household shut them out.
    func outlet(
        of channel: Channel, printing format: Due.Format, plan: Plan, journal: SQLiteJournal, base: BaseURL? = nil
    ) throws(CommandFault) -> any Outlet {
        guard !JournalFolder(path: directory).isAnothersForRoot else {
            throw CommandFault(.badInput, .householdIsSomebodyElses)
        }
        switch channel.kind {
        case .stdout: return PrintedItems(format: format, plan: plan, base: base)
        case .mail: return MailOutlet(channel, plan: plan, program: Self.mailProgram, base: base, in: Speech.catalogue)
        case .exec: return CommandOutlet(channel, plan: plan, base: base)
        case .push:
            return PushOutlet(
                channel, plan: plan, means: Phones.means(journal),
                kept: { try journal.history(of: [.person, .rupture]).keptToTheCaregiver }, in: Speech.catalogue)
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
