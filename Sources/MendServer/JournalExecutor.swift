import MendCore
import MendText
import NIOPosix

/// Reads and writes the journal on threads of its own, because a journal may make its caller wait.
struct JournalExecutor: Sendable {
    let journal: any Journal
    /// The plan that is followed just now.
    let servedPlan: @Sendable () -> ServedPlan
    let clock: @Sendable () -> Instant
    let language: PageLanguage
    /// Called after something was written down.
    private let recorded: @Sendable () -> Void

    init(
        journal: any Journal, plan: @escaping @Sendable () -> ServedPlan, clock: @escaping @Sendable () -> Instant,
        recorded: @escaping @Sendable () -> Void = {}
    ) {
        self.recorded = recorded
        self.journal = journal
        servedPlan = plan
        self.clock = clock
        language = PageLanguage(plan: { plan().plan.language })
    }

    /// Passes the household as it is now to `body`. What has begun is written down before, since it is about to be shown.
    /// - Parameter reader: for whom it is; nil: for anybody, since no record is shown.
    /// - Throws: a `JournalFailure`, or what `body` throws.
    func read<Value: Sendable>(
        as reader: Reader? = nil, _ body: @escaping @Sendable (CurrentHousehold) throws -> Value
    ) async throws -> Value {
        try await run {
            let now = clock()
            let plan = servedPlan().plan
            let settled = try settledHistory(plan, now: now)
            let history = reader?.shown(settled) ?? settled
            return try body(
                CurrentHousehold(
                    history: history, plan: plan, now: now, catalogue: language.catalogue(of: history.household)))
        }
    }

    /// The history with what has begun settled. A journal that takes no writing now is shown as it will be settled later.
    func settledHistory(_ plan: Plan, now: Instant) throws -> History {
        let history = try journal.history()
        let settlement: Settlement
        do {
            settlement = try Settlement(history, plan: plan, now: now)
        } catch {
            // Figures that make too much of it are a fault of those pages alone that show an agenda.
            return history
        }
        // Most pages find everything settled, and wait for nobody who writes.
        guard !settlement.changes.isEmpty else { return settlement.history }
        do {
            return try journal.update { current in
                let settlement = try Settlement(current, plan: plan, now: now)
                return (settlement.changes, settlement.history)
            }
        } catch is any JournalFailure {
            return settlement.history
        }
    }

    /// Passes a notebook to `body`, which writes with it.
    /// - Parameter writer: the name of the second adult, where they are the one who writes; nil: the caregiver.
    /// - Throws: a `JournalFailure`, or what `body` throws.
    func write<Value: Sendable>(
        by writer: String? = nil, _ body: @escaping @Sendable (Notebook) throws -> Value
    ) async throws -> Value {
        try await run {
            let value = try body(notebook(of: writer))
            recorded()
            return value
        }
    }

    /// Runs what writes records otherwise than by a notebook.
    func recording<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await run {
            let value = try body()
            recorded()
            return value
        }
    }

    /// A notebook whose time is now.
    func notebook(of writer: String? = nil) -> Notebook {
        Notebook(journal: journal, plan: servedPlan().plan, now: clock(), writer: writer)
    }

    /// Runs anything that may wait.
    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(body)
    }
}

/// A household at the moment at which a page is asked for.
struct CurrentHousehold {
    /// What was written down by `now`.
    let history: History
    let plan: Plan
    let now: Instant
    /// The sentences of its language.
    let catalogue: Catalogue

    var zone: Zone { history.household.zone }
    var today: LocalDay { zone.day(of: now) }
    /// From where days and times are told.
    var dateContext: DateContext { DateContext(history.household, now: now) }
    /// Days and times as they are read.
    var dates: AgendaText { AgendaText(dates: dateContext, in: catalogue) }

    init(history: History, plan: Plan, now: Instant, catalogue: Catalogue) {
        self.history = history.known(by: now)
        self.plan = plan
        self.now = now
        self.catalogue = catalogue
    }

    func text(_ phrase: some Phrase) -> String {
        catalogue.text(phrase)
    }

    /// When the pause of what concerns one person is over, as it is read; nil: there is none.
    func pauseEnd(with person: String?) -> String? {
        history.pause(with: person, at: now).map { hold in
            let day = zone.day(of: hold.until)
            let isWholeDays = zone.start(of: day) == hold.until
            return text(
                isWholeDays ? DatePhrase.near(day, dateContext) : DatePhrase.nearMoment(hold.until, dateContext))
        }
    }

    /// That everything is paused, and until when; nil: it is not.
    var everythingPaused: String? {
        pauseEnd(with: nil).map { text(PagePhrase.everythingPaused(until: $0)) }
    }

    /// - Parameter since: the first day that will be asked for; nil: any day may be, and any rupture.
    func builder(since: LocalDay? = nil) throws -> AgendaBuilder {
        try AgendaBuilder(plan: plan, history: history, now: now, since: since)
    }
}
