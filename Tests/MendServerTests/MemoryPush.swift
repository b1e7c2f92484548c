import MendCore
import Synchronization

/// Phones that live as long as a test.
final class MemoryPush: PushStore {
    private let state = Mutex((key: [UInt8]?.none, devices: [PushDevice](), tokens: [NoticeToken]()))

    func pushKey(orElse make: () -> [UInt8]) -> [UInt8] {
        if let key = state.withLock({ $0.key }) { return key }
        let key = make()
        state.withLock { $0.key = key }
        return key
    }

    func pushDevices() -> [PushDevice] { state.withLock { $0.devices } }

    func put(_ device: PushDevice) {
        state.withLock { state in
            state.devices.removeAll { $0.channel == device.channel || $0.endpoint == device.endpoint }
            state.devices.append(device)
        }
    }

    func note(_ answers: [PushDevice]) {
        for device in answers where pushDevices().contains(where: { $0.endpoint == device.endpoint }) { put(device) }
    }

    func removePushDevice(ofChannel name: String, endpoint: String) {
        state.withLock { $0.devices.removeAll { $0.channel == name && $0.endpoint == endpoint } }
    }

    func put(_ tokens: [NoticeToken], forgettingBefore instant: Instant) {
        state.withLock { state in
            state.tokens.removeAll { $0.expires < instant }
            state.tokens += tokens
        }
    }

    func noticeToken(hash: String) -> NoticeToken? { state.withLock { $0.tokens.first { $0.hash == hash } } }

    func spendNoticeToken(hash: String) -> NoticeToken? {
        state.withLock { state in
            guard let token = state.tokens.first(where: { $0.hash == hash }) else { return nil }
            state.tokens.removeAll { $0.item == token.item }
            return token
        }
    }
}
