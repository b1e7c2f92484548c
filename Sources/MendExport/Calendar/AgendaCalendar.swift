import MendCore

/// A household's calendar of items, in their order. Everything in it comes from them.
public struct AgendaCalendar: ComponentTree {
    let metadata: CalendarMetadata
    let events: [ShownItem]
    /// The start of the note that a calendar without items holds.
    let noteStart: Instant
    let redaction: EditionRedaction

    public var expectedOctets: Int {
        events.reduce(2048) { octets, shown in
            // What stands in each event, and what its item says, with folds and escapes; the title stands there twice.
            let text = redaction.edition == .open ? shown.item.text.utf8.count : 0
            return octets + 896 + 2 * shown.item.title.utf8.count + 9 * text / 8
        }
    }

    public func write<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
        try writer.begin("VCALENDAR")
        try writeMetadata(to: &writer)
        for event in events { try write(event, to: &writer) }
        if events.isEmpty { try writeNote(to: &writer) }
        try writer.end("VCALENDAR")
    }

    private func writeMetadata<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
        try writer.property("VERSION", .word("2.0"))
        try writer.property("PRODID", .word("-//mend//mend//EN"))
        try writer.property("CALSCALE", .word("GREGORIAN"))
        try writer.property("NAME", .text(PlainText(metadata.name)))
        try writer.property("X-WR-CALNAME", .text(PlainText(metadata.name)))
        // RFC 7986 §5.7 gives it no default type.
        try writer.typedProperty("REFRESH-INTERVAL", .duration(1.hours))
        try writer.property("X-PUBLISHED-TTL", .duration(1.hours))
        try writer.property("COLOR", .text(PlainText(metadata.color)))
        try writer.property("X-APPLE-CALENDAR-COLOR", .text(PlainText(metadata.appleColor)))
    }

    private func write<Writer: ComponentWriter>(_ shown: ShownItem, to writer: inout Writer) throws(Writer.Failure) {
        let item = shown.item
        let title = redaction.title(of: item)
        try writer.begin("VEVENT")
        try writeIdentityAndTimes(
            EventHead(
                id: item.id, modified: redaction.modified(shown), sequence: redaction.sequence(shown),
                start: item.start,
                minutes: redaction.minutes(of: item), title: title), to: &writer)
        let text = redaction.text(of: item)
        if !text.string.isEmpty { try writer.property("DESCRIPTION", .text(text)) }
        try writer.property("CATEGORIES", .text(redaction.category(of: item)))
        try writeAvailability(to: &writer)
        if let page = redaction.page(of: item) { try writer.property("URL", .uri(page)) }
        // Two with one neutral title may begin together, and vdirsyncer passes over the UID where it tells events apart.
        if redaction.edition == .discreet {
            try writer.property("X-MEND-UID", redaction.calendarID(item.id, at: item.start))
        }
        try writer.begin("VALARM")
        try writer.property("ACTION", .word("DISPLAY"))
        try writer.property("TRIGGER", .duration(-redaction.alarmLead(of: item)))
        try writer.property("DESCRIPTION", .text(title))
        try writer.end("VALARM")
        try writer.end("VEVENT")
    }

    /// What stands in a calendar without items. It is the same from one export to the next.
    private func writeNote<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
        try writer.begin("VEVENT")
        try writeIdentityAndTimes(
            EventHead(
                id: "note", modified: noteStart, sequence: 0, start: noteStart, minutes: 5,
                title: redaction.noteTitle), to: &writer)
        try writeAvailability(to: &writer)
        try writer.end("VEVENT")
    }

    private struct EventHead {
        let id: String
        let modified: Instant
        let sequence: Int
        let start: Instant
        let minutes: Int
        let title: PlainText
    }

    /// RFC 5545 §3.6.1 and §3.8.7; without METHOD, DTSTAMP is the time of the last change.
    private func writeIdentityAndTimes<Writer: ComponentWriter>(
        _ head: EventHead, to writer: inout Writer
    ) throws(Writer.Failure) {
        try writer.property("UID", redaction.calendarID(head.id, at: head.start))
        try writer.property("DTSTAMP", .dateTime(head.modified))
        try writer.property("LAST-MODIFIED", .dateTime(head.modified))
        try writer.property("SEQUENCE", .integer(head.sequence))
        try writer.property("DTSTART", .dateTime(head.start))
        try writer.property("DTEND", .dateTime(head.start + head.minutes.minutes))
        try writer.property("SUMMARY", .text(head.title))
    }

    /// A reminder blocks nobody's day and is nobody else's business.
    private func writeAvailability<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
        try writer.property("CLASS", .word("PRIVATE"))
        try writer.property("TRANSP", .word("TRANSPARENT"))
        try writer.property("X-MICROSOFT-CDO-BUSYSTATUS", .word("FREE"))
    }
}
