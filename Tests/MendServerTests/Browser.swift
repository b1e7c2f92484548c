import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import Testing

/// Asks as a browser does: it keeps cookies and fills forms.
final class Browser: Sendable {
    private let client: any TestClientProtocol
    private let cookies = Mutex<[String: String]>([:])

    init(_ client: any TestClientProtocol) {
        self.client = client
    }

    /// The server's bytes, for who obeys no rule of HTTP; only over a socket.
    func wire() throws -> Wire { Wire(port: try #require(client.port)) }

    /// Another device.
    func stranger() -> Browser { Browser(client) }

    func forgetCookies() {
        cookies.withLock { $0 = [:] }
    }

    /// As somebody does who has got at this browser before.
    func plant(_ name: String, _ value: String) {
        cookies.withLock { $0[name] = value }
    }

    func get(_ path: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:]) async throws -> Page {
        try await ask(path, method, headers, nil)
    }

    /// Sends a form of a page: its hidden words come along.
    func post(_ path: String, from page: Page, _ fields: [(String, String)] = []) async throws -> Page {
        let hidden = [("csrf", page.csrf), ("once", page.once)].compactMap { name, value in value.map { (name, $0) } }
        return try await post(path, hidden + fields)
    }

    func post(_ path: String, _ fields: [(String, String)], headers: HTTPFields = [:]) async throws -> Page {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let body = fields.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "&")
        return try await ask(path, .post, headers, body)
    }

    func send(_ body: String, to path: String, type: String) async throws -> Page {
        try await ask(path, .post, [.contentType: type], body)
    }

    /// Chooses the passphrase, which signs in.
    func begin() async throws {
        let link = "/begin/\(ServerUnderTest.beginToken)"
        let page = try await get(link)
        let done = try await post(
            link, from: page, [("passphrase", ServerUnderTest.passphrase), ("again", ServerUnderTest.passphrase)])
        try #require(done.status == 303)
    }

    func signIn(_ passphrase: String = ServerUnderTest.passphrase) async throws -> Page {
        let page = try await get("/sign-in")
        return try await post("/sign-in", from: page, [("passphrase", passphrase)])
    }

    private func ask(
        _ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: String?
    ) async throws -> Page {
        var headers = headers
        let cookie = cookies.withLock { $0.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ") }
        if !cookie.isEmpty { headers[.cookie] = cookie }
        let response = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        for line in response.headers[values: .setCookie] {
            let pair = line.split(separator: ";")[0].split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies.withLock { $0[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1]) }
        }
        return Page(response: response)
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// What came back.
struct Page {
    let response: TestResponse

    var status: Int { response.status.code }
    var headers: HTTPFields { response.headers }
    var text: String { String(buffer: response.body) }
    var location: String? { headers[.location] }
    var csrf: String? { value(of: "csrf") }
    var once: String? { value(of: "once") }

    func value(of field: String) -> String? {
        guard let start = text.range(of: "name=\"\(field)\" value=\"") else { return nil }
        return text[start.upperBound...].split(separator: "\"", omittingEmptySubsequences: false).first.map(String.init)
    }

    /// Names and values, as the form that was written first has them.
    func hiddenFields() -> [(String, String)] {
        text.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/)
            .map { (String($0.output.1), String($0.output.2)) }
    }

    /// The texts of the elements of a class.
    func addresses() -> [String] {
        text.components(separatedBy: "<code class=\"address\">").dropFirst()
            .map { $0.components(separatedBy: "<")[0] }
    }
}
