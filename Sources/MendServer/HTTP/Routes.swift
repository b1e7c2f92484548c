import HTTPTypes
import Hummingbird
import MendCore

/// The addresses of the server. Handlers for people who are signed in get an `AuthenticatedRequest`; their forms are read,
/// checked, and given back with what was typed when they cannot be taken.
struct Routes {
    typealias Handler = @Sendable (AuthenticatedRequest) async throws -> Response
    typealias OpenHandler = @Sendable (Request, PageContext) async throws -> Response

    let router: Router<PageContext>
    let signIn: SignInController
    let origin: ServerOrigin
    let renderer: PageRenderer
    let submitted = SubmittedForms()
    let notices = WaitingNotices()
    private(set) var table = MethodTable()

    init(signIn: SignInController, origin: ServerOrigin, renderer: PageRenderer) {
        router = Router(context: PageContext.self, options: [.autoGenerateHeadEndpoints])
        router.addMiddleware { NoSuchRouteMiddleware() }
        self.signIn = signIn
        self.origin = origin
        self.renderer = renderer
    }

    /// Adds an address for anybody.
    mutating func open(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping OpenHandler) {
        table.add(path, method)
        router.on(RouterPath(path), method: method) { request, context in try await handler(request, context) }
    }

    /// For whom an address is. What is not said to be both adults' is the caregiver's, whose household it is.
    enum Audience {
        case caregiver, both

        /// - Throws: `PageError.caregivers`.
        func check(_ reader: Reader) throws(PageError) {
            if self == .caregiver, reader.isSecond { throw .caregivers }
        }
    }

    /// Adds a page for people who are signed in; others are led to the sign-in.
    mutating func get(_ path: String, for audience: Audience = .caregiver, _ handler: @escaping Handler) {
        open(.get, path) { [signIn, notices] request, context in
            guard let signedIn = try await signIn.signedIn(request, context) else {
                return await signIn.askToSignIn(then: request)
            }
            try audience.check(signedIn.reader)
            var query = Self.query(request)
            // What was done is said once, and not again when the page is loaded anew.
            if query.has("said"), !notices.take(Self.address(request), of: signedIn.session) { query.remove("said") }
            return try await handler(
                AuthenticatedRequest(
                    parameters: context.parameters, query: query, signedIn: signedIn, form: Form()))
        }
    }

    /// Adds a form of people who are signed in.
    mutating func post(_ path: String, for audience: Audience = .caregiver, _ handler: @escaping Handler) {
        open(.post, path) {
            [signIn, origin, renderer, submitted, notices, clock = signIn.sessions.clock] request, context in
            let form = try await FormReader.form(from: request, origin: origin)
            let known: SignedIn?
            do {
                known = try await signIn.signedIn(request, context)
            } catch let error as any JournalFailure where error.isPassing {
                return try signIn.askForPatience(holding: form, for: request)
            }
            guard let signedIn = known else {
                return await signIn.askToSignIn(holding: form, for: request)
            }
            let session = signedIn.session
            // What another adult has typed here is neither sent nor shown.
            guard form.isOf(signedIn.reader) else { throw PageError.oldForm }
            try audience.check(signedIn.reader)
            let authenticated = AuthenticatedRequest(
                parameters: context.parameters, query: Self.query(request), signedIn: signedIn, form: form)
            guard let token = form["csrf"], Digest.areEqual(token, signedIn.csrf) else {
                guard let held = renderer.held(form, path: request.uri.path) else { throw PageError.oldForm }
                return renderer.resend(held, authenticated, .forbidden, .oldForm)
            }
            let key = form["once"].map { "\(session.tokenHash) \($0) \(request.uri.path) \(form.digest)" }
            do {
                let response = try await submitted.once(key, now: clock()) { try await handler(authenticated) }
                if let location = response.headers[.location] { notices.expect(location, of: session) }
                return response
            } catch let error as any JournalFailure {
                if error.isPassing { return try signIn.askForPatience(holding: form, for: request) }
                guard let held = renderer.held(form, path: request.uri.path) else { throw error }
                return renderer.resend(held, authenticated, .internalServerError, .cannotWrite)
            }
        }
    }

    private static func address(_ request: Request) -> String {
        request.uri.path + (request.uri.query.map { "?\($0)" } ?? "")
    }

    private static func query(_ request: Request) -> Form {
        request.uri.query.flatMap { Form(encoded: $0.utf8) } ?? Form()
    }
}
