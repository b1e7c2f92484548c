import HTTPTypes
import Hummingbird
import MendCore
import MendExport
import NIOCore

/// A rendering as whoever asks for it gets it: whole, compressed, or told that it has not changed.
struct FeedAnswer: Sendable {
    private let rendering: Renderings.Rendering
    private let plain: Headers
    private let compressed: Headers

    private struct Headers {
        let whole: HTTPFields
        /// Without what tells of a body.
        let unchanged: HTTPFields

        init(_ headers: HTTPFields, _ document: ExportDocument, isGzip: Bool) {
            unchanged = headers
            var whole = headers
            whole[.contentType] = document.mediaType
            if isGzip { whole[.contentEncoding] = "gzip" }
            self.whole = whole
        }
    }

    /// As long as calendars say, in seconds.
    private static let maxAge = 3_600

    init(_ rendering: Renderings.Rendering, _ document: ExportDocument, _ safe: SafeHeaders) {
        self.rendering = rendering
        var headers: HTTPFields = [
            .eTag: rendering.tag, .lastModified: TimeText.rfc822(rendering.modified),
            .cacheControl: "private, max-age=\(Self.maxAge)", .vary: "Accept-Encoding",
            // Calendar programs and readers in a browser's page may show it.
            .resourcePolicy: "cross-origin",
        ]
        safe.add(to: &headers)
        plain = Headers(headers, document, isGzip: false)
        headers[.eTag] = rendering.gzipTag
        compressed = Headers(headers, document, isGzip: true)
    }

    var size: Int { rendering.bytes.readableBytes + (rendering.gzip?.readableBytes ?? 0) }

    func response(to request: HTTPFields) -> Response {
        let (status, headers, body) = parts(for: request)
        return Response(
            status: status, headers: headers, body: body.map(ResponseBody.init(byteBuffer:)) ?? ResponseBody())
    }

    /// With what the framework adds otherwise.
    func whole(for request: HTTPFields, at now: Instant) -> (head: HTTPResponse, body: ByteBuffer?) {
        var (status, headers, body) = parts(for: request)
        if let body { headers[.contentLength] = String(body.readableBytes) }
        headers[.date] = TimeText.rfc822(now)
        return (HTTPResponse(status: status, headerFields: headers), body)
    }

    private func parts(for request: HTTPFields) -> (HTTPResponse.Status, HTTPFields, ByteBuffer?) {
        let gzip = AcceptEncoding.takesGzip(request[.acceptEncoding]) ? rendering.gzip : nil
        let headers = gzip == nil ? plain : compressed
        guard isUnchanged(for: request, tag: gzip == nil ? rendering.tag : rendering.gzipTag) else {
            return (.ok, headers.whole, gzip ?? rendering.bytes)
        }
        return (.notModified, headers.unchanged, nil)
    }

    /// RFC 9110 §13.2.2: If-None-Match decides alone where it is given.
    private func isUnchanged(for request: HTTPFields, tag: String) -> Bool {
        if let tags = request[.ifNoneMatch] { return EntityTag.matches(tags, tag) }
        guard let since = request[.ifModifiedSince].flatMap(HTTPDate.instant) else { return false }
        return rendering.modified <= since
    }
}
