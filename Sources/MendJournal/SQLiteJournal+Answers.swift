import MendCore

extension SQLiteJournal: AnswerStore {
    public func answer(for document: String) throws -> DocumentAnswer? {
        try read { connection in
            try connection.first("SELECT tag, modified FROM answer WHERE document = ?", .text(document)) { row in
                try DocumentAnswer(tag: row.text(0), modified: row.instant(1))
            }
        }
    }

    public func keep(_ answer: DocumentAnswer, for document: String) throws {
        try write { connection in
            try connection.run(
                """
                INSERT INTO answer (document, tag, modified) VALUES (?, ?, ?)
                ON CONFLICT (document) DO UPDATE SET tag = excluded.tag, modified = excluded.modified
                """, .text(document), .text(answer.tag), .integer(answer.modified.seconds))
        }
    }

    /// Takes note of the address below which the server shows its pages. Items link to it: at another one than the last time all of
    /// them are shown anew.
    public func note(servedAt base: String, now: Instant) throws {
        let last = try read { try $0.first("SELECT base FROM servedAt") { try $0.text(0) } }
        guard last != base else { return }
        try write { connection in
            if last != nil {
                let history = try HistoryReader(connection: connection, zones: zones).history(since: nil)
                try apply(history.published.map { .put(.published($0.raised(at: now))) }, to: connection)
            }
            try connection.run("DELETE FROM servedAt")
            try connection.run("INSERT INTO servedAt (base) VALUES (?)", .text(base))
        }
    }
}
