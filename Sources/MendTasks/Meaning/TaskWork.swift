import MendCore
import MendText

/// One request's work on a list: what is written down meanwhile, and what is kept of the client's.
final class TaskWork {
    let draft: DraftJournal
    /// The list before.
    let list: ServedList
    private let recorder: TaskRecorder
    private var state: TaskListState

    private var now: Instant { recorder.now }
    private var history: History { draft.history.known(by: now) }
    private var zone: Zone { draft.history.household.zone }
    private var notebook: Notebook { Notebook(journal: draft, plan: recorder.plan, now: now) }
    private var words: TaskWords {
        TaskWords(people: history.people.filter { !$0.hasEnded(by: now) }, catalogue: recorder.catalogue)
    }

    init(_ recorder: TaskRecorder, _ history: History, _ state: TaskListState) throws {
        self.recorder = recorder
        draft = DraftJournal(history)
        // What has begun is shown to the client, and stays.
        draft.write(try Settlement(history, plan: recorder.plan, now: recorder.now).changes)
        list = try Self.listing(draft, recorder).list(state)
        self.state = list.state
    }

    private static func listing(_ draft: DraftJournal, _ recorder: TaskRecorder) -> TaskListing {
        TaskListing(
            history: draft.history, plan: recorder.plan, now: recorder.now, catalogue: recorder.catalogue)
    }

    private var listing: TaskListing { Self.listing(draft, recorder) }

    // MARK: A task with somebody

    /// - Parameter isTagged: whether the client has named the task's tag, and so has seen it as it is.
    func change(_ task: ServedTask, _ client: ClientTask, isTagged: Bool) throws {
        let isCurrent = isTagged || client.state == task.state
        let isStale = !isCurrent && client.state != nil
        var copy = self.copy(of: task)
        (copy.lines, copy.alarms) = (client.lines, client.alarms)
        switch (client.isDone, task.done) {
        case (true, nil): try checkOff(task, client, &copy, isCurrent: isCurrent)
        case (false, _?) where !isStale: try takeBack(&copy)
        case (true, _?), (false, _?): break
        case (false, nil): try changeOpen(task, client, &copy, isTagged: isTagged, isCurrent: isCurrent)
        }
        keep(copy)
    }

    /// What was told before and is sent again is no change, unless the client has named the tag.
    private func changeOpen(
        _ task: ServedTask, _ client: ClientTask, _ copy: inout TaskCopy, isTagged: Bool, isCurrent: Bool
    ) throws {
        let (names, seen) = (listing, Set(state.marks.first { $0.href == task.href }?.seen ?? []))
        let title = names.mark(title: client.title)
        if title != names.mark(title: self.title(of: task)), isTagged || !seen.contains(title) {
            copy.title = own(client.title, unless: task.task?.title.string)
        }
        let notes = client.notes ?? ""
        let mark = names.mark(notes: notes)
        if mark != names.mark(notes: self.notes(of: task)) {
            let isNew = isTagged || !seen.contains(mark)
            if let (outcome, rest) = words.outcome(notes) {
                if isNew || isCurrent { try answer(outcome, rest, mark, task, &copy, isCurrent: isCurrent) }
            } else if isNew {
                copy.notes = own(notes, unless: task.task?.text.string)
            }
        }
        let due = client.due?.instant(in: zone)
        let moment = names.mark(due: due)
        if moment != names.mark(due: task.task?.due), isTagged || !seen.contains(moment) {
            try putOff(task, until: due)
        }
    }

    /// Checked off: all that it names and that is open is mended.
    /// - Parameter isCurrent: false: an old copy, which named nothing that was written down after it was checked off.
    private func checkOff(
        _ task: ServedTask, _ client: ClientTask, _ copy: inout TaskCopy, isCurrent: Bool
    ) throws {
        // The words stay as they were on the device.
        (copy.title, copy.notes) = (title(of: task), notes(of: task))
        let ruptures = (task.task?.ruptures ?? []).filter { isCurrent || isKnown($0, by: client.completed) }
        copy.attempts = try record(.repaired, of: ruptures, at: client.completed)
    }

    private func isKnown(_ rupture: String, by instant: Instant?) -> Bool {
        guard let instant, let rupture = draft.history.rupture(rupture) else { return true }
        return rupture.recorded <= instant
    }

    /// Writes an outcome down for those that are open.
    /// - Parameter at: when it was; nil, ahead, or before the rupture or another attempt: now.
    private func record(
        _ outcome: Attempt.Outcome, of ruptures: [String], at: Instant? = nil, note: String? = nil
    ) throws -> [String] {
        let builder = try AgendaBuilder(plan: recorder.plan, history: history, now: now)
        let open = ruptures.filter { history.rupture($0) != nil && builder.outlook(ofRupture: $0) != .closed }
        let before =
            open.compactMap { history.rupture($0)?.at }
            + history.attempts.filter { open.contains($0.rupture) }.map(\.at)
        let at = at.flatMap { at in at <= now && before.allSatisfy { $0 <= at } ? at : nil }
        return try open.map { rupture in
            try notebook.record(
                AttemptEntry(rupture: rupture, outcome: outcome, at: at.map(TimeText.utc), note: note)
            ).attempt.id
        }
    }

    /// Unchecked: what was written down when it was checked off is taken back.
    private func takeBack(_ copy: inout TaskCopy) throws {
        for id in copy.attempts.reversed() where history.attempts.contains(where: { $0.id == id }) {
            _ = try notebook.remove(id)
        }
    }

    /// Notes that begin with an outcome are one, once; mend's own words come back.
    /// - Parameter mark: stands for the notes.
    private func answer(
        _ outcome: Attempt.Outcome, _ rest: String, _ mark: String, _ task: ServedTask, _ copy: inout TaskCopy,
        isCurrent: Bool
    ) throws {
        // A client that did not hear that it came through sends it again.
        guard isCurrent || copy.answered != mark, let rupture = task.task?.ruptures.first else { return }
        let own = own(rest, of: task)
        _ = try record(outcome, of: [rupture], note: own.isEmpty ? nil : own)
        copy.answered = mark
        copy.notes = nil
    }

    /// What somebody wrote above mend's words, which stand below where they were left.
    private func own(_ notes: String, of task: ServedTask) -> String {
        let names = listing
        let seen = state.marks.first { $0.href == task.href }?.seen ?? []
        let told = Set(seen + [names.mark(notes: self.notes(of: task))])
        var lines = notes.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var own: [Substring] = []
        while let line = lines.first, !told.contains(names.mark(notes: lines.joined(separator: "\n"))) {
            own.append(line)
            lines = lines.dropFirst()
        }
        while own.last?.allSatisfy(\.isWhitespace) == true { own.removeLast() }
        return own.joined(separator: "\n")
    }

    /// A later time is a pause with that person until then.
    private func putOff(_ task: ServedTask, until due: Instant?) throws {
        guard let due, due > now, due > task.task?.due ?? now, let person = task.task?.person else { return }
        _ = try notebook.pause(with: .id(person), until: TimeText.utc(due))
    }

    // MARK: Prompts

    func changePrompt(_ task: ServedTask, _ client: ClientTask) throws {
        var copy = self.copy(of: task)
        (copy.lines, copy.alarms) = (client.lines, client.alarms)
        copy.done = client.isDone ? copy.done ?? client.completed ?? now : nil
        keep(copy)
    }

    // MARK: Other tasks

    /// What comes to the address of a task that is over: checked off, it closes what it named and is still open.
    /// - Returns: false: there was no such task.
    func takeLate(_ client: ClientTask, at href: String) throws -> Bool {
        guard let mark = state.marks.first(where: { $0.href == href }), mark.subject != .nobody else { return false }
        if client.isDone {
            let ruptures = mark.ruptures.filter { isKnown($0, by: client.completed) }
            _ = try record(.repaired, of: ruptures, at: client.completed)
        }
        return true
    }

    /// A title that names somebody is a rupture with them; any other makes it a task of its owner's own.
    func take(_ client: ClientTask, _ bytes: [UInt8], at href: String) throws {
        let known = state.copies.first { $0.href == href }
        let isNewTitle = known?.title.map { $0 != client.title } ?? true
        if !client.isDone, isNewTitle, let at = time(of: client) {
            switch words.title(client.title) {
            case .fitsTwo: throw TaskRefusal.fitsTwo
            case .rupture(let person, let kind): return try begin(client, at: href, with: person, kind ?? .benign, at)
            case .nobody: break
            }
        }
        guard known != nil || state.copies.count(where: { $0.subject == .nobody }) < TaskRecorder.mostOwn else {
            throw TaskRefusal.full
        }
        keep(
            TaskCopy(
                href: href, uid: client.uid, subject: .nobody, title: client.title, lines: bytes, modified: now))
    }

    /// When a new task was made: then it happened. Nil: so long ago that it may be meant otherwise.
    private func time(of client: ClientTask) -> Instant? {
        guard let created = client.created, created <= now else { return now }
        return now - created <= 90 * 24.hours ? created : nil
    }

    /// Writes a rupture down, and makes the client's task that of the person.
    private func begin(
        _ client: ClientTask, at href: String, with person: Person, _ kind: Rupture.Kind, _ at: Instant
    ) throws {
        _ = try notebook.record(
            RuptureEntry(
                with: .id(person.id), kind: kind, at: TimeText.utc(at),
                note: client.notes.flatMap { $0.isEmpty ? nil : $0 }))
        let builder = try AgendaBuilder(plan: recorder.plan, history: history, now: now)
        guard let anchor = builder.outlook(ofPerson: person.id)?.anchor else { return }
        let subject = TaskSubject.climb(anchor: anchor)
        state.copies.removeAll { $0.subject == subject }
        keep(
            TaskCopy(
                href: href, uid: client.uid, subject: subject, lines: client.lines, alarms: client.alarms, modified: now
            ))
    }

    // MARK: Deletion

    func delete(_ task: ServedTask) throws {
        switch task.subject {
        case .climb:
            if task.done == nil { _ = try record(.letGo, of: task.task?.ruptures ?? []) }
            state.copies.removeAll { $0.href == task.href }
        case .prompt:
            var copy = self.copy(of: task)
            copy.isHidden = true
            keep(copy)
        case .nobody: state.copies.removeAll { $0.href == task.href }
        }
    }

    // MARK: What is kept

    /// The list as it is now.
    /// - Parameter client: what it sent counts as told: sent once more, it changes nothing.
    func finish(told client: ClientTask?, at href: String) throws -> ServedList {
        let after = try listing.list(state)
        guard let client, let place = after.state.marks.firstIndex(where: { $0.href == href }),
            after.state.marks[place].subject != .nobody
        else { return after }
        let listing = self.listing
        let marks = [
            listing.mark(title: client.title), listing.mark(notes: client.notes ?? ""),
            listing.mark(due: client.due?.instant(in: zone)),
        ]
        return after.with(seen: marks, at: place)
    }

    private func copy(of task: ServedTask) -> TaskCopy {
        var copy = task.copy ?? TaskCopy(href: task.href, uid: task.uid, subject: task.subject, modified: now)
        copy.modified = now
        return copy
    }

    private func keep(_ copy: TaskCopy) {
        state.copies.removeAll { $0.href == copy.href }
        state.copies.append(copy)
        state.copies.sort { $0.href < $1.href }
    }

    private func title(of task: ServedTask) -> String { task.copy?.title ?? task.task?.title.string ?? "" }

    private func notes(of task: ServedTask) -> String { task.copy?.notes ?? task.task?.text.string ?? "" }

    /// The client's own words; nil where they are none, or mend's.
    private func own(_ text: String, unless told: String?) -> String? {
        text.allSatisfy(\.isWhitespace) || text == told ? nil : text
    }
}

extension ServedList {
    fileprivate func with(seen marks: [String], at place: Int) -> ServedList {
        var state = self.state
        let known = state.marks[place].seen
        state.marks[place].seen += marks.filter { !known.contains($0) }
        return ServedList(list: list, name: name, zone: zone, tasks: tasks, state: state, until: until)
    }
}
