import Testing

@testable import MendCore

/// Until when a pause lasts, as it is typed on a Monday evening.
@Suite struct LaterTimeTests {
    @Test(arguments: [
        // The Monday that has begun is over for a pause.
        ("monday", "2026-03-16T00:00:00-04:00"), ("Mon", "2026-03-16T00:00:00-04:00"),
        ("tuesday", "2026-03-10T00:00:00-04:00"), ("sunday", "2026-03-15T00:00:00-04:00"),
        ("tomorrow", "2026-03-10T00:00:00-04:00"), ("+7d", "2026-03-16T00:00:00-04:00"),
        ("2026-03-12", "2026-03-12T00:00:00-04:00"), ("20:30", "2026-03-09T20:30:00-04:00"),
        ("monday 20:30", "2026-03-09T20:30:00-04:00"), ("monday 17:40", "2026-03-16T17:40:00-04:00"),
        // What names a day that has begun says so, for whoever asks to refuse it.
        ("today", "2026-03-09T00:00:00-04:00"), ("+0d", "2026-03-09T00:00:00-04:00"),
        ("2026-03-09", "2026-03-09T00:00:00-04:00"),
    ])
    func readsWhatIsStillToCome(_ text: String, expected: String) throws {
        let zone = try Zones.named("America/New_York")
        let later = try Parsing.laterTime(text, now: try zone.at("2026-03-09 18:00"), zone: zone)
        #expect(TimeText.rfc3339(later, zone) == expected)
    }

    /// In the first second of a Monday, too.
    @Test func aMondayIsAWeekLongAtItsBeginning() throws {
        let zone = try Zones.named("America/New_York")
        let later = try Parsing.laterTime("monday", now: try zone.at("2026-03-09 00:00"), zone: zone)
        #expect(TimeText.rfc3339(later, zone) == "2026-03-16T00:00:00-04:00")
    }
}
