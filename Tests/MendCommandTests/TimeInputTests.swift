import Testing

/// Times as people say them.
@Suite struct TimeInputTests {
    @Test(arguments: [
        ("20m ago", "2026-01-05T17:40:00-05:00"), ("20 minutes ago", "2026-01-05T17:40:00-05:00"),
        ("2h ago", "2026-01-05T16:00:00-05:00"),
        ("3d ago", "2026-01-02T18:00:00-05:00"), ("17:40", "2026-01-05T17:40:00-05:00"),
        ("today 17:40", "2026-01-05T17:40:00-05:00"),
        ("yesterday 17:40", "2026-01-04T17:40:00-05:00"), ("Yesterday 17:40", "2026-01-04T17:40:00-05:00"),
        ("2026-01-05 17:40", "2026-01-05T17:40:00-05:00"), ("2026-01-05T22:40:00Z", "2026-01-05T17:40:00-05:00"),
        ("2026-01-05T17:40:00-05:00", "2026-01-05T17:40:00-05:00"),
        ("2026-01-06T07:40:00+09:00", "2026-01-05T17:40:00-05:00"),
        ("now", "2026-01-05T18:00:00-05:00"), ("18:00", "2026-01-05T18:00:00-05:00"),
        // In the hour that happens twice, its first; in the one that is skipped, the same distance after.
        ("2025-11-02 01:30", "2025-11-02T01:30:00-04:00"), ("2025-03-09 02:30", "2025-03-09T03:30:00-04:00"),
    ])
    func aTimeIsReadInTheHouseholdsZone(_ text: String, is expected: String) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            let outcome = try mend("checkin", "--zone", "red", "--at", text, environment: ["TZ": "Asia/Tokyo"])
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(
                try mend.dump() == Families.usual
                    + #"{"type": "checkin", "id": "c1", "at": "\#(expected)", "recorded": "2026-01-05T18:00:00-05:00", "zone": "red"}"#
                    + "\n")
        }
    }

    @Test func nowComesFromTheOptionBeforeTheEnvironment() throws {
        try Program.test(loaded: Families.usual) { mend throws in
            try mend("checkin", "--zone", "red", "--now", "2026-01-06T09:00:00Z", now: "2026-01-05T18:00:00-05:00")
            #expect(try mend.dump().hasSuffix(#""recorded": "2026-01-06T04:00:00-05:00", "zone": "red"}"# + "\n"))
        }
    }

    @Test(arguments: [
        ("today", "2026-01-05"), ("yesterday", "2026-01-04"), ("tomorrow", "2026-01-06"), ("2026-01-09", "2026-01-09"),
    ])
    func aDayIsReadInTheHouseholdsZone(_ text: String, is expected: String) throws {
        try Program.test(loaded: Families.usual) { mend throws in
            // In Tokyo it is tomorrow already.
            let outcome = try mend(
                "agenda", "--from", text, "--to", text, "--format", "json", environment: ["TZ": "Asia/Tokyo"])
            for item in try outcome.objects() { #expect((item["start"] as? String)?.prefix(10) == expected[...]) }
        }
    }
}
