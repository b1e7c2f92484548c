import MendCore

extension SQLiteJournal: TaskStore {
    public func taskLists() throws -> [TaskList] {
        try read { connection in
            try connection.all("SELECT \(Self.listColumns) FROM taskList ORDER BY rowid", read: TaskList.init)
        }
    }

    public func add(_ list: TaskList) throws {
        try write { connection in
            try list.check()
            let isTaken = try connection.first(
                "SELECT 1 FROM taskList WHERE name = ? OR user = ?", .text(list.name), .text(list.user)
            ) { _ in true }
            guard isTaken == nil else { throw InputError.taskListNameTaken }
            try connection.run(
                """
                INSERT INTO taskList (user, name, secretHash, prompts, open, created, epoch, floor)
                VALUES (?, ?, ?, ?, ?, ?, lower(hex(randomblob(8))), 0)
                """, .text(list.user), .text(list.name), .text(list.secretHash), SQLiteValue(list.prompts),
                SQLiteValue(list.open), .integer(list.created.seconds))
        }
    }

    public func revokeTaskList(named name: String) throws {
        try write { connection in
            let user = try connection.first("SELECT user FROM taskList WHERE name = ?", .text(name)) { try $0.text(0) }
            guard let user else { throw InputError.noTaskList }
            try connection.run("DELETE FROM taskList WHERE user = ?", .text(user))
        }
    }

    public func noteUse(ofTaskList user: String, on day: LocalDay) throws {
        try write { connection in
            try connection.run("UPDATE taskList SET used = ? WHERE user = ?", .text(day.description), .text(user))
        }
    }

    public func tasks(of user: String) throws -> TaskListState? {
        try read { try Self.state(of: user, $0) }
    }

    public func updateTasks<Result>(
        of user: String, _ decide: (History, TaskListState) throws -> TaskDecision<Result>
    ) throws -> Result? {
        try write { connection in
            guard let state = try Self.state(of: user, connection) else { return nil }
            let history = try HistoryReader(connection: connection, zones: zones).history(since: nil)
            let decision = try decide(history, state)
            // What clients wrote goes with the ruptures it was about; so what is decided about it comes after.
            try apply(decision.changes, to: connection)
            try Self.put(decision.state, connection)
            return decision.result
        }
    }

    // MARK: Rows

    private static let listColumns = "name, user, secretHash, prompts, open, created, used"

    private static func state(of user: String, _ connection: Connection) throws -> TaskListState? {
        let list = try connection.first(
            "SELECT \(listColumns), epoch, floor FROM taskList WHERE user = ?", .text(user)
        ) { row in (try TaskList(row), try row.text(7), try row.count(8)) }
        guard let (list, epoch, floor) = list else { return nil }
        let copies = try connection.all(
            """
            SELECT href, uid, subject, title, notes, lines, alarms, attempts, done, hidden, answered, modified FROM taskCopy
            WHERE user = ? ORDER BY href
            """, .text(user), read: TaskCopy.init)
        let marks = try connection.all(
            "SELECT href, etag, number, subject, ruptures, seen FROM taskMark WHERE user = ? ORDER BY href",
            .text(user),
            read: TaskMark.init)
        return TaskListState(list: list, epoch: epoch, floor: floor, copies: copies, marks: marks)
    }

    /// Writes what is other than before.
    private static func put(_ state: TaskListState, _ connection: Connection) throws {
        let user = SQLiteValue.text(state.list.user)
        guard let before = try Self.state(of: state.list.user, connection) else { return }
        if before.floor != state.floor {
            try connection.run("UPDATE taskList SET floor = ? WHERE user = ?", .integer(state.floor), user)
        }
        let (copies, marks) = (Set(before.copies), Set(before.marks))
        let hrefs = (copies: Set(state.copies.map(\.href)), marks: Set(state.marks.map(\.href)))
        for copy in before.copies where !hrefs.copies.contains(copy.href) {
            try connection.run("DELETE FROM taskCopy WHERE user = ? AND href = ?", user, .text(copy.href))
        }
        for mark in before.marks where !hrefs.marks.contains(mark.href) {
            try connection.run("DELETE FROM taskMark WHERE user = ? AND href = ?", user, .text(mark.href))
        }
        let copyInsert = try connection.prepare(
            "INSERT OR REPLACE INTO taskCopy VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for copy in state.copies where !copies.contains(copy) { try copyInsert.run([user] + copy.values) }
        let markInsert = try connection.prepare("INSERT OR REPLACE INTO taskMark VALUES (?, ?, ?, ?, ?, ?, ?)")
        for mark in state.marks where !marks.contains(mark) { try markInsert.run([user] + mark.values) }
    }
}

extension TaskList {
    fileprivate init(_ row: Row) throws {
        let used = try row.textIfPresent(6)
        let day = used.flatMap { LocalDay($0) }
        guard used == nil || day != nil else { throw row.fault(6) }
        guard try row.text(1) == TaskList.user(for: row.text(1)) else { throw row.fault(1) }
        try self.init(
            name: row.text(0), user: row.text(1), secretHash: row.text(2), prompts: row.flag(3), open: row.flag(4),
            created: row.instant(5), used: day)
    }
}

extension TaskSubject {
    fileprivate var word: String {
        switch self {
        case .climb(let anchor): anchor
        case .prompt(let key): key.description
        case .nobody: ""
        }
    }

    fileprivate init(_ word: String) {
        self =
            switch ItemKey(word) {
            case let key?: .prompt(key)
            case nil: word.isEmpty ? .nobody : .climb(anchor: word)
            }
    }
}

extension TaskCopy {
    fileprivate init(_ row: Row) throws {
        try self.init(
            href: row.text(0), uid: row.text(1), subject: TaskSubject(row.text(2)), title: row.freeText(3),
            notes: row.freeText(4), lines: Array((row.freeText(5) ?? "").utf8),
            alarms: Array((row.freeText(6) ?? "").utf8),
            attempts: row.text(7).words, done: row.instantIfPresent(8), isHidden: row.flag(9),
            answered: row.textIfPresent(10), modified: row.instant(11))
        for (column, instant) in [(8, done), (11, modified)] {
            guard let instant, !TimeText.range.contains(instant) else { continue }
            throw row.fault(Int32(column))
        }
    }

    fileprivate var values: [SQLiteValue] {
        [
            .text(href), .text(uid), .text(subject.word), SQLiteValue(freeText: title), SQLiteValue(freeText: notes),
            .bytes(lines), .bytes(alarms), .text(attempts.joined(separator: "\n")), SQLiteValue(done?.seconds),
            SQLiteValue(isHidden), SQLiteValue(answered), .integer(modified.seconds),
        ]
    }
}

extension TaskMark {
    fileprivate init(_ row: Row) throws {
        try self.init(
            href: row.text(0), etag: row.textIfPresent(1), number: row.count(2), subject: TaskSubject(row.text(3)),
            ruptures: row.text(4).words, seen: row.text(5).words)
    }

    fileprivate var values: [SQLiteValue] {
        [
            .text(href), SQLiteValue(etag), .integer(number), .text(subject.word),
            .text(ruptures.joined(separator: "\n")), .text(seen.joined(separator: "\n")),
        ]
    }
}

extension Row {
    /// A number of changes, which goes on from there.
    fileprivate func count(_ column: Int32) throws -> Int {
        let number = try integer(column)
        guard (0..<1 << 40).contains(number) else { throw fault(column) }
        return number
    }
}

extension SQLiteValue {
    /// U+0000 ends SQLite's text.
    fileprivate init(freeText text: String?) {
        self = text.map { $0.utf8.contains(0) ? .bytes(Array($0.utf8)) : .text($0) } ?? .null
    }
}

extension String {
    fileprivate var words: [String] { split(separator: "\n").map(String.init) }
}
