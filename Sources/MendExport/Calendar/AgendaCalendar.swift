import MendCore

/// A household's calendar of items, in their order. Everything in it comes from them.
public struct AgendaCalendar: ComponentTree {
    let face: CalendarFace
    let events: [ShownItem]
    /// When the note stands that an empty calendar holds.
    let emptySince: Instant
    let disclosure: Disclosure

    public var octets: Int {
        events.reduce(2048) { octets, shown in
            // What stands in each event besides what its item says, and that with its folds and escapes.
            let text = disclosure.edition == .open ? shown.item.text.utf8.count : 0
            return octets + 896 + 2 * shown.item.title.utf8.count + 9 * text / 8
        }
    }

    public func tell<Writer: ComponentWriter>(_ writer: inout Writer) throws(Writer.Failure) {
        try writer.component("VCALENDAR") { writer throws(Writer.Failure) in
            try tellFace(&writer)
            for event in events { try tell(event, to: &writer) }
            if events.isEmpty { try tellNote(to: &writer) }
        }
    }

    private func tellFace<Writer: ComponentWriter>(_ writer: inout Writer) throws(Writer.Failure) {
        try writer.property("VERSION", .word("2.0"))
        try writer.property("PRODID", .word("-//mend//mend//EN"))
        try writer.property("CALSCALE", .word("GREGORIAN"))
        try writer.property("NAME", .text(PlainText(face.name)))
        try writer.property("X-WR-CALNAME", .text(PlainText(face.name)))
        // RFC 7986 §5.7 gives it no default type.
        try writer.typedProperty("REFRESH-INTERVAL", .duration(1.hours))
        try writer.property("X-PUBLISHED-TTL", .duration(1.hours))
        try writer.property("COLOR", .text(PlainText(face.color)))
        try writer.property("X-APPLE-CALENDAR-COLOR", .text(PlainText(face.appleColor)))
    }

    private func tell<Writer: ComponentWriter>(_ shown: ShownItem, to writer: inout Writer) throws(Writer.Failure) {
        let item = shown.item
        let title = disclosure.title(of: item)
        try writer.component("VEVENT") { writer throws(Writer.Failure) in
            try tellHead(
                Head(
                    id: item.id, modified: shown.modified, sequence: shown.sequence, start: item.start,
                    minutes: max(1, item.minutes), title: title), to: &writer)
            let text = disclosure.text(of: item)
            if !text.string.isEmpty { try writer.property("DESCRIPTION", .text(text)) }
            try writer.property("CATEGORIES", .text(disclosure.category(of: item)))
            try tellUnobtrusiveness(to: &writer)
            if let page = disclosure.page(of: item) { try writer.property("URL", .uri(page)) }
            try writer.component("VALARM") { writer throws(Writer.Failure) in
                try writer.property("ACTION", .word("DISPLAY"))
                try writer.property("TRIGGER", .duration(-disclosure.lead(of: item)))
                try writer.property("DESCRIPTION", .text(title))
            }
        }
    }

    /// What stands in a calendar with no item. It is the same from one export to the next.
    private func tellNote<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
        try writer.component("VEVENT") { writer throws(Writer.Failure) in
            try tellHead(
                Head(
                    id: "note", modified: emptySince, sequence: 0, start: emptySince, minutes: 5,
                    title: disclosure.emptyTitle), to: &writer)
            try tellUnobtrusiveness(to: &writer)
        }
    }

    private struct Head {
        let id: String
        let modified: Instant
        let sequence: Int
        let start: Instant
        let minutes: Int
        let title: PlainText
    }

    /// RFC 5545 §3.6.1 and §3.8.7; without METHOD, DTSTAMP is the time of the last change.
    private func tellHead<Writer: ComponentWriter>(_ head: Head, to writer: inout Writer) throws(Writer.Failure) {
        try writer.property("UID", disclosure.calendarID(head.id))
        try writer.property("DTSTAMP", .dateTime(head.modified))
        try writer.property("LAST-MODIFIED", .dateTime(head.modified))
        try writer.property("SEQUENCE", .integer(head.sequence))
        try writer.property("DTSTART", .dateTime(head.start))
        try writer.property("DTEND", .dateTime(head.start + head.minutes.minutes))
        try writer.property("SUMMARY", .text(head.title))
    }

    /// A reminder blocks nobody's day and is nobody else's business.
    private func tellUnobtrusiveness<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
        try writer.property("CLASS", .word("PRIVATE"))
        try writer.property("TRANSP", .word("TRANSPARENT"))
        try writer.property("X-MICROSOFT-CDO-BUSYSTATUS", .word("FREE"))
    }
}
