import MendExamples
import ShippedPlan
import Testing

@testable import MendCore

/// What was over before a midnight at which nothing was open is passed over, and nothing else changes.
@Suite struct QuietMidnightTests {
    @Test func changesNoAgenda() throws {
        try Samples.check(every: 10) { sample in
            let (history, plan) = (sample.household.story.history, sample.household.story.plan)
            for step in 0..<8 {
                let day = sample.household.days.lowerBound + step * 9
                let part = try AgendaBuilder(plan: plan, history: history, now: sample.household.now, since: day)
                guard part.agenda(from: day, through: day + 30) == sample.builder.agenda(from: day, through: day + 30),
                    part.openRuptures == sample.builder.openRuptures
                else { return "another agenda since \(day)" }
            }
            return nil
        }
    }

    /// What `mend today` tells of without making its items.
    @Test func theWakefulAreTheOpenThatAreNotAtRest() throws {
        try Samples.check(every: 3) { sample in
            let wakeful = sample.builder.openRuptures.filter { sample.builder.outlook(ofRupture: $0.id) != .atRest }
            return sample.builder.wakefulRuptures == wakeful ? nil : "other ruptures"
        }
    }

    @Test func changesNoAgendaOfAYear() throws {
        let zone = try Zones.named("America/New_York")
        let plan = ShippedPlan.load()
        for count in [20, 60, 150] {
            let history = HardFamily.history(zone: zone, ruptures: count)
            let now = zone.start(of: HardFamily.start + 364)
            let whole = try AgendaBuilder(plan: plan, history: history, now: now)
            for day in stride(from: HardFamily.start, to: HardFamily.start + 400, by: 13) {
                let part = try AgendaBuilder(plan: plan, history: history, now: now, since: day)
                #expect(part.agenda(from: day, through: day + 13) == whole.agenda(from: day, through: day + 13))
            }
        }
    }

    /// Years of which most is over, some is open or only written down later, seen from any day.
    @Test func changesNoAgendaWhateverIsOver() throws {
        let plan = ShippedPlan.load()
        let places = try ["America/New_York", "Australia/Lord_Howe", "UTC"].map { try Zones.named($0) }
        for seed in 1...60 {
            var random = SplitMix64(seed: seed)
            let zone = random.pick(places)
            var history = HardFamily.history(
                zone: zone, ruptures: Int.random(in: 1...80, using: &random), days: random.pick([30, 200, 500]),
                seed: UInt64(seed))
            let over = Set(history.attempts.filter(\.outcome.closes).map(\.rupture))
            for rupture in history.ruptures where !over.contains(rupture.id) && !random.once(in: 6) {
                let at = rupture.recorded + Int.random(in: 0...40, using: &random) * 24.hours
                history.attempts.append(
                    Attempt(
                        id: "c\(rupture.id)", rupture: rupture.id, at: at, outcome: random.pick([.repaired, .letGo])))
            }
            let now = zone.start(of: HardFamily.start) + Int.random(in: 0...600 * 24.hours, using: &random)
            let whole = try AgendaBuilder(plan: plan, history: history, now: now)
            for _ in 0..<3 {
                let day = zone.day(of: now) + Int.random(in: -60...20, using: &random)
                let part = try AgendaBuilder(plan: plan, history: history, now: now, since: day)
                #expect(
                    part.agenda(from: day, through: day + 30) == whole.agenda(from: day, through: day + 30),
                    "seed \(seed), since \(day)")
                #expect(part.openRuptures == whole.openRuptures, "seed \(seed), since \(day)")
            }
        }
    }

    @Test func passesOverWhatIsOver() throws {
        let zone = try Zones.named("America/New_York")
        var history = History(household: Household(id: "h", zone: zone))
        history.people = [Person(id: "ada", name: "Ada", relation: .friend)]
        let days: [(rupture: String, day: LocalDay, repaired: LocalDay?)] = try [
            ("r1", .written("2026-01-05"), .written("2026-01-05")),
            // Over the midnight between, r2 was open, so r3 and it stay together.
            ("r2", .written("2026-02-01"), .written("2026-02-03")),
            ("r3", .written("2026-02-03"), .written("2026-02-04")),
            ("r4", .written("2026-03-01"), nil),
        ]
        for (id, day, repaired) in days {
            history.ruptures.append(Rupture(id: id, with: "ada", kind: .benign, at: zone.start(of: day) + 36_000))
            guard let repaired else { continue }
            history.attempts.append(
                Attempt(id: "t\(id)", rupture: id, at: zone.start(of: repaired) + 50_000, outcome: .repaired))
        }
        func kept(_ day: String) throws -> [String] { try history.reaching(.written(day)).ruptures.map(\.id) }
        #expect(try kept("2026-01-05") == ["r1", "r2", "r3", "r4"])
        #expect(try kept("2026-01-06") == ["r2", "r3", "r4"])
        #expect(try kept("2026-02-04") == ["r2", "r3", "r4"])
        #expect(try kept("2026-02-05") == ["r4"])
        #expect(try kept("2027-01-01") == ["r4"])
        // One that was begun anew afterwards is open; one whose last attempt is older than another is not sure to be over.
        history.attempts.append(
            Attempt(id: "t9", rupture: "r1", at: zone.start(of: days[0].day) + 60_000, outcome: .again))
        #expect(try kept("2027-01-01") == ["r1", "r2", "r3", "r4"])
    }
}
