import GRDB
import MendCore

extension SQLiteJournal: SignInStore {
    public func passphraseHash() throws -> String? {
        try read { try String.fetchOne($0, sql: "SELECT hash FROM passphrase") }
    }

    public func setPassphrase(hash: String) throws {
        try write { database in
            try database.execute(sql: "DELETE FROM passphrase; DELETE FROM session")
            try database.execute(sql: "INSERT INTO passphrase (hash) VALUES (?)", arguments: [hash])
        }
    }

    public func sessions() throws -> [WebSession] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM session ORDER BY rowid").map { row in
                try WebSession(
                    tokenHash: row.value("tokenHash"), device: row.value("device"),
                    began: Instant(seconds: row.value("began")),
                    used: Instant(seconds: row.value("used")))
            }
        }
    }

    public func put(_ session: WebSession) throws {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO session (tokenHash, device, began, used) VALUES (?, ?, ?, ?)
                    ON CONFLICT (tokenHash) DO UPDATE SET device = excluded.device, used = excluded.used
                    """,
                arguments: [session.tokenHash, session.device, session.began.seconds, session.used.seconds])
        }
    }

    public func endSession(tokenHash: String) throws {
        try write { database in
            try database.execute(sql: "DELETE FROM session WHERE tokenHash = ?", arguments: [tokenHash])
        }
    }
}
