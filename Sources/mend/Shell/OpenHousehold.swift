import MendCore
import MendJournal
import MendText

/// A household as a verb sees it.
struct OpenHousehold {
    let journal: SQLiteJournal
    let history: History
    let plan: Plan
    let now: Instant

    var zone: Zone { history.household.zone }
    var today: LocalDay { zone.day(of: now) }
    /// From where days and times are told.
    var dates: DateContext { DateContext.here(history.household, now: now) }

    /// - Parameter since: the first day that will be asked for; nil: any may be, and any rupture.
    func agendaBuilder(since: LocalDay? = nil) throws -> AgendaBuilder {
        try AgendaBuilder(plan: plan, history: history, now: now, since: since)
    }
}
