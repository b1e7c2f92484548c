import MendCore
import MendExport

/// A household-year as the peers render it: with local times, their VTIMEZONE, and repairs as tasks.
struct PeerCalendar: ComponentTree {
    let content: PeerContent
    let household: Int

    var expectedOctets: Int { (content.prompts.count + content.reflections.count + content.repairs.count) * 1024 }

    func write<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
        let suffix = PlainText(".h\(household.padded(4))@mend.example")
        let newYear = LocalDay(number: 20_454)
        try writer.begin("VCALENDAR")
        try writer.property("VERSION", .word("2.0"))
        try writer.property("PRODID", .word("-//mend//mend//EN"))
        try writer.property("CALSCALE", .word("GREGORIAN"))
        try writer.property("X-WR-CALNAME", .text(PlainText("Household \(household)")))
        try writeTimeZone(to: &writer)
        for (index, record) in content.prompts.enumerated() {
            try writeEvent(record, suffix, at: local(newYear + index, 073_000), minutes: 10, to: &writer)
        }
        for (index, record) in content.reflections.enumerated() {
            try writeEvent(record, suffix, at: local(newYear + 3 + 7 * index, 190_000), minutes: 30, to: &writer)
        }
        for (index, record) in content.repairs.enumerated() {
            try writeTask(record, suffix, at: local(newYear + 1 + 7 * index / 2, 180_000), to: &writer)
        }
        try writer.end("VCALENDAR")
    }

    private func writeEvent<Writer: ComponentWriter>(
        _ record: PeerContent.Record, _ suffix: PlainText, at start: String, minutes: Int, to writer: inout Writer
    ) throws(Writer.Failure) {
        try writer.begin("VEVENT")
        try writer.property("UID", .identifier(record.id, suffix: suffix))
        try writer.property("DTSTAMP", .dateTime(Self.stamp))
        try writer.property("DTSTART;TZID=America/New_York", .uri(start))
        try writer.property("DURATION", .duration(minutes * 60))
        try writeTexts(record, to: &writer)
        try writer.property("TRANSP", .word("TRANSPARENT"))
        try writer.begin("VALARM")
        try writer.property("ACTION", .word("DISPLAY"))
        try writer.property("TRIGGER", .duration(0))
        try writer.property("DESCRIPTION", .text(record.summary))
        try writer.end("VALARM")
        try writer.end("VEVENT")
    }

    private func writeTask<Writer: ComponentWriter>(
        _ record: PeerContent.Record, _ suffix: PlainText, at due: String, to writer: inout Writer
    ) throws(Writer.Failure) {
        try writer.begin("VTODO")
        try writer.property("UID", .identifier(record.id, suffix: suffix))
        try writer.property("DTSTAMP", .dateTime(Self.stamp))
        try writer.property("DUE;TZID=America/New_York", .uri(due))
        try writeTexts(record, to: &writer)
        try writer.property("STATUS", .word("NEEDS-ACTION"))
        try writer.property("PRIORITY", .integer(5))
        try writer.end("VTODO")
    }

    private func writeTexts<Writer: ComponentWriter>(
        _ record: PeerContent.Record, to writer: inout Writer
    ) throws(Writer.Failure) {
        try writer.property("SUMMARY", .text(record.summary))
        try writer.property("DESCRIPTION", .text(record.description))
        try writer.property("CATEGORIES", .text(record.category))
        try writer.property("URL", .uri(record.url))
    }

    private func writeTimeZone<Writer: ComponentWriter>(to writer: inout Writer) throws(Writer.Failure) {
        try writer.begin("VTIMEZONE")
        try writer.property("TZID", .uri("America/New_York"))
        try writer.begin("DAYLIGHT")
        try writeObservance("EDT", from: "-0500", to: "-0400", "20070311T020000", month: "3;BYDAY=2SU", &writer)
        try writer.end("DAYLIGHT")
        try writer.begin("STANDARD")
        try writeObservance("EST", from: "-0400", to: "-0500", "20071104T020000", month: "11;BYDAY=1SU", &writer)
        try writer.end("STANDARD")
        try writer.end("VTIMEZONE")
    }

    private func writeObservance<Writer: ComponentWriter>(
        _ name: String, from: String, to: String, _ start: String, month: String, _ writer: inout Writer
    ) throws(Writer.Failure) {
        try writer.property("TZOFFSETFROM", .uri(from))
        try writer.property("TZOFFSETTO", .uri(to))
        try writer.property("TZNAME", .uri(name))
        try writer.property("DTSTART", .uri(start))
        try writer.property("RRULE", .uri("FREQ=YEARLY;BYMONTH=\(month)"))
    }

    /// `20260101T073000`
    private func local(_ day: LocalDay, _ time: Int) -> String {
        let date = day.date
        return String(unsafeUninitializedCapacity: 15) { bytes in
            Self.write(date.year * 10_000 + date.month * 100 + date.day, to: bytes, 0..<8)
            bytes[8] = UInt8(ascii: "T")
            Self.write(time, to: bytes, 9..<15)
            return 15
        }
    }

    @inline(__always)
    private static func write(_ number: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, _ places: Range<Int>) {
        var rest = UInt32(number)
        for place in places.reversed() {
            bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    private static let stamp = Instant(seconds: 1_767_225_600)
}
