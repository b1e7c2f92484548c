import HTTPTypes
import Hummingbird
import NIOCore

/// The stylesheet, the small scripts, the manifest and the icon, which travel inside the program.
enum AssetRoutes {
    static func add(to routes: inout Routes) {
        add("/mend.css", "text/css; charset=utf-8", PackageResources.mend_css, to: &routes)
        add("/mend.js", "text/javascript; charset=utf-8", PackageResources.mend_js, to: &routes)
        add("/push.js", "text/javascript; charset=utf-8", PackageResources.push_js, to: &routes)
        add("/push-worker.js", "text/javascript; charset=utf-8", PackageResources.push_worker_js, to: &routes)
        add("/manifest.webmanifest", "application/manifest+json", PackageResources.manifest_webmanifest, to: &routes)
        add("/icon.svg", "image/svg+xml", PackageResources.icon_svg, to: &routes)
        // It shuts out nothing: some calendar programs obey it, and would show nothing. Pages ask by a header not to be indexed.
        add("/robots.txt", "text/plain; charset=utf-8", Array("User-agent: *\nDisallow:\n".utf8), to: &routes)
    }

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
