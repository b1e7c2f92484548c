import Hummingbird
import MendCore
import MendText

/// The page of lists of tasks: each with a password of its own, and what was written there that names nobody. It is the
/// caregiver's: what a device writes into a list is written down as theirs, and what they wrote there is shown.
struct TasksPage: Sendable {
    let setup: ServerSetup
    let executor: JournalExecutor
    let renderer: PageRenderer
    let store: any TaskStore
    /// New lists, whose page may be looked at again for a while. Nothing else keeps their passwords.
    private let shown: RecentValues<NewList>

    init(setup: ServerSetup, executor: JournalExecutor, renderer: PageRenderer, store: any TaskStore) {
        self.setup = setup
        self.executor = executor
        self.renderer = renderer
        self.store = store
        shown = RecentValues(clock: setup.clock, token: { setup.token(bytes: 12) })
    }

    private struct NewList: Sendable {
        let list: TaskList
        let secret: String
    }

    struct OwnTaskView: Sendable {
        let title: String
    }

    struct ListView: Sendable {
        let name: String
        let edition: String
        let used: String
        let own: [OwnTaskView]
        let hasOwn: Bool
    }

    struct View: Sendable {
        let problem: String?
        let lists: [ListView]
        let hasLists: Bool
        let name: String
        let prompts: Bool
        let open: Bool
        let isLocal: Bool
        /// Who can reach the server's address.
        let reach: String
    }

    struct NewView: Sendable {
        let shown: String
        let readers: String
        let address: String
        let user: String
        let password: String
        let isLocal: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/tasks") { request in try await page(request) }
        routes.post("/tasks") { request in
            guard let name = request.form["name"] else {
                return try await page(request, problem: renderer.text(PageProblem.subscriptionName))
            }
            let secret = SubscriptionAddress.secret(setup.random(SubscriptionAddress.secretBytes))
            let lists = try await executor.run { [store] in try store.taskLists() }
            let list = TaskList(
                name: name, user: TaskList.user(for: name, besides: lists),
                secretHash: SubscriptionAddress.hash(ofSecret: secret),
                prompts: request.form["prompts"] == "yes", open: request.form["open"] == "yes", created: setup.clock())
            do {
                try await executor.run { [store] in try store.add(list) }
                return .seeOther("/tasks/\(shown.keep(NewList(list: list, secret: secret), request))")
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problem: problem)
            }
        }
        routes.post("/tasks/revoke") { request in
            let name = request.form.whole("name")
            do {
                try await executor.run { [store] in try store.revokeTaskList(named: name) }
            } catch is InputError {
                // Somebody else has revoked it meanwhile.
            }
            return .seeOther("/tasks?said=revoked")
        }
        routes.get("/tasks/:shown") { request in
            guard let new = shown.value(request.parameter("shown"), request) else { return .seeOther("/tasks") }
            let list = new.list
            let view = try await executor.read { household in
                NewView(
                    shown: household.text(PagePhrase.taskListShown(name: list.name)),
                    readers: household.text(PagePhrase.whoCanOpenTasks(isOpen: list.open)),
                    address: TaskListAddress(base: setup.origin.base).address, user: list.user, password: new.secret,
                    isLocal: setup.origin.isLocal)
            }
            return renderer.page(
                "task-list", title: renderer.text(PageTitle.newTaskList), place: "/subscribe", view, request)
        }
    }

    private func page(_ request: AuthenticatedRequest, problem: String? = nil) async throws -> Response {
        let states = try await executor.run { [store] in
            try store.taskLists().compactMap { try store.tasks(of: $0.user) }
        }
        let view = try await executor.read { self.view($0, states, request.form, problem) }
        return renderer.page(
            "tasks", title: renderer.text(PageTitle.tasks), place: "/subscribe", view, request,
            status: problem == nil ? .ok : .unprocessableContent, notice: PageText.notice(request.query["said"]))
    }

    private func view(
        _ household: CurrentHousehold, _ states: [TaskListState], _ form: Form, _ problem: String?
    ) -> View {
        let lists = states.map { state in
            let own = state.copies.filter { $0.subject == .nobody }.compactMap(\.title).filter { !$0.isEmpty }
            let used = state.list.used.map { PagePhrase.lastUsed(day: household.dates.dayName($0)) } ?? .notUsed
            return ListView(
                name: state.list.name, edition: household.text(PagePhrase.edition(isOpen: state.list.open)),
                used: household.text(used), own: own.map(OwnTaskView.init), hasOwn: !own.isEmpty)
        }
        return View(
            problem: problem, lists: lists, hasLists: !lists.isEmpty, name: form.whole("name"),
            prompts: form["prompts"] == "yes",
            open: problem == nil ? household.history.household.shared == false : form["open"] == "yes",
            isLocal: setup.origin.isLocal,
            reach: household.text(PagePhrase.onlyThisMachine(address: setup.origin.base.text)))
    }
}
