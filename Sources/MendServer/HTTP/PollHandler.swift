import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Answers polls that find nothing new where they come in, without the way through tasks, router and pages (see
/// <doc:Decisions>), and closes what is idle: what is answered here, nobody behind it sees.
final class PollHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let known: KnownAnswers
    /// Requests that went on and were not answered yet: a client may send several at once, and wants them in order.
    private var waiting = 0
    /// Whether the rest of a request is still to come.
    private var isReading = false
    /// Answers of this handler that the client has not taken yet.
    private var unsent = 0
    private var isClosing = false
    /// To the request of which the rest is still to come.
    private var answer: Answer?

    private struct Answer {
        let head: HTTPResponse
        let body: ByteBuffer?
    }

    init(_ known: KnownAnswers) {
        self.known = known
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let request):
            isReading = true
            if waiting == 0, context.channel.isWritable { answer = known.answer(to: request).map(Answer.init) }
            if answer != nil { return }
            waiting += 1
        case .body:
            // A poll has none; what comes with one all the same is passed over.
            if answer != nil { return }
        case .end:
            isReading = false
            if let answer {
                self.answer = nil
                return send(answer, context)
            }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { waiting -= 1 }
        context.write(data, promise: promise)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent {
            // Not while an answer is being made.
            if waiting == 0 || isReading { close(context: context, mode: .all, promise: nil) }
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    /// Not in the middle of an answer.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard unsent > 0, mode == .all else { return context.close(mode: mode, promise: promise) }
        isClosing = true
        context.channel.closeFuture.cascade(to: promise)
    }

    private func send(_ answer: Answer, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
        if let body = answer.body { context.write(wrapOutboundOut(.body(body)), promise: nil) }
        unsent += 1
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { [self] _ in
            unsent -= 1
            if isClosing, unsent == 0 { context.close(promise: nil) }
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    }
}
