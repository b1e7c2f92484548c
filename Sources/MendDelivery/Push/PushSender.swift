import AsyncHTTPClient
import Foundation
import MendCore
import MendPush
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Sends messages to push services (RFC 8030 §5), for the time of one run.
///
/// A name is asked for once a run. Every number that it leads to must be public, and the connection goes to one of these
/// numbers, so that no second answer leads elsewhere; the certificate must still be the name's. No redirect is followed.
final class PushSender: Sendable {
    private let key: VAPIDKey
    private let means: PushMeans
    /// By host; nil: its name leads to no public address.
    private let clients = Mutex<[String: Task<Reach, Never>]>([:])
    /// By origin and contact: one signature does for a whole run.
    private let authorizations = Mutex<[String: String]>([:])

    private static let connections = 32
    /// In bytes.
    private static let bodyLimit = 16_384
    /// The answer itself is known by then.
    private static let bodyPatience: Duration = .seconds(5)

    init(key: VAPIDKey, means: PushMeans) {
        self.key = key
        self.means = means
    }

    /// Ends its connections.
    func close() async {
        for client in clients.withLock({ clients in
            defer { clients = [:] }
            return Array(clients.values)
        }) {
            if case .reached(let client) = await client.value { try? await client.shutdown() }
        }
    }

    /// Never throws: whatever goes wrong is an answer.
    func send(_ message: PushMessage, now: Instant) async -> PushAnswer {
        let client: HTTPClient
        switch await reach(message.endpoint) {
        case .reached(let found): client = found
        case .isPrivate: return .forbidden
        case .hasNoAddress: return .silent
        }
        let answer = await send(message.notice, of: message, paddedTo: PushNotice.lengthLimit, by: client, now: now)
        // Services must take 4,096 bytes; one that does not gets less.
        guard case .refused(413) = answer else { return answer }
        return await send(message.shortNotice, of: message, paddedTo: 0, by: client, now: now)
    }

    private func send(
        _ notice: [UInt8], of message: PushMessage, paddedTo length: Int, by client: HTTPClient, now: Instant
    ) async -> PushAnswer {
        do {
            var request = HTTPClientRequest(url: message.endpoint.text)
            request.method = .POST
            request.headers = [
                "TTL": String(message.timeToLive), "Topic": message.topic,
                "Urgency": message.isUrgent ? "high" : "normal", "Content-Encoding": "aes128gcm",
                "Content-Type": "application/octet-stream",
                "Authorization": try authorization(for: message, now: now),
            ]
            let randomness = PushRandomness(
                salt: means.random(16), senderKey: PushMeans.privateKey(means.random))
            request.body = .bytes(
                try PushEncryption.body(notice, to: message.keys, randomness, paddedTo: length))
            let patience = TimeAmount.milliseconds(Int64(means.patience.components.seconds * 1000))
            let response = try await client.execute(request, timeout: patience)
            await Self.drain(response.body)
            return Self.answer(response.status.code, retryAfter: response.headers.first(name: "Retry-After"), now: now)
        } catch {
            return .silent
        }
    }

    /// Read to its end, the connection serves the next message; an answer that is longer, or slow, is given up with it.
    private static func drain(_ body: HTTPClientResponse.Body) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { _ = try? await body.collect(upTo: bodyLimit) }
            group.addTask { try? await Task.sleep(for: bodyPatience) }
            await group.next()
            group.cancelAll()
        }
    }

    private static func answer(_ status: UInt, retryAfter: String?, now: Instant) -> PushAnswer {
        let code = Int(status)
        switch code {
        case 200..<300: return .taken(code)
        case 404, 410: return .gone(code)
        case 429, 500...: return .later(code, seconds: retryAfter.flatMap { seconds(retryAfter: $0, now: now) })
        default: return .refused(code)
        }
    }

    /// A number of seconds, or a date (RFC 9110 §10.2.3); nil for anything else, and for what is over.
    static func seconds(retryAfter text: String, now: Instant) -> Int? {
        if let seconds = Int(text) { return seconds > 0 ? seconds : nil }
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: parts[2]),
            let date = TimeText.instant(
                rfc3339: "\(parts[3])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[1])T\(parts[4])Z")
        else { return nil }
        let seconds = date - now
        return seconds > 0 ? seconds : nil
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private func authorization(for message: PushMessage, now: Instant) throws -> String {
        let name = "\(message.endpoint.origin) \(message.contact)"
        if let known = authorizations.withLock({ $0[name] }) { return known }
        let text = try key.authorization(
            audience: message.endpoint.origin, contact: message.contact, expiry: now.seconds + VAPIDKey.tokenLife)
        authorizations.withLock { $0[name] = text }
        return text
    }

    /// What a host's addresses lead to.
    private enum Reach: Sendable {
        case reached(HTTPClient)
        case isPrivate
        /// The network may be gone, or not there yet: it is tried again.
        case hasNoAddress
    }

    private func reach(_ endpoint: PushEndpoint) async -> Reach {
        let means = means
        let task = clients.withLock { clients in
            if let task = clients[endpoint.host] { return task }
            let task = Task { await Self.reach(endpoint, means) }
            clients[endpoint.host] = task
            return task
        }
        let reach = await task.value
        if case .hasNoAddress = reach { clients.withLock { $0[endpoint.host] = nil } }
        return reach
    }

    private static func reach(_ endpoint: PushEndpoint, _ means: PushMeans) async -> Reach {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10), read: .seconds(20)),
            connectionPool: .init(
                idleTimeout: .seconds(15), concurrentHTTP1ConnectionsPerHostSoftLimit: connections))
        if !endpoint.isTest {
            let resolve = means.resolve
            let host = endpoint.host
            let found = (try? await NIOThreadPool.singleton.runIfActive { resolve(host) }) ?? []
            // One that is private among public ones is an attempt.
            guard let address = found.first else { return .hasNoAddress }
            guard found.allSatisfy(\.isPublic) else { return .isPrivate }
            configuration.dnsOverride = [endpoint.host: address.text]
        }
        return .reached(HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration))
    }
}
