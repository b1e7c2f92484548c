import Foundation
import HTTPTypes
import Hummingbird
import MendCore
import MendExport

/// Calendars and feeds at the addresses of subscriptions. Who has an address may read what is behind it; nothing else.
struct FeedRoutes: Sendable {
    let renderings: Renderings
    let desk: Desk

    /// As long as calendars say, in seconds.
    private static let maxAge = 3_600

    func addRoutes(to routes: inout Routes) {
        routes.open(.get, "/h/:household/:secret/**") { request, context in
            guard let household = context.parameters.get("household"), let secret = context.parameters.get("secret"),
                let (subscription, zone) = try await renderings.subscription(household: household, secret: secret)
            else { throw PageError.notFound }
            let path = context.parameters.getCatchAll().joined(separator: "/")
            // The router takes two slashes for one.
            guard request.uri.path == "/h/\(household)/\(secret)/\(path)",
                let document = ExportDocument(path: path, only: subscription.only),
                let rendering = try await renderings.rendering(of: document, for: subscription, secret: secret)
            else { throw PageError.notFound }
            await noteUse(of: subscription, zone)
            return Self.response(rendering, document, request)
        }
    }

    /// A day is enough to see what is still in use; whether it can be noted is no matter for the reader.
    private func noteUse(of subscription: Subscription, _ zone: Zone) async {
        let today = zone.day(of: desk.setup.clock())
        guard subscription.used.map({ $0 < today }) ?? true else { return }
        let (name, hash) = (subscription.name, subscription.secretHash)
        try? await desk.write { try $0.noteUse(ofSubscription: name, secretHash: hash) }
    }

    private static func response(
        _ rendering: Renderings.Rendering, _ document: ExportDocument, _ request: Request
    ) -> Response {
        let gzip = AcceptEncoding.takesGzip(request.headers[.acceptEncoding]) ? rendering.gzip : nil
        let tag = gzip == nil ? rendering.tag : rendering.gzipTag
        var headers: HTTPFields = [
            .eTag: tag, .lastModified: TimeText.rfc822(rendering.modified),
            .cacheControl: "private, max-age=\(maxAge)", .vary: "Accept-Encoding",
            // Calendar programs and readers in a browser's page may show it.
            .resourcePolicy: "cross-origin",
        ]
        if isUnchanged(request, tag: tag, modified: rendering.modified) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = document.mediaType
        if gzip != nil { headers[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: gzip ?? rendering.bytes))
    }

    /// RFC 9110 §13.2.2: If-None-Match decides alone where it is given.
    private static func isUnchanged(_ request: Request, tag: String, modified: Instant) -> Bool {
        if let tags = request.headers[.ifNoneMatch] { return EntityTag.matches(tags, tag) }
        guard let since = request.headers[.ifModifiedSince].flatMap(HTTPDate.instant) else { return false }
        return modified <= since
    }
}
