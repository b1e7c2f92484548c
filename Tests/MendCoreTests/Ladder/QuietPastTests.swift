import Testing

@testable import MendCore

/// An agenda asks no farther back than it must, and says the same.
@Suite struct QuietPastTests {
    @Test func placesTheSameFromAnyDayOn() throws {
        try Samples.check(every: 4) { sample in
            let (plan, history) = (sample.household.story.plan, sample.history)
            let first = sample.household.days.lowerBound
            for ahead in [2, 9, 20] {
                let day = first + ahead
                let part = try AgendaBuilder(plan: plan, history: history, now: sample.household.now, since: day)
                let range = sample.zone.start(of: day)..<sample.zone.start(of: sample.household.days.upperBound + 1)
                let expected = sample.items.filter { range.contains($0.start) }.map(sample.line)
                let found = part.agenda(from: day, through: sample.household.days.upperBound).items.map(sample.line)
                if found != expected { return "from \(day) on it differs" }
            }
            return nil
        }
    }

    /// r1 was closed in January, r2 came to rest and was settled: in March nothing of either is replayed, and what is at
    /// rest is still known.
    @Test func passesOverWhatIsOverOrAtRest() throws {
        let story = try Story().person("bo", .adult).person("sam", .adult).rupture("r1", "2026-01-05 10:00", with: "bo")
            .attempt("t1", .repaired, "2026-01-06 12:00", roadblock: .guilt)
            .rupture("r2", "2026-01-12 10:00", with: "bo").settle("2026-02-01 08:00")
            .rupture("r3", "2026-03-02 10:00", .limitSetting, with: "bo")
        let day = try LocalDay.written("2026-03-02")
        let numbers = RecordNumbers(story.history)
        let past = QuietPast(before: day, in: story.history, numbers)
        #expect(story.zone.text(past.end) == "2026-03-02 00:00")
        #expect(past.resting == [1])
        let part = try AgendaBuilder(
            plan: story.plan, history: story.history, now: story.instant("2026-03-02 10:00"), since: day)
        #expect(part.outlook(ofRupture: "r2") == .atRest)
        #expect(part.outlook(ofRupture: "r1") == .closed)
        let scheduler = try RepairScheduler(plan: story.plan, history: story.history, since: day)
        #expect(scheduler.rungs.first { $0.key.rung == .roadblock }?.roadblock == .guilt)
        // Unsettled, r2 may still hold a place.
        var open = story.history
        open.published = []
        #expect(story.zone.text(QuietPast(before: day, in: open, numbers).end) == "2026-01-12 00:00")
    }
}
