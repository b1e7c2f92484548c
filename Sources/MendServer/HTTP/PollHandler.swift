import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Answers polls that find nothing new where they come in, without the way through tasks, router and pages (see
/// <doc:Decisions>).
final class PollHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let known: KnownAnswers
    /// Requests that went on and were not answered yet: a client may send several at once, and wants them in order.
    private var waiting = 0
    /// What the rest of a request belongs to that is answered here.
    private var answer: HTTPResponse?
    private var body: ByteBuffer?

    init(_ known: KnownAnswers) {
        self.known = known
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let request):
            if waiting == 0, begin(request) { return }
            waiting += 1
        case .body:
            // A poll has none; what comes with one is passed over.
            if answer != nil { return }
        case .end:
            if let answer { return finish(answer, context) }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { waiting -= 1 }
        context.write(data, promise: promise)
    }
}
