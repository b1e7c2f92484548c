import HTTPTypes
import Hummingbird
import MendText
import NIOCore

/// What travels inside the program beside the pages: the stylesheet, the scripts, the icons, and what a device needs to install
/// the pages as an app.
enum AssetRoutes {
    static func add(to routes: inout Routes, _ renderer: PageRenderer) {
        let assets: [Asset] = [
            .stylesheet, .script, .pushScript, .worker, .pushWorker, .drawing, .smallIcon, .largeIcon,
        ]
        for asset in assets { routes.open(.get, asset.path) { request, _ in asset.response(to: request) } }
        // Where browsers look that were told of no other.
        routes.open(.get, "/favicon.ico") { request, _ in Asset.smallIcon.response(to: request) }
        // It shuts out nothing: some calendar programs obey it, and would show nothing. Pages ask by a header not to be indexed.
        routes.open(.get, "/robots.txt") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "private, max-age=300"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "User-agent: *\nDisallow:\n")))
        }
        routes.open(.get, "/manifest.webmanifest") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/manifest+json"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: try WebManifest(renderer).bytes())))
        }
        // The worker keeps it for when there is no way to the server.
        routes.open(.get, "/offline") { _, _ in renderer.plain("offline", title: .offline, EmptyView()) }
    }
}
