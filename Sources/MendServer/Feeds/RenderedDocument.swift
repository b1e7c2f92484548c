import HTTPTypes
import Hummingbird
import MendCore
import NIOCore

/// A document of a subscription, and the answers to whoever asks for it: whole, compressed, or that it has not changed.
struct RenderedDocument: Sendable {
    /// For which state of the journal, and how long, the bytes hold.
    let validity: HouseholdSnapshot.Validity
    /// The tag of its bytes, and when they were made first, which never moves back.
    let answer: DocumentAnswer
    private let plain: Answer
    /// Nil when compression makes nothing smaller.
    private let compressed: Answer?

    private struct Answer {
        let tag: String
        let body: ByteBuffer
        let headers: HTTPFields
        /// `headers` without those that describe a body.
        let headersWithoutBody: HTTPFields
    }

    /// As long as calendars say, in seconds.
    private static let maxAge = 3_600

    /// - Parameter last: what was answered for the same address before; nil: nothing that is still known.
    init(_ bytes: [UInt8], mediaType: String, snapshot: HouseholdSnapshot, last: DocumentAnswer?) {
        let digest = Digest.hex(bytes: bytes).prefix(32)
        let tag = "\"\(digest)\""
        // The clock may have been set back.
        let modified = last.map { $0.tag == tag ? $0.modified : max(snapshot.now, $0.modified) } ?? snapshot.now
        func answer(tag: String, _ bytes: [UInt8], encoding: String?) -> Answer {
            let headers: HTTPFields = [
                .eTag: tag, .lastModified: TimeText.rfc822(modified),
                .cacheControl: "private, max-age=\(Self.maxAge)", .vary: "Accept-Encoding",
                // Calendar programs and readers that run in a browser's page may show it.
                .resourcePolicy: "cross-origin",
            ]
            var whole = headers
            whole[.contentType] = mediaType
            whole[.contentEncoding] = encoding
            return Answer(tag: tag, body: ByteBuffer(bytes: bytes), headers: whole, headersWithoutBody: headers)
        }
        validity = snapshot.validity
        self.answer = DocumentAnswer(tag: tag, modified: modified)
        plain = answer(tag: tag, bytes, encoding: nil)
        compressed = Gzip.compressed(bytes).map { answer(tag: "\"\(digest)-gzip\"", $0, encoding: "gzip") }
    }

    /// In bytes.
    var size: Int { plain.body.readableBytes + (compressed?.body.readableBytes ?? 0) }

    func response(to request: HTTPFields) -> Response {
        let takesGzip = AcceptEncoding.takesGzip(request[.acceptEncoding])
        let answer = takesGzip ? compressed ?? plain : plain
        if isUnchanged(for: request, tag: answer.tag) {
            return Response(status: .notModified, headers: answer.headersWithoutBody)
        }
        return Response(status: .ok, headers: answer.headers, body: ResponseBody(byteBuffer: answer.body))
    }

    /// If-None-Match decides alone where it is given (RFC 9110 §13.2.2).
    private func isUnchanged(for request: HTTPFields, tag: String) -> Bool {
        if let tags = request[.ifNoneMatch] { return EntityTag.matches(tags, tag) }
        guard let since = request[.ifModifiedSince].flatMap(HTTPDate.instant) else { return false }
        return answer.modified <= since
    }
}
