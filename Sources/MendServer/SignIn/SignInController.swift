import HTTPTypes
import Hummingbird
import MendCore
import MendPlatform
import MendText
import Synchronization

/// Signs in whoever knows the passphrase, knows them again by their cookie, and sets the passphrase at first start.
struct SignInController: Sendable {
    let setup: ServerSetup
    let executor: JournalExecutor
    let renderer: PageRenderer
    let sessions: Sessions
    let cookie: SignInCookie
    let throttle = Throttle()
    private let begin: OneTimeLink
    /// One at a time, since each takes memory and a processor.
    private let hashing = ConcurrencyLimiter(mostWaiting: 8)

    init(setup: ServerSetup, executor: JournalExecutor, renderer: PageRenderer) {
        self.setup = setup
        self.executor = executor
        self.renderer = renderer
        sessions = Sessions(store: setup.signIns, clock: setup.clock)
        cookie = SignInCookie(isSecure: setup.origin.isSecure)
        begin = OneTimeLink(token: setup.beginToken)
    }

    // MARK: Who asks

    func session(of request: Request) async throws -> (session: WebSession, csrf: String)? {
        guard let token = cookie.token(in: request) else { return nil }
        guard let session = try await executor.run({ [sessions] in try sessions.session(of: token) }) else {
            return nil
        }
        return (session, Digest.code("form", key: token))
    }

    func askToSignIn(then request: Request) async -> Response {
        let path = request.uri.path + (request.uri.query.map { "?\($0)" } ?? "")
        return path == "/" ? .seeOther("/sign-in") : .seeOther("/sign-in?then=\(PercentEncoding.path(path))")
    }

    /// Keeps what was typed until somebody has signed in, if it is of a kind that is kept.
    func askToSignIn(holding form: Form, for request: Request) -> Response {
        let held = renderer.held(form, path: request.uri.path)
        return signInPage(
            request, status: .unauthorized, held: held, notice: held == nil ? .signInAgain : .signInToSend)
    }

    /// Gives back what was typed while the journal is locked. The form holds only what this client sent, whoever it is.
    /// - Throws: `PageError.busy` for a form that is not kept.
    func askForPatience(holding form: Form, for request: Request) throws -> Response {
        let busy = PageError.busy
        guard let held = renderer.held(form, path: request.uri.path) else { throw busy }
        let csrf = cookie.token(in: request).map { Digest.code("form", key: $0) } ?? ""
        var response = renderer.resend(held, csrf: csrf, status: busy.status, busy.text)
        response.headers.append(contentsOf: busy.headers)
        return response
    }

    // MARK: Signing in

    func addRoutes(to routes: inout Routes) {
        routes.open(.get, "/sign-in") { request, _ in
            let query = request.uri.query.flatMap { Form(encoded: $0.utf8) } ?? Form()
            guard try await isPassphraseSet() else {
                return renderer.plain("unbegun", title: .almostThere, EmptyView())
            }
            return signInPage(request, then: query["then"])
        }
        routes.open(.post, "/sign-in") { request, context in try await signIn(request, context) }
        routes.open(.get, "/begin/:token") { request, context in
            guard begin.matches(context.parameters.get("token") ?? "") else { return usedLink() }
            return beginPage(request)
        }
        routes.open(.post, "/begin/:token") { request, context in try await begin(request, context) }
        routes.post("/sign-out") { request in
            try await executor.run { [sessions] in try sessions.store.endSession(tokenHash: request.session.tokenHash) }
            var response = Response.seeOther("/sign-in")
            response.headers.append(HTTPField(name: .setCookie, value: cookie.clearing()))
            return response
        }
    }

    private func isPassphraseSet() async throws -> Bool {
        try await executor.run { [sessions] in try sessions.store.passphraseHash() != nil }
    }

    private func signInPage(
        _ request: Request, status: HTTPResponse.Status = .ok, then: String? = nil, held: HeldForm? = nil,
        notice: PageNotice? = nil, problem: (any Phrase)? = nil
    ) -> Response {
        let (token, isNew) = formToken(of: request)
        let view = SignInView(
            csrf: Digest.code("sign-in", key: token), then: then.flatMap(PathText.local), held: held,
            problem: problem.map { renderer.text($0) })
        var response = renderer.plain("sign-in", title: .signIn, view, status: status, notice: notice)
        if isNew { response.headers.append(HTTPField(name: .setCookie, value: cookie.settingForm(token))) }
        return response
    }

    private func formToken(of request: Request) -> (String, isNew: Bool) {
        if let token = cookie.formToken(in: request) { return (token, false) }
        return (setup.token(), true)
    }

    private func signIn(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await FormReader.form(from: request, origin: setup.origin)
        noteProxy(request, context)
        let held = renderer.heldForm(carriedBy: form)
        guard isOurs(form, "sign-in", request) else {
            return signInPage(
                request, status: .forbidden, then: form["then"], held: held,
                problem: PageProblem.tryOnceMore)
        }
        switch try await answer(to: form.whole("passphrase"), from: client(request, context)) {
        case .right: return try await welcome(request, then: form["then"], held: held)
        case .wrong:
            return signInPage(
                request, status: .unauthorized, then: form["then"], held: held,
                problem: PageProblem.wrongPassphrase)
        case .wait(let seconds):
            let error = PageError.tooManyTries(seconds: seconds)
            var response = signInPage(
                request, status: error.status, then: form["then"], held: held, problem: error.text)
            response.headers.append(contentsOf: error.headers)
            return response
        }
    }

    private func client(_ request: Request, _ context: PageContext) async throws -> Throttle.Client {
        if let number = try await knownDevice(request) { return .device(number) }
        return .address(
            ClientAddress.name(
                peer: context.peer, forwarded: request.headers[.forwardedFor], isProxied: !setup.origin.isLocal,
                proxies: setup.proxies))
    }

    /// Notes whether the web server before this one says who asks.
    private func noteProxy(_ request: Request, _ context: PageContext) {
        guard setup.origin.isOutside(host: request.head.authority), setup.proxies.contains(context.peer) else {
            return
        }
        setup.note(.proxyNames(request.headers[.forwardedFor] != nil))
    }

    /// The number of a device that was signed in before under the present passphrase; nil: it is none.
    private func knownDevice(_ request: Request) async throws -> String? {
        guard let word = cookie.device(in: request) else { return nil }
        let hash = try await executor.run { [sessions] in try sessions.store.passphraseHash() }
        return hash.flatMap { KnownDevice.number(of: word, passphraseHash: $0) }
    }

    enum Answer {
        case right, wrong
        /// Too many tries: not before so many seconds.
        case wait(Int)
    }

    /// Checks a passphrase. Wrong ones make the same client wait.
    func answer(to passphrase: String, from client: Throttle.Client) async throws -> Answer {
        let now = setup.clock()
        if let seconds = throttle.wait(for: client, now: now) { return .wait(seconds) }
        guard try await isRight(passphrase) else {
            throttle.failed(client, now: now)
            return .wrong
        }
        throttle.succeeded(client)
        return .right
    }

    private func isRight(_ passphrase: String) async throws -> Bool {
        try await hashing.run {
            try await executor.run { [sessions] in
                guard passphrase.utf8.count <= Passphrase.maximumLength * 4,
                    let hash = try sessions.store.passphraseHash()
                else {
                    return false
                }
                return try Passphrase.matches(passphrase, hash)
            }
        }
    }

    private func welcome(_ request: Request, then: String?, held: HeldForm?) async throws -> Response {
        let token = setup.token()
        let device = renderer.text(DeviceName.phrase(request.headers[.userAgent]))
        try await executor.run { [sessions] in try sessions.begin(token: token, device: device) }
        var response: Response
        if let held {
            response = renderer.resend(
                held, csrf: Digest.code("form", key: token), status: .ok, .signedInAgain)
        } else {
            response = .seeOther(then.flatMap(PathText.local) ?? "/")
        }
        response.headers.append(HTTPField(name: .setCookie, value: cookie.setting(token)))
        if try await knownDevice(request) == nil,
            let hash = try await executor.run({ [sessions] in try sessions.store.passphraseHash() })
        {
            let word = KnownDevice.word(setup.token(bytes: 16), passphraseHash: hash)
            response.headers.append(HTTPField(name: .setCookie, value: cookie.settingDevice(word)))
        }
        return response
    }

    private func isOurs(_ form: Form, _ purpose: String, _ request: Request) -> Bool {
        guard let sent = form["csrf"], let token = cookie.formToken(in: request) else { return false }
        return Digest.areEqual(sent, Digest.code(purpose, key: token))
    }

    // MARK: Choosing the passphrase

    private func beginPage(
        _ request: Request, status: HTTPResponse.Status = .ok, problem: PageProblem? = nil
    ) -> Response {
        let (token, isNew) = formToken(of: request)
        var response = renderer.plain(
            "begin", title: .choosePassphrase,
            BeginView(csrf: Digest.code("begin", key: token), problem: problem.map { renderer.text($0) }),
            status: status)
        if isNew { response.headers.append(HTTPField(name: .setCookie, value: cookie.settingForm(token))) }
        return response
    }

    private func usedLink() -> Response {
        renderer.plain("used-link", title: .usedLink, EmptyView(), status: .gone)
    }

    private func begin(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await FormReader.form(from: request, origin: setup.origin)
        let token = context.parameters.get("token") ?? ""
        guard begin.matches(token) else { return usedLink() }
        guard isOurs(form, "begin", request) else {
            return beginPage(
                request, status: .forbidden,
                problem: PageProblem.tryOnceMore)
        }
        if let problem = Self.problem(form) {
            return beginPage(request, status: .unprocessableContent, problem: problem)
        }
        guard begin.use(token) else { return usedLink() }
        do {
            try await setPassphrase(form.whole("passphrase"))
        } catch {
            begin.restore()
            throw error
        }
        return try await welcome(request, then: nil, held: nil)
    }

    /// What is wrong with a new passphrase in a form that holds it twice; nil: nothing.
    static func problem(_ form: Form) -> PageProblem? {
        let passphrase = form.whole("passphrase")
        if WeakPassphrase.visibleCount(passphrase) < Passphrase.minimumLength {
            return .shortPassphrase(least: Passphrase.minimumLength)
        }
        if passphrase.count > Passphrase.maximumLength {
            return .longPassphrase(most: Passphrase.maximumLength)
        }
        if WeakPassphrase.isCommon(passphrase) { return .commonPassphrase }
        if passphrase != form.whole("again") { return .differentPassphrases }
        return nil
    }

    /// Sets the passphrase, which ends all sessions.
    func setPassphrase(_ passphrase: String) async throws {
        let (salt, cost) = (setup.random(16), setup.scrypt)
        try await hashing.run {
            try await executor.run { [sessions] in
                try sessions.store.setPassphrase(hash: Passphrase.hash(passphrase, salt: salt, cost: cost))
            }
        }
    }
}
