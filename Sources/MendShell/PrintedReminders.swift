import MendCore
import MendDelivery
import MendText

/// The channel that prints, for people: cron mails it.
package struct PrintedReminders: Outlet {
    package init() {}

    package func send(_ items: [Item], of household: Household, now: Instant) throws {
        let zone = household.zone
        try Terminal.deliver(AgendaText(zone: zone).pages(items, today: zone.day(of: now)) + "\n", isForReading: true)
    }
}
