import MendCore

extension SQLiteJournal: SignInStore {
    public func passphraseHash() throws -> String? {
        try read { try $0.first("SELECT hash FROM passphrase") { try $0.text(0) } }
    }

    public func setPassphrase(hash: String) throws {
        try write { connection in
            try connection.run("DELETE FROM passphrase; DELETE FROM session")
            try connection.run("INSERT INTO passphrase (hash) VALUES (?)", .text(hash))
        }
    }

    public func sessions() throws -> [WebSession] {
        try read { connection in
            try connection.all("SELECT tokenHash, device, began, used FROM session ORDER BY rowid") { row in
                try WebSession(
                    tokenHash: row.text(0), device: row.text(1), began: row.instant(2), used: row.instant(3))
            }
        }
    }

    public func put(_ session: WebSession) throws {
        try write { connection in
            try connection.run(
                """
                INSERT INTO session (tokenHash, device, began, used) VALUES (?, ?, ?, ?)
                ON CONFLICT (tokenHash) DO UPDATE SET device = excluded.device, used = excluded.used
                """,
                .text(session.tokenHash), .text(session.device), .integer(session.began.seconds),
                .integer(session.used.seconds))
        }
    }

    public func endSession(tokenHash: String) throws {
        try write { try $0.run("DELETE FROM session WHERE tokenHash = ?", .text(tokenHash)) }
    }
}
