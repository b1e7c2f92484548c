import HTTPTypes
import Hummingbird
import MendCore
import MendTasks

/// Takes what a client writes: PUT and DELETE of a task.
struct TaskWriting {
    let cache: TaskCache
    let list: ServedList

    private var user: String { list.list.user }

    /// - Throws: `DAVError`, or a `JournalFailure`.
    func put(_ request: DAVRequest) async throws -> Response {
        guard case .task(_, let name) = request.place else { throw DAVError.forbidden }
        if let type = request.head[.contentType]?.split(separator: ";").first?.lowercased(), type != "text/calendar" {
            throw DAVError(.unsupportedMediaType, .caldav("supported-calendar-data"))
        }
        let (bytes, conditions) = (request.body, request.conditions)
        let done = try await refusing {
            try await cache.update(user) { recorder, history, state in
                try recorder.put(bytes, at: name, conditions, history: history, state)
            }
        }
        guard let done else { throw DAVError.notFound }
        var headers = HTTPFields()
        headers[.eTag] = done.etag
        return Response(status: done.isNew ? .created : .noContent, headers: headers)
    }

    /// - Throws: `DAVError`, or a `JournalFailure`.
    func delete(_ request: DAVRequest) async throws -> Response {
        guard case .task(_, let name) = request.place else { throw DAVError.forbidden }
        let conditions = request.conditions
        let done: Void? = try await refusing {
            try await cache.update(user) { recorder, history, state in
                try recorder.delete(name, conditions, history: history, state)
            }
        }
        guard done != nil else { throw DAVError.notFound }
        return Response(status: .noContent)
    }

    private func refusing<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let refusal as TaskRefusal {
            throw DAVError(refusal, collection: TaskPlace.list(user: user).path)
        }
    }
}
