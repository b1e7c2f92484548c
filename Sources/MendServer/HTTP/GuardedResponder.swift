import HTTPTypes
import Hummingbird
import MendCore

/// Stands around the router for every request: refuses other hosts, answers errors, and adds the headers that keep a page to
/// itself.
struct GuardedResponder<Inner: HTTPResponder>: HTTPResponder where Inner.Context == PageContext {
    let inner: Inner
    let table: MethodTable
    let origin: ServerOrigin
    let renderer: PageRenderer
    let security: SecurityHeaders

    func respond(to request: Request, context: PageContext) async throws -> Response {
        var response: Response
        do {
            guard origin.accepts(host: request.head.authority) || request.uri.path == HealthRoute.path else {
                throw PageError.otherHost
            }
            response = try await inner.respond(to: request, context: context)
        } catch {
            let answer = pageError(error, request)
            if answer == .fault {
                // Only the kind of the error: its text may hold what somebody wrote.
                context.logger.error("request failed", metadata: ["error": "\(type(of: error))"])
            }
            response = renderer.page(answer)
        }
        security.add(to: &response.headers)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func pageError(_ error: any Error, _ request: Request) -> PageError {
        guard error is NoSuchRoute else { return PageError(error) }
        let methods = table.methods(at: request.uri.path)
        return methods.isEmpty || methods.contains(request.method) ? .notFound : .methodNotAllowed(methods)
    }
}

/// No route takes this method at this address.
private struct NoSuchRoute: Error {}

/// Keeps the router from answering in its own words where it knows no route.
struct NoSuchRouteMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            throw NoSuchRoute()
        }
    }
}
