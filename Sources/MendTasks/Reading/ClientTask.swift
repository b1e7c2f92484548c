import MendCore
import MendExport

/// A task as a client wrote it.
struct ClientTask {
    let uid: String
    let title: String
    /// Nil: it has none.
    let notes: String?
    let due: CalendarMoment?
    /// Any of the three that say it (INTEROP: clients write one of them, or all).
    let isDone: Bool
    let completed: Instant?
    let created: Instant?
    /// What stood for the state in which the client got it; nil: it did not get it from here, or did not keep that.
    let state: String?
    /// Properties that are not mend's own, as content lines.
    let lines: [UInt8]
    /// Alarms that are not mend's own.
    let alarms: [UInt8]

    /// - Throws: `TaskRefusal`.
    init(_ bytes: [UInt8], zone: Zone) throws(TaskRefusal) {
        let calendar: CalendarComponent
        do {
            calendar = try CalendarFile.calendar(of: bytes)
        } catch {
            throw error == .tooLarge ? .tooLarge : .notACalendar
        }
        let tasks = calendar.all("VTODO")
        guard calendar.components.allSatisfy({ ["VTODO", "VTIMEZONE"].contains($0.name) }) else { throw .notATask }
        guard tasks.count == 1, let task = tasks.first, let uid = task.value("UID"), !uid.isEmpty,
            uid.utf8.count <= Self.longestUID, calendar.first("METHOD") == nil
        else { throw .notOneTask }
        due = task.first("DUE")?.moment
        if task.first("DUE") != nil, due?.instant(in: zone) == nil { throw .tooFar }
        self.uid = uid
        title = task.value("SUMMARY") ?? ""
        notes = task.value("DESCRIPTION")
        isDone =
            task.value("STATUS")?.uppercased() == "COMPLETED" || task.first("COMPLETED") != nil
            || task.value("PERCENT-COMPLETE") == "100"
        completed = task.first("COMPLETED")?.moment?.instant(in: zone)
        created = task.first("CREATED")?.moment?.instant(in: zone)
        state = task.value("X-MEND-STATE")
        lines = Self.lines(of: task, bytes)
        let due = due
        alarms = Self.crlf(
            task.components.filter { !Self.isOwn(alarm: $0, of: uid, due: due, zone: zone) }.map(\.lines).joined())
    }

    private static let longestUID = 255

    /// What mend writes itself, and what would contradict it: a task with somebody does not recur, and begins when it is open.
    private static let own: Set = [
        "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SUMMARY", "DESCRIPTION", "DUE", "STATUS", "COMPLETED",
        "PERCENT-COMPLETE", "CLASS", "DTSTART", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID",
        "X-MEND-STATE",
    ]

    /// Of several texts each, with commas between.
    private static let lists: Set = ["CATEGORIES", "RESOURCES"]

    private static func lines(of task: CalendarComponent, _ bytes: [UInt8]) -> [UInt8] {
        let lines = task.properties.filter { !own.contains($0.name) && !lists.contains($0.name) }.map(\.line)
        return crlf(lines.joined()) + crlf(CalendarFile.lines(of: bytes, named: lists).joined(separator: "\n"))
    }

    /// Whether an alarm is mend's, though the client may have written it anew: it rings when the task is due.
    private static func isOwn(alarm: CalendarComponent, of uid: String, due: CalendarMoment?, zone: Zone) -> Bool {
        guard alarm.name == "VALARM" else { return false }
        if alarm.value("UID") == TaskDocument.alarm(of: uid) { return true }
        guard let trigger = alarm.first("TRIGGER") else { return false }
        if let at = trigger.moment?.instant(in: zone) { return at == due?.instant(in: zone) }
        return ["PT0S", "-PT0S", "P0D", "PT0M", "-PT0M"].contains(trigger.value)
    }

    private static func crlf(_ text: String) -> [UInt8] {
        let lines = text.split { $0 == "\r\n" || $0 == "\n" || $0 == "\r" }
        return Array(lines.map { "\($0)\r\n" }.joined().utf8)
    }
}
