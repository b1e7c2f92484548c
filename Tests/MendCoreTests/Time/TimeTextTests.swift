import Testing

@testable import MendCore

@Suite struct TimeTextTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-01-05T18:00:00-05:00", 1_767_654_000),
        ("2026-01-05T23:00:00Z", 1_767_654_000),
        ("2026-01-06T04:45:00+05:45", 1_767_654_000), ("2026-01-05t23:00:00z", 1_767_654_000),
        ("2026-01-05 23:00:00Z", 1_767_654_000), ("2026-01-05T23:00:00.999Z", 1_767_654_000),
        ("2026-01-05T23:00:00.5+00:00", 1_767_654_000), ("2026-01-05T23:00:00-00:00", 1_767_654_000),
        ("1900-01-01T00:00:00Z", -2_208_988_800), ("2199-12-31T23:59:59Z", 7_258_118_399),
        // What a zone's own clock makes of these two.
        ("1899-12-31T19:04:00-04:56", -2_208_988_800), ("2200-01-01T13:59:59+14:00", 7_258_118_399),
    ])
    func readsRFC3339(_ text: String, seconds: Int) {
        #expect(TimeText.instant(rfc3339: text) == Instant(seconds: seconds))
    }

    @Test(arguments: [
        "", "2026-01-05", "2026-01-05T18:00:00", "2026-01-05T18:00Z", "2026-01-05T24:00:00Z", "2026-01-05T23:60:00Z",
        "2026-01-05T23:00:60Z", "2026-02-30T00:00:00Z", "2026-01-05T23:00:00.Z", "2026-01-05T23:00:00+0500",
        "2026-01-05T23:00:00+24:00", "2026-01-05T23:00:00+05:60", "2026-01-05T23:00:00+05", "2026-01-05T23:00:00Zulu",
        "2026-01-05T23-00-00Z", "2026-01-05X23:00:00Z", "1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z",
        "1900-01-01T00:00:00+00:01", "2199-12-31T23:59:59-00:01", "+2026-01-05T23:00:00Z", "2026-01-05T-1:00:00Z",
        "２026-01-05T23:00:00Z",
    ])
    func refusesWhatIsNotRFC3339(_ text: String) {
        #expect(TimeText.instant(rfc3339: text) == nil)
    }

    @Test(arguments: [
        ("America/New_York", 1_767_654_000, "2026-01-05T18:00:00-05:00"),
        ("Asia/Kathmandu", 1_767_654_000, "2026-01-06T04:45:00+05:45"),
        ("UTC", -1, "1969-12-31T23:59:59+00:00"), ("America/St_Johns", 1_767_654_000, "2026-01-05T19:30:00-03:30"),
        // Monrovia was 44 minutes and 30 seconds behind: the seconds are dropped from offset and clock alike.
        ("Africa/Monrovia", 0, "1969-12-31T23:16:00-00:44"),
    ])
    func writesRFC3339InTheZonesOffset(_ zone: String, seconds: Int, expected: String) throws {
        let text = try TimeText.rfc3339(Instant(seconds: seconds), Zones.named(zone))
        #expect(text == expected)
        #expect(TimeText.instant(rfc3339: text) == Instant(seconds: seconds))
    }

    @Test func writesUTC() {
        #expect(TimeText.utc(Instant(seconds: 1_767_654_000)) == "2026-01-05T23:00:00Z")
        #expect(TimeText.utc(Instant(seconds: -1)) == "1969-12-31T23:59:59Z")
    }

    @Test(arguments: [
        (0, "PT0S"), (1, "PT1S"), (60, "PT1M"), (1200, "PT20M"), (3600, "PT1H"), (3661, "PT1H1M1S"), (86_400, "P1D"),
        (93_600, "P1DT2H"), (86_460, "P1DT1M"), (604_800, "P7D"), (-10_800, "-PT3H"), (-90_000, "-P1DT1H"),
    ])
    func writesDurations(_ seconds: Int, expected: String) {
        #expect(TimeText.duration(seconds) == expected)
    }
}
