import Dispatch
import Testing

@testable import MendJournal

/// What stands between the journal and SQLite's C interface.
@Suite struct ConnectionTests {
    private func withTable(_ body: (Connection) throws -> Void) throws {
        try inFreshFolder { folder in
            let connection = try Connection(path: "\(folder)/a.sqlite")
            try connection.run("CREATE TABLE a (text TEXT, number INTEGER, any ANY) STRICT")
            try body(connection)
        }
    }

    private func texts(_ connection: Connection) throws -> [String?] {
        try connection.all("SELECT text FROM a ORDER BY rowid") { try $0.textIfPresent(0) }
    }

    // MARK: Values

    @Test(arguments: ["", "Ada", "a\u{0}b", "\u{0}", "ünïcödé 👩‍👧", String(repeating: "long ", count: 10_000)])
    func takesTextWhole(_ text: String) throws {
        try withTable { connection in
            try connection.run("INSERT INTO a VALUES (?, NULL, ?)", .text(text), .bytes(Array(text.utf8)))
            let row = try connection.first("SELECT text, any, typeof(any) FROM a") {
                try [$0.text(0), $0.freeText(1), $0.text(2)]
            }
            #expect(row == [text, text, "blob"])
        }
    }

    @Test(arguments: [0, 1, -1, .max, .min])
    func takesNumbersWhole(_ number: Int) throws {
        try withTable { connection in
            try connection.run("INSERT INTO a (number) VALUES (?)", .integer(number))
            #expect(try connection.first("SELECT number FROM a") { try $0.integer(0) } == number)
        }
    }

    @Test func knowsWhatIsNotThere() throws {
        try withTable { connection in
            #expect(try connection.first("SELECT text FROM a") { try $0.text(0) } == nil)
            try connection.run(
                "INSERT INTO a VALUES (?, ?, ?)", SQLiteValue(nil as String?), SQLiteValue(nil as Int?), .null)
            let isAbsent = try connection.first("SELECT text, number, any, number FROM a") {
                try ($0.textIfPresent(0), $0.integerIfPresent(1), $0.freeText(2), $0.flagIfPresent(3)) == (
                    nil, nil, nil, nil
                )
            }
            #expect(isAbsent == true)
        }
    }

    @Test(arguments: ["'Secretname'", "x'536563726574'", "1.5", "NULL"])
    func refusesAnotherTypeThanANumber(_ literal: String) throws {
        try withTable { connection in
            #expect(throws: RowError.column("found")) {
                try connection.first("SELECT \(literal) AS found") { try $0.integer(0) }
            }
        }
    }

    @Test(arguments: ["17", "x'536563726574'", "1.5", "NULL"])
    func refusesAnotherTypeThanText(_ literal: String) throws {
        try withTable { connection in
            #expect(throws: RowError.column("found")) {
                try connection.first("SELECT \(literal) AS found") { try $0.text(0) }
            }
        }
    }

    // MARK: Statements

    @Test func runsAPreparedStatementAgainWithOtherValues() throws {
        try withTable { connection in
            let insert = try connection.prepare("INSERT INTO a (text) VALUES (?)")
            for text in ["one", "two", "three"] { try insert.run([.text(text)]) }
            try insert.run([.null])
            #expect(try texts(connection) == ["one", "two", "three", nil])
        }
    }

    /// A statement left in the middle of its rows would keep its lock.
    @Test func whatARowThrowsEndsItsStatement() throws {
        struct Stop: Error {}
        try withTable { connection in
            try connection.run("INSERT INTO a (text) VALUES ('one'), ('two')")
            let select = try connection.prepare("SELECT text FROM a")
            #expect(throws: Stop.self) { try select.forEachRow([]) { _ in throw Stop() } }
            try connection.run("DROP TABLE a")
        }
    }

    // MARK: Errors

    @Test func anErrorHoldsNoWordOfTheStatement() throws {
        try withTable { connection in
            try connection.run("CREATE TABLE b (text TEXT PRIMARY KEY)")
            try connection.run("INSERT INTO b VALUES (?)", .text("Secretname"))
            let twice = #expect(throws: SQLiteError.self) {
                try connection.run("INSERT INTO b VALUES (?)", .text("Secretname"))
            }
            #expect(twice == SQLiteError(19, at: .run))
            #expect(twice?.words == "constraint failed")
            let unknown = #expect(throws: SQLiteError.self) { try connection.prepare("SELECT Secretname") }
            #expect(unknown == SQLiteError(1, at: .prepare))
            for error in [twice, unknown] { #expect(!String(reflecting: error).contains("Secretname")) }
        }
    }

    @Test func saysThatAFileCannotBeOpened() throws {
        try inFreshFolder { folder in
            let error = #expect(throws: SQLiteError(14, at: .open)) { try Connection(path: "\(folder)/none/a.sqlite") }
            #expect(error?.cause == .notOpened)
        }
    }

    @Test(arguments: [
        (5, SQLiteError.Cause.inUse), (517, .inUse), (6, .inUse), (8, .notWritable), (13, .notWritable),
        (10, .notWritable), (778, .notWritable), (14, .notOpened), (3, .notOpened), (23, .notOpened), (1, .unfit),
        (11, .unfit), (26, .unfit), (19, .unfit),
    ])
    func knowsWhatACodeMeans(_ code: Int, _ cause: SQLiteError.Cause) {
        #expect(SQLiteError(Int32(code), at: .run).cause == cause)
    }

    // MARK: Transactions

    @Test func keepsNothingOfATransactionThatThrows() throws {
        struct Stop: Error {}
        try withTable { connection in
            try connection.transaction(.writing) { try connection.run("INSERT INTO a (text) VALUES ('kept')") }
            #expect(throws: Stop.self) {
                try connection.transaction(.writing) {
                    try connection.run("INSERT INTO a (text) VALUES ('dropped')")
                    throw Stop()
                }
            }
            // The next one begins.
            try connection.transaction(.writing) { try connection.run("INSERT INTO a (text) VALUES ('last')") }
            #expect(try texts(connection) == ["kept", "last"])
        }
    }

    /// What refers to nothing is found when the transaction ends.
    @Test func keepsNothingOfATransactionThatCannotEnd() throws {
        try withTable { connection in
            try connection.run(
                """
                CREATE TABLE b (id INTEGER PRIMARY KEY);
                CREATE TABLE c (b INTEGER REFERENCES b (id) DEFERRABLE INITIALLY DEFERRED)
                """)
            #expect(throws: SQLiteError(19, at: .run)) {
                try connection.transaction(.writing) { try connection.run("INSERT INTO c VALUES (7)") }
            }
            #expect(try connection.first("SELECT b FROM c") { try $0.integer(0) } == nil)
            try connection.transaction(.writing) { try connection.run("INSERT INTO b VALUES (7)") }
        }
    }

    @Test func aReadingSeesOneMoment() throws {
        try inFreshFolder { folder in
            let (first, second) = (
                try Connection(path: "\(folder)/a.sqlite"), try Connection(path: "\(folder)/a.sqlite")
            )
            try first.run("PRAGMA journal_mode = WAL; CREATE TABLE a (text TEXT); INSERT INTO a VALUES ('one')")
            try second.transaction(.reading) {
                #expect(try texts(second) == ["one"])
                try first.run("INSERT INTO a VALUES ('two')")
                #expect(try texts(second) == ["one"])
            }
            #expect(try texts(second) == ["one", "two"])
        }
    }

    // MARK: Threads

    @Test func threadsTakeTurns() throws {
        try inFreshFolder { folder in
            let shared = SharedConnection(try Connection(path: "\(folder)/a.sqlite"))
            try shared.use { try $0.run("CREATE TABLE a (number INTEGER); INSERT INTO a VALUES (0)") }
            let problems = Locked<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                do {
                    for _ in 0..<25 {
                        try shared.use { connection in
                            let number = try connection.first("SELECT number FROM a") { try $0.integer(0) } ?? 0
                            try connection.run("UPDATE a SET number = ?", .integer(number + 1))
                        }
                    }
                } catch {
                    problems.change { $0.append("\(error)") }
                }
            }
            #expect(problems.value == [])
            #expect(try shared.use { try $0.first("SELECT number FROM a") { try $0.integer(0) } } == 100)
        }
    }
}
