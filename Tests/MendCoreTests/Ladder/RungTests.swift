import Testing

@testable import MendCore

/// The table of rungs: order, gaps, spacing, limits, rest.
@Suite struct RungTests {
    @Test(arguments: [
        (
            AgeBand.infant,
            [
                "2026-01-05 10:05 calm", "2026-01-05 10:07 reflect", "2026-01-05 10:07 reconnect",
                "2026-01-05 14:07 try-again 1",
                "2026-01-06 09:00 roadblock 2", "2026-01-06 10:00 try-again 2", "2026-01-13 07:00 rest",
            ]
        ),
        (
            .toddler,
            [
                "2026-01-05 10:10 calm", "2026-01-05 10:15 reflect", "2026-01-05 10:20 reconnect",
                "2026-01-05 14:20 try-again 1",
                "2026-01-06 16:00 roadblock 2", "2026-01-06 17:00 try-again 2", "2026-01-08 17:00 try-again 3",
                "2026-01-15 07:00 rest",
            ]
        ),
        (
            .preschool,
            [
                "2026-01-05 10:10 calm", "2026-01-05 10:20 reflect", "2026-01-05 10:30 reconnect",
                "2026-01-05 14:30 try-again 1",
                "2026-01-06 16:00 roadblock 2", "2026-01-06 17:00 try-again 2", "2026-01-08 17:00 try-again 3",
                "2026-01-15 07:00 rest",
            ]
        ),
        (
            .schoolAge,
            [
                "2026-01-05 10:10 calm", "2026-01-05 10:25 reflect", "2026-01-05 11:00 reconnect",
                "2026-01-05 15:00 try-again 1",
                "2026-01-06 16:30 roadblock 2", "2026-01-06 17:30 try-again 2", "2026-01-08 17:30 try-again 3",
                "2026-01-15 07:00 rest",
            ]
        ),
        (
            .teen,
            [
                "2026-01-05 10:10 calm", "2026-01-05 10:25 reflect", "2026-01-05 12:00 reconnect",
                "2026-01-05 16:00 try-again 1",
                "2026-01-06 19:00 roadblock 2", "2026-01-06 20:00 try-again 2", "2026-01-08 20:00 try-again 3",
                "2026-01-15 07:00 rest",
            ]
        ),
        (
            .adult,
            [
                "2026-01-05 10:10 calm", "2026-01-05 10:25 reflect", "2026-01-05 11:00 reconnect",
                "2026-01-05 15:00 try-again 1",
                "2026-01-06 19:30 roadblock 2", "2026-01-06 20:30 try-again 2", "2026-01-08 20:30 try-again 3",
                "2026-01-15 07:00 rest",
            ]
        ),
    ])
    func climbsByBand(_ band: AgeBand, expected: [String]) throws {
        #expect(try Story().person("ada", band).rupture("r1", "2026-01-05 10:00").ladder() == expected)
    }

    /// Calm for the thermometer at green, yellow, unknown and red; a frightening moment counts as red.
    @Test(arguments: [
        (AgeBand.infant, ["10:05", "10:05", "10:05", "10:10", "10:10"]),
        (.toddler, ["10:05", "10:10", "10:10", "10:20", "10:20"]),
        (.preschool, ["10:05", "10:10", "10:10", "10:20", "10:20"]),
        (.schoolAge, ["10:05", "10:10", "10:10", "10:20", "10:20"]),
        (.teen, ["10:05", "10:10", "10:10", "10:20", "10:20"]),
        (.adult, ["10:05", "10:10", "10:10", "10:20", "10:20"]),
    ])
    func waitsForTheThermometer(_ band: AgeBand, expected: [String]) throws {
        let ways: [(Rupture.Kind, FeelingZone?)] = [
            (.benign, .green), (.benign, .yellow), (.benign, nil), (.benign, .red), (.toxic, .green),
        ]
        for ((kind, zone), time) in zip(ways, expected) {
            let ladder = try Story().person("ada", band).rupture("r1", "2026-01-05 10:00", kind, zone: zone).ladder()
            #expect(ladder.first == "2026-01-05 \(time) calm")
        }
    }

    /// All eight tries of a frightening moment, with 4 h, 1 d, 2 d, 4 d and then weeks between them.
    @Test func spacesEightTries() throws {
        let ladder = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic).ladder()
        #expect(
            ladder == [
                "2026-01-05 10:20 calm", "2026-01-05 10:35 reflect", "2026-01-05 11:00 reconnect",
                "2026-01-05 15:00 try-again 1",
                "2026-01-06 19:30 roadblock 2", "2026-01-06 20:30 try-again 2", "2026-01-08 20:30 try-again 3",
                "2026-01-12 19:30 roadblock 4", "2026-01-12 20:30 try-again 4", "2026-01-19 20:30 try-again 5",
                "2026-01-26 19:30 roadblock 6", "2026-01-26 20:30 try-again 6", "2026-02-02 20:30 try-again 7",
                "2026-02-09 19:30 roadblock 8", "2026-02-09 20:30 try-again 8", "2026-02-16 07:00 rest",
            ])
    }

    @Test(arguments: [
        (Rupture.Kind.benign, AgeBand.teen, 3, "2026-01-15 07:00 rest"),
        (.oscillating, .teen, 5, "2026-01-26 07:00 rest"),
        (.limitSetting, .teen, 6, "2026-02-02 07:00 rest"), (.toxic, .teen, 8, "2026-02-16 07:00 rest"),
        (.benign, .infant, 2, "2026-01-13 07:00 rest"), (.toxic, .infant, 2, "2026-01-13 07:00 rest"),
    ])
    func endsWhenTheKindsLimitIsReached(_ kind: Rupture.Kind, _ band: AgeBand, limit: Int, last: String) throws {
        let ladder = try Story().person("ada", band).rupture("r1", "2026-01-05 10:00", kind).ladder()
        #expect(ladder.filter { $0.contains("try-again") }.count == limit)
        #expect(ladder.last == last)
    }

    @Test func restsAtTheEndOfQuietHours() throws {
        let story = try Story(quiet: "22:30-06:15").person("bo", .adult).rupture("r1", "2026-01-05 10:00")
        #expect(try story.ladder().last == "2026-01-15 06:15 rest")
    }

    /// With quiet hours that end in the evening, rest still counts days from the last try's day.
    @Test func restsInTheEveningWhenQuietHoursEndThen() throws {
        let story = try Story(quiet: "08:00-18:00").person("bo", .adult).rupture("r1", "2026-01-05 19:00")
        #expect(
            try story.ladder() == [
                "2026-01-05 19:10 calm", "2026-01-05 19:25 reflect", "2026-01-05 20:00 reconnect",
                "2026-01-06 20:30 try-again 1",
                "2026-01-07 19:30 roadblock 2", "2026-01-07 20:30 try-again 2", "2026-01-09 20:30 try-again 3",
                "2026-01-16 18:00 rest",
            ])
    }

    @Test func countsToTheSecond() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00:07")
        #expect(
            try story.ladder().prefix(4) == [
                "2026-01-05 10:10:07 calm", "2026-01-05 10:25:07 reflect", "2026-01-05 11:00:07 reconnect",
                "2026-01-05 15:00:07 try-again 1",
            ])
    }

    @Test func isForTheCaregiverAloneOrTogether() throws {
        let items = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00").builder().items(ofRupture: "r1")
        let expected = [
            "calm 5 self", "reflect 5 self", "reconnect 15 together", "try-again 10 together", "roadblock 5 self",
            "try-again 10 together", "try-again 10 together", "rest 10 self",
        ]
        #expect(items.map { "\($0.kind.name) \($0.minutes) \($0.voice.rawValue)" } == expected)
        #expect(items.allSatisfy { $0.with == ["Bo"] && $0.ruptures == ["r1"] && $0.band == .adult })
    }

    @Test func namesItsItemsByRuptureRungAndNumber() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00")
        #expect(
            try story.ids() == [
                "r1.calm", "r1.reflect", "r1.reconnect", "r1.try-again.1", "r1.roadblock.2", "r1.try-again.2",
                "r1.try-again.3",
                "r1.rest",
            ])
    }
}
