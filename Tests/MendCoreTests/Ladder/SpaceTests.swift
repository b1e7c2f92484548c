import Testing

@testable import MendCore

/// The space that the other needs, its doubling and caps, and its waiver before sleep.
@Suite struct SpaceTests {
    @Test(arguments: [
        (AgeBand.infant, Rupture.Kind.benign, FeelingZone.red, "10:07"), (.toddler, .oscillating, .red, "10:15"),
        (.preschool, .oscillating, .red, "10:25"),
        (.schoolAge, .benign, .yellow, "11:00"), (.schoolAge, .benign, .red, "12:00"),
        (.schoolAge, .oscillating, .yellow, "11:00"),
        (.schoolAge, .oscillating, .red, "12:00"),
        (.teen, .benign, .green, "12:00"), (.teen, .limitSetting, .red, "14:00"),
        (.teen, .oscillating, .yellow, "14:00"),
        (.teen, .oscillating, .red, "16:00"),
        (.adult, .benign, .yellow, "11:00"), (.adult, .benign, .red, "12:00"), (.adult, .oscillating, .green, "12:00"),
        (.adult, .oscillating, .red, "14:00"), (.adult, .toxic, .yellow, "11:00"), (.adult, .toxic, .red, "12:00"),
    ])
    func doublesByBandThermometerAndKind(_ band: AgeBand, kind: Rupture.Kind, theirs: FeelingZone, expected: String)
        throws
    {
        let story = try Story().person("ada", band).rupture(
            "r1", "2026-01-05 10:00", kind, zone: .green, theirs: theirs)
        #expect(try story.ladder().contains("2026-01-05 \(expected) reconnect"))
    }

    @Test func capsTheSpaceAfterDoubling() throws {
        var story = try Story { $0.ladder.space.base[.schoolAge] = 4.hours }
            .person("ada", .schoolAge).rupture("r1", "2026-01-05 07:30", theirs: .red)
        #expect(try story.ladder().contains("2026-01-05 13:30 reconnect"))
        story = try Story { $0.ladder.space.base[.adult] = 7.hours }
            .person("bo", .adult).rupture("r1", "2026-01-05 10:00", .oscillating, theirs: .red)
        #expect(try story.ladder().contains("2026-01-06 10:00 reconnect"))
    }

    /// Twelve tomorrow: space and limit are those of the rupture's day, good time and band those of the item's day.
    @Test func followsTheBandOfTheRupturesDay() throws {
        let story = try Story().person("ada", born: "2014-01-06").rupture("r1", "2026-01-05 10:00")
        #expect(
            try story.ladder() == [
                "2026-01-05 10:10 calm", "2026-01-05 10:25 reflect", "2026-01-05 11:00 reconnect",
                "2026-01-05 15:00 try-again 1",
                "2026-01-06 19:00 roadblock 2", "2026-01-06 20:00 try-again 2", "2026-01-08 20:00 try-again 3",
                "2026-01-15 07:00 rest",
            ])
        let bands = try story.builder().items(ofRupture: "r1").map(\.band)
        #expect(bands == [.schoolAge, .schoolAge, .schoolAge, .schoolAge, .teen, .teen, .teen, .teen] as [AgeBand])
    }

    /// One tomorrow: still at most two tries.
    @Test func followsTheLimitOfTheRupturesDay() throws {
        let story = try Story().person("ada", born: "2025-01-06").rupture("r1", "2026-01-05 10:00", .toxic)
        #expect(try story.ladder().last == "2026-01-13 07:00 rest")
        #expect(try story.ladder().contains("2026-01-06 17:00 try-again 2"))
    }

    @Test(arguments: [
        // The space would end at 21:20, after bedtime: they meet at once instead.
        (AgeBand.schoolAge, "2026-01-05 19:20", FeelingZone.red, "2026-01-05 19:55 reconnect"),
        // It ends in time: no waiver.
        (.schoolAge, "2026-01-05 18:15", .red, "2026-01-05 20:15 reconnect"),
        // A minute later the quarter of an hour no longer fits before 20:30.
        (.schoolAge, "2026-01-05 18:16", .red, "2026-01-05 18:51 reconnect"),
        // Nothing fits before sleep either way, so the space is no reason to hurry.
        (.schoolAge, "2026-01-05 19:50", .yellow, "2026-01-06 07:00 reconnect"),
        // For teens and adults the space holds.
        (.teen, "2026-01-05 19:20", .yellow, "2026-01-06 07:00 reconnect"),
        (.adult, "2026-01-05 19:50", .yellow, "2026-01-06 07:00 reconnect"),
    ])
    func waivesTheSpaceBeforeSleepForTheYoung(
        _ band: AgeBand, at: String, theirs: FeelingZone, expected: String
    ) throws {
        let ladder = try Story().person("ada", band).rupture("r1", at, theirs: theirs).ladder()
        #expect(ladder.contains(expected), "\(ladder)")
    }

    /// What carries them apart may be a stay elsewhere, too.
    @Test func waivesTheSpaceBeforeTheyLeave() throws {
        let story = try Story().person("ada", .schoolAge, closed: ["mon 13:00-24:00"])
            .rupture("r1", "2026-01-05 11:20", theirs: .red)
        #expect(try story.ladder().contains("2026-01-05 11:55 reconnect"))
    }

    @Test func saysThatItWaived() throws {
        let story = try Story().person("ada", .schoolAge).rupture("r1", "2026-01-05 19:20", theirs: .red)
        #expect(try story.because("reconnect").contains { $0.hasPrefix("before-sleep") })
    }

    @Test func keepsShippedSpacesOfTheYoungBelowTheOtherGaps() throws {
        let figures = try Shipped.plan().ladder
        let zone = try Zones.named("UTC")
        let rupture = Rupture(
            id: "r", with: "p", kind: .oscillating, at: try zone.at("2026-01-05 10:00"), theirZone: .red)
        #expect(AgeBand.allCases.map { figures.space(after: rupture, band: $0) / 60 } == [0, 10, 20, 120, 360, 240])
    }
}
