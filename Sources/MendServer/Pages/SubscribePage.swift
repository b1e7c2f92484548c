import Hummingbird
import MendCore
import MendExport
import MendText
import Synchronization

/// The page "Subscribe": addresses for calendar apps and feed readers, each with a name, to be revoked or replaced one by one.
struct SubscribePage: Sendable {
    let setup: ServerSetup
    let executor: JournalExecutor
    let renderer: PageRenderer
    private let shown: RecentSecrets

    init(setup: ServerSetup, executor: JournalExecutor, renderer: PageRenderer) {
        self.setup = setup
        self.executor = executor
        self.renderer = renderer
        shown = RecentSecrets(clock: setup.clock)
    }

    struct SubscriptionView: Sendable {
        let name: String
        let scope: String
        let edition: String
        let used: String
    }

    struct View: Sendable {
        let problem: String?
        let subscriptions: [SubscriptionView]
        let hasSubscriptions: Bool
        let name: String
        let scopes: [OptionView]
        let open: Bool
        let isLocal: Bool
        let base: String
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
        let name: String
        let scope: String
        let edition: String
        let isOpen: Bool
        let webcal: String
        let calendar: String
        let codes: [CodeView]
        let feeds: [AddressView]
        let hasFeeds: Bool
        let isLocal: Bool
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/subscribe") { request in try await page(request) }
        routes.post("/subscribe") { request in
            guard let name = request.form["name"] else {
                return try await page(request, problem: "Give it a name, such as “my phone”.")
            }
            let secret = newSecret()
            let (scope, isOpen): (Subscription.Scope?, Bool) = (
                request.form.choice("only"), request.form["open"] == "yes"
            )
            do {
                let subscription = Subscription(
                    name: name, only: scope, open: isOpen, secretHash: SubscriptionAddress.hash(ofSecret: secret),
                    created: setup.clock())
                try await executor.write { try $0.add(subscription) }
                return .seeOther(
                    "/subscribe/\(shown.keep(subscription, secret, request, token: setup.token(bytes: 12)))")
            } catch {
                guard let problem = PageText.problem(error) else { throw error }
                return try await page(request, problem: problem)
            }
        }
        routes.post("/subscribe/revoke") { request in
            let name = request.form.whole("name")
            do {
                try await executor.write { try $0.revokeSubscription(named: name) }
            } catch is InputError {
                // Somebody else has revoked it meanwhile.
            }
            return .seeOther("/subscribe?said=revoked")
        }
        routes.post("/subscribe/replace") { request in
            let (name, secret) = (request.form.whole("name"), newSecret())
            do {
                let hash = SubscriptionAddress.hash(ofSecret: secret)
                let subscription = try await executor.write { try $0.replaceSecret(ofSubscription: name, with: hash) }
                return .seeOther(
                    "/subscribe/\(shown.keep(subscription, secret, request, token: setup.token(bytes: 12)))")
            } catch {
                guard let problem = PageText.problem(error) else { throw error }
                return try await page(request, problem: problem)
            }
        }
        routes.get("/subscribe/:shown") { request in
            guard let (subscription, secret) = shown.found(request.parameter("shown"), request) else {
                return .seeOther("/subscribe")
            }
            let view = try await executor.read { self.view(of: subscription, secret, $0) }
            return renderer.page("subscribed", title: "Point, or copy", place: "/subscribe", view, request)
        }
    }

    private func newSecret() -> String {
        SubscriptionAddress.secret(setup.random(SubscriptionAddress.secretBytes))
    }

    private func page(_ request: AuthenticatedRequest, problem: String? = nil) async throws -> Response {
        let view = try await executor.read { self.view($0, request.form, problem) }
        return renderer.page(
            "subscribe", title: "Subscribe", place: "/subscribe", view, request,
            status: problem == nil ? .ok : .unprocessableContent, notice: PageText.notice(request.query["said"]))
    }

    private func view(_ household: CurrentHousehold, _ form: Form, _ problem: String?) -> View {
        let text = AgendaText(zone: household.zone)
        let subscriptions = household.history.subscriptions.map {
            SubscriptionView(
                name: $0.name, scope: PageText.name(of: $0.only), edition: Self.edition($0),
                used: $0.used.map { "Last fetched on \(text.dayName($0))" } ?? "Not fetched yet")
        }
        let only: Subscription.Scope? = form.choice("only")
        let scopes = [nil] + Subscription.Scope.allCases.map { Optional($0) }
        return View(
            problem: problem, subscriptions: subscriptions, hasSubscriptions: !subscriptions.isEmpty,
            name: form.whole("name"),
            scopes: scopes.map { OptionView($0?.rawValue ?? "", PageText.name(of: $0), chosen: $0 == only) },
            open: problem == nil ? household.history.household.shared == false : form["open"] == "yes",
            isLocal: isLocal, base: setup.origin.base.text)
    }

    private func view(of subscription: Subscription, _ secret: String, _ household: CurrentHousehold) -> NewView {
        let address = SubscriptionAddress(
            base: setup.origin.base, household: household.history.household.id, secret: secret)
        let codes = [("iPhone and iPad", address.webcal), ("Android and others", address.calendar)]
        let formats = subscription.only == .repairs ? [] : FeedFormat.allCases
        let feeds = formats.map {
            AddressView(
                label: $0.title, address: address.feed($0),
                type: String(ExportDocument.feed($0).mediaType.prefix { $0 != ";" }))
        }
        return NewView(
            name: subscription.name, scope: PageText.name(of: subscription.only), edition: Self.edition(subscription),
            isOpen: subscription.open, webcal: address.webcal, calendar: address.calendar,
            codes: codes.compactMap { label, text in
                QRCode(text).map { CodeView(label: label, side: $0.side, path: $0.path) }
            },
            feeds: feeds, hasFeeds: !feeds.isEmpty, isLocal: isLocal)
    }

    /// A phone cannot reach what only this machine can.
    private var isLocal: Bool {
        setup.origin.isLocal
    }

    private static func edition(_ subscription: Subscription) -> String {
        subscription.open ? "open: titles, names and words" : "discreet: neutral titles, no names"
    }
}

/// Secrets that were made within the last quarter of an hour, in which their page may be looked at again. Nothing else keeps
/// them.
private final class RecentSecrets: Sendable {
    private struct Entry {
        let at: Instant
        let token: String
        let session: String
        let subscription: Subscription
        let secret: String
    }

    private let entries = Mutex<[Entry]>([])
    private let clock: @Sendable () -> Instant
    private static let most = 20
    private static let memory = 15.minutes

    init(clock: @escaping @Sendable () -> Instant) {
        self.clock = clock
    }

    /// - Returns: the word in the address of the page that shows it.
    func keep(_ subscription: Subscription, _ secret: String, _ request: AuthenticatedRequest, token: String) -> String
    {
        let now = clock()
        let entry = Entry(
            at: now, token: token, session: request.session.tokenHash, subscription: subscription, secret: secret)
        entries.withLock { entries in
            entries.removeAll { now - $0.at >= Self.memory }
            entries.append(entry)
            if entries.count > Self.most { entries.removeFirst() }
        }
        return token
    }

    func found(_ token: String, _ request: AuthenticatedRequest) -> (Subscription, String)? {
        let now = clock()
        return entries.withLock { entries in
            entries.removeAll { now - $0.at >= Self.memory }
            return entries.first { $0.token == token && $0.session == request.session.tokenHash }
                .map { ($0.subscription, $0.secret) }
        }
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
