import Crypto
import MendPlatform

/// The tables of a journal. Migrations are only ever added, never changed.
///
/// Instants are POSIX seconds; days are `2026-01-05`; windows, closed times and days away are the contract's texts, one a
/// line, and so are ids and numbers of tips. `note`, `excitedAbout`, `title` and `text` hold UTF-8 as TEXT, or as BLOB where it
/// contains U+0000, which SQLite's text ends at. `because` is JSON.
///
/// What an item is about stands in columns of its own, for queries: `kind`; `rupture`, with which its climb began; `person`,
/// whose birthday it is; `day`, of a slot or a birthday. `item` says the same in one word.
enum JournalSchema {
    /// All tables; each stands after those it refers to.
    static let tables = [
        "household", "contact", "person", "rupture", "attempt", "checkIn", "hold", "place", "offer", "channel",
        "subscription",
        "published",
        "delivery", "passphrase", "login", "session", "knownCopy", "answer", "servedAt", "discreetKey", "pushKey",
        "pushDevice",
        "noticeToken", "taskList", "taskCopy", "taskMark",
    ]

    /// The migration from which on known copies tell which journal noted them.
    static let copiesHaveHomes = "15"

    /// What tells of this place rather than of the household: a backup that is brought back leaves it as it is.
    static let tablesOfThePlace: Set = ["knownCopy", "answer", "servedAt"]

    /// A step from one schema to the next.
    struct Migration {
        /// How the journal calls it, in a table that is named after the library that kept it at first.
        let name: String
        let sql: String
    }

    static let migrations = [
        Migration(
            name: "1",
            sql: """
                CREATE TABLE household (
                    id TEXT PRIMARY KEY NOT NULL, zone TEXT NOT NULL, quiet TEXT NOT NULL, cap INTEGER NOT NULL,
                    country TEXT, shared INTEGER
                ) STRICT;
                CREATE TABLE contact (name TEXT PRIMARY KEY NOT NULL, number TEXT NOT NULL, purpose TEXT) STRICT;
                CREATE TABLE person (
                    id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, relation TEXT NOT NULL, born TEXT,
                    closed TEXT NOT NULL, away TEXT NOT NULL, sleep TEXT, good TEXT
                ) STRICT;
                CREATE TABLE rupture (
                    id TEXT PRIMARY KEY NOT NULL, person TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL,
                    at INTEGER NOT NULL, recorded INTEGER NOT NULL, zone TEXT, theirZone TEXT, excitedAbout ANY, note ANY
                ) STRICT;
                CREATE TABLE attempt (
                    id TEXT PRIMARY KEY NOT NULL, rupture TEXT NOT NULL REFERENCES rupture (id), at INTEGER NOT NULL,
                    recorded INTEGER NOT NULL, outcome TEXT NOT NULL, roadblock TEXT, note ANY
                ) STRICT;
                CREATE TABLE checkIn (
                    id TEXT PRIMARY KEY NOT NULL, person TEXT REFERENCES person (id), at INTEGER NOT NULL, zone TEXT NOT NULL
                ) STRICT;
                CREATE TABLE channel (name TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, destination TEXT) STRICT;
                CREATE TABLE subscription (
                    name TEXT PRIMARY KEY NOT NULL, scope TEXT, open INTEGER NOT NULL, secretHash TEXT NOT NULL,
                    created INTEGER
                ) STRICT;
                CREATE TABLE published (
                    item TEXT PRIMARY KEY NOT NULL, prompt TEXT, start INTEGER NOT NULL, sequence INTEGER NOT NULL,
                    modified INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE delivery (
                    item TEXT NOT NULL, channel TEXT NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL,
                    PRIMARY KEY (item, channel)
                ) STRICT;
                """),
        Migration(name: "2", sql: "ALTER TABLE published ADD COLUMN words TEXT"),
        Migration(
            name: "3",
            sql: """
                ALTER TABLE subscription ADD COLUMN used TEXT;
                CREATE TABLE passphrase (hash TEXT NOT NULL) STRICT;
                CREATE TABLE session (
                    tokenHash TEXT PRIMARY KEY NOT NULL, device TEXT NOT NULL, began INTEGER NOT NULL,
                    used INTEGER NOT NULL
                ) STRICT;
                """),
        Migration(name: "4", sql: "ALTER TABLE channel ADD COLUMN open INTEGER NOT NULL DEFAULT 0"),
        Migration(
            name: "5",
            sql: "CREATE TABLE knownCopy (path TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, made INTEGER) STRICT"),
        Migration(name: "6", sql: settledItems),
        Migration(name: "7", sql: whatWasShown),
        Migration(name: "8", sql: discreetKey),
        Migration(name: "9", sql: placesAndOffers),
        Migration(name: "10", sql: "ALTER TABLE household ADD COLUMN lastIDs TEXT NOT NULL DEFAULT ''"),
        Migration(name: "11", sql: push),
        Migration(name: "12", sql: secondAdult),
        Migration(name: "13", sql: "ALTER TABLE checkIn ADD COLUMN shortNight INTEGER NOT NULL DEFAULT 0"),
        Migration(
            name: "14",
            sql: """
                ALTER TABLE published ADD COLUMN moves INTEGER;
                ALTER TABLE published ADD COLUMN moved INTEGER;
                """),
        Migration(
            name: "15",
            sql: tasks + """
                ALTER TABLE pushDevice ADD COLUMN login TEXT;
                    DELETE FROM pushDevice WHERE EXISTS (SELECT 1 FROM login WHERE passphraseHash IS NOT NULL);
                ALTER TABLE knownCopy ADD COLUMN home TEXT;
                """),
        Migration(name: "16", sql: tokensOfPhones),
    ]

    /// Buttons of notices by the phone on which they lie. Those from before do not tell, and answer no more.
    private static let tokensOfPhones = """
        DROP TABLE noticeToken;
        CREATE TABLE noticeToken (
            hash TEXT PRIMARY KEY NOT NULL, item TEXT NOT NULL, channel TEXT NOT NULL, expires INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX noticeTokenItem ON noticeToken (item);
        CREATE TRIGGER phoneIsGone AFTER DELETE ON channel BEGIN
            DELETE FROM noticeToken WHERE channel = old.name;
        END;
        """

    /// Safe Places, with a tool a line, and what was said to check-ins that were offered.
    private static let placesAndOffers = """
        CREATE TABLE place (
            id TEXT PRIMARY KEY NOT NULL, person TEXT REFERENCES person (id), name TEXT, tools TEXT NOT NULL
        ) STRICT;
        CREATE TABLE offer (
            id TEXT PRIMARY KEY NOT NULL, person TEXT REFERENCES person (id), days TEXT NOT NULL, part TEXT,
            time TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL, ended INTEGER
        ) STRICT;
        """

    /// How known exports were made, so that they can be made anew, and until when they hold (NULL: they are stale); how long that
    /// took, in milliseconds. What the server answered last for a document, and below which address. When an item's words became
    /// others after it had begun; what was changed before that was kept counts as that.
    private static let whatWasShown = """
        ALTER TABLE knownCopy ADD COLUMN open INTEGER;
        ALTER TABLE knownCopy ADD COLUMN base TEXT;
        ALTER TABLE knownCopy ADD COLUMN public INTEGER;
        ALTER TABLE knownCopy ADD COLUMN weeksBack INTEGER;
        ALTER TABLE knownCopy ADD COLUMN daysAhead INTEGER;
        ALTER TABLE knownCopy ADD COLUMN freshUntil INTEGER;
        ALTER TABLE knownCopy ADD COLUMN took INTEGER;
        CREATE TABLE answer (document TEXT PRIMARY KEY NOT NULL, tag TEXT NOT NULL, modified INTEGER NOT NULL) STRICT;
        CREATE TABLE servedAt (base TEXT NOT NULL) STRICT;
        ALTER TABLE published ADD COLUMN reworded INTEGER;
        UPDATE published SET reworded = modified WHERE sequence > 0 AND modified > start;
        """

    /// 256 random bits (SQLite takes them from the operating system), and since when, where there was a household before. The
    /// hashes of what was shown hung on the household's id; without one an item counts as unchanged.
    private static let discreetKey = """
        CREATE TABLE discreetKey (secret TEXT NOT NULL, since INTEGER) STRICT;
        INSERT INTO discreetKey
            SELECT lower(hex(randomblob(32))), CASE WHEN EXISTS (SELECT 1 FROM household) THEN unixepoch() END;
        UPDATE published SET words = NULL;
        """

    /// The second adult's login, of which there is one at most: with a passphrase, or with the link by which they are invited. Which
    /// sessions are theirs, and what they wrote down, by their name.
    private static let secondAdult = """
        CREATE TABLE login (
            id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, caregiver TEXT NOT NULL, passphraseHash TEXT,
            invitationHash TEXT, until INTEGER
        ) STRICT;
        ALTER TABLE session ADD COLUMN login TEXT;
        ALTER TABLE rupture ADD COLUMN writer TEXT;
        ALTER TABLE attempt ADD COLUMN writer TEXT;
        ALTER TABLE checkIn ADD COLUMN writer TEXT;
        """

    /// Lists of tasks, what clients wrote into them, and what they were told: beside the records, since they are each device's own.
    /// What a task is about stands in one word: the rupture with which a climb began (`r1`), a prompt's item, or nothing. A rupture
    /// that goes takes with it what clients wrote of tasks that named it; that the task is gone has to be told all the same.
    private static let tasks = """
        CREATE TABLE taskList (
            user TEXT PRIMARY KEY NOT NULL, name TEXT UNIQUE NOT NULL, secretHash TEXT NOT NULL, prompts INTEGER NOT NULL,
            open INTEGER NOT NULL, created INTEGER NOT NULL, used TEXT, epoch TEXT NOT NULL, floor INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE taskCopy (
            user TEXT NOT NULL, href TEXT NOT NULL, uid TEXT NOT NULL, subject TEXT NOT NULL, title ANY, notes ANY,
            lines ANY NOT NULL, alarms ANY NOT NULL, attempts TEXT NOT NULL, done INTEGER, hidden INTEGER NOT NULL,
            answered TEXT, modified INTEGER NOT NULL, PRIMARY KEY (user, href)
        ) STRICT;
        CREATE TABLE taskMark (
            user TEXT NOT NULL, href TEXT NOT NULL, etag TEXT, number INTEGER NOT NULL, subject TEXT NOT NULL,
            ruptures TEXT NOT NULL, seen TEXT NOT NULL, PRIMARY KEY (user, href)
        ) STRICT;
        CREATE TRIGGER taskListIsGone AFTER DELETE ON taskList BEGIN
            DELETE FROM taskCopy WHERE user = old.user;
            DELETE FROM taskMark WHERE user = old.user;
        END;
        CREATE TRIGGER ruptureOfTasksIsGone AFTER DELETE ON rupture BEGIN
            DELETE FROM taskCopy WHERE subject = old.id OR (user, href) IN (
                SELECT user, href FROM taskMark WHERE instr(char(10) || ruptures || char(10), char(10) || old.id || char(10)));
            UPDATE taskMark SET seen = '', ruptures = ''
                WHERE subject = old.id OR instr(char(10) || ruptures || char(10), char(10) || old.id || char(10));
        END;
        """

    /// Phones that ring: beside the records, since no file of records may hold their addresses and keys. Whatever takes a
    /// channel or a rupture away takes with it what belongs to it.
    private static let push = """
        CREATE TABLE pushKey (private TEXT NOT NULL) STRICT;
        CREATE TABLE pushDevice (
            channel TEXT PRIMARY KEY NOT NULL, endpoint TEXT NOT NULL, publicKey TEXT NOT NULL, secret TEXT NOT NULL,
            base TEXT NOT NULL, renewed INTEGER NOT NULL, answer INTEGER, failures INTEGER NOT NULL, retryAt INTEGER
        ) STRICT;
        CREATE TABLE noticeToken (hash TEXT PRIMARY KEY NOT NULL, item TEXT NOT NULL, expires INTEGER NOT NULL) STRICT;
        CREATE INDEX noticeTokenItem ON noticeToken (item);
        CREATE INDEX pushDeviceEndpoint ON pushDevice (endpoint);
        CREATE TRIGGER channelIsGone AFTER DELETE ON channel BEGIN
            DELETE FROM pushDevice WHERE channel = old.name;
        END;
        CREATE TRIGGER ruptureIsGone AFTER DELETE ON rupture BEGIN
            DELETE FROM noticeToken WHERE substr(item, 1, length(old.id) + 1) = old.id || '.';
        END;
        """

    /// Items by what they are about, and what stays with those that have begun; holds; and new members of older records.
    private static let settledItems = """
        ALTER TABLE household ADD COLUMN closed TEXT NOT NULL DEFAULT '';
        ALTER TABLE household ADD COLUMN away TEXT NOT NULL DEFAULT '';
        ALTER TABLE household ADD COLUMN good TEXT;
        ALTER TABLE household ADD COLUMN edited INTEGER;
        ALTER TABLE household ADD COLUMN language TEXT;
        ALTER TABLE household ADD COLUMN plan TEXT;
        ALTER TABLE person ADD COLUMN ended INTEGER;
        ALTER TABLE person ADD COLUMN begun INTEGER;
        ALTER TABLE rupture ADD COLUMN frightened TEXT;
        ALTER TABLE checkIn ADD COLUMN recorded INTEGER;
        UPDATE checkIn SET recorded = at;
        CREATE TABLE hold (
            id TEXT PRIMARY KEY NOT NULL, person TEXT REFERENCES person (id), at INTEGER NOT NULL,
            recorded INTEGER NOT NULL, until INTEGER NOT NULL
        ) STRICT;
        ALTER TABLE published ADD COLUMN withPerson TEXT;
        ALTER TABLE published ADD COLUMN ruptures TEXT;
        ALTER TABLE published ADD COLUMN minutes INTEGER;
        ALTER TABLE published ADD COLUMN voice TEXT;
        ALTER TABLE published ADD COLUMN title ANY;
        ALTER TABLE published ADD COLUMN text ANY;
        ALTER TABLE published ADD COLUMN band TEXT;
        ALTER TABLE published ADD COLUMN tips TEXT;
        ALTER TABLE published ADD COLUMN grave INTEGER;
        ALTER TABLE published ADD COLUMN because TEXT;
        """ + ["published", "delivery"].map(columnsOfItems).joined() + """

            CREATE INDEX publishedStart ON published (start);
            CREATE INDEX publishedRupture ON published (rupture);
            CREATE INDEX deliveryAt ON delivery (at);
            """

    /// What ids of the first edition said: `daily.2026-01-05`, `milestone.ada.2026-04-03`, `r1.calm`, `r1.t2.try-again.3`, and
    /// `begin` of a channel. A word that is none of them was never mend's, and goes.
    private static func columnsOfItems(_ table: String) -> String {
        let day = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
        return """

            ALTER TABLE \(table) ADD COLUMN kind TEXT NOT NULL DEFAULT '';
            ALTER TABLE \(table) ADD COLUMN rupture TEXT;
            ALTER TABLE \(table) ADD COLUMN person TEXT;
            ALTER TABLE \(table) ADD COLUMN day TEXT;
            UPDATE \(table) SET kind = CASE
                WHEN item = 'begin' THEN 'begin'
                WHEN item GLOB 'milestone.*.\(day)' THEN 'milestone'
                WHEN item GLOB 'daily.\(day)' THEN 'daily'
                WHEN item GLOB 'weekly.\(day)' THEN 'weekly'
                WHEN item GLOB 'monthly.\(day)' THEN 'monthly'
                WHEN item GLOB '*.try-again.[1-9]*' AND rtrim(item, '0123456789') GLOB '*.try-again.' THEN 'try-again'
                WHEN item GLOB '*.roadblock.[1-9]*' AND rtrim(item, '0123456789') GLOB '*.roadblock.' THEN 'roadblock'
                WHEN item GLOB '*.calm' THEN 'calm'
                WHEN item GLOB '*.reflect' THEN 'reflect'
                WHEN item GLOB '*.reconnect' THEN 'reconnect'
                WHEN item GLOB '*.rest' THEN 'rest'
                ELSE '' END;
            UPDATE \(table) SET day = substr(item, -10) WHERE kind IN ('milestone', 'daily', 'weekly', 'monthly');
            UPDATE \(table) SET person = substr(item, 11, length(item) - 21) WHERE kind = 'milestone';
            UPDATE \(table) SET rupture = substr(item, 1, instr(item, '.') - 1)
                WHERE kind IN ('calm', 'reflect', 'reconnect', 'try-again', 'roadblock', 'rest');
            DELETE FROM \(table) WHERE kind = '' OR kind = 'begin' AND '\(table)' = 'published'
                OR item GLOB '*[^-._0-9A-Za-z]*' OR item GLOB '*..*' OR item GLOB '.*'
                OR date(day, '+0 days') IS NOT day OR person GLOB '*.*'
                OR rupture IS NOT NULL AND length(item) - length(replace(item, '.', ''))
                    - (kind IN ('try-again', 'roadblock')) NOT IN (1, 2);
            """
    }

    static var newest: String { migrations.last?.name ?? "" }

    /// The names of the migrations that were applied to a journal; empty for a new one.
    static func applied(in connection: Connection) throws -> [String] {
        guard try connection.hasTable("grdb_migrations") else { return [] }
        return try connection.all("SELECT identifier FROM grdb_migrations") { try $0.text(0) }
    }

    /// Whether a database holds what some migrations make, and nothing else. What somebody added could act by itself: a trigger
    /// keeps what is to be forgotten, a view or a computed column tells another thing than was written.
    static func isUnchanged(_ connection: Connection, applied: [String]) throws -> Bool {
        // Most journals are of the newest schema, and to make a model of it takes longer than all that is read of one.
        if applied.count == migrations.count, try digest(of: connection) == newestDigest { return true }
        let model = try Connection(path: ":memory:")
        try model.run(tableOfMigrations)
        for migration in migrations where applied.contains(migration.name) { try model.run(migration.sql) }
        return try objects(of: connection) == objects(of: model)
    }

    /// What `digest` says of the newest schema, as the tests have it.
    static let newestDigest = "329f3d28acff5201934c6d7e58cdb9cfecef178f920105304b686e9a63c45d3e"

    /// Of all that a database holds, with its SQL as it is written there (SHA-256).
    static func digest(of connection: Connection) throws -> String {
        var hash = SHA256()
        try connection.prepare(sqlOfObjects + " ORDER BY type, name").forEachRow([]) { row in
            for column in 0..<Int32(4) {
                hash.update(data: Array(try row.text(column).utf8))
                hash.update(data: [0])
            }
        }
        return Hexadecimal.text(hash.finalize())
    }

    /// Without the statistics of SQLite's ANALYZE.
    private static let sqlOfObjects = """
        SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_master
        WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4'))
        """

    /// Each with its SQL, whatever spaces are in it.
    private static func objects(of connection: Connection) throws -> Set<[String]> {
        return Set(
            try connection.all(sqlOfObjects) { row in
                let words = try row.text(3).split { $0.isWhitespace }.joined(separator: " ")
                return [try row.text(0), try row.text(1), try row.text(2), words]
            })
    }

    private static let tableOfMigrations =
        "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"

    /// Brings a journal to the newest schema, in one transaction: where a step fails, the journal is as it was.
    static func migrate(_ connection: Connection) throws {
        try connection.transaction(.writing) {
            try connection.run(tableOfMigrations)
            let applied = try applied(in: connection)
            for migration in migrations where !applied.contains(migration.name) {
                try connection.run(migration.sql)
                try connection.run("INSERT INTO grdb_migrations (identifier) VALUES (?)", .text(migration.name))
            }
        }
    }
}
