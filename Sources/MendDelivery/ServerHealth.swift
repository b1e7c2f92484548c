import AsyncHTTPClient
import MendExport
import NIOCore

/// Asks a page that runs how it is, as containers and monitors do.
public enum ServerHealth {
    private static let patience = TimeAmount.seconds(10)

    /// The status that it answers with: 200 where it answers and its journal can be read; nil: no answer came in time. No
    /// redirect is followed.
    /// - Parameter page: where the server is reached, under any of its names.
    public static func status(of page: BaseURL) async -> Int? {
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: HTTPClient.Configuration(redirectConfiguration: .disallow))
        let response = try? await client.execute(HTTPClientRequest(url: page.text + "/health"), timeout: patience)
        let status = response.map { Int($0.status.code) }
        try? await client.shutdown()
        return status
    }
}
