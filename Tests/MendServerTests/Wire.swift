import NIOCore
import NIOPosix

/// Bytes to and from a server, as programs send them that obey no rule.
struct Wire: Sendable {
    let port: Int

    typealias Inbound = NIOAsyncChannelInboundStream<ByteBuffer>
    typealias Outbound = NIOAsyncChannelOutboundWriter<ByteBuffer>

    /// The end of a request's head that asks the server to close.
    static let farewell = "Host: localhost\r\nConnection: close\r\n\r\n"

    /// All that comes after these bytes, until the server closes the connection.
    func answer(to text: String) async throws -> String {
        try await connected { inbound, outbound in
            try await outbound.write(ByteBuffer(string: text))
            return try await Self.rest(of: inbound)
        }
    }

    /// All that comes until the server closes the connection.
    static func rest(of inbound: Inbound) async throws -> String {
        var text = ""
        do {
            for try await part in inbound { text += String(buffer: part) }
        } catch is IOError {
            // It was closed while something was on the way.
        }
        return text
    }

    func connected<Value: Sendable>(
        _ body: @Sendable (Inbound, Outbound) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "localhost", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose(body)
    }
}
