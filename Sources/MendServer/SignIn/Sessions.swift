import MendCore
import MendText

/// Devices that are signed in: each has a random token in a cookie, and the store has its hash.
struct Sessions: Sendable {
    let store: any SignInStore
    let clock: @Sendable () -> Instant

    /// A device that was not used for so long (in seconds) has to sign in again.
    static let idle = 30 * 24.hours
    /// In seconds from signing in.
    static let longest = 180 * 24.hours
    /// How many devices of each adult; the one that was used longest ago gives way.
    static let most = 30

    /// The session of a token that came in a cookie, and whose it is; nil: none, or one that is over.
    func session(of token: String) throws -> (session: WebSession, reader: Reader)? {
        let hash = Digest.hex(token)
        let now = clock()
        var found: WebSession?
        for session in try store.sessions() where Digest.areEqual(session.tokenHash, hash) { found = session }
        guard let found else { return nil }
        let second = try store.joinedAdult()
        guard now - found.used < Self.idle, now - found.began < Self.longest,
            found.login == nil || found.login == second?.id
        else {
            try store.endSession(tokenHash: hash)
            return nil
        }
        if now - found.used >= 24.hours {
            // A locked journal keeps nobody out.
            try? store.put(
                WebSession(
                    tokenHash: hash, device: found.device, began: found.began, used: now, login: found.login))
        }
        return (found, Reader(second: second, isSecond: found.login != nil))
    }

    func begin(token: String, device: String, of login: Login) throws {
        let sessions = try store.sessions().filter { $0.login == login.id }
        for old in sessions.sorted(by: { $0.used < $1.used }).prefix(max(0, sessions.count - Self.most + 1)) {
            try store.endSession(tokenHash: old.tokenHash)
        }
        let now = clock()
        try store.put(
            WebSession(tokenHash: Digest.hex(token), device: device, began: now, used: now, login: login.id))
    }
}

/// A device's name from what its browser says of itself: only words that are known, nothing verbatim.
enum DeviceName {
    static func phrase(_ agent: String?) -> PagePhrase {
        let agent = agent ?? ""
        let browser = [
            ("Firefox", "Firefox"), ("Edg", "Edge"), ("SamsungBrowser", "Samsung Internet"), ("Chrom", "Chrome"),
            ("Safari", "Safari"),
        ].first { agent.contains($0.0) }?.1
        return .device(browser: browser, PagePhrase.DeviceSystem.allCases.first { agent.contains($0.rawValue) })
    }
}
