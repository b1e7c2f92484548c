import HTTPTypes
import MendText
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Does two things that the framework does not: it answers 431 rather than 400 when headers are too long, and it closes a
/// connection after a response that says so, whatever the client goes on sending.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let language: PageLanguage
    private var isLast = false

    init(language: PageLanguage) {
        self.language = language
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): isLast = head.headerFields[.connection] == "close"
        case .body: break
        case .end where isLast:
            context.writeAndFlush(data, promise: promise)
            context.close(promise: nil)
            return
        case .end: break
        }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError, error == .headerOverflow else {
            context.fireErrorCaught(error)
            return
        }
        let text = language.catalogue.text(PageErrorPhrase.tooManyHeaders) + "\n"
        let head = HTTPResponse(
            status: .requestHeaderFieldsTooLarge,
            headerFields: [
                .contentType: "text/plain; charset=utf-8", .contentLength: String(text.utf8.count),
                .connection: "close",
            ])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(string: text))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(promise: nil)
    }
}
