import MendCore
import MendExport
import MendText

/// What a mail says of items: one reminder, or one digest of several.
struct ReminderMail {
    let household: Household
    let neutral: NeutralTitles
    let isOpen: Bool
    let actions: ReminderActions
    let catalogue: Catalogue

    init(household: Household, plan: Plan, isOpen: Bool, actions: ReminderActions, in catalogue: Catalogue) {
        self.household = household
        neutral = NeutralTitles(household: household, plan: plan)
        self.isOpen = isOpen
        self.actions = actions
        self.catalogue = catalogue
    }

    func message(_ items: [Item], to address: String, by channel: String, now: Instant) -> MailMessage {
        let shown = items.map { actions.item($0, shown: isOpen ? $0 : neutral.discreet($0)) }
        let dates = DateContext(household, now: now)
        let text = AgendaText(dates: dates, in: catalogue).pages(shown)
        let footer = catalogue.text(DeliveryPhrase.mailFooter(channel: channel))
        return MailMessage(
            to: address, subject: subject(shown), text: "\(text)\n-- \n\(footer)\n",
            html: AgendaHTML(dates: dates, in: catalogue).page(shown, footer: footer),
            id: MessageID.digits(of: items, by: channel, in: household), household: household.id, now: now)
    }

    private func subject(_ items: [Item]) -> String {
        let first = PlainText(items.first?.title ?? "mend").oneLine.string
        return items.count > 1 ? catalogue.text(DeliveryPhrase.digestSubject(first, more: items.count - 1)) : first
    }
}
