import Testing

@testable import MendCore

/// The first rungs, by band, kind and thermometer. Monday 2026-01-05, everybody awake and there.
@Suite struct RungTests {
    /// The items of Monday until reconnect, as minutes after a rupture at 10:00.
    private func minutes(
        _ band: AgeBand, _ kind: Rupture.Kind = .limitSetting, zone: FeelingZone? = nil, theirs: FeelingZone? = nil
    ) throws -> [String] {
        let story = try Story().person("ada", band).rupture("r1", "2026-01-05 10:00", kind, zone: zone, theirs: theirs)
        let start = try story.instant("2026-01-05 10:00")
        return try story.builder().items(ofRupture: "r1").filter { $0.number == 0 && $0.kind != .rung(.rest) }
            .map { "\($0.kind.name) \(($0.start - start) / 60)" }
    }

    @Test(arguments: [
        (FeelingZone?.none, 10), (.green, 5), (.yellow, 10), (.red, 20),
    ])
    func letsSettleByTheThermometer(_ zone: FeelingZone?, calm: Int) throws {
        #expect(try minutes(.schoolAge, zone: zone) == ["calm \(calm)", "reflect \(calm + 15)", "reconnect 60"])
    }

    @Test(arguments: [(FeelingZone?.none, 5), (.green, 5), (.yellow, 5), (.red, 10)])
    func isSoonWithAnInfant(_ zone: FeelingZone?, calm: Int) throws {
        // No reflect; 5 minutes after calm.
        #expect(try minutes(.infant, zone: zone) == ["calm \(calm)", "reconnect \(calm + 5)"])
    }

    /// A frightening moment counts as red, whatever was told.
    @Test func takesToxicForRed() throws {
        #expect(try minutes(.adult, .toxic, zone: .green) == ["calm 20", "reflect 35", "reconnect 60"])
    }

    @Test(arguments: [
        (AgeBand.infant, ["calm 5", "reconnect 10"]), (.toddler, ["calm 10", "reflect 15", "reconnect 20"]),
        (.preschool, ["calm 10", "reflect 20", "reconnect 30"]),
        (.schoolAge, ["calm 10", "reflect 25", "reconnect 60"]),
        (.teen, ["calm 10", "reflect 25", "reconnect 120"]), (.adult, ["calm 10", "reflect 25", "reconnect 60"]),
    ])
    func leavesRoomByBand(_ band: AgeBand, expected: [String]) throws {
        #expect(try minutes(band) == expected)
    }

    /// Soon and small: no reflect, and calm only where the thermometer was yellow or red.
    @Test(arguments: [
        (FeelingZone?.none, ["reconnect 20"]), (.green, ["reconnect 20"]), (.yellow, ["calm 10", "reconnect 20"]),
        (.red, ["calm 20", "reconnect 25"]),
    ])
    func isShortAfterAMisreadSignal(_ zone: FeelingZone?, expected: [String]) throws {
        #expect(try minutes(.preschool, .benign, zone: zone) == expected)
        // With an infant there is no space to wait for.
        #expect(try minutes(.infant, .benign) == ["reconnect 5"])
    }

    /// Space since the rupture: the later of the two.
    @Test(arguments: [
        (AgeBand.infant, Rupture.Kind.oscillating, FeelingZone?.some(.red), 10),
        (.toddler, .oscillating, .some(.red), 20), (.preschool, .oscillating, .some(.red), 30),
        (.schoolAge, .limitSetting, nil, 60), (.schoolAge, .limitSetting, .some(.yellow), 60),
        (.schoolAge, .limitSetting, .some(.red), 120), (.schoolAge, .oscillating, .some(.red), 120),
        (.teen, .limitSetting, nil, 120), (.teen, .limitSetting, .some(.red), 240), (.teen, .oscillating, nil, 240),
        // Six hours at most.
        (.teen, .oscillating, .some(.red), 360),
        (.adult, .oscillating, nil, 120), (.adult, .oscillating, .some(.red), 240),
    ])
    func waitsForTheirSpace(_ band: AgeBand, _ kind: Rupture.Kind, theirs: FeelingZone?, expected: Int) throws {
        #expect(try minutes(band, kind, theirs: theirs).last == "reconnect \(expected)")
    }

    @Test func lastsAsLongAsTheDesignSays() throws {
        let story = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .toxic)
        let items = try story.builder().items(ofRupture: "r1")
        let minutes = Dictionary(items.map { ($0.kind.name, $0.minutes) }) { first, _ in first }
        #expect(
            minutes == ["calm": 5, "reflect": 5, "reconnect": 15, "try-again": 10, "roadblock": 5, "rest": 10])
        let together = Set(items.filter { $0.voice == .together }.map(\.kind.name))
        #expect(together == ["reconnect", "try-again"])
    }

    /// The climb's band is that of the day on which it begins; the item's is that of its own day.
    @Test func keepsTheBandOfTheDayOnWhichItBegan() throws {
        // Six years old on the 6th.
        let story = try Story().person("ada", born: "2020-01-06").rupture("r1", "2026-01-05 10:00", .limitSetting)
        #expect(
            try story.told() == [
                "mon 2026-01-05 10:10 calm r1",
                "mon 2026-01-05 10:20 reflect r1",
                "mon 2026-01-05 10:30 reconnect r1",
                "tue 2026-01-06 17:30 try-again 1 r1",
                "thu 2026-01-08 16:30 roadblock 2 r1",
                "thu 2026-01-08 17:30 try-again 2 r1",
                "thu 2026-01-15 20:00 rest r1",
            ])
        #expect(
            try story.builder().items(ofRupture: "r1").map { $0.band?.rawValue }.prefix(4) == [
                "preschool", "preschool", "preschool", "school-age",
            ])
    }
}
