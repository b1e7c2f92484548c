import Crypto
import MendCore
import MendPush
import Synchronization
import Testing

@testable import MendDelivery

/// Names that lead where no push service is: nothing is sent, and no connection is opened.
@Suite struct PushSenderTests {
    private static let now = Instant(seconds: 1_767_625_200)

    private func message() throws -> PushMessage {
        let address = "https://fcm.googleapis.com/fcm/send/abc"
        let endpoint = try #require(PushEndpoint(address, among: PushEndpoint.Services()))
        let keys = try #require(
            PushKeys(
                publicKey: Array(P256.KeyAgreement.PrivateKey().publicKey.x963Representation),
                secret: [UInt8](repeating: 1, count: 16)))
        let item = Item(
            id: "daily.2026-01-05", kind: .prompt, start: Self.now, minutes: 2, voice: .own, writtenTitle: "", text: "",
            prompt: nil, because: [])
        return PushMessage(
            item: item, endpoint: endpoint, keys: keys, notice: [1], shortNotice: [1], timeToLive: 60, topic: "topic",
            isUrgent: true, contact: "https://mend.example.org")
    }

    private func answers(_ count: Int, resolving resolve: @escaping @Sendable (String) -> [String]) async throws -> [PushAnswer] {
        let store = NoPhones()
        let means = PushMeans(
            store: store, services: PushEndpoint.Services(), random: { [UInt8](repeating: 7, count: $0) },
            resolve: { resolve($0).compactMap { InternetAddress($0) } })
        let sender = PushSender(key: try means.key(), means: means)
        var answers: [PushAnswer] = []
        for _ in 0..<count { answers.append(await sender.send(try message(), now: Self.now)) }
        await sender.close()
        return answers
    }

    @Test(arguments: [
        ["127.0.0.1"], ["10.0.0.1"], ["::1"], ["169.254.169.254"], ["::ffff:10.0.0.1"],
        // One that is private among public ones is an attempt.
        ["142.250.74.10", "192.168.1.1"],
    ])
    func sendsNothingToANameThatLeadsInside(_ numbers: [String]) async throws {
        #expect(try await answers(1) { _ in numbers } == [.forbidden])
    }

    /// The network may be gone, or not there yet after a start of the machine: it is asked for again, and tried again soon.
    @Test func aNameWithoutAnAddressIsTriedAgain() async throws {
        let asked = Mutex(0)
        let found = try await answers(2) { _ in
            asked.withLock { $0 += 1 }
            return []
        }
        #expect(found == [.silent, .silent])
        #expect(asked.withLock { $0 } == 2)
    }

    /// A name that leads elsewhere the second time is not asked for a second time.
    @Test func asksForANameOnceARun() async throws {
        let asked = Mutex<[String]>([])
        let found = try await answers(3) { name in
            asked.withLock { $0.append(name) }
            return ["10.0.0.1"]
        }
        #expect(found == [.forbidden, .forbidden, .forbidden])
        #expect(asked.withLock { $0 } == ["fcm.googleapis.com"])
    }
}

/// A household without phones.
private struct NoPhones: PushStore {
    func pushKey(orElse make: () -> [UInt8]) -> [UInt8] { make() }
    func pushDevices() -> [PushDevice] { [] }
    func put(_ device: PushDevice) {}
    func note(_ answers: [PushDevice]) {}
    func removePushDevice(ofChannel name: String, endpoint: String) {}
    func put(_ tokens: [NoticeToken], forgettingBefore instant: Instant) {}
    func noticeToken(hash: String) -> NoticeToken? { nil }
    func spendNoticeToken(hash: String) -> NoticeToken? { nil }
}
