import Testing

@testable import MendCore

/// What the windows leave open of a day, through every change of the clock.
@Suite struct OpenDayTests {
    private func open(_ zone: String, _ day: String, quiet: String, minutes: Int = 10, person: Person? = nil) throws
        -> [String]
    {
        let zone = try Zones.named(zone)
        let household = try Household(id: "h", zone: zone, quiet: .written(quiet))
        let windows = Windows(household: household, sleep: try Shipped.plan().sleep)
        return try windows.day(.written(day), with: person).starts(minutes: minutes)
            .map {
                "\(TimeText.rfc3339($0.lowerBound, zone).dropFirst(11)) \(TimeText.rfc3339($0.upperBound, zone).dropFirst(11))"
            }
    }

    @Test func leavesOpenWhatNoWindowCloses() throws {
        #expect(try open("America/New_York", "2026-01-05", quiet: "21:00-07:00") == ["07:00:00-05:00 20:50:00-05:00"])
        #expect(try open("America/New_York", "2026-01-05", quiet: "07:00-07:00") == ["00:00:00-05:00 23:59:59-05:00"])
        let ada = try Person(
            id: "ada", name: "Ada", relation: .partner,
            closed: [.written("mon 08:00-12:00"), .written("sun 22:00-07:30")])
        #expect(
            try open("America/New_York", "2026-01-05", quiet: "21:00-07:00", person: ada) == [
                "07:30:00-05:00 07:50:00-05:00", "12:00:00-05:00 20:50:00-05:00",
            ])
    }

    /// Quiet until 01:30: the second 01:00 to 01:30 is quiet again, and half an hour lies open between.
    @Test func readsADoubledHourTwice() throws {
        #expect(
            try open("America/New_York", "2026-11-01", quiet: "21:00-01:30") == [
                "01:30:00-04:00 01:50:00-04:00", "01:30:00-05:00 20:50:00-05:00",
            ])
    }

    /// Quiet until 02:30, which the clock skips: over as soon as it reads 03:00.
    @Test func endsAWindowThatTheClockSkips() throws {
        #expect(try open("America/New_York", "2026-03-08", quiet: "21:00-02:30") == ["03:00:00-04:00 20:50:00-04:00"])
        #expect(
            try open("Australia/Lord_Howe", "2026-10-04", quiet: "21:00-02:15") == ["02:30:00+11:00 20:50:00+11:00"])
        // The day begins at 01:00.
        #expect(try open("America/Santiago", "2026-09-06", quiet: "21:00-00:30") == ["01:00:00-03:00 20:50:00-03:00"])
    }

    /// What begins before midnight may end after it, by the band of the day on which it begins.
    @Test func reachesIntoTheNextDay() throws {
        // One year old on the 6th; a toddler sleeps from 19:00 on.
        let mia = try Person(id: "mia", name: "Mia", relation: .child, born: .written("2025-01-06"))
        #expect(
            try open("UTC", "2026-01-05", quiet: "03:00-04:00", person: mia)
                == ["00:00:00Z 02:50:00Z", "04:00:00Z 23:59:59Z"].map { $0.replacing("Z", with: "+00:00") })
        #expect(try open("UTC", "2026-01-06", quiet: "03:00-04:00", person: mia) == ["07:00:00+00:00 18:50:00+00:00"])
    }

    @Test func findsTheFirstAndTheLast() throws {
        let (ten, noon) = (Instant(seconds: 36_000), Instant(seconds: 43_200))
        let starts = [ten...(ten + 600), noon...(noon + 600)]
        #expect(starts.first(from: ten + 5) == ten + 5)
        #expect(starts.first(from: ten + 601) == noon)
        #expect(starts.first(from: noon + 601) == nil)
        #expect(starts.last(before: noon, from: ten) == ten + 600)
        #expect(starts.last(before: noon + 1, from: ten) == noon)
        #expect(starts.last(before: noon, from: ten + 601) == nil)
        #expect(starts.intersection([(ten - 3000)...(ten - 2900)], later: 3600) == [(ten + 600)...(ten + 600)])
    }
}
