import MendCore
import MendPlatform

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension SQLiteJournal {
    /// Ends the sessions of every device, and takes back an invitation that waits: it may have been used since. Of logins there is
    /// one at most, whatever somebody wrote into the file.
    package func endSessions() throws {
        try write {
            try $0.run(
                """
                DELETE FROM session;
                DELETE FROM login WHERE passphraseHash IS NULL OR rowid > (SELECT min(rowid) FROM login);
                """)
        }
    }

    /// Takes every phone's channel away, with its address, keys and buttons, and what went out there.
    /// - Returns: how many there were.
    package func removePhones() throws -> Int {
        try write { connection in
            let push = SQLiteValue.text(Channel.Kind.push.rawValue)
            let phones = try connection.all("SELECT name FROM channel WHERE kind = ?", push) { try $0.text(0) }
            try connection.run("DELETE FROM delivery WHERE channel IN (SELECT name FROM channel WHERE kind = ?)", push)
            try connection.run("DELETE FROM channel WHERE kind = ?", push)
            // The addresses of those without a channel, too: who makes one of that name would ring there.
            try connection.run("DELETE FROM pushDevice; DELETE FROM noticeToken")
            return phones.count
        }
    }

    /// Takes everything from another journal of the same schema, in one transaction, and keeps a copy of what was there.
    ///
    /// The file stays the same one: `mend serve` or a run under way may have it open, and a file that took its place would
    /// leave them writing into one that nobody finds again, and deleting the new one's log when they end. Rows are taken
    /// rather than pages (SQLite's backup), because the copy must be made under the same lock: what somebody writes between
    /// the copy and the change would be in neither.
    ///
    /// What has begun in either stays, and nothing else comes before `now`.
    package func takeOver(_ other: String, keepingCopyAt aside: String, now: Instant) throws {
        let copy = try JournalError.translatingFaults { () throws(FileFault) in try PrivateFile(for: aside) }
        var isKept = false
        // Nothing has changed, so nothing needs to be kept.
        defer { if !isKept { unlink(aside) } }
        try translating {
            try database.use { connection in
                try connection.run("ATTACH ? AS other", .text(other))
                defer { try? connection.run("DETACH other") }
                try connection.transaction(.writing) {
                    // By a connection of its own: one that writes cannot be copied from.
                    try SQLiteJournal(path: path, zones: zones).copy(into: copy)
                    let before = try HistoryReader(connection: connection, zones: zones).history(since: nil)
                    try Self.takeRows(connection)
                    // What calendars have seen later must not come again with a lower number: they would pass over it.
                    var restored = try HistoryReader(connection: connection, zones: zones).history(since: nil)
                    restored.household.edited = now
                    try apply([.put(.household(restored.household))], to: connection)
                    try apply(restored.takingOver(before.published).map { .put(.published($0)) }, to: connection)
                    // And ids that were given since the backup was made are not given again.
                    if restored.household.id == before.household.id {
                        try apply(restored.changes(keepingIDsOf: before), to: connection)
                    }
                    try Self.markExportsStale(connection)
                    try copy.put(replacing: false)
                }
            }
        }
        isKept = true
    }

    /// Replaces what is in each table of `main` with what is in `other`.
    private static func takeRows(_ connection: Connection) throws {
        try connection.run("PRAGMA defer_foreign_keys = ON")
        // Where copies lie stays known: the backup cannot know of those that came after it.
        let sameHousehold = "SELECT 1 FROM main.household JOIN other.household USING (id)"
        let isSame = try connection.first(sameHousehold) { _ in } != nil
        // A backup from before there were keys has been given another; with that, calendars would show everything twice. And a
        // login that was ended since does not come back, nor a passphrase that was changed.
        // Nor does a list of tasks that was revoked, nor goes what devices wrote into theirs.
        let tasks = ["taskList", "taskCopy", "taskMark"]
        let hasPassphrase = try connection.first("SELECT 1 FROM main.passphrase") { _ in } != nil
        let here = ["discreetKey", "login"] + tasks + (hasPassphrase ? ["passphrase"] : [])
        let stays = Set(isSame ? here : [])
        // To take the ruptures' rows away would take what was written of them.
        for table in tasks { try connection.run("CREATE TEMP TABLE kept_\(table) AS SELECT * FROM main.\(table)") }
        defer { for table in tasks { try? connection.run("DROP TABLE temp.kept_\(table)") } }
        let kept = JournalSchema.tablesOfThePlace.union(stays)
        for table in JournalSchema.tables where !kept.contains(table) {
            try connection.run("DELETE FROM main.\(table)")
        }
        for table in JournalSchema.tables where table != "servedAt" && !stays.contains(table) {
            let names = try connection.all("SELECT name FROM pragma_table_info(?, 'main')", .text(table)) {
                try $0.text(0)
            }
            let columns = names.joined(separator: ", ")
            // The rowid is the order in which it was written.
            try connection.run(
                """
                INSERT OR IGNORE INTO main.\(table) (\(columns))
                SELECT \(columns) FROM other.\(table) ORDER BY rowid
                """)
        }
        for table in tasks where isSame {
            try connection.run("DELETE FROM main.\(table)")
            try connection.run("INSERT INTO main.\(table) SELECT * FROM temp.kept_\(table) ORDER BY rowid")
        }
        // What was written of a rupture that is not there any more would be found by nobody.
        try connection.run(
            """
            DELETE FROM taskCopy
                WHERE subject <> '' AND instr(subject, '.') = 0 AND subject NOT IN (SELECT id FROM main.rupture);
            UPDATE taskMark SET seen = '', ruptures = ''
                WHERE subject <> '' AND instr(subject, '.') = 0 AND subject NOT IN (SELECT id FROM main.rupture);
            \(Self.newEpoch)
            """)
    }

    /// What clients of lists of tasks were told since the backup was made is not known: they ask anew for all.
    static let newEpoch = "UPDATE taskList SET epoch = lower(hex(randomblob(8)))"

    /// Makes tokens that were given to clients of lists of tasks good for nothing, and takes out what stood beside mend's own words
    /// in a task with somebody: a file from elsewhere puts nothing there.
    package func renewTaskLists() throws {
        try write { try $0.run("\(Self.newEpoch); UPDATE taskCopy SET lines = x'', alarms = x'' WHERE subject <> ''") }
    }

    /// Readies a backup for a place where no journal is: what was shown since it was made is not known here, so all is shown anew,
    /// with a sequence that was not reached meanwhile, if nothing changed more often than once a minute.
    package func raisePublished(now: Instant) throws {
        try write { connection in
            let published = try HistoryReader(connection: connection, zones: zones).history(since: nil).published
            let newest = published.map(\.modified).max() ?? now
            let steps = 1 + max(0, now - newest) / 60
            try apply(published.map { .put(.published($0.raised(by: steps, at: now))) }, to: connection)
            try Self.markExportsStale(connection)
        }
    }
}
