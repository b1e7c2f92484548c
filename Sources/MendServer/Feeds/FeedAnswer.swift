import HTTPTypes
import Hummingbird
import MendCore
import MendExport

/// A rendering as whoever asks for it gets it: whole, compressed, or told that it has not changed.
struct FeedAnswer: Sendable {
    private let rendering: Renderings.Rendering
    private let plain: HTTPFields
    private let compressed: HTTPFields

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
        headers[.contentType] = document.mediaType
        plain = headers
        headers[.eTag] = rendering.gzipTag
        headers[.contentEncoding] = "gzip"
        compressed = headers
    }

    var size: Int { rendering.bytes.readableBytes + (rendering.gzip?.readableBytes ?? 0) }

    func response(to request: HTTPFields) -> Response {
        let gzip = AcceptEncoding.takesGzip(request[.acceptEncoding]) ? rendering.gzip : nil
        var headers = gzip == nil ? plain : compressed
        guard isUnchanged(for: request, tag: gzip == nil ? rendering.tag : rendering.gzipTag) else {
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: gzip ?? rendering.bytes))
        }
        headers[.contentType] = nil
        headers[.contentEncoding] = nil
        return Response(status: .notModified, headers: headers)
    }

    /// RFC 9110 §13.2.2: If-None-Match decides alone where it is given.
    private func isUnchanged(for request: HTTPFields, tag: String) -> Bool {
        if let tags = request[.ifNoneMatch] { return EntityTag.matches(tags, tag) }
        guard let since = request[.ifModifiedSince].flatMap(HTTPDate.instant) else { return false }
        return rendering.modified <= since
    }
}
