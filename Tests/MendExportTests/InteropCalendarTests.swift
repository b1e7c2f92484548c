import MendCore
import MendExport
import MendXML
import Testing

/// What real calendar clients need; the numbers are those of the project's list.
struct InteropCalendarTests {
    private func parsed(
        _ items: [Item]? = nil, only: Subscription.Scope? = nil, _ settings: ExportSettings? = nil
    ) throws -> ParsedCalendar.Component {
        let items = try items ?? TestData.items()
        let calendar = try TestData.calendar(items, only: only, settings)
        return try ParsedCalendar(ICalendarWriter.bytes(of: calendar)).root
    }

    @Test func interop01FoldsAt75OctetsWithinCharacters() throws {
        for pad in 0..<80 {
            let text = String(repeating: "x", count: pad) + String(repeating: "é漢👩‍👧", count: 30)
            let calendar = OneProperty("VCALENDAR", "DESCRIPTION", .text(PlainText(text)))
            let bytes = ICalendarWriter.bytes(of: calendar)
            #expect(bytes.first == UInt8(ascii: "B"))
            let lines = try ParsedCalendar.lines(bytes)
            #expect(lines.count > 3)
            #expect(try ParsedCalendar(bytes).root.text("DESCRIPTION") == text)
        }
    }

    @Test(arguments: [
        (62, 1), (63, 1), (64, 2), (137, 2), (138, 3),
    ])
    func foldsOnlyLinesThatAreLonger(characters: Int, lines: Int) throws {
        // "DESCRIPTION:" has 12 octets; continuation lines hold 74 after their space.
        let text = PlainText(String(repeating: "x", count: characters))
        let bytes = ICalendarWriter.bytes(of: OneProperty("VCALENDAR", "DESCRIPTION", .text(text)))
        #expect(try ParsedCalendar.lines(bytes).count == lines + 2)
    }

    @Test(arguments: [
        ("a\\b;c,d\ne", "a\\\\b\\;c\\,d\\ne"),
        ("a:b\"c'd", "a:b\"c'd"),
        ("a\r\nEND:VEVENT\rb", "a\\nEND:VEVENT\\nb"),
        ("a\u{0}\u{7}\u{1B}b\tc\u{7F}\u{9F}", "ab\tc"),
        ("a\u{2028}b\u{85}c\u{B}d", "a\\nb\\nc\\nd"),
    ])
    func interop02EscapesExactlyFourCharacters(text: String, written: String) throws {
        let bytes = ICalendarWriter.bytes(of: OneProperty("VCALENDAR", "NAME", .text(PlainText(text))))
        #expect(String(decoding: bytes, as: UTF8.self) == "BEGIN:VCALENDAR\r\nNAME:\(written)\r\nEND:VCALENDAR\r\n")
    }

    @Test func interop03HasIdentityAndNoMethodOrUID() throws {
        let calendar = try parsed()
        #expect(calendar.name == "VCALENDAR")
        #expect(calendar["VERSION"] == "2.0")
        #expect(calendar["PRODID"] == "-//mend//mend//EN")
        #expect(calendar["METHOD"] == nil)
        #expect(calendar["UID"] == nil)
        #expect(calendar.components.count == 8)
    }

    @Test func interop04StatesTheRefreshIntervalTwice() throws {
        let text = String(decoding: ICalendarWriter.bytes(of: try TestData.calendar([])), as: UTF8.self)
        #expect(text.contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"))
        #expect(text.contains("\r\nX-PUBLISHED-TTL:PT1H\r\n"))
    }

    @Test(arguments: [nil, Subscription.Scope.prompts, .repairs, .reflections], [Edition.open, .discreet])
    func interop05NamesAreEqualAndColoursAgree(only: Subscription.Scope?, edition: Edition) throws {
        let calendar = try parsed(only: only, TestData.settings(edition))
        #expect(calendar["NAME"] == calendar["X-WR-CALNAME"])
        let colors = [
            "seagreen": "#2E8B57", "steelblue": "#4682B4", "chocolate": "#D2691E", "mediumpurple": "#9370DB",
            "slategray": "#708090",
        ]
        let color = try #require(calendar["COLOR"])
        #expect(calendar["X-APPLE-CALENDAR-COLOR"] == colors[color])
        if edition == .discreet {
            #expect(color == "slategray")
            #expect(calendar["NAME"]?.hasPrefix("Reminders") == true)
        }
    }

    @Test func interop06StandsInUTC() throws {
        let text = String(
            decoding: ICalendarWriter.bytes(of: try TestData.calendar(try TestData.items())), as: UTF8.self)
        #expect(!text.contains("TZID"))
        #expect(!text.contains("VTIMEZONE"))
        #expect(text.contains("\r\nDTSTART:20260202T220000Z\r\nDTEND:20260202T221500Z\r\n"))
        #expect(text.contains("\r\nDTSTART:20260403T130000Z\r\n"))
    }

    @Test func interop07UIDsArePermanentAndUnique() throws {
        let before = try parsed()
        let later = try TestData.settings(base: nil, now: TestData.instant("2026-02-03T00:00:00Z"))
        #expect(before.components.map { $0["UID"] } == (try parsed(nil, later).components.map { $0["UID"] }))
        #expect(Set(before.components.map { $0["UID"] }).count == 8)
        #expect(before.components[3]["UID"] == "r1.reconnect.k7Qm2xW9@mend")
        let discreet = try parsed(nil, TestData.settings(.discreet))
        #expect(Set(discreet.components.map { $0["UID"] }).count == 6)
        // Whatever changes in the program, these stay.
        #expect(discreet.components[2]["UID"] == "0993d72c3dd8927e19dbe1df31afc423@mend")
    }

    @Test func interop08StampsFollowTheLastEditOnly() throws {
        let items = try TestData.items()
        let first = Publication(
            items: items, published: [], now: try TestData.instant("2026-01-20T10:00:00Z"),
            words: \.title)
        for event in try parsed().components {
            #expect(event["DTSTAMP"] == "20260120T100000Z")
            #expect(event["LAST-MODIFIED"] == "20260120T100000Z")
            #expect(event["SEQUENCE"] == "0")
        }
        let later = Publication(items: items, published: first.changes, now: try TestData.now(), words: \.title)
        // What has begun meanwhile is written down, and nothing that a calendar shows changes by it.
        #expect(later.changes.allSatisfy { $0.settled != nil && $0.start < (try? TestData.now()) ?? $0.start })
        #expect(later.changes.allSatisfy { change in first.changes.contains { $0.hasStamps(of: change) } })
        #expect(later.shown == first.shown)
        let builder = CalendarBuilder(
            household: TestData.household, plan: try TestData.plan([]), settings: try TestData.settings())
        let noteDay = try #require(LocalDay("2026-01-05"))
        #expect(
            ICalendarWriter.bytes(of: builder.calendar(nil, of: later.shown, noteDay: noteDay))
                == ICalendarWriter.bytes(of: builder.calendar(nil, of: first.shown, noteDay: noteDay)))
    }

    @Test func interop09HoldsTwelveWeeksAndLeavesOutWhatWasWithdrawn() throws {
        let starts = [
            "2025-11-09T23:59:59-05:00", "2025-11-10T00:00:00-05:00", "2026-05-03T23:59:59-04:00",
            "2026-05-04T00:00:00-04:00",
        ]
        let items = try starts.enumerated().map {
            try TestData.item("r1.try-again.\($0.offset + 1)", .prompt, $0.element)
        }
        #expect(try parsed(items).components.map { $0["UID"] } == ["r1.try-again.2.k7Qm2xW9@mend", "r1.try-again.3.k7Qm2xW9@mend"])
        let text = String(decoding: ICalendarWriter.bytes(of: try TestData.calendar(items)), as: UTF8.self)
        #expect(!text.contains("CANCELLED"))
    }

    @Test func interop10BlocksNobodysDay() throws {
        for items in [try TestData.items(), []] {
            for event in try parsed(items).components {
                #expect(event["TRANSP"] == "TRANSPARENT")
                #expect(event["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE")
                #expect(event["CLASS"] == "PRIVATE")
            }
        }
    }

    @Test func interop11AlarmsAreWhole() throws {
        let shared = [
            try TestData.item("daily.2026-02-02", .prompt, "2026-02-02T07:30:00-05:00"),
            try TestData.item(
                "r1.try-again.1", .rung(.tryAgain), "2026-02-02T17:00:00-05:00", voice: .together, with: ["Ada"]),
        ]
        for (edition, lead) in [(Edition.open, "-PT5M"), (.discreet, "PT0S")] {
            let events = try parsed(shared, TestData.settings(edition)).components
            for event in events {
                let alarm = try #require(event.components.first)
                #expect(alarm.name == "VALARM")
                #expect(alarm["ACTION"] == "DISPLAY")
                #expect(alarm["DESCRIPTION"] == event["SUMMARY"])
            }
            #expect(events.map { $0.components.first?["TRIGGER"] } == ["PT0S", lead])
        }
    }

    @Test(arguments: [nil, Subscription.Scope.prompts, .repairs, .reflections])
    func interop12EmptyCalendarHoldsANote(only: Subscription.Scope?) throws {
        let calendar = try parsed([], only: only)
        #expect(calendar.components.count == 1)
        let note = calendar.components[0]
        #expect(note["SUMMARY"] == "Nothing is due")
        // The first record is of 5 January; quiet hours end at 07:00 in New York.
        #expect(note["DTSTART"] == "20260105T120000Z")
        #expect(note["DTEND"] == "20260105T120500Z")
        #expect(note["DTSTAMP"] == "20260105T120000Z")
        #expect(note["UID"] == "note.k7Qm2xW9@mend")
    }

    @Test func interop13EveryEventHasAPositiveDuration() throws {
        let items = [try TestData.item("daily.2026-02-02", .prompt, "2026-02-02T07:30:00-05:00", minutes: 0)]
        for items in [items, try TestData.items(), []] {
            for event in try parsed(items).components {
                let (start, end) = (try #require(event["DTSTART"]), try #require(event["DTEND"]))
                #expect(start < end)
            }
        }
    }

    @Test func tellsWhatTheEditionAllows() throws {
        let open = try parsed().components[3]
        #expect(open["SUMMARY"] == "A title · Ada")
        #expect(open["DESCRIPTION"] == "A text")
        #expect(open["CATEGORIES"] == "Repair")
        #expect(open["URL"] == "https://example.org/mend/i/r1.reconnect")
        let discreet = try parsed(nil, TestData.settings(.discreet)).components[2]
        #expect(["Tea break", "Look up", "Pause"].contains(discreet["SUMMARY"]))
        #expect(discreet["DESCRIPTION"] == "More in mend.")
        #expect(discreet["CATEGORIES"] == "Reminder")
        #expect(discreet["URL"] == nil)
    }

    @Test(arguments: [
        (nil, 8), (Subscription.Scope.prompts, 6), (.repairs, 2), (.reflections, 3),
    ])
    func scopesDivideTheCalendar(only: Subscription.Scope?, count: Int) throws {
        #expect(try parsed(only: only).components.count == count)
    }

    @Test(arguments: [Edition.open, .discreet])
    func xCalSaysTheSame(edition: Edition) throws {
        let calendar = try TestData.calendar(try TestData.items(), try TestData.settings(edition))
        let text = try ParsedCalendar(ICalendarWriter.bytes(of: calendar)).root
        let document = try XMLReader().root(of: try XCalWriter.bytes(of: calendar))
        #expect(document.name == "icalendar")
        #expect(document.namespace == "urn:ietf:params:xml:ns:icalendar-2.0")
        try compare(text, try #require(document.first("vcalendar")))
    }

    private func compare(_ text: ParsedCalendar.Component, _ element: XMLElement) throws {
        #expect(element.name == text.name.lowercased())
        let properties = try #require(element.first("properties")).children
        #expect(properties.map(\.name) == text.properties.map { $0.name.lowercased() })
        for (property, written) in zip(properties, text.properties) {
            let value = try #require(property.children.first)
            switch value.name {
            case "text": #expect(try value.text == ParsedCalendar.unescaped(written.value))
            case "date-time": #expect(value.text.filter { $0 != "-" && $0 != ":" } == written.value)
            case "duration", "uri", "integer": #expect(value.text == written.value)
            default: Issue.record("\(value.name)")
            }
        }
        let components = element.first("components")?.children ?? []
        #expect(components.count == text.components.count)
        for (component, written) in zip(components, text.components) { try compare(written, component) }
    }
}

extension Published {
    /// Whether both are of one item, and stamped alike.
    fileprivate func hasStamps(of other: Published) -> Bool {
        item == other.item && start == other.start && sequence == other.sequence && modified == other.modified
    }
}
