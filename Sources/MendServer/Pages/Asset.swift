import HTTPTypes
import Hummingbird
import MendExport
import NIOCore

/// A file that travels inside the program. Pages name it by an address that changes with its bytes, so that a browser can keep it
/// until then: on a slow phone, asking whether it has changed would hold back each page.
struct Asset: Sendable {
    let path: String
    /// What pages say for it.
    let address: String
    private let type: String
    private let version: String
    private let bytes: [UInt8]
    /// Nil when compression makes nothing smaller.
    private let compressed: [UInt8]?

    /// The tokens come first; one file is one request.
    static let stylesheet = Asset(
        "/mend.css", "text/css; charset=utf-8", PackageResources.tokens_css + PackageResources.mend_css)
    static let script = Asset("/mend.js", javaScript, PackageResources.mend_js)
    static let pushScript = Asset("/push.js", javaScript, PackageResources.push_js)
    static let worker = Asset("/worker.js", javaScript, PackageResources.worker_js)
    static let pushWorker = Asset("/push-worker.js", javaScript, PackageResources.push_worker_js)
    static let drawing = Asset("/icon.svg", "image/svg+xml", PackageResources.icon_svg)
    static let smallIcon = Asset("/icon-180.png", "image/png", PackageResources.icon_180_png)
    static let largeIcon = Asset("/icon-512.png", "image/png", PackageResources.icon_512_png)

    private static let javaScript = "text/javascript; charset=utf-8"

    private init(_ path: String, _ type: String, _ bytes: [UInt8]) {
        version = String(Digest.hex(bytes: bytes).prefix(16))
        address = "\(path)?v=\(version)"
        compressed = Gzip.compressed(bytes)
        (self.path, self.type, self.bytes) = (path, type, bytes)
    }

    func response(to request: Request) -> Response {
        let packed = AcceptEncoding.takesGzip(request.headers[.acceptEncoding]) ? compressed : nil
        let tag = packed == nil ? "\"\(version)\"" : "\"\(version)-gzip\""
        let isNamed = request.uri.queryParameters["v"].map { String($0) } == version
        var headers: HTTPFields = [
            .eTag: tag, .vary: "Accept-Encoding",
            .cacheControl: isNamed ? "private, max-age=31536000, immutable" : "private, max-age=300",
        ]
        if EntityTag.matches(request.headers[.ifNoneMatch], tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = type
        headers[.contentEncoding] = packed == nil ? nil : "gzip"
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: packed ?? bytes)))
    }
}
