import MendCore
import NIOPosix

/// Where the journal is read and written, beside the threads that answer requests: SQLite may make one wait.
struct Desk: Sendable {
    let setup: ServerSetup

    /// What is there now.
    func read<Value: Sendable>(_ body: @escaping @Sendable (OpenJournal) throws -> Value) async throws -> Value {
        try await run {
            try body(OpenJournal(history: setup.journal.history(), plan: setup.plan, now: setup.clock()))
        }
    }

    /// Writes something down.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Notebook) throws -> Value) async throws -> Value {
        try await run { try body(Notebook(journal: setup.journal, plan: setup.plan, now: setup.clock())) }
    }

    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(body)
    }
}

/// A household as a page sees it.
struct OpenJournal {
    /// What was written down by now.
    let history: History
    let plan: Plan
    let now: Instant

    var zone: Zone { history.household.zone }
    var today: LocalDay { zone.day(of: now) }

    init(history: History, plan: Plan, now: Instant) {
        self.history = history.known(by: now)
        self.plan = plan
        self.now = now
    }

    /// - Parameter since: the first day that will be asked for; nil: any may be, and any rupture.
    func builder(since: LocalDay? = nil) throws -> AgendaBuilder {
        try AgendaBuilder(plan: plan, history: history, now: now, since: since)
    }
}
