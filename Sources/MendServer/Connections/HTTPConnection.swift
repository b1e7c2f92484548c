import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// How a connection is set up: the framework's own, but for bounds on what a client can make the server keep in memory.
///
/// The framework reads and decodes whatever comes, and many short requests are much larger decoded. Here little is read at a
/// time, one request is taken after the other, and nothing is read while an answer is on its way.
struct HTTPConnection: HTTPChannelHandler {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let responder: Responder
    let connections: OpenConnections
    let limits: ConnectionLimits
    let language: PageLanguage

    /// There is no room for one more.
    private struct Crowded: Error {}

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            do {
                guard let id = connections.admit(channel) else { throw Crowded() }
                return try value(channel, id)
            } catch {
                // Whoever accepts connections does not look at those that fail.
                channel.close(promise: nil)
                throw error
            }
        }
    }

    private func value(_ channel: any Channel, _ id: Int) throws -> Value {
        if let options = channel.syncOptions {
            try options.setOption(ChannelOptions.maxMessagesPerRead, value: 1)
            try options.setOption(
                ChannelOptions.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: Self.mostRead))
            try options.setOption(
                ChannelOptions.writeBufferWaterMark, value: .init(low: Self.mostWritten / 2, high: Self.mostWritten))
        }
        var decoding = NIOHTTPDecoderLimitConfiguration()
        decoding.maxHeaderFieldSize = 16 * 1024
        decoding.maxHeaderListSize = 32 * 1024
        decoding.maxHeaderFieldCount = 100
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: true, withErrorHandling: false, withOutboundHeaderValidation: false,
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: decoding)
        try pipeline.addHandler(ConnectionGuard(id, of: connections, limits: limits, language: language))
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
        return try NIOAsyncChannel(
            wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
    }

    func handle(value: Value, logger: Logger) async {
        await handleHTTP(asyncChannel: value, logger: logger)
    }

    /// In bytes, at a time.
    private static let mostRead = 2 * 1024
    /// In bytes that the system has not taken yet; then the next part waits.
    private static let mostWritten = 32 * 1024
}
