/// The tables of a journal. Migrations are only ever added, never changed.
///
/// Instants are POSIX seconds; days are `2026-01-05`; windows, closed times and days away are the contract's texts, one a
/// line. `note` and `excitedAbout` hold UTF-8 as TEXT, or as BLOB where it contains U+0000, which SQLite's text ends at.
enum JournalSchema {
    /// All tables; each stands after those it refers to.
    static let tables = [
        "household", "contact", "person", "rupture", "attempt", "checkIn", "channel", "subscription", "published",
        "delivery", "passphrase", "session", "knownCopy",
    ]

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
    ]

    static var newest: String { migrations.last?.name ?? "" }

    /// The names of the migrations that were applied to a journal; empty for a new one.
    static func applied(in connection: Connection) throws -> [String] {
        guard try connection.hasTable("grdb_migrations") else { return [] }
        return try connection.all("SELECT identifier FROM grdb_migrations") { try $0.text(0) }
    }

    /// Brings a journal to the newest schema, in one transaction: where a step fails, the journal is as it was.
    static func migrate(_ connection: Connection) throws {
        try connection.transaction(.writing) {
            try connection.run("CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            let applied = try applied(in: connection)
            for migration in migrations where !applied.contains(migration.name) {
                try connection.run(migration.sql)
                try connection.run("INSERT INTO grdb_migrations (identifier) VALUES (?)", .text(migration.name))
            }
        }
    }
}
