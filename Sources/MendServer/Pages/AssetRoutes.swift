import HTTPTypes
import Hummingbird
import MendText
import NIOCore

/// What travels inside the program beside the pages: the stylesheet, the scripts, the icons, and what a device needs to install
/// the pages as an app.
enum AssetRoutes {
    static func add(to routes: inout Routes, _ renderer: PageRenderer) {
        add("/mend.css", "text/css; charset=utf-8", stylesheet, to: &routes)
        add("/mend.js", "text/javascript; charset=utf-8", PackageResources.mend_js, to: &routes)
        add("/worker.js", "text/javascript; charset=utf-8", PackageResources.worker_js, to: &routes)
        add("/push.js", "text/javascript; charset=utf-8", PackageResources.push_js, to: &routes)
        add("/push-worker.js", "text/javascript; charset=utf-8", PackageResources.push_worker_js, to: &routes)
        add("/icon.svg", "image/svg+xml", PackageResources.icon_svg, to: &routes)
        add("/icon-180.png", "image/png", PackageResources.icon_180_png, to: &routes)
        add("/icon-512.png", "image/png", PackageResources.icon_512_png, to: &routes)
        // Where browsers look that were told of no other.
        add("/favicon.ico", "image/png", PackageResources.icon_180_png, to: &routes)
        // It shuts out nothing: some calendar programs obey it, and would show nothing. Pages ask by a header not to be indexed.
        add("/robots.txt", "text/plain; charset=utf-8", Array("User-agent: *\nDisallow:\n".utf8), to: &routes)
        routes.open(.get, "/manifest.webmanifest") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/manifest+json"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: try WebManifest(renderer).bytes())))
        }
        // The worker keeps it for when there is no way to the server.
        routes.open(.get, "/offline") { _, _ in renderer.plain("offline", title: .offline, EmptyView()) }
    }

    /// The tokens come first; one file is one request.
    private static let stylesheet = PackageResources.tokens_css + PackageResources.mend_css

    private static func add(_ path: String, _ type: String, _ bytes: [UInt8], to routes: inout Routes) {
        let tag = "\"\(Digest.hex(String(decoding: bytes, as: UTF8.self)).prefix(32))\""
        routes.open(.get, path) { request, _ in
            let headers: HTTPFields = [.contentType: type, .eTag: tag, .cacheControl: "private, max-age=300"]
            if EntityTag.matches(request.headers[.ifNoneMatch], tag) {
                return Response(status: .notModified, headers: headers)
            }
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }
}
