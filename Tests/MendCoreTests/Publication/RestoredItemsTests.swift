import Testing

@testable import MendCore

/// What a journal that is brought back takes over of the one whose place it takes.
@Suite struct RestoredItemsTests {
    private var backup: History
    private let start = Instant(seconds: 1_767_654_000)
    private let settled = SettledItem(
        person: "ada", ruptures: ["r1"], minutes: 5, voice: .own, title: "Cool water", text: "Breathe.",
        band: .preschool, tips: [], isGrave: false, because: [])

    init() throws {
        backup = History(household: Household(id: "k7Qm2xW9", zone: try Zones.named("America/New_York")))
        backup.people = [Person(id: "ada", name: "Ada", relation: .child, born: LocalDay("2022-04-03"))]
        backup.ruptures = [Rupture(id: "r1", with: "ada", kind: .toxic, at: start)]
    }

    private func published(_ id: String, sequence: Int = 0, hours: Int = 0, settled: SettledItem? = nil) throws
        -> Published
    {
        Published(
            item: try #require(ItemKey(id)), prompt: "a.prompt", start: start, sequence: sequence,
            modified: start + hours.hours, settled: settled)
    }

    /// A Sunday's reflection that was shown after the backup was made is the one that was shown.
    @Test func whatBeganSinceStaysAsItWasShown() throws {
        let shown = [
            try published(
                "weekly.2026-01-04",
                settled: SettledItem(
                    person: nil, ruptures: [], minutes: 10, voice: .own, title: "Look back", text: "One.", band: nil,
                    tips: [],
                    isGrave: false, because: [])),
            try published("r1.calm", sequence: 2, settled: settled),
        ]
        #expect(backup.takingOver(shown) == shown)
    }

    @Test mutating func whatHadNotBegunInTheBackupTakesWhatWasShown() throws {
        backup.published = [try published("r1.calm")]
        let shown = try published("r1.calm", sequence: 2, hours: 3, settled: settled)
        #expect(backup.takingOver([shown]) == [shown])
    }

    /// What comes again in an older form is a change, with a number of its own.
    @Test mutating func noSequenceAndNoTimeFalls() throws {
        backup.published = [try published("r1.calm", sequence: 1, settled: settled)]
        let taken = backup.takingOver([try published("r1.calm", sequence: 7, hours: 2, settled: settled)])
        #expect(taken == [try published("r1.calm", sequence: 8, hours: 2, settled: settled)])
        #expect(backup.takingOver([try published("r1.calm", sequence: 1, settled: settled)]) == [])
    }

    @Test(arguments: ["r9.calm", "r1.t4.try-again.2", "milestone.kit.2026-04-03"])
    func whatTheBackupDoesNotKnowGoes(_ id: String) throws {
        #expect(backup.takingOver([try published(id)]) == [])
    }

    @Test func anItemThatNamesAnUnknownRuptureGoes() throws {
        let two = SettledItem(
            person: "ada", ruptures: ["r9", "r1"], minutes: 5, voice: .own, title: "Cool water", text: "Breathe.",
            band: .preschool, tips: [], isGrave: false, because: [])
        #expect(backup.takingOver([try published("r1.reconnect", settled: two)]) == [])
    }
}
