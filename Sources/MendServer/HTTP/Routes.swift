import HTTPTypes
import Hummingbird
import MendCore

/// The addresses of the server. Those for people who are signed in get a `Visit`; their forms are read, checked, and given
/// back with what was typed when they cannot be taken.
struct Routes {
    typealias Handler = @Sendable (Visit) async throws -> Response
    typealias OpenHandler = @Sendable (Request, PageContext) async throws -> Response

    let router: Router<PageContext>
    let doorkeeper: Doorkeeper
    let origin: ServerOrigin
    let look: Look
    let submitted = SubmittedForms()
    private(set) var table = MethodTable()

    init(doorkeeper: Doorkeeper, origin: ServerOrigin, look: Look) {
        router = Router(context: PageContext.self, options: [.autoGenerateHeadEndpoints])
        router.addMiddleware { NoSuchRouteMiddleware() }
        self.doorkeeper = doorkeeper
        self.origin = origin
        self.look = look
    }

    mutating func open(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping OpenHandler) {
        table.add(path, method)
        router.on(RouterPath(path), method: method) { request, context in try await handler(request, context) }
    }

    mutating func get(_ path: String, _ handler: @escaping Handler) {
        open(.get, path) { [doorkeeper] request, context in
            guard let (session, csrf) = try await doorkeeper.session(of: request) else {
                return await doorkeeper.askToSignIn(then: request)
            }
            return try await handler(
                Visit(
                    request: request, parameters: context.parameters, query: Self.query(request), session: session,
                    csrf: csrf, form: Form()))
        }
    }

    mutating func post(_ path: String, _ handler: @escaping Handler) {
        open(.post, path) { [doorkeeper, origin, look, submitted, clock = doorkeeper.sessions.clock] request, context in
            let form = try await FormReader.form(from: request, origin: origin)
            let known: (session: WebSession, csrf: String)?
            do {
                known = try await doorkeeper.session(of: request)
            } catch let error as any JournalFailure where error.isPassing {
                return doorkeeper.askForPatience(holding: form, for: request)
            }
            guard let (session, csrf) = known else {
                return doorkeeper.askToSignIn(holding: form, for: request)
            }
            let visit = Visit(
                request: request, parameters: context.parameters, query: Self.query(request), session: session,
                csrf: csrf, form: form)
            guard let token = form["csrf"], Digest.areEqual(token, csrf) else {
                return look.resend(form, to: request.uri.path, visit, .forbidden, Self.stale)
            }
            let key = form["once"].map { "\(session.tokenHash) \($0) \(request.uri.path) \(form.digest)" }
            do {
                return try await submitted.once(key, now: clock()) { try await handler(visit) }
            } catch let error as any JournalFailure {
                if error.isPassing { return doorkeeper.askForPatience(holding: form, for: request) }
                return look.resend(form, to: request.uri.path, visit, .internalServerError, Self.cannotWrite)
            }
        }
    }

    private static let cannotWrite =
        "This machine takes nothing more just now. Nothing was written down yet; what you typed is here. Look at its space and permissions, then send it again."
    private static let stale =
        "This page was open for a long time, or you signed in anew since. Nothing was written down yet; what you typed is here."

    private static func query(_ request: Request) -> Form {
        request.uri.query.flatMap { Form(encoded: $0.utf8) } ?? Form()
    }
}
