import MendCore

extension SQLiteJournal: SignInStore {
    public func passphraseHash() throws -> String? {
        try read { try $0.first("SELECT hash FROM passphrase") { try $0.text(0) } }
    }

    public func setPassphrase(hash: String, of login: String?) throws {
        try write { connection in
            if let login {
                try connection.run(
                    "UPDATE login SET passphraseHash = ? WHERE id = ? AND passphraseHash IS NOT NULL", .text(hash),
                    .text(login))
            } else {
                try connection.run("DELETE FROM passphrase")
                try connection.run("INSERT INTO passphrase (hash) VALUES (?)", .text(hash))
            }
            try connection.run("DELETE FROM session WHERE login IS ?", SQLiteValue(login))
        }
    }

    public func sessions() throws -> [WebSession] {
        try read { connection in
            try connection.all("SELECT tokenHash, device, began, used, login FROM session ORDER BY rowid") { row in
                try WebSession(
                    tokenHash: row.text(0), device: row.text(1), began: row.instant(2), used: row.instant(3),
                    login: row.textIfPresent(4))
            }
        }
    }

    public func put(_ session: WebSession) throws {
        try write { connection in
            try connection.run(
                """
                INSERT INTO session (tokenHash, device, began, used, login) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (tokenHash) DO UPDATE SET device = excluded.device, used = excluded.used
                """,
                .text(session.tokenHash), .text(session.device), .integer(session.began.seconds),
                .integer(session.used.seconds), SQLiteValue(session.login))
        }
    }

    public func endSession(tokenHash: String) throws {
        try write { try $0.run("DELETE FROM session WHERE tokenHash = ?", .text(tokenHash)) }
    }

    // MARK: The second adult

    public func secondAdult() throws -> SecondAdult? {
        try read(Self.secondAdult)
    }

    private static func secondAdult(_ connection: Connection) throws -> SecondAdult? {
        try connection.first("SELECT id, name, caregiver, passphraseHash, invitationHash, until FROM login") { row in
            let state: SecondAdult.State =
                if let hash = try row.textIfPresent(3) {
                    .joined(passphraseHash: hash)
                } else {
                    .invited(invitationHash: try row.text(4), until: try row.instant(5))
                }
            return SecondAdult(id: try row.text(0), name: try row.text(1), caregiver: try row.text(2), state: state)
        }
    }

    public func invite(_ adult: SecondAdult) throws -> Bool {
        guard case .invited(let hash, let until) = adult.state else { return false }
        return try write { connection in
            if try Self.secondAdult(connection)?.hasJoined == true { return false }
            try connection.run("DELETE FROM login")
            try connection.run(
                "INSERT INTO login (id, name, caregiver, invitationHash, until) VALUES (?, ?, ?, ?, ?)",
                .text(adult.id), .text(adult.name), .text(adult.caregiver), .text(hash), .integer(until.seconds))
            return true
        }
    }

    public func join(invitationHash: String, passphraseHash: String) throws -> SecondAdult? {
        try write { connection in
            try connection.run(
                """
                UPDATE login SET passphraseHash = ?, invitationHash = NULL, until = NULL
                WHERE invitationHash = ? AND passphraseHash IS NULL
                """,
                .text(passphraseHash), .text(invitationHash))
            let joined = try Self.secondAdult(connection).flatMap { $0.passphraseHash == passphraseHash ? $0 : nil }
            // What showed names and words because nobody else saw it shows them no longer.
            if joined != nil { try connection.run("UPDATE household SET shared = 1") }
            return joined
        }
    }

    public func endSecondAdult() throws {
        try write { try $0.run("DELETE FROM session WHERE login IS NOT NULL; DELETE FROM login") }
    }
}
