import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import MendCore
import MendExport
import MendJournal
import MendKeeping
import NIOCore
import ShippedPlan
import Testing

@testable import MendServer

/// A server with a journal in a file, and a client of its lists of tasks.
struct TaskServer: Sendable {
    let journal: SQLiteJournal
    let clock: TestClock
    let log: CollectedLog
    private let client: any TestClientProtocol

    static let password = "a-password-of-the-phone"
    static let list = "/dav/lists/phone/tasks/"

    private static let family = #"""
        {"type": "household", "version": 1, "id": "k7Qm2xW9", "zone": "America/New_York", "quiet": "21:00-07:00", "cap": 3, "country": "US"}
        {"type": "person", "id": "ada", "name": "Ada", "relation": "child", "born": "2022-04-03"}
        {"type": "person", "id": "adam", "name": "Adam", "relation": "child", "born": "2015-01-20"}
        {"type": "person", "id": "sam", "name": "Sam", "relation": "partner"}
        {"type": "rupture", "id": "r1", "with": "ada", "kind": "limit-setting", "at": "2026-01-05T17:40:00-05:00", "recorded": "2026-01-05T17:50:00-05:00"}

        """#

    static func run(
        base: String? = nil, listen: String = "127.0.0.1:80", isInsecure: Bool = false, open: Bool = true,
        _ test: @escaping @Sendable (TaskServer) async throws -> Void
    ) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "mend-dav-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let now = try #require(TimeText.instant(rfc3339: "2026-01-05T18:00:00-05:00"))
        let history = try HouseholdFileReader(now: now, zones: SystemZones.find).history(from: Data(family.utf8))
        let journal = try SQLiteJournal.create(in: path, records: history.records, zones: SystemZones.find)
        try journal.add(
            TaskList(name: "phone", user: "phone", secretHash: Digest.hex(password), open: open, created: now))
        let (clock, log) = (TestClock(now), CollectedLog())
        let plan = ShippedPlan.load()
        let application = try ServerApplication.make(
            ServerSetup(
                journal: journal, signIns: journal, plan: { ServedPlan(plan) },
                origin: try ServerOrigin(listen: listen, base: base.flatMap { BaseURL($0) }, isInsecure: isInsecure),
                beginToken: ServerUnderTest.beginToken, scrypt: .trivial, tasks: journal, clock: { clock.now }, random: { [UInt8](repeating: 7, count: $0) },
                zones: SystemZones.find, dump: { HouseholdFile.text(of: $0) }, erase: {},
                logger: Logger(label: "test") { _ in log }))
        try await application.test(.router) { client in
            try await test(TaskServer(journal: journal, clock: clock, log: log, client: client))
        }
        #expect(log.privateWords(of: try journal.history()) == [])
    }

    /// Of somebody at the page.
    var browser: Browser { Browser(client) }

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let text: String

        func count(_ part: String) -> Int { text.components(separatedBy: part).count - 1 }
    }

    /// - Parameter password: nil: without credentials.
    func ask(
        _ method: String, _ path: String, _ body: String? = nil, depth: String? = nil, password: String? = password,
        user: String = "phone", headers more: [String: String] = [:]
    ) async throws -> Answer {
        var headers = HTTPFields()
        if let password {
            headers[.authorization] = "Basic \(Data("\(user):\(password)".utf8).base64EncodedString())"
        }
        if let depth { headers[.depth] = depth }
        for (name, value) in more { headers[try #require(HTTPField.Name(name))] = value }
        let response = try await client.execute(
            uri: path, method: try #require(HTTPRequest.Method(method)), headers: headers,
            body: body.map { ByteBuffer(string: $0) })
        return Answer(
            status: response.status.code, headers: response.headers,
            text: String(buffer: response.body))
    }

    func propfind(_ path: String, depth: String, _ properties: String) async throws -> Answer {
        try await ask(
            "PROPFIND", path,
            """
            <?xml version="1.0" encoding="utf-8"?><d:propfind xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" \
            xmlns:s="http://calendarserver.org/ns/"><d:prop>\(properties)</d:prop></d:propfind>
            """, depth: depth)
    }

    func report(_ body: String) async throws -> Answer {
        try await ask("REPORT", Self.list, body, depth: "1")
    }

    /// The addresses of the tasks.
    func hrefs() async throws -> [String] {
        let answer = try await propfind(Self.list, depth: "1", "<d:getetag/>")
        return answer.text.components(separatedBy: "<D:href>").dropFirst()
            .compactMap { $0.components(separatedBy: "</D:href>").first }.filter { $0.hasSuffix(".ics") }
    }
}
