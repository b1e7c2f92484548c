import HTTPTypes
import Hummingbird
import NIOCore

/// Where monitors ask whether the server lives and can read its journal. It is answered under any name, since they come by the
/// machine's number, and tells nothing else.
enum HealthRoute {
    static let path = "/health"

    static func add(to routes: inout Routes, _ executor: JournalExecutor) {
        routes.open(.get, path) { _, _ in
            _ = try await executor.run { try executor.journal.household() }
            return Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n")))
        }
    }
}
