import MendCore
import MendPlatform

extension SQLiteJournal: PushStore {
    public func pushKey(orElse make: () -> [UInt8]) throws -> [UInt8] {
        if let key = try read({ try Self.pushKey($0) }) { return key }
        return try write { connection in
            if let key = try Self.pushKey(connection) { return key }
            let key = make()
            try connection.run("INSERT INTO pushKey (private) VALUES (?)", .text(Hexadecimal.text(key)))
            return key
        }
    }

    private static func pushKey(_ connection: Connection) throws -> [UInt8]? {
        try connection.first("SELECT private FROM pushKey") { row in
            guard let key = Hexadecimal.bytes(try row.text(0)) else { throw row.fault(0) }
            return key
        }
    }

    public func pushDevices() throws -> [PushDevice] {
        try read { connection in
            try connection.all(
                """
                SELECT channel, endpoint, publicKey, secret, base, renewed, answer, failures, retryAt, login
                FROM pushDevice ORDER BY rowid
                """
            ) { row in
                guard let publicKey = Hexadecimal.bytes(try row.text(2)) else { throw row.fault(2) }
                guard let secret = Hexadecimal.bytes(try row.text(3)) else { throw row.fault(3) }
                return PushDevice(
                    channel: try row.text(0), endpoint: try row.text(1), publicKey: publicKey, secret: secret,
                    base: try row.text(4), renewed: try row.instant(5), answer: try row.integerIfPresent(6),
                    failures: try row.integer(7), retryAt: try row.integerIfPresent(8).map(Instant.init(seconds:)),
                    login: try row.textIfPresent(9))
            }
        }
    }

    public func put(_ device: PushDevice) throws {
        try write { connection in
            // A device that comes under another name leaves the old one.
            try connection.run(
                "DELETE FROM pushDevice WHERE endpoint = ? AND channel <> ?", .text(device.endpoint),
                .text(device.channel))
            try connection.run(
                """
                INSERT INTO pushDevice
                    (channel, endpoint, publicKey, secret, base, renewed, answer, failures, retryAt, login)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (channel) DO UPDATE SET endpoint = excluded.endpoint, publicKey = excluded.publicKey,
                    secret = excluded.secret, base = excluded.base, renewed = excluded.renewed, answer = excluded.answer,
                    failures = excluded.failures, retryAt = excluded.retryAt, login = excluded.login
                """,
                .text(device.channel), .text(device.endpoint), .text(Hexadecimal.text(device.publicKey)),
                .text(Hexadecimal.text(device.secret)), .text(device.base), .integer(device.renewed.seconds),
                SQLiteValue(device.answer), .integer(device.failures), SQLiteValue(device.retryAt?.seconds),
                SQLiteValue(device.login))
        }
    }

    public func note(_ answers: [PushDevice]) throws {
        guard !answers.isEmpty else { return }
        try write { connection in
            let update = try connection.prepare(
                "UPDATE pushDevice SET answer = ?, failures = ?, retryAt = ? WHERE channel = ? AND endpoint = ?")
            for device in answers {
                try update.run([
                    SQLiteValue(device.answer), .integer(device.failures), SQLiteValue(device.retryAt?.seconds),
                    .text(device.channel), .text(device.endpoint),
                ])
            }
        }
    }

    public func removePushDevice(ofChannel name: String, endpoint: String) throws {
        try write {
            try $0.run("DELETE FROM pushDevice WHERE channel = ? AND endpoint = ?", .text(name), .text(endpoint))
        }
    }

    public func put(_ tokens: [NoticeToken], forgettingBefore instant: Instant) throws {
        guard !tokens.isEmpty else { return }
        try write { connection in
            try connection.run("DELETE FROM noticeToken WHERE expires < ?", .integer(instant.seconds))
            let insert = try connection.prepare(
                "INSERT INTO noticeToken (hash, item, channel, expires) VALUES (?, ?, ?, ?)")
            for token in tokens {
                try insert.run([
                    .text(token.hash), .text(token.item.description), .text(token.channel),
                    .integer(token.expires.seconds),
                ])
            }
        }
    }

    public func noticeToken(hash: String) throws -> NoticeToken? {
        try read { try Self.noticeToken(hash, $0) }
    }

    public func spendNoticeToken(hash: String) throws -> NoticeToken? {
        try write { connection in
            guard let token = try Self.noticeToken(hash, connection) else { return nil }
            try connection.run("DELETE FROM noticeToken WHERE item = ?", .text(token.item.description))
            return token
        }
    }

    private static func noticeToken(_ hash: String, _ connection: Connection) throws -> NoticeToken? {
        try connection.first("SELECT item, channel, expires FROM noticeToken WHERE hash = ?", .text(hash)) { row in
            guard let item = ItemKey(try row.text(0)) else { throw row.fault(0) }
            return NoticeToken(hash: hash, item: item, channel: try row.text(1), expires: try row.instant(2))
        }
    }
}
