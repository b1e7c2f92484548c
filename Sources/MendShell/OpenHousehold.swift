import MendCore
import MendJournal

/// A household as a verb sees it.
package struct OpenHousehold {
    package let journal: SQLiteJournal
    package let history: History
    package let plan: Plan
    package let now: Instant

    package init(journal: SQLiteJournal, history: History, plan: Plan, now: Instant) {
        self.journal = journal
        self.history = history
        self.plan = plan
        self.now = now
    }

    package var zone: Zone { history.household.zone }
    package var today: LocalDay { zone.day(of: now) }

    /// - Parameter since: the first day that will be asked for; nil: any may be, and any rupture.
    package func agendaBuilder(since: LocalDay? = nil) throws -> AgendaBuilder {
        try AgendaBuilder(plan: plan, history: history, now: now, since: since)
    }
}
