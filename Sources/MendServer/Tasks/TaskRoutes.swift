import HTTPTypes
import Hummingbird
import MendCore
import MendTasks
import NIOCore

/// Lists of tasks for the apps of phones and desktops: CalDAV (RFC 4791), with what WebDAV it needs (RFC 4918, RFC 6578).
struct TaskRoutes: Sendable {
    let cache: TaskCache
    let access: TaskAccess
    let executor: JournalExecutor

    /// What is supported (RFC 4918 §10.1).
    static let classes = "1, 3, calendar-access"
    private static let methods =
        "OPTIONS, GET, HEAD, PUT, DELETE, PROPFIND, PROPPATCH, REPORT"
    /// What would change more than tasks.
    private static let refused = ["MKCALENDAR", "MKCOL", "COPY", "MOVE", "ACL", "LOCK", "UNLOCK"]

    init(setup: ServerSetup, executor: JournalExecutor, store: any TaskStore) {
        self.executor = executor
        cache = TaskCache(executor: executor, store: store)
        access = TaskAccess(setup: setup, cache: cache)
    }

    func addRoutes(to routes: inout Routes) {
        let named = (Self.methods.split(separator: ", ").map(String.init) + Self.refused).filter { $0 != "HEAD" }
        for name in named {
            guard let method = HTTPRequest.Method(name) else { preconditionFailure("no method") }
            for path in ["/dav", "/dav/**"] {
                routes.open(method, path) { request, context in await answer(request, context) }
            }
        }
        for method in ["PROPFIND", "OPTIONS"].compactMap({ HTTPRequest.Method($0) }) {
            for path in ["/", TaskPlace.wellKnownPath] {
                routes.open(method, path) { request, context in await answer(request, context) }
            }
        }
        routes.open(.get, TaskPlace.wellKnownPath) { _, _ in
            Response(status: .movedPermanently, headers: [.location: TaskPlace.rootPath])
        }
    }

    private func answer(_ request: Request, _ context: PageContext) async -> Response {
        do {
            return try await respond(to: request, context)
        } catch let error as DAVError {
            return error.response()
        } catch {
            let answer = PageError(error)
            if answer == .fault {
                // Only the kind of the error: its text may hold what somebody wrote.
                context.logger.error("request failed", metadata: ["error": "\(type(of: error))"])
            }
            return Response(status: answer.status, headers: answer.headers)
        }
    }

    private func respond(to request: Request, _ context: PageContext) async throws -> Response {
        if request.method == .options {
            return Response(status: .ok, headers: [.dav: Self.classes, .allow: Self.methods])
        }
        let list = try await access.list(request, context)
        await noteUse(of: list)
        // What would change more than tasks is refused wherever it is asked.
        guard !Self.refused.contains(request.method.rawValue) else { throw DAVError.forbidden }
        guard let place = TaskPlace(path: request.uri.path), place.user == nil || place.user == list.list.user else {
            throw request.method == .put ? DAVError(.conflict) : DAVError.notFound
        }
        let asked = try await DAVRequest(request, at: place)
        switch request.method.rawValue {
        case "PROPFIND":
            return try cache.answer(to: asked, of: list) { try PropertyAnswer(list: list).response(to: asked) }
        case "PROPPATCH": return try PropertyAnswer(list: list).refuse(asked)
        case "REPORT": return try cache.answer(to: asked, of: list) { try ReportAnswer(list: list).response(to: asked) }
        case "GET", "HEAD": return try file(asked, list)
        case "PUT": return try await TaskWriting(cache: cache, list: list).put(asked)
        case "DELETE": return try await TaskWriting(cache: cache, list: list).delete(asked)
        default: throw DAVError.forbidden
        }
    }

    private func file(_ request: DAVRequest, _ list: ServedList) throws(DAVError) -> Response {
        guard case .task(_, let name) = request.place else { throw .methodNotAllowed(Self.methods) }
        guard let task = list.task(name) else { throw .notFound }
        let headers: HTTPFields = [
            .eTag: task.etag, .lastModified: TimeText.rfc822(task.modified), .contentType: TaskProperties.mediaType,
        ]
        if request.head[.ifNoneMatch] != nil, EntityTag.matches(request.head[.ifNoneMatch], task.etag) {
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: task.bytes)))
    }

    /// Notes the day, which is enough to see what is still in use.
    private func noteUse(of list: ServedList) async {
        let today = list.zone.day(of: executor.clock())
        if list.list.used.map({ $0 < today }) ?? true { await cache.noteUse(of: list.list, on: today) }
    }
}
