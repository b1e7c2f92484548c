import MendCore
import MendExport
import MendText

/// What a mail says of items: one reminder, or one digest of several.
struct ReminderMail {
    let household: Household
    let neutral: NeutralTitles
    let isOpen: Bool

    init(household: Household, titles: [Note], isOpen: Bool) {
        self.household = household
        neutral = NeutralTitles(household: household, titles: titles)
        self.isOpen = isOpen
    }

    func message(_ items: [Item], to address: String, by channel: String, now: Instant) -> MailMessage {
        let shown = isOpen ? items : items.map(neutral.discreet)
        let today = household.zone.day(of: now)
        let text = AgendaText(zone: household.zone).pages(shown, today: today)
        return MailMessage(
            to: address, subject: subject(shown), text: "\(text)\n-- \n\(Self.footer(channel))\n",
            html: AgendaHTML(zone: household.zone).page(shown, today: today, footer: Self.footer(channel)),
            id: MessageID.digits(of: items, by: channel, in: household), household: household.id, now: now)
    }

    private func subject(_ items: [Item]) -> String {
        let first = PlainText(items.first?.title ?? "mend").oneLine.string
        return items.count > 1 ? "\(first), and \(items.count - 1) more" : first
    }

    private static func footer(_ channel: String) -> String {
        "From mend on your own machine: a reminder, and no emergency service. "
            + "To end these mails: mend channel remove \(channel)"
    }
}
