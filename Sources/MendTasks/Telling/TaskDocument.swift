import MendCore
import MendExport

/// The file of one task: what mend tells, and what the client added (RFC 5545 §3.6.2).
struct TaskDocument {
    let task: PlannedTask
    let uid: String
    /// What stands for the state in which it is told.
    let state: String
    /// When it was checked off; nil: it was not.
    let done: Instant?
    let copy: TaskCopy?

    var title: PlainText { copy?.title.map { PlainText($0).oneLine } ?? task.title }
    var text: PlainText { copy?.notes.map { PlainText($0) } ?? task.text }

    /// The UID of the alarm that is mend's own (RFC 9074 §4).
    static func alarm(of uid: String) -> String { "alarm-\(uid)" }

    func bytes() -> [UInt8] {
        ICalendarWriter.bytes(of: Beginning(document: self)) + (copy?.lines ?? [])
            + ICalendarWriter.bytes(of: Ending(document: self))
            + (copy?.alarms ?? []) + Array("END:VTODO\r\nEND:VCALENDAR\r\n".utf8)
    }

    /// What stands before the client's own properties.
    private struct Beginning: ComponentTree {
        let document: TaskDocument

        var expectedOctets: Int { 1024 + 2 * document.text.string.utf8.count }

        func write<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
            let task = document.task
            try writer.begin("VCALENDAR")
            try writer.property("VERSION", .word("2.0"))
            try writer.property("PRODID", .word("-//mend//mend//EN"))
            try writer.property("CALSCALE", .word("GREGORIAN"))
            try writer.begin("VTODO")
            try writer.property("UID", .text(PlainText(document.uid)))
            try writer.property("DTSTAMP", .dateTime(document.modified))
            try writer.property("CREATED", .dateTime(task.created))
            try writer.property("LAST-MODIFIED", .dateTime(document.modified))
            try writer.property("SUMMARY", .text(document.title))
            if !document.text.string.isEmpty { try writer.property("DESCRIPTION", .text(document.text)) }
            if let due = task.due { try writer.property("DUE", .dateTime(due)) }
            if let done = document.done {
                try writer.property("STATUS", .word("COMPLETED"))
                try writer.property("COMPLETED", .dateTime(done))
                try writer.property("PERCENT-COMPLETE", .integer(100))
            } else {
                try writer.property("STATUS", .word("NEEDS-ACTION"))
            }
            try writer.property("CLASS", .word("PRIVATE"))
            try writer.property("X-MEND-STATE", .text(PlainText(document.state)))
        }
    }

    /// The alarm, at an instant: a time alone does not ring on Apple's, and one that hangs on DTSTART would need that.
    private struct Ending: ComponentTree {
        let document: TaskDocument

        var expectedOctets: Int { 512 }

        func write<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
            guard let due = document.task.due, document.done == nil else { return }
            try writer.begin("VALARM")
            try writer.property("UID", .text(PlainText(TaskDocument.alarm(of: document.uid))))
            try writer.property("ACTION", .word("DISPLAY"))
            try writer.property("TRIGGER;VALUE=DATE-TIME", .dateTime(due))
            try writer.property("DESCRIPTION", .text(document.title))
            try writer.end("VALARM")
        }
    }

    private var modified: Instant {
        max(task.modified, max(copy?.modified ?? task.modified, done ?? task.modified))
    }
}
