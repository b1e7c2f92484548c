import MendCore
import Testing

/// Names of time zones as people type them.
@Suite struct ZoneNameTests {
    private static let names = [
        "America/Fort_Wayne", "America/Indiana/Indianapolis", "America/Indianapolis", "America/Los_Angeles",
        "America/New_York", "EST", "Etc/GMT+5", "Europe/Berlin", "Europe/London", "Pacific/Honolulu", "UTC",
    ]

    @Test(arguments: [
        ("america/new_york", "America/New_York"), ("America/New York", "America/New_York"),
        ("new york", "America/New_York"), ("NEW_YORK", "America/New_York"), ("berlin", "Europe/Berlin"),
        ("indianapolis", "America/Indianapolis"), ("Amercia/New_York", "America/New_York"),
        ("Europe/Berlni", "Europe/Berlin"), ("Lonodn", "Europe/London"), ("EDT", "America/New_York"),
        ("pst", "America/Los_Angeles"), ("utc", "UTC"), ("est", "America/New_York"), ("Mars/Olympus", nil), ("", nil), ("  ", nil),
    ] as [(String, String?)])
    func suggestsTheZoneThatWasMeant(_ typed: String, _ meant: String?) {
        #expect(ZoneName.nearest(to: typed, among: Self.names) == meant)
    }

    @Test(arguments: [
        ("EST", true), ("MST", true), ("HST", true), ("Etc/GMT+5", true), ("Etc/GMT-14", true), ("Etc/GMT", false),
        ("Etc/GMT+0", false), ("UTC", false), ("Etc/UTC", false), ("America/New_York", false), ("EST5EDT", false),
    ])
    func knowsWhatIsTheSameAllYear(_ name: String, _ isFixed: Bool) {
        #expect(ZoneName.isFixed(name) == isFixed)
    }

    @Test func refusesOneThatIsTheSameAllYearUnlessItIsWanted() throws {
        let find: ZoneFinder = { $0 == "EST" ? Zone(identifier: $0, initialOffset: -18_000, changes: []) : nil }
        #expect(throws: InputError.fixedZone(place: "America/New_York")) {
            try Parsing.zone("EST", in: find, isTZDataThere: true, takesFixed: false)
        }
        #expect(try Parsing.zone("EST", in: find, isTZDataThere: true).identifier == "EST")
        #expect(throws: InputError.unknownZone(near: "America/New_York")) {
            try Parsing.zone("new york", in: find, isTZDataThere: true, names: Self.names, takesFixed: false)
        }
    }
}
