import Hummingbird
import MendCore
import MendExport
import MendText

/// The page "Subscribe": addresses for calendar apps and feed readers, each with a name, to be revoked or replaced one by one.
struct SubscribePage: Sendable {
    let setup: ServerSetup
    let executor: JournalExecutor
    let renderer: PageRenderer
    let removals: RecentRemovals
    /// New addresses, whose page may be looked at again for a while. Nothing else keeps their secrets.
    private let shown: RecentValues<NewAddress>

    init(setup: ServerSetup, executor: JournalExecutor, renderer: PageRenderer, removals: RecentRemovals) {
        self.setup = setup
        self.executor = executor
        self.renderer = renderer
        self.removals = removals
        shown = RecentValues(clock: setup.clock, token: { setup.token(bytes: 12) })
    }

    private struct NewAddress: Sendable {
        let subscription: Subscription
        let secret: String
    }

    struct SubscriptionView: Sendable {
        let name: String
        let scope: String
        let edition: String
        let used: String
        /// Whether it may be replaced and revoked by whoever looks.
        let mayChange: Bool
    }

    struct View: Sendable {
        let problem: String?
        let subscriptions: [SubscriptionView]
        let hasSubscriptions: Bool
        let name: String
        let scopes: [OptionView]
        let open: Bool
        /// Who makes open ones, where it is not whoever looks; nil: they may.
        let discreetOnly: String?
        let isLocal: Bool
        /// Whether lists of tasks are offered, too.
        let hasTasks: Bool
        /// Who can reach the server's address.
        let reach: String
    }

    struct AddressView: Sendable {
        let label: String
        let address: String
        let type: String
    }

    struct CodeView: Sendable {
        let label: String
        let side: Int
        let path: String
    }

    struct NewView: Sendable {
        let shown: String
        let scope: String
        let edition: String
        let readers: String
        let webcal: String
        let calendar: String
        let codes: [CodeView]
        let feeds: [AddressView]
        let hasFeeds: Bool
        let isLocal: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/subscribe", for: .both) { request in try await page(request) }
        routes.post("/subscribe", for: .both) { request in
            guard let name = request.form["name"] else {
                return try await page(request, problem: renderer.text(PageProblem.subscriptionName))
            }
            let secret = newSecret()
            let (scope, isOpen): (Subscription.Scope?, Bool) = (
                request.form.choice("only"), request.form["open"] == "yes" && !request.reader.isSecond
            )
            do {
                let subscription = Subscription(
                    name: name, only: scope, open: isOpen, secretHash: SubscriptionAddress.hash(ofSecret: secret),
                    created: setup.clock())
                try await executor.write { try $0.add(subscription) }
                return show(NewAddress(subscription: subscription, secret: secret), request)
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problem: problem)
            }
        }
        routes.post("/subscribe/revoke", for: .both) { request in
            let (name, isSecond) = (request.form.whole("name"), request.reader.isSecond)
            do {
                let removed = try await executor.write { notebook in
                    try check(name, isSecond: isSecond)
                    return try notebook.revokeSubscription(named: name)
                }
                return .seeOther(removals.keep(removed, from: "/subscribe", said: "revoked", request))
            } catch is InputError {
                // Somebody else has revoked it meanwhile.
                return .seeOther("/subscribe?said=revoked")
            }
        }
        routes.post("/subscribe/replace", for: .both) { request in
            let (name, secret) = (request.form.whole("name"), newSecret())
            let isSecond = request.reader.isSecond
            do {
                let hash = SubscriptionAddress.hash(ofSecret: secret)
                let subscription = try await executor.write { notebook in
                    try check(name, isSecond: isSecond)
                    return try notebook.replaceSecret(ofSubscription: name, with: hash)
                }
                return show(NewAddress(subscription: subscription, secret: secret), request)
            } catch {
                guard let problem = renderer.problem(error) else { throw error }
                return try await page(request, problem: problem)
            }
        }
        routes.get("/subscribe/:shown", for: .both) { request in
            guard let new = shown.value(request.parameter("shown"), request) else { return .seeOther("/subscribe") }
            let view = try await executor.read { self.view(of: new.subscription, new.secret, $0) }
            return renderer.page(
                "subscribed", title: renderer.text(PageTitle.newAddress), place: "/subscribe", view, request)
        }
    }

    /// An open address is the caregiver's: it shows what is kept to them.
    /// - Throws: `InputError.noSubscription`.
    private func check(_ name: String, isSecond: Bool) throws {
        guard isSecond else { return }
        let known = try executor.journal.history(of: [.subscription]).subscriptions
        if known.contains(where: { $0.name == name && $0.open }) { throw InputError.noSubscription }
    }

    private func show(_ new: NewAddress, _ request: AuthenticatedRequest) -> Response {
        .seeOther("/subscribe/\(shown.keep(new, request))")
    }

    private func newSecret() -> String {
        SubscriptionAddress.secret(setup.random(SubscriptionAddress.secretBytes))
    }

    private func page(_ request: AuthenticatedRequest, problem: String? = nil) async throws -> Response {
        let view = try await executor.read { self.view($0, request.form, problem, request.reader) }
        return renderer.page(
            "subscribe", title: renderer.text(PageTitle.subscribe), place: "/subscribe", view, request,
            status: problem == nil ? .ok : .unprocessableContent, notice: PageText.notice(request.query["said"]),
            undo: UndoView(removal: request.query["undo"]))
    }

    private func view(
        _ household: CurrentHousehold, _ form: Form, _ problem: String?, _ reader: Reader
    ) -> View {
        let subscriptions = household.history.subscriptions.map {
            SubscriptionView(
                name: $0.name, scope: household.text(ChoicePhrase.scope($0.only)),
                edition: household.text(PagePhrase.edition(isOpen: $0.open)), used: household.text(used($0, household)),
                mayChange: !($0.open && reader.isSecond))
        }
        let only: Subscription.Scope? = form.choice("only")
        let scopes = [nil] + Subscription.Scope.allCases.map { Optional($0) }
        return View(
            problem: problem, subscriptions: subscriptions, hasSubscriptions: !subscriptions.isEmpty,
            name: form.whole("name"),
            scopes: scopes.map {
                OptionView($0?.rawValue ?? "", household.text(ChoicePhrase.scope($0)), chosen: $0 == only)
            },
            open: problem == nil ? household.history.household.shared == false : form["open"] == "yes",
            discreetOnly: reader.discreetOnly(in: household.catalogue),
            isLocal: isLocal, hasTasks: setup.tasks != nil && !reader.isSecond,
            reach: household.text(PagePhrase.onlyThisMachine(address: setup.origin.base.text)))
    }

    private func view(of subscription: Subscription, _ secret: String, _ household: CurrentHousehold) -> NewView {
        let address = SubscriptionAddress(
            base: setup.origin.base, household: household.history.household.id, secret: secret)
        let codes: [(PagePhrase, String)] = [
            (.codeForIPhone, address.webcal), (.codeForOthers, address.calendar),
        ]
        let formats = subscription.only == .repairs ? [] : FeedFormat.allCases
        let feeds = formats.map {
            AddressView(
                label: $0.title, address: address.feed($0),
                type: String(ExportDocument.feed($0).mediaType.prefix { $0 != ";" }))
        }
        return NewView(
            shown: household.text(PagePhrase.addressShown(name: subscription.name)),
            scope: household.text(ChoicePhrase.scope(subscription.only)),
            edition: household.text(PagePhrase.edition(isOpen: subscription.open)),
            readers: household.text(PagePhrase.whoCanRead(isOpen: subscription.open)), webcal: address.webcal,
            calendar: address.calendar,
            codes: codes.compactMap { label, text in
                QRCode(text).map { CodeView(label: household.text(label), side: $0.side, path: $0.path) }
            },
            feeds: feeds, hasFeeds: !feeds.isEmpty, isLocal: isLocal)
    }

    /// A phone cannot reach what only this machine can.
    private var isLocal: Bool {
        setup.origin.isLocal
    }

    private func used(_ subscription: Subscription, _ household: CurrentHousehold) -> PagePhrase {
        subscription.used.map { .lastFetched(day: household.dates.dayName($0)) } ?? .notFetched
    }
}

extension FeedFormat {
    fileprivate var title: String {
        switch self {
        case .rss: "RSS"
        case .atom: "Atom"
        case .json: "JSON Feed"
        }
    }
}
