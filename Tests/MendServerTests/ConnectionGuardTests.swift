import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import MendServer

@Suite struct ConnectionGuardTests {
    /// The end of the server breaks off a request: nobody is there any more who could be told that it is damaged.
    @Test func saysNothingOnceTheConnectionIsOver() throws {
        let channel = EmbeddedChannel()
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 80)).wait()
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: true, withErrorHandling: false)
        try pipeline.addHandler(
            ConnectionGuard(1, of: OpenConnections(limits: .standard), limits: .standard, language: PageLanguage(plan: { .english })))
        try channel.writeInbound(ByteBuffer(string: "GET / HTTP/1.1\r\nX-Slow: a"))
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(throws: HTTPParserError.invalidEOFState) { try channel.throwIfErrorCaught() }
        #expect(try channel.readOutbound(as: ByteBuffer.self) == nil)
        #expect(!channel.isActive)
    }
}
