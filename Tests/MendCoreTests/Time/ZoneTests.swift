import Testing

@testable import MendCore

@Suite struct ZoneTests {
    /// A local time, and the instant that the wall-clock rule gives it.
    @Test(arguments: [
        // New York: 2026-03-08 02:00–03:00 is skipped, 2026-11-01 01:00–02:00 comes twice.
        ("America/New_York", "2026-03-08 01:59", "2026-03-08T01:59:00-05:00"),
        ("America/New_York", "2026-03-08 02:00", "2026-03-08T03:00:00-04:00"),
        ("America/New_York", "2026-03-08 02:30", "2026-03-08T03:30:00-04:00"),
        ("America/New_York", "2026-03-08 03:00", "2026-03-08T03:00:00-04:00"),
        ("America/New_York", "2026-11-01 00:59", "2026-11-01T00:59:00-04:00"),
        ("America/New_York", "2026-11-01 01:00", "2026-11-01T01:00:00-04:00"),
        ("America/New_York", "2026-11-01 01:59", "2026-11-01T01:59:00-04:00"),
        ("America/New_York", "2026-11-01 02:00", "2026-11-01T02:00:00-05:00"),
        // London and Dublin, whose winter is daylight saving the other way round.
        ("Europe/London", "2026-03-29 01:30", "2026-03-29T02:30:00+01:00"),
        ("Europe/London", "2026-10-25 01:30", "2026-10-25T01:30:00+01:00"),
        ("Europe/Dublin", "2026-03-29 01:30", "2026-03-29T02:30:00+01:00"),
        ("Europe/Dublin", "2026-10-25 01:30", "2026-10-25T01:30:00+01:00"),
        ("Europe/Dublin", "2060-01-01 12:00", "2060-01-01T12:00:00+00:00"),
        ("Europe/Dublin", "2060-07-01 12:00", "2060-07-01T12:00:00+01:00"),
        // Lord Howe moves by half an hour.
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04T02:45:00+11:00"),
        ("Australia/Lord_Howe", "2026-10-04 02:30", "2026-10-04T02:30:00+11:00"),
        ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-05T01:45:00+11:00"),
        ("Australia/Lord_Howe", "2026-04-05 02:00", "2026-04-05T02:00:00+10:30"),
        // Apia had no 30 December 2011.
        ("Pacific/Apia", "2011-12-29 23:59", "2011-12-29T23:59:00-10:00"),
        ("Pacific/Apia", "2011-12-30 00:00", "2011-12-31T00:00:00+14:00"),
        ("Pacific/Apia", "2011-12-30 10:00", "2011-12-31T10:00:00+14:00"),
        ("Pacific/Apia", "2011-12-31 10:00", "2011-12-31T10:00:00+14:00"),
        // Casablanca goes back for Ramadan.
        ("Africa/Casablanca", "2026-02-15 02:30", "2026-02-15T02:30:00+01:00"),
        ("Africa/Casablanca", "2026-03-01 12:00", "2026-03-01T12:00:00+00:00"),
        ("Africa/Casablanca", "2026-03-22 02:30", "2026-03-22T03:30:00+01:00"),
        // Sydney's summer is around the new year.
        ("Australia/Sydney", "2026-01-05 17:40", "2026-01-05T17:40:00+11:00"),
        ("Australia/Sydney", "2026-10-04 02:30", "2026-10-04T03:30:00+11:00"),
        ("Australia/Sydney", "2026-04-05 02:30", "2026-04-05T02:30:00+11:00"),
        // Nuuk changes on Saturday evening, at 22:00 before and 23:00 after its winter.
        ("America/Nuuk", "2026-03-28 22:59", "2026-03-28T22:59:00-02:00"),
        ("America/Nuuk", "2026-03-28 23:30", "2026-03-29T00:30:00-01:00"),
        ("America/Nuuk", "2026-10-24 23:30", "2026-10-24T23:30:00-01:00"),
        // Santiago and Gaza change at midnight.
        ("America/Santiago", "2026-09-06 00:00", "2026-09-06T01:00:00-03:00"),
        ("America/Santiago", "2026-04-04 23:30", "2026-04-04T23:30:00-03:00"),
        // Years beyond the file's table follow its footer.
        ("America/New_York", "2100-03-14 02:30", "2100-03-14T03:30:00-04:00"),
        ("America/New_York", "2100-11-07 01:30", "2100-11-07T01:30:00-04:00"),
        ("America/New_York", "2199-07-01 12:00", "2199-07-01T12:00:00-04:00"),
        ("America/Nuuk", "2050-03-26 23:30", "2050-03-27T00:30:00-01:00"),
        ("America/Nuuk", "2050-10-29 23:30", "2050-10-29T23:30:00-01:00"),
        ("Australia/Lord_Howe", "2100-10-03 02:15", "2100-10-03T02:45:00+11:00"),
        // Offsets that are no whole hour, none at all, and midnight as a day's end.
        ("Asia/Kathmandu", "2026-01-05 17:40", "2026-01-05T17:40:00+05:45"),
        ("UTC", "2026-01-05 17:40", "2026-01-05T17:40:00+00:00"),
        ("America/New_York", "2026-01-05 24:00", "2026-01-06T00:00:00-05:00"),
    ])
    func resolvesLocalTimes(_ name: String, local: String, expected: String) throws {
        let zone = try Zones.named(name)
        #expect(TimeText.rfc3339(try zone.at(local), zone) == expected)
        #expect(try zone.at(local) == .written(expected))
    }

    @Test(arguments: [
        ("America/New_York", "2026-03-08", "02:30", 3600), ("America/New_York", "2026-03-08", "03:30", 0),
        ("America/New_York", "2026-11-01", "01:30", 0), ("Australia/Lord_Howe", "2026-10-04", "02:15", 1800),
        ("Pacific/Apia", "2011-12-30", "10:00", 86_400),
    ])
    func tellsHowMuchTheClockSkipped(_ name: String, day: String, time: String, skipped: Int) throws {
        let (day, time) = try (LocalDay.written(day), LocalTime.written(time))
        #expect(try Zones.named(name).resolve(day, time).skipped == skipped)
    }

    @Test func readsBothPassesOfADoubledHourAlike() throws {
        let zone = try Zones.named("America/New_York")
        let first = try Instant.written("2026-11-01T01:30:00-04:00")
        let second = try Instant.written("2026-11-01T01:30:00-05:00")
        #expect(second - first == 3600)
        #expect(zone.text(first) == "2026-11-01 01:30")
        #expect(zone.text(second) == "2026-11-01 01:30")
    }

    @Test(arguments: [
        ("Pacific/Apia", "2011-12-29", true), ("Pacific/Apia", "2011-12-30", false),
        ("Pacific/Apia", "2011-12-31", true),
        ("Pacific/Kwajalein", "1993-08-21", false), ("Pacific/Kwajalein", "1993-08-22", true),
        ("America/Santiago", "2026-09-06", true), ("America/New_York", "2011-12-30", true),
    ])
    func knowsDaysThatTheCalendarSkipped(_ name: String, day: String, exists: Bool) throws {
        #expect(try Zones.named(name).has(LocalDay.written(day)) == exists)
    }

    /// The first instant of a day, which is not always its 00:00.
    @Test(arguments: [
        ("America/New_York", "2026-03-08", "2026-03-08T00:00:00-05:00"),
        ("America/Santiago", "2026-09-06", "2026-09-06T01:00:00-03:00"),
        ("Pacific/Apia", "2011-12-31", "2011-12-31T00:00:00+14:00"),
        ("Asia/Beirut", "2026-03-29", "2026-03-29T01:00:00+03:00"),
        ("America/Havana", "2026-11-01", "2026-11-01T00:00:00-04:00"),
    ])
    func startsADayAtItsFirstInstant(_ name: String, day: String, expected: String) throws {
        let zone = try Zones.named(name)
        #expect(try TimeText.rfc3339(zone.start(of: LocalDay.written(day)), zone) == expected)
    }

    @Test func namesTheNextChangeOfTheClock() throws {
        let zone = try Zones.named("America/New_York")
        let winter = try zone.at("2026-01-05 12:00")
        let spring = try Instant.written("2026-03-08T07:00:00Z")
        let autumn = try Instant.written("2026-11-01T06:00:00Z")
        #expect(zone.nextChange(after: winter) == spring)
        #expect(zone.nextChange(after: spring) == autumn)
        #expect(zone.nextChange(after: spring - 1) == spring)
        #expect(try Zones.named("UTC").nextChange(after: winter) == nil)
    }

    @Test func isEqualByName() throws {
        let bare = Zone(identifier: "America/New_York", initialOffset: 0, changes: [])
        #expect(try Zones.named("America/New_York") == bare)
        #expect(try Zones.named("US/Eastern") != bare)
    }
}
