import Testing

@testable import MendCore

/// Who is placed first when two rungs are due at one instant.
@Suite struct TieTests {
    private static let kinds: [Rupture.Kind] = [.toxic, .limitSetting, .oscillating, .benign]

    /// One place a day: the heavier kind gets Tuesday's, whichever was written down first and whatever its id.
    @Test(arguments: [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])
    func goesToTheHeavierKind(_ heavier: Int, lighter: Int) throws {
        let (heavy, light) = (Self.kinds[heavier], Self.kinds[lighter])
        for ids in [("r1", "r2"), ("r2", "r1")] {
            let base = try Story(cap: 1) { $0.ladder.space.doubledWhenOscillating = [] }.person("bo", .adult).person(
                "cy", .adult)
            let story = try base.rupture(ids.0, "2026-01-05 10:00", light, with: "bo")
                .rupture(ids.1, "2026-01-05 10:00", heavy, with: "cy")
            #expect(try story.ladder(ids.1).contains("2026-01-06 20:30 try-again 1"))
            #expect(try story.ladder(ids.0).contains("2026-01-07 20:30 try-again 1"))
        }
    }

    /// Both second tries are due on Wednesday with their questions; there is room for one pair.
    @Test(arguments: [("r1", "r2"), ("r2", "r1")])
    func goesToTheOlderRupture(_ older: String, _ younger: String) throws {
        let story = try Story().person("bo", .adult).person("cy", .adult)
            .rupture(younger, "2026-01-05 10:05", with: "cy").rupture(older, "2026-01-05 10:00", with: "bo")
        #expect(try story.ladder(older).contains("2026-01-07 20:30 try-again 2"))
        #expect(try story.ladder(younger).contains("2026-01-08 20:30 try-again 2"))
    }

    @Test func goesToTheSmallerId() throws {
        let story = try Story(cap: 1).person("bo", .adult).person("cy", .adult)
            .rupture("r2", "2026-01-05 10:00", with: "bo").rupture("r1", "2026-01-05 10:00", with: "cy")
        #expect(try story.ladder("r1").contains("2026-01-06 20:30 try-again 1"))
        #expect(try story.ladder("r2").contains("2026-01-07 20:30 try-again 1"))
    }

    /// The order in which records are listed decides nothing.
    @Test func doesNotDependOnTheOrderOfRecords() throws {
        let people = try Story().person("bo", .adult).person("cy", .adult)
        let one = try people.rupture("r1", "2026-01-05 10:00", with: "bo").rupture(
            "r2", "2026-01-05 10:10", .toxic, with: "cy")
        let two = try people.rupture("r2", "2026-01-05 10:10", .toxic, with: "cy").rupture(
            "r1", "2026-01-05 10:00", with: "bo")
        #expect(try one.day("2026-01-05", through: "2026-03-05") == two.day("2026-01-05", through: "2026-03-05"))
    }
}
