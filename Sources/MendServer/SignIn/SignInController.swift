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

    /// Whoever is signed in on the device that asks; nil: nobody.
    func signedIn(_ request: Request, _ context: PageContext) async throws -> SignedIn? {
        guard let token = cookie.token(in: request), mayUse(token, context) else { return nil }
        guard let (session, reader) = try await executor.run({ [sessions] in try sessions.session(of: token) }) else {
            return nil
        }
        return SignedIn(session: session, reader: reader, csrf: Digest.code("form", key: token))
    }

    /// A new token, which names the user of this machine who signs in: to another one's programs it is worth nothing. Behind a web
    /// server, and from other machines, it names nobody.
    private func newToken(_ context: PageContext) -> String {
        let token = setup.token()
        guard setup.origin.isLocal, let user = context.user() else { return token }
        return "\(token).\(user)"
    }

    private func mayUse(_ token: String, _ context: PageContext) -> Bool {
        guard setup.origin.isLocal, let dot = token.lastIndex(of: ".") else { return true }
        return context.user().map { token[token.index(after: dot)...] == String($0) } ?? false
    }

    func askToSignIn(then request: Request) async -> Response {
        let path = request.uri.path + (request.uri.query.map { "?\($0)" } ?? "")
        return path == "/" ? .seeOther("/sign-in") : .seeOther("/sign-in?then=\(PercentEncoding.path(path))")
    }

    /// Keeps what was typed until somebody has signed in, if it is of a kind that is kept.
    func askToSignIn(holding form: Form, for request: Request) async -> Response {
        let held = renderer.held(form, path: request.uri.path)
        return await signInPage(
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
            return await signInPage(request, then: query["then"])
        }
        routes.open(.post, "/sign-in") { request, context in try await signIn(request, context) }
        routes.open(.get, "/begin/:token") { request, context in
            guard begin.matches(context.parameters.get("token") ?? "") else { return usedLink() }
            return beginPage(request)
        }
        routes.open(.post, "/begin/:token") { request, context in try await begin(request, context) }
        addInvitations(to: &routes)
        routes.post("/sign-out", for: .both) { request in
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
        notice: PageNotice? = nil, problem: (any Phrase)? = nil, name: String? = nil
    ) async -> Response {
        // While the journal is locked no name is asked for, and what was typed is kept all the same.
        let areTwo = (try? await executor.run { [sessions] in try sessions.store.joinedAdult() != nil }) ?? false
        return formPage("sign-in", request) { csrf in
            let view = SignInView(
                csrf: csrf, then: then.flatMap(PathText.local), held: held,
                problem: problem.map { renderer.text($0) }, name: areTwo ? name ?? "" : nil)
            return renderer.plain("sign-in", title: .signIn, view, status: status, notice: notice)
        }
    }

    /// A page with a form for somebody who is not signed in. A cookie vouches that the form comes back from the same browser.
    /// - Parameter purpose: of the form, as `isOurs` asks for it.
    private func formPage(_ purpose: String, _ request: Request, _ page: (_ csrf: String) -> Response) -> Response {
        let (token, isNew) = formToken(of: request)
        var response = page(Digest.code(purpose, key: token))
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
            return await signInPage(
                request, status: .forbidden, then: form["then"], held: held,
                problem: PageProblem.tryOnceMore, name: form["name"])
        }
        let second = try await executor.run { [sessions] in try sessions.store.joinedAdult() }
        let login = Login(named: form["name"], second)
        switch try await answer(to: form.whole("passphrase"), of: login, from: client(request, context, as: login)) {
        case .right: return try await welcome(request, context, login, then: form["then"], held: held)
        case .wrong:
            return await signInPage(
                request, status: .unauthorized, then: form["then"], held: held,
                problem: second == nil
                    ? PageProblem.wrongPassphrase
                    : form["name"] == nil ? .wrongPassphraseWithoutName : .wrongNameOrPassphrase, name: form["name"])
        case .wait(let seconds):
            let error = PageError.tooManyTries(seconds: seconds)
            var response = await signInPage(
                request, status: error.status, then: form["then"], held: held, problem: error.text, name: form["name"])
            response.headers.append(contentsOf: error.headers)
            return response
        }
    }

    private func client(
        _ request: Request, _ context: PageContext, as login: Login
    ) async throws -> Throttle.Client {
        if let number = try await knownDevice(request, of: login) { return .device(number) }
        let address = ClientAddress.name(
            peer: context.peer, forwarded: request.headers[.forwardedFor], isProxied: !setup.origin.isLocal,
            proxies: setup.proxies)
        return .address(address, as: login)
    }

    /// Notes whether the web server before this one says who asks.
    private func noteProxy(_ request: Request, _ context: PageContext) {
        guard setup.origin.isOutside(host: request.head.authority), setup.proxies.contains(context.peer) else {
            return
        }
        setup.note(.proxyNames(request.headers[.forwardedFor] != nil))
    }

    /// The number of a device on which somebody was signed in before under their present passphrase; nil: it is none.
    private func knownDevice(_ request: Request, of login: Login) async throws -> String? {
        guard let word = cookie.device(in: request),
            let hash = try await executor.run({ [sessions] in try sessions.store.passphraseHash(of: login) })
        else { return nil }
        return KnownDevice.number(of: word, passphraseHash: hash)
    }

    enum Answer {
        case right, wrong
        /// Too many tries: not before so many seconds.
        case wait(Int)
    }

    /// Checks a passphrase. Wrong ones make the same client wait.
    func answer(to passphrase: String, of login: Login, from client: Throttle.Client) async throws -> Answer {
        let now = setup.clock()
        if let seconds = throttle.begin(client, now: now) { return .wait(seconds) }
        do {
            guard try await isRight(passphrase, of: login, goesAhead: client.isKnown) else { return .wrong }
        } catch {
            throttle.takeBack(client, now: now)
            throw error
        }
        throttle.takeBack(client, now: now)
        throttle.succeeded(client)
        return .right
    }

    private func isRight(_ passphrase: String, of login: Login, goesAhead: Bool) async throws -> Bool {
        try await hashing.run(goesAhead: goesAhead) {
            try await executor.run { [sessions] in
                guard passphrase.utf8.count <= Passphrase.maximumLength * 4 else { return false }
                guard let hash = try sessions.store.passphraseHash(of: login) else {
                    // A name that nobody has takes as long as one that somebody has.
                    if let hash = try sessions.store.passphraseHash() { _ = try Passphrase.matches(passphrase, hash) }
                    return false
                }
                return try Passphrase.matches(passphrase, hash)
            }
        }
    }

    private func welcome(
        _ request: Request, _ context: PageContext, _ login: Login, then: String?, held: HeldForm?
    ) async throws -> Response {
        let token = newToken(context)
        let device = renderer.text(DeviceName.phrase(request.headers[.userAgent]))
        let reader = try await executor.run { [sessions] in
            try sessions.begin(token: token, device: device, of: login)
            return Reader(second: try sessions.store.joinedAdult(), isSecond: login.id != nil)
        }
        var response: Response
        if let held, held.isOf(reader) {
            response = renderer.resend(
                held, csrf: Digest.code("form", key: token), status: .ok, .signedInAgain)
        } else {
            response = .seeOther(then.flatMap(PathText.local) ?? "/")
        }
        response.headers.append(HTTPField(name: .setCookie, value: cookie.setting(token)))
        if try await knownDevice(request, of: login) == nil,
            let hash = try await executor.run({ [sessions] in try sessions.store.passphraseHash(of: login) })
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
        formPage("begin", request) { csrf in
            renderer.plain(
                "begin", title: .choosePassphrase, BeginView(csrf: csrf, problem: problem.map { renderer.text($0) }),
                status: status)
        }
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
            try await setPassphrase(form.whole("passphrase"), of: .caregiver)
        } catch {
            begin.restore()
            throw error
        }
        return try await welcome(request, context, .caregiver, then: nil, held: nil)
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

    /// Sets a passphrase, which ends all sessions of whoever has it.
    func setPassphrase(_ passphrase: String, of login: Login) async throws {
        let hash = try await hash(passphrase)
        try await executor.run { [sessions] in try sessions.store.setPassphrase(hash: hash, of: login.id) }
    }

    private func hash(_ passphrase: String) async throws -> String {
        let (salt, cost) = (setup.random(16), setup.scrypt)
        // Whoever sets one is signed in, or has a link that is good once.
        return try await hashing.run(goesAhead: true) {
            try await executor.run { try Passphrase.hash(passphrase, salt: salt, cost: cost) }
        }
    }

    // MARK: A second adult

    /// How long an invitation waits, in seconds.
    static let invitationLasts = 7 * 24.hours

    private func addInvitations(to routes: inout Routes) {
        routes.open(.get, "/join/:token") { request, context in
            guard let adult = try await invited(by: context) else { return endedInvitation() }
            return joinPage(request, adult)
        }
        routes.open(.post, "/join/:token") { request, context in
            let form = try await FormReader.form(from: request, origin: setup.origin)
            guard let adult = try await invited(by: context), case .invited(let invitation, _) = adult.state else {
                return endedInvitation()
            }
            guard isOurs(form, "join", request) else {
                return joinPage(request, adult, status: .forbidden, problem: .tryOnceMore)
            }
            if let problem = Self.problem(form) {
                return joinPage(request, adult, status: .unprocessableContent, problem: problem)
            }
            let hash = try await hash(form.whole("passphrase"))
            let joined = try await executor.run { [sessions] in
                try sessions.store.join(invitationHash: invitation, passphraseHash: hash)
            }
            guard let joined else { return endedInvitation() }
            return try await welcome(request, context, .second(joined.id), then: nil, held: nil)
        }
    }

    /// Whoever the link in an address invites; nil: it is over, was used, or is none.
    private func invited(by context: PageContext) async throws -> SecondAdult? {
        let token = context.parameters.get("token") ?? ""
        let adult = try await executor.run { [sessions] in try sessions.store.secondAdult() }
        guard let adult, case .invited(let hash, let until) = adult.state, setup.clock() < until,
            Digest.areEqual(Digest.hex(token), hash)
        else { return nil }
        return adult
    }

    private func joinPage(
        _ request: Request, _ adult: SecondAdult, status: HTTPResponse.Status = .ok, problem: PageProblem? = nil
    ) -> Response {
        formPage("join", request) { csrf in
            let view = JoinView(
                csrf: csrf, problem: problem.map { renderer.text($0) }, name: adult.name,
                invited: renderer.text(PagePhrase.invited(name: adult.name, by: adult.caregiver)),
                whose: renderer.text(PagePhrase.oneLadder(of: adult.caregiver)))
            return renderer.plain("join", title: .join, view, status: status)
        }
    }

    private func endedInvitation() -> Response {
        renderer.plain("ended-invitation", title: .endedInvitation, EmptyView(), status: .gone)
    }
}
