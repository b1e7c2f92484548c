import MendText
import NIOCore
import NIOHTTP1

/// Stands between a connection and the framework. It lets no request, answer or silence take longer than it may, answers by
/// itself what is no proper request, and closes after an answer that is the last, whatever the client goes on sending.
///
/// Before it, a request is held back until the answer before has ended; it lets an answer end once the client has taken it.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Phase {
        /// For the head of a request.
        case waiting
        /// The rest of a request.
        case receiving
        case answering
        /// The end of an answer, until the client has taken all before it.
        case sending
        /// Nothing comes in any more, and nothing goes out.
        case over
    }

    private let id: Int
    private let connections: OpenConnections
    private let limits: ConnectionLimits
    private let language: PageLanguage
    private var phase = Phase.waiting
    private var hasBegunAnswer = false
    /// Whether the connection ends with this answer.
    private var isLast = false
    /// What went out last, once the system has taken it.
    private var written: EventLoopFuture<Void>?
    private var deadline: Scheduled<Void>?

    init(_ id: Int, of connections: OpenConnections, limits: ConnectionLimits, language: PageLanguage) {
        self.id = id
        self.connections = connections
        self.limits = limits
        self.language = language
    }

    func handlerAdded(context: ChannelHandlerContext) {
        enter(.waiting, context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        phase = .over
        deadline?.cancel()
        context.fireChannelInactive()
    }

    // MARK: What comes in

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard phase != .over else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            // RFC 9112 §9.6, and §9.3: a client of HTTP/1.0 knows the end of an answer by the end of the connection.
            // And whoever asks for another protocol says nothing more in this one, as the parser has it (§7.8).
            isLast =
                head.version != .http1_1 || Self.asksToClose(head.headers) || head.method == .CONNECT
                || head.headers.contains(name: "upgrade")
            hasBegunAnswer = false
            enter(.receiving, context)
            // RFC 9112 §3.2, §6.1
            guard head.headers["host"].count <= 1, Self.isForItsHost(head),
                head.headers["transfer-encoding"].allSatisfy({ $0.lowercased() == "chunked" })
            else { return refuse(.badRequest, .damagedRequest, context) }
        case .body: break
        case .end: if phase == .receiving { enter(.answering, context) }
        }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // The end of a connection breaks off a request, too: then nobody is there to be told.
        if let error = error as? HTTPParserError, phase == .waiting || phase == .receiving, !hasBegunAnswer,
            context.channel.isActive
        {
            if error == .headerOverflow {
                refuse(.requestHeaderFieldsTooLarge, .tooManyHeaders, context)
            } else {
                refuse(.badRequest, .damagedRequest, context)
            }
        }
        // Who reads the request shall not take what came of it for the whole.
        context.fireErrorCaught(error)
    }

    // MARK: What goes out

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard phase == .receiving || phase == .answering else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head):
            hasBegunAnswer = true
            // Nobody waits for the rest of a request that is answered already.
            if phase == .receiving || Self.asksToClose(head.headers) { isLast = true }
            if isLast { head.headers.replaceOrAdd(name: "connection", value: "close") }
            context.write(wrapOutboundOut(.head(head)), promise: noted(promise, context))
        case .body: context.write(data, promise: noted(promise, context))
        case .end: end(data, promise, context)
        }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode == .output, phase == .sending {
            isLast = true
            promise?.succeed()
        } else {
            context.close(mode: mode, promise: promise)
        }
    }

    private func noted(_ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) -> EventLoopPromise<Void> {
        let promise = promise ?? context.eventLoop.makePromise(of: Void.self)
        written = promise.futureResult
        return promise
    }

    /// Ends an answer when the client has taken what came before. Only then comes the next request, so that a client that
    /// reads nothing makes the server keep one answer and no more.
    private func end(_ data: NIOAny, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
        enter(.sending, context)
        let written = written ?? context.eventLoop.makeSucceededVoidFuture()
        written.assumeIsolated().whenComplete { [self] _ in
            guard phase == .sending else {
                promise?.fail(ChannelError.ioOnClosedChannel)
                return
            }
            let isLast = isLast
            enter(isLast ? .over : .waiting, context)
            context.writeAndFlush(data, promise: promise)
            if isLast { context.close(mode: .output, promise: nil) }
        }
    }

    /// Answers in a line of text, and takes nothing more.
    private func refuse(_ status: HTTPResponseStatus, _ phrase: PageErrorPhrase, _ context: ChannelHandlerContext) {
        enter(.over, context)
        let text = language.catalogue.text(phrase) + "\n"
        let headers: HTTPHeaders = [
            "content-type": "text/plain; charset=utf-8", "content-length": String(text.utf8.count),
            "connection": "close",
        ]
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(mode: .output, promise: nil)
    }

    /// Where the target is a whole address, its host is the one that the header names (RFC 9112 §3.2.2).
    private static func isForItsHost(_ head: HTTPRequestHead) -> Bool {
        let parts = head.uri.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count > 2, parts[0].hasSuffix(":"), parts[1].isEmpty else { return true }
        let host = parts[2].prefix { $0 != "?" }
        return head.headers.first(name: "host")?.lowercased() == host.lowercased()
    }

    private static func asksToClose(_ headers: HTTPHeaders) -> Bool {
        headers[canonicalForm: "connection"].contains { $0.lowercased() == "close" }
    }

    // MARK: Time

    private func enter(_ next: Phase, _ context: ChannelHandlerContext) {
        phase = next
        if next == .answering { connections.answers(id) } else { connections.waits(id) }
        deadline?.cancel()
        let patience: TimeAmount? =
            switch next {
            case .waiting: limits.head
            case .receiving: limits.request
            // That is up to the server.
            case .answering: nil
            case .sending: limits.answer
            case .over: limits.farewell
            }
        deadline = patience.map { patience in
            context.eventLoop.assumeIsolated().scheduleTask(in: patience) { [self] in isTooLate(context) }
        }
    }

    private func isTooLate(_ context: ChannelHandlerContext) {
        guard phase == .receiving, !hasBegunAnswer else {
            context.close(promise: nil)
            return
        }
        refuse(.requestTimeout, .tooSlow, context)
        context.fireErrorCaught(PageError.tooSlow)
    }
}
