import Testing

@testable import MendCore

@Suite struct TimeInputTests {
    @Test(arguments: [
        ("2026-01-05T17:40:00-08:00", "2026-01-05T20:40:00-05:00"), ("2026-01-05 17:40", "2026-01-05T17:40:00-05:00"),
        ("17:40", "2026-03-10T17:40:00-04:00"), ("7:05", "2026-03-10T07:05:00-04:00"),
        ("today 17:40", "2026-03-10T17:40:00-04:00"),
        ("yesterday 17:40", "2026-03-09T17:40:00-04:00"), ("Yesterday 17:40", "2026-03-09T17:40:00-04:00"),
        ("20m ago", "2026-03-10T17:40:00-04:00"), ("2h ago", "2026-03-10T16:00:00-04:00"),
        ("20 minutes ago", "2026-03-10T17:40:00-04:00"),
        ("half an hour ago", "2026-03-10T17:30:00-04:00"), ("Half  an hour ago", "2026-03-10T17:30:00-04:00"),
        ("1 hour ago", "2026-03-10T17:00:00-04:00"), ("3d ago", "2026-03-07T17:00:00-05:00"),
        ("now", "2026-03-10T18:00:00-04:00"),
        // The clock skips 02:00–03:00 on 8 March.
        ("2026-03-08 02:30", "2026-03-08T03:30:00-04:00"),
    ])
    func readsWhatAPersonTypes(_ text: String, expected: String) throws {
        let zone = try Zones.named("America/New_York")
        let now = try zone.at("2026-03-10 18:00")
        #expect(TimeInput.instant(text, now: now, zone: zone).map { TimeText.rfc3339($0, zone) } == expected)
        #expect(try TimeInput.instant(text, now: now, zone: zone) == .written(expected))
    }

    @Test(arguments: [
        "", "soon", "25:00", "24:00", "2026-01-05", "2026-02-30 10:00", "1899-12-31 10:00", "2200-01-01 10:00",
        "20x ago", "ago", "m ago", "-5m ago", "20m", "1.5h ago", "20 fortnights ago", "2026-01-05 17:40 sharp",
        "99999999999m ago", "999999999d ago", "46100 days ago", "2026-01-05 17:40 2h ago",
    ])
    func refusesTheRest(_ text: String) throws {
        let zone = try Zones.named("America/New_York")
        #expect(TimeInput.instant(text, now: try zone.at("2026-03-10 18:00"), zone: zone) == nil)
    }

    /// Just before midnight in New York it is the next day already in London.
    @Test func takesTodayFromTheZone() throws {
        let now = try Instant.written("2026-03-10T23:30:00-04:00")
        #expect(
            TimeInput.day("today", now: now, zone: try Zones.named("America/New_York"))?.description == "2026-03-10")
        #expect(TimeInput.day("today", now: now, zone: try Zones.named("Europe/London"))?.description == "2026-03-11")
    }

    @Test(
        arguments: [
            ("today", "2026-03-10"), ("Yesterday", "2026-03-09"), ("tomorrow", "2026-03-11"),
            ("2026-01-05", "2026-01-05"),
            ("2026-02-30", nil), ("2200-01-01", nil), ("17:40", nil), ("", nil),
        ] as [(String, String?)])
    func readsDays(_ text: String, expected: String?) throws {
        let zone = try Zones.named("America/New_York")
        #expect(TimeInput.day(text, now: try zone.at("2026-03-10 18:00"), zone: zone)?.description == expected)
    }
}
