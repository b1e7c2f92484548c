import Crypto
import MendCore
import MendExport
import MendPlatform
import MendText

/// Makes a list as its clients see it, out of what mend tells and what they wrote.
public struct TaskListing {
    let history: History
    let plan: Plan
    let now: Instant
    let catalogue: Catalogue
    let names: TaskNames

    /// How far behind a clock may be, in seconds.
    private static let slowClock = 5.minutes
    /// How long what was checked off stays, in seconds.
    static let doneStays = 14 * 24.hours
    /// How many tasks that are gone are remembered, for clients that come seldom.
    private static let mostGone = 1_000
    /// How many titles, notes and times of one task.
    private static let mostSeen = 60

    /// - Parameter history: everything; ruptures written down after `now` are passed over. What was checked off is known at once,
    ///   though the clock of whoever asks may be a little behind.
    public init(history: History, plan: Plan, now: Instant, catalogue: Catalogue) {
        let now = history.attempts.map(\.recorded).reduce(now) { $1 - now <= Self.slowClock ? max($0, $1) : $0 }
        self.history = history.known(by: now)
        self.plan = plan
        self.now = now
        self.catalogue = catalogue
        names = TaskNames(household: history.household)
    }

    /// - Throws: `RepairScheduler.Fault`.
    public func list(_ state: TaskListState) throws -> ServedList {
        let (planned, until) = try TaskPlanner(
            history: history, plan: plan, now: now, list: state.list, catalogue: catalogue
        ).tasks()
        var copies: [TaskCopy] = []
        var tasks: [ServedTask] = []
        for task in planned {
            let own = copy(of: task, in: state)
            if own?.isHidden == true { continue }
            tasks.append(served(task, own, done: own?.done, state.list))
        }
        let subjects = Set(planned.map(\.subject))
        for copy in state.copies {
            switch copy.subject {
            case .nobody: tasks.append(served(asItCame: copy))
            case .climb where subjects.contains(copy.subject), .prompt: break
            case .climb(let anchor):
                if let task = doneTask(copy, anchor: anchor, state.list) { tasks.append(task) }
            }
            if let kept = kept(copy, isOpen: subjects.contains(copy.subject), state) { copies.append(kept) }
        }
        tasks.sort { $0.href < $1.href }
        var after = state
        after.copies = copies
        tell(tasks, &after)
        let ends = tasks.compactMap { $0.done.map { $0 + Self.doneStays } }.filter { $0 > now }
        return ServedList(
            list: state.list, name: catalogue.text(TaskPhrase.listName(isOpen: state.list.open)),
            zone: history.household.zone, tasks: tasks, state: after, until: ends.reduce(until, min))
    }

    // MARK: Tasks

    /// What a client wrote of a task of mend's; nil: nothing, or what it checked off before this was taken back since.
    private func copy(of task: PlannedTask, in state: TaskListState) -> TaskCopy? {
        state.copies.last { $0.subject == task.subject }.map { reopened($0, state) }
    }

    private func served(_ task: PlannedTask, _ copy: TaskCopy?, done: Instant?, _ list: TaskList) -> ServedTask {
        let uid = copy?.uid ?? names.uid(of: task.id, list.open ? .open : .discreet)
        let state = names.mark(
            ([task.id, task.attempt ?? "", done == nil ? "open" : "done"] + task.ruptures).joined(separator: " "))
        let document = TaskDocument(task: task, uid: uid, state: state, done: done, copy: copy)
        let bytes = document.bytes()
        return ServedTask(
            href: copy?.href ?? names.address(of: task.id), uid: uid, bytes: bytes, etag: Self.etag(bytes),
            modified: max(task.modified, copy?.modified ?? task.modified), subject: task.subject, task: task,
            done: done,
            copy: copy, state: state)
    }

    private func served(asItCame copy: TaskCopy) -> ServedTask {
        ServedTask(
            href: copy.href, uid: copy.uid, bytes: copy.lines, etag: Self.etag(copy.lines), modified: copy.modified,
            subject: .nobody, task: nil, done: nil, copy: copy, state: "")
    }

    /// What was checked off on this list and stays closed; nil: it is over, or was taken back.
    private func doneTask(_ copy: TaskCopy, anchor: String, _ list: TaskList) -> ServedTask? {
        let attempts = copy.attempts.compactMap { id in history.attempts.first { $0.id == id } }
        guard !attempts.isEmpty, attempts.count == copy.attempts.count, let rupture = history.rupture(anchor),
            let done = attempts.map(\.at).max(), now - done < Self.doneStays
        else { return nil }
        let recorded = attempts.map(\.recorded).reduce(done, max)
        let task = PlannedTask(
            subject: copy.subject, id: anchor, person: rupture.with, ruptures: attempts.map(\.rupture),
            title: PlainText(copy.title ?? ""), text: PlainText(copy.notes ?? ""), due: nil,
            created: list.open ? rupture.recorded : recorded, modified: recorded, attempt: attempts.last?.id)
        return served(task, copy, done: done, list)
    }

    // MARK: What is kept

    /// Nil: a prompt of another day, of which nothing needs to be known any more.
    private func kept(_ copy: TaskCopy, isOpen: Bool, _ state: TaskListState) -> TaskCopy? {
        switch copy.subject {
        case .prompt: isOpen ? copy : nil
        case .climb: isOpen ? reopened(copy, state) : copy
        case .nobody: copy
        }
    }

    /// The copy of a task that is open, though it was checked off before: mend's own words come back.
    private func reopened(_ copy: TaskCopy, _ state: TaskListState) -> TaskCopy {
        guard !copy.attempts.isEmpty else { return copy }
        let seen = Set(state.marks.first { $0.href == copy.href }?.seen ?? [])
        var copy = copy
        copy.attempts = []
        if let title = copy.title, seen.contains(mark(title: title)) { copy.title = nil }
        if let notes = copy.notes, seen.contains(mark(notes: notes)) { copy.notes = nil }
        return copy
    }

    /// Counts what became other than it was told last.
    private func tell(_ tasks: [ServedTask], _ state: inout TaskListState) {
        var number = state.number
        var marks = Dictionary(state.marks.map { ($0.href, $0) }, uniquingKeysWith: { $1 })
        let hrefs = Set(tasks.map(\.href))
        for task in tasks where marks[task.href]?.etag != task.etag {
            number += 1
            let seen = marks[task.href].map { $0.subject == task.subject ? $0.seen : [] } ?? []
            let new = self.seen(of: task).filter { !seen.contains($0) }
            marks[task.href] = TaskMark(
                href: task.href, etag: task.etag, number: number, subject: task.subject,
                ruptures: task.task?.ruptures ?? [], seen: Array((seen + new).suffix(Self.mostSeen)))
        }
        for mark in state.marks where mark.etag != nil && !hrefs.contains(mark.href) {
            number += 1
            marks[mark.href]?.etag = nil
            marks[mark.href]?.number = number
        }
        let gone = marks.values.filter { $0.etag == nil }.sorted { $0.number < $1.number }
        for mark in gone.dropLast(Self.mostGone) {
            marks[mark.href] = nil
            state.floor = max(state.floor, mark.number)
        }
        state.marks = marks.values.sorted { $0.href < $1.href }
    }

    // MARK: What stands for it

    private func seen(of task: ServedTask) -> [String] {
        guard let own = task.task else { return [] }
        return [mark(title: own.title.string), mark(notes: own.text.string), mark(due: own.due)]
    }

    func mark(title: String) -> String { mark("title", title) }

    func mark(notes: String) -> String { mark("notes", notes) }

    func mark(due: Instant?) -> String { mark("due", due.map(TimeText.utc) ?? "") }

    /// Clients differ in the white space that they keep.
    private func mark(_ kind: String, _ text: String) -> String {
        names.mark("\(kind) " + text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    private static func etag(_ bytes: [UInt8]) -> String {
        "\"\(Hexadecimal.text(SHA256.hash(data: bytes)).prefix(32))\""
    }
}
