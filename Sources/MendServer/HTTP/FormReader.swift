import HTTPTypes
import Hummingbird
import NIOCore

/// Reads a form from a request: bounded in size. `ConnectionGuard` bounds its time.
enum FormReader {
    /// Room for a long note, but not for a book.
    static let mostBytes = 256 * 1024

    /// - Throws: a `PageError` that says what is wrong with the request.
    static func form(from request: Request, origin: ServerOrigin) async throws -> Form {
        let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased()
        guard type == "application/x-www-form-urlencoded" else { throw PageError.notAForm }
        // A page that hides where it comes from sends `null`; one of ours never does (see `SecurityHeaders`).
        let from = request.headers[.origin] ?? request.headers[.referer].map(ServerOrigin.origin(ofReferrer:))
        if let from, !origin.accepts(origin: from, host: request.head.authority) { throw PageError.otherOrigin }
        if let site = request.headers[.secFetchSite], !["same-origin", "none"].contains(site) {
            throw PageError.otherOrigin
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > mostBytes {
            throw PageError.tooLarge
        }
        let body = try await body(of: request)
        guard let form = Form(encoded: body.readableBytesView) else { throw PageError.brokenForm }
        return form
    }

    private static func body(of request: Request) async throws -> ByteBuffer {
        do {
            return try await request.body.collect(upTo: mostBytes)
        } catch is NIOTooManyBytesError {
            throw PageError.tooLarge
        }
    }
}
