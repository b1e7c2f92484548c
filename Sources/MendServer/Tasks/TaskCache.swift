import Hummingbird
import MendCore
import MendTasks
import Synchronization

/// The lists of tasks as they were made last, kept until something changes on which they depend: the journal, the plan, or the
/// time at which the next item begins. A client that finds nothing new costs a question to the journal.
final class TaskCache: Sendable {
    private struct Made {
        let version: JournalVersion
        /// Of the plan.
        let edition: Int
        let from: Instant
        let list: ServedList
        /// To what was asked of it since.
        var answers: [DAVRequest.Question: Response] = [:]
    }

    private struct State {
        var lists: (version: JournalVersion, lists: [TaskList])?
        var made: [String: Made] = [:]
    }

    private let executor: JournalExecutor
    private let store: any TaskStore
    private let state = Mutex(State())

    /// How many answers are kept of each list.
    private static let mostAnswers = 12
    /// In bytes.
    private static let longestQuestion = 4096
    /// How often it tries to find the journal at rest.
    private static let tries = 5

    init(executor: JournalExecutor, store: any TaskStore) {
        self.executor = executor
        self.store = store
    }

    /// All lists, as they are now.
    func lists() async throws -> [TaskList] {
        let version = try executor.journal.version()
        if let known = state.withLock({ $0.lists }), known.version == version { return known.lists }
        let lists = try await executor.run { [store] in try store.taskLists() }
        state.withLock { state in
            state.lists = (version, lists)
            let users = Set(lists.map(\.user))
            state.made = state.made.filter { users.contains($0.key) }
        }
        return lists
    }

    /// A list as it is now; nil where there is none any more.
    func served(_ user: String) async throws -> ServedList? {
        let now = executor.clock()
        if let known = try known(user, at: now) { return known }
        guard let made = try await executor.run({ try self.make(user, now: now) }) else { return nil }
        state.withLock { $0.made[user] = made }
        return made.list
    }

    /// The answer to a question about a list, made once: a device asks the same again and again.
    func answer(
        to request: DAVRequest, of list: ServedList, _ make: () throws -> Response
    ) throws -> Response {
        let (user, question) = (list.list.user, request.question)
        func made(_ state: State) -> Made? {
            state.made[user].flatMap { $0.list.token == list.token && $0.list.until == list.until ? $0 : nil }
        }
        if let known = state.withLock({ made($0)?.answers[question] }) { return known }
        let answer = try make()
        guard request.body.count <= Self.longestQuestion else { return answer }
        state.withLock { state in
            guard var made = made(state) else { return }
            if made.answers.count >= Self.mostAnswers { made.answers = [:] }
            made.answers[question] = answer
            state.made[user] = made
        }
        return answer
    }

    /// Works on a list and the household's records in one transaction.
    /// - Returns: nil where there is no such list any more.
    func update<Result: Sendable>(
        _ user: String,
        _ body: @escaping @Sendable (TaskRecorder, History, TaskListState) throws -> TaskDecision<Result>
    ) async throws -> Result? {
        try await executor.recording { [executor, store] in
            let (plan, now) = (executor.servedPlan().plan, executor.clock())
            return try store.updateTasks(of: user) { history, state in
                let catalogue = executor.language.catalogue(of: history.household)
                return try body(TaskRecorder(plan: plan, now: now, catalogue: catalogue), history, state)
            }
        }
    }

    func noteUse(of list: TaskList, on day: LocalDay) async {
        try? await executor.run { [store] in try store.noteUse(ofTaskList: list.user, on: day) }
    }

    private func known(_ user: String, at now: Instant) throws -> ServedList? {
        let version = try executor.journal.version()
        let edition = executor.servedPlan().edition
        return state.withLock { $0.made[user] }.flatMap { made in
            made.version == version && made.edition == edition && made.from <= now && now < made.list.until
                ? made.list : nil
        }
    }

    /// What became other is written down before it is told, so that it is told as a change to all who ask later.
    private func make(_ user: String, now: Instant) throws -> Made? {
        for _ in 0..<Self.tries {
            let served = executor.servedPlan()
            let version = try executor.journal.version()
            let history = try executor.settledHistory(served.plan, now: now)
            guard let state = try store.tasks(of: user) else { return nil }
            let list = try listing(history, served.plan, now).list(state)
            if list.state != state {
                do {
                    _ = try store.updateTasks(of: user) { history, state in
                        let settlement = try Settlement(history, plan: served.plan, now: now)
                        let list = try self.listing(settlement.history, served.plan, now).list(state)
                        return TaskDecision(changes: settlement.changes, state: list.state, result: ())
                    }
                    continue
                } catch let failure as any JournalFailure where !failure.isPassing {
                    // A journal that takes no writing is shown as it is.
                }
            }
            guard try executor.journal.version() == version else { continue }
            return Made(version: version, edition: served.edition, from: now, list: list)
        }
        throw PageError.busy
    }

    private func listing(_ history: History, _ plan: Plan, _ now: Instant) -> TaskListing {
        TaskListing(
            history: history, plan: plan, now: now, catalogue: executor.language.catalogue(of: history.household))
    }
}
