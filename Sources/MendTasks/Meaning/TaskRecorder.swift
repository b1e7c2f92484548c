import MendCore
import MendText

/// Writes down what a client did with a task. What it means to the household goes through the notebook, as from the page and the
/// command line, and so can be taken back there.
public struct TaskRecorder {
    let plan: Plan
    let now: Instant
    let catalogue: Catalogue

    /// Tasks of its owner's own in one list.
    static let mostOwn = 500

    public init(plan: Plan, now: Instant, catalogue: Catalogue) {
        self.plan = plan
        self.now = now
        self.catalogue = catalogue
    }

    /// What stands there as a client sent it.
    public struct Put: Sendable {
        /// Whether there was nothing before.
        public let isNew: Bool
        /// Nil: it is told otherwise than it came (RFC 4791 §5.3.4).
        public let etag: String?
    }

    /// The conditions of a request (RFC 9110 §13.1); nil: there is none.
    public struct Conditions: Sendable {
        let ifMatch: (@Sendable (String) -> Bool)?
        /// Whether the first names tags, and so what its client has seen, rather than anything that is there.
        let namesTags: Bool
        let ifNoneMatch: (@Sendable (String) -> Bool)?

        /// - Parameters: each tells whether a tag is named.
        public init(
            ifMatch: (@Sendable (String) -> Bool)?, namesTags: Bool, ifNoneMatch: (@Sendable (String) -> Bool)?
        ) {
            self.ifMatch = ifMatch
            self.namesTags = namesTags
            self.ifNoneMatch = ifNoneMatch
        }

        /// - Throws: `TaskRefusal.changedSince`.
        func check(_ task: ServedTask?) throws(TaskRefusal) {
            if let ifMatch, !(task.map { ifMatch($0.etag) } ?? false) { throw .changedSince }
            if let ifNoneMatch, let task, ifNoneMatch(task.etag) { throw .changedSince }
        }
    }

    /// Takes a file that a client wrote to an address.
    /// - Throws: `TaskRefusal`, or what the journal throws.
    public func put(
        _ bytes: [UInt8], at href: String, _ conditions: Conditions, history: History, _ state: TaskListState
    ) throws -> TaskDecision<Put> {
        let work = try TaskWork(self, history, state)
        let current = work.list.task(href)
        try conditions.check(current)
        let client = try ClientTask(bytes, zone: history.household.zone)
        if let other = work.list.tasks.first(where: { $0.uid == client.uid && $0.href != href }) {
            throw TaskRefusal.uidIsTaken(href: other.href)
        }
        if let current, current.uid != client.uid { throw TaskRefusal.uidIsTaken(href: href) }
        var isNew = current == nil
        // The words for what goes wrong are those of the refusal.
        do {
            switch current?.subject {
            case .climb: if let current { try work.change(current, client, isTagged: conditions.namesTags) }
            case .prompt: if let current { try work.changePrompt(current, client) }
            case .nobody: try work.take(client, bytes, at: href)
            case nil:
                // A client that says that it is new means no task that is over, but for one that heard no answer and asks again.
                let isAgain = state.copies.contains { $0.href == href && $0.uid == client.uid }
                let isLate = try (conditions.ifNoneMatch == nil || isAgain) && work.takeLate(client, at: href)
                if !isLate { try work.take(client, bytes, at: href) }
                isNew = !isLate
            }
        } catch is RecordFault {
            throw TaskRefusal.contradiction
        } catch is InputError {
            throw TaskRefusal.contradiction
        }
        let after = try work.finish(told: client, at: href)
        let told = after.task(href)
        return TaskDecision(
            changes: work.draft.changes, state: after.state,
            result: Put(isNew: isNew, etag: told?.bytes == bytes ? told?.etag : nil))
    }

    /// Takes the deletion of a task: what is open with somebody is let go.
    /// - Throws: `TaskRefusal`, or what the journal throws.
    public func delete(
        _ href: String, _ conditions: Conditions, history: History, _ state: TaskListState
    ) throws -> TaskDecision<Void> {
        let work = try TaskWork(self, history, state)
        let current = work.list.task(href)
        try conditions.check(current)
        guard let current else { throw TaskRefusal.notThere }
        do {
            try work.delete(current)
        } catch is RecordFault {
            throw TaskRefusal.contradiction
        }
        let after = try work.finish(told: nil, at: href)
        return TaskDecision(changes: work.draft.changes, state: after.state, result: ())
    }
}
