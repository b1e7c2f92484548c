/// Lists of tasks for the apps of phones and desktops (CalDAV), what clients wrote into them, and what they were told.
///
/// Nothing of it is dumped: a list is one device's, and what is in it follows from the records. A backup has all of it, so that
/// a household that is brought back goes on.
public protocol TaskStore: Sendable {
    /// In the order in which they were added.
    func taskLists() throws -> [TaskList]

    /// - Throws: `InputError.taskListNameTaken` where a list has that name or that user already.
    func add(_ list: TaskList) throws

    /// Its password opens nothing from now on, and what its clients wrote goes.
    /// - Throws: `InputError.noTaskList`.
    func revokeTaskList(named name: String) throws

    /// Notes the local day on which a list was used last; nothing happens when there is none.
    func noteUse(ofTaskList user: String, on day: LocalDay) throws

    /// What is kept of a list; nil where there is none.
    func tasks(of user: String) throws -> TaskListState?

    /// Reads, decides and writes records and what is kept of a list in one transaction: all of it, or nothing when anything
    /// throws.
    /// - Returns: nil where there is no such list.
    func updateTasks<Result>(
        of user: String, _ decide: (History, TaskListState) throws -> TaskDecision<Result>
    ) throws -> Result?
}

/// A list of tasks that one device reads and writes.
public struct TaskList: Hashable, Sendable {
    /// As its owner calls it; no two have the same.
    public let name: String
    /// The name with which the device signs in: small letters, digits and hyphens.
    public let user: String
    /// SHA-256 of the password, in hexadecimal digits.
    public let secretHash: String
    /// Whether the day's prompt is a task, too.
    public let prompts: Bool
    /// False: neutral titles, no name, no words.
    public let open: Bool
    public let created: Instant
    /// The local day on which it was last used; nil: never.
    public let used: LocalDay?

    public init(
        name: String, user: String, secretHash: String, prompts: Bool = false, open: Bool = false, created: Instant,
        used: LocalDay? = nil
    ) {
        self.name = name
        self.user = user
        self.secretHash = secretHash
        self.prompts = prompts
        self.open = open
        self.created = created
        self.used = used
    }

    /// The same for a new list, which is none that signs in already: `list`, `list-2`, …
    public static func user(for name: String, besides lists: [TaskList]) -> String {
        let (base, taken) = (user(for: name), Set(lists.map(\.user)))
        // Of one name there is one list.
        if !taken.contains(base) || lists.contains(where: { $0.name == name }) { return base }
        return (2...(taken.count + 2)).lazy.map { "\(base)-\($0)" }.first { !taken.contains($0) } ?? base
    }

    /// The name with which the device of a list signs in, made of the list's: `annas-iphone`.
    public static func user(for name: String) -> String {
        let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’")) }
        let joined = words.joined(separator: "-").filter { $0.isASCII && $0 != "'" }
        return joined.isEmpty ? "list" : String(joined.prefix(30))
    }

    /// - Throws: `RecordFault`, where its name is none.
    public func check() throws(RecordFault) {
        try RecordForm.check(.subscription(Subscription(name: name, secretHash: secretHash)))
    }
}

/// What a task is about.
public enum TaskSubject: Hashable, Sendable {
    /// What is open with somebody, by the rupture with which the climb began.
    case climb(anchor: String)
    /// A prompt, by its item.
    case prompt(ItemKey)
    /// Something that a client wrote and that names nobody: kept as it is.
    case nobody
}

/// What a client wrote of one task. It is private: a client may write anything.
public struct TaskCopy: Hashable, Sendable {
    /// The last part of its address.
    public let href: String
    public let uid: String
    public var subject: TaskSubject
    /// The client's own title in place of mend's, and of a task that names nobody its title; nil: mend's.
    public var title: String?
    /// The client's own notes in place of mend's; nil: mend's.
    public var notes: String?
    /// Content lines of its own that the client added (RFC 5545 §3.1); of a task that names nobody the whole file as it came.
    public var lines: [UInt8]
    /// Alarms that it added, as components.
    public var alarms: [UInt8]
    /// The ids of the attempts that were written when it was checked off; empty: it was not.
    public var attempts: [String]
    /// When a prompt was checked off; nil: it was not.
    public var done: Instant?
    /// Whether a prompt was deleted.
    public var isHidden: Bool
    /// Stands for the notes that were last written down as an outcome; nil: none were.
    public var answered: String?
    /// When it was written last.
    public var modified: Instant

    public init(
        href: String, uid: String, subject: TaskSubject, title: String? = nil, notes: String? = nil,
        lines: [UInt8] = [],
        alarms: [UInt8] = [], attempts: [String] = [], done: Instant? = nil, isHidden: Bool = false,
        answered: String? = nil, modified: Instant
    ) {
        self.href = href
        self.uid = uid
        self.subject = subject
        self.title = title
        self.notes = notes
        self.lines = lines
        self.alarms = alarms
        self.attempts = attempts
        self.done = done
        self.isHidden = isHidden
        self.answered = answered
        self.modified = modified
    }
}

/// What the clients of a list were told of one task, and when: the memory on which sync tokens stand (RFC 6578).
public struct TaskMark: Hashable, Sendable {
    public let href: String
    /// The entity tag of what was told; nil: that it is gone.
    public var etag: String?
    /// Counts the changes of the list; no two marks have the same.
    public var number: Int
    public var subject: TaskSubject
    /// The ids of the ruptures that the task named last.
    public var ruptures: [String]
    /// Stand for titles, notes and times that were told, the newest last: a client that sends one of them changed nothing.
    public var seen: [String]

    public init(
        href: String, etag: String?, number: Int, subject: TaskSubject, ruptures: [String], seen: [String]
    ) {
        self.href = href
        self.etag = etag
        self.number = number
        self.subject = subject
        self.ruptures = ruptures
        self.seen = seen
    }
}

/// All that is kept of a list.
public struct TaskListState: Hashable, Sendable {
    public let list: TaskList
    /// Another after each restoration of a backup: tokens from before it are good for nothing.
    public let epoch: String
    /// The number of the newest change of which it is not known any more what it was.
    public var floor: Int
    /// In the order of their addresses.
    public var copies: [TaskCopy]
    /// In the order of their addresses.
    public var marks: [TaskMark]

    public init(
        list: TaskList, epoch: String, floor: Int = 0, copies: [TaskCopy] = [], marks: [TaskMark] = []
    ) {
        self.list = list
        self.epoch = epoch
        self.floor = floor
        self.copies = copies
        self.marks = marks
    }

    /// How many changes there were.
    public var number: Int { marks.map(\.number).reduce(floor, max) }
}

/// What is to be written down.
public struct TaskDecision<Result> {
    public let changes: [Change]
    /// The list as it is afterwards.
    public let state: TaskListState
    public let result: Result

    public init(changes: [Change], state: TaskListState, result: Result) {
        self.changes = changes
        self.state = state
        self.result = result
    }
}
