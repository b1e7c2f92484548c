import Testing

@testable import MendCore

/// 2,000 made-up households with their ladders.
enum Samples {
    struct Sample {
        let household: RandomHousehold
        let builder: AgendaBuilder
        /// The items of each rupture, in order of time.
        let ladders: [(rupture: Rupture, items: [Item])]
        /// Each item once, in order of time.
        let items: [Item]
        /// All that the simulation placed, what a closing hides too.
        let rungs: [PlacedRung]

        var history: History { household.story.history }
        var zone: Zone { household.story.zone }
        var figures: LadderFigures { household.story.plan.ladder }

        init(_ household: RandomHousehold) throws {
            self.household = household
            builder = try AgendaBuilder(
                plan: household.story.plan, history: household.story.history, now: household.now)
            ladders = household.story.history.ruptures.map { [builder] in ($0, builder.items(ofRupture: $0.id)) }
            var seen: Set<String> = []
            items = Agenda(items: ladders.flatMap(\.items).filter { seen.insert($0.id).inserted }).items
            rungs = try RepairScheduler(
                plan: household.story.plan, history: household.story.history.known(by: household.now)
            ).rungs
        }

        func attempts(at rupture: Rupture) -> [Attempt] {
            history.attempts.filter { $0.rupture == rupture.id }
        }

        func person(of rupture: Rupture) throws -> Person {
            try #require(history.person(rupture.with))
        }

        func line(_ item: Item) -> String {
            "\(zone.text(item.start)) \(item.id) \(item.ruptures)"
        }
    }

    // A builder is not Sendable, but nothing here changes once it is made.
    private nonisolated(unsafe) static let all = Result {
        let households = try RandomHouseholds()
        return try (1...2000).map { try Sample(households.household(seed: $0)) }
    }

    /// Checks the households, or one in `step`; `check` returns what is wrong, and the first household of which
    /// something is gets printed.
    static func check(every step: Int = 1, _ check: (Sample) throws -> String?) throws {
        for sample in try all.get() where sample.household.seed % step == 0 {
            if let complaint = try check(sample) {
                Issue.record(
                    "\(complaint)\n\(sample.household)\n\(sample.items.map(sample.line).joined(separator: "\n"))")
                return
            }
        }
    }
}
