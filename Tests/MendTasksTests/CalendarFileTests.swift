import MendCore
import Testing

@testable import MendTasks

/// Files that others wrote, as libical reads them.
@Suite struct CalendarFileTests {
    private static let file = """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        PRODID:-//check//EN\r
        BEGIN:VTIMEZONE\r
        TZID:Mars/Olympus\r
        BEGIN:STANDARD\r
        DTSTART:19700101T000000\r
        TZOFFSETFROM:+0200\r
        TZOFFSETTO:+0200\r
        END:STANDARD\r
        END:VTIMEZONE\r
        BEGIN:VTODO\r
        UID:a\r
        SUMMARY;LANGUAGE=en:One\\, two\\; three\\nfour \\\\ five\r
        DUE;TZID=Mars/Olympus:20260105T170000\r
        COMPLETED:20260105T170000Z\r
        DTSTART;VALUE=DATE:20260104\r
        X-EMPTY:\r
        X-OWN;X-P="a,b":v\r
        BEGIN:VALARM\r
        ACTION:DISPLAY\r
        TRIGGER;VALUE=DATE-TIME:20260105T150000Z\r
        END:VALARM\r
        END:VTODO\r
        END:VCALENDAR\r

        """

    @Test func readsTextsTimesAndParameters() throws {
        let task = try #require(try CalendarFile.calendar(of: Array(Self.file.utf8)).all("VTODO").first)
        #expect(task.value("SUMMARY") == "One, two; three\nfour \\ five")
        #expect(task.first("SUMMARY")?.parameters == [.init(name: "LANGUAGE", value: "en")])
        let five = try #require(TimeText.instant(rfc3339: "2026-01-05T17:00:00Z"))
        #expect(task.first("COMPLETED")?.moment == .instant(five))
        // The file's own zone is two hours ahead.
        #expect(task.first("DUE")?.moment == .instant(five - 2.hours))
        #expect(task.first("DTSTART")?.moment == .day(try #require(LocalDay("2026-01-04"))))
        #expect(task.first("X-EMPTY") == nil)
        #expect(task.first("X-OWN")?.parameters.map(\.value) == ["a,b"])
        #expect(task.all("VALARM").first?.first("TRIGGER")?.moment == .instant(five - 2.hours))
    }

    @Test func readsLinesThatEndInLineFeeds() throws {
        let text = Self.file.replacing("\r\n", with: "\n")
        #expect(try CalendarFile.calendar(of: Array(text.utf8)).all("VTODO").count == 1)
    }

    @Test func boundsDepthAndSize() {
        let deep = String(repeating: "BEGIN:X-A\r\n", count: 2_000) + String(repeating: "END:X-A\r\n", count: 2_000)
        #expect(throws: CalendarFile.Fault.malformed) {
            try CalendarFile.calendar(of: Array("BEGIN:VCALENDAR\r\n\(deep)END:VCALENDAR\r\n".utf8))
        }
        #expect(throws: CalendarFile.Fault.tooLarge) {
            try CalendarFile.calendar(of: [UInt8](repeating: 0x41, count: 65_537))
        }
    }

    /// libical writes down each change that a rule brings.
    @Test(arguments: [
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", true), ("FREQ=YEARLY;UNTIL=20300101T000000Z;BYMONTHDAY=1;BYMONTH=1", true),
        ("FREQ=SECONDLY", false), ("FREQ=MINUTELY", false), ("FREQ=YEARLY;BYSECOND=1,2,3", false),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14", true), ("FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=1", false),
        ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1,2,3", false), ("FREQ=YEARLY;BYDAY=SU", false), ("FREQ=YEARLY;BYMONTHDAY=1", false),
    ])
    func readsZonesThatChangeByTheYear(_ rule: String, _ isRead: Bool) {
        let zone =
            "BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nRRULE:\(rule)\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        let file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(zone)BEGIN:VTODO\r\nUID:1\r\nDUE;TZID=Z:20260105T170000\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
        #expect(((try? CalendarFile.calendar(of: Array(file.utf8))) != nil) == isRead)
    }

    @Test func boundsWhatZonesHold() {
        let part = "BEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nRRULE:FREQ=YEARLY\r\nEND:STANDARD\r\n"
        func file(_ count: Int) -> [UInt8] {
            let zone = "BEGIN:VTIMEZONE\r\nTZID:Z\r\n\(String(repeating: part, count: count))END:VTIMEZONE\r\n"
            return Array("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(zone)BEGIN:VTODO\r\nUID:1\r\nEND:VTODO\r\nEND:VCALENDAR\r\n".utf8)
        }
        #expect((try? CalendarFile.calendar(of: file(4))) != nil)
        #expect(throws: CalendarFile.Fault.malformed) { try CalendarFile.calendar(of: file(65)) }
    }

    /// A line ends with both, or with the second alone.
    @Test func takesNoLineThatALoneReturnEnds() {
        let file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nUID:1\r\nCATEGORIES:a\rCOMPLETED:20260105T170000Z\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
        #expect((try? CalendarFile.calendar(of: Array(file.utf8))) == nil)
    }

    /// Bytes that are cut, doubled and changed are read or refused, and nothing else happens.
    @Test func anyBytesAreReadOrRefused() throws {
        var chance = UInt64(7)
        func next(_ count: Int) -> Int {
            chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(chance >> 33) % count
        }
        let words = ["BEGIN:VTODO\r\n", "END:VTODO\r\n", "DUE;VALUE=DATE:", ";TZID=", "\"", ":", "\\", "\r\n ", "RRULE:", "\u{0}", "é"]
        let zone = try ListUnderTest.zone()
        var read = 0
        for _ in 1...20_000 {
            var bytes = Array(Self.file.utf8)
            for _ in 0...next(4) {
                let place = next(bytes.count)
                switch next(4) {
                case 0: bytes[place] = UInt8(next(256))
                case 1: bytes.insert(contentsOf: words[next(words.count)].utf8, at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + next(20)))
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: next(bytes.count))
                }
            }
            if (try? ClientTask(bytes, zone: zone)) != nil { read += 1 }
        }
        #expect((1_000..<19_000).contains(read), "seed 7: \(read)")
    }
}
