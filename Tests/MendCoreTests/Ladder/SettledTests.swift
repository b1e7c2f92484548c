import Testing

@testable import MendCore

/// What has begun is settled: settings, people, plan and records change what is to come, never what was.
@Suite struct SettledTests {
    private func story() throws -> Story {
        try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00", .limitSetting)
    }

    private let monday = [
        "mon 2026-01-05 10:10 calm r1", "mon 2026-01-05 10:25 reflect r1", "mon 2026-01-05 11:00 reconnect r1",
        "tue 2026-01-06 20:30 try-again 1 r1",
    ]

    /// A good time moved to half past five, on Wednesday: what is to come follows it.
    @Test func followsNewSettingsFromThereOn() throws {
        let edited = try story().edit("2026-01-07 08:00") { $0.people[0].good = try .written("17:30") }
        #expect(
            try edited.told() == monday + [
                "thu 2026-01-08 16:30 roadblock 2 r1", "thu 2026-01-08 17:30 try-again 2 r1",
                "thu 2026-01-15 20:00 rest r1",
            ])
    }

    /// Moved to before now, at a quarter to five on its own day: it comes at once, not in the past.
    @Test func movesNothingIntoThePast() throws {
        let edited = try story().edit("2026-01-06 16:46") { $0.people[0].good = try .written("15:30") }
        #expect(try edited.told()[3] == "tue 2026-01-06 16:46 try-again 1 r1")
    }

    /// What starts just at an edit begins once, also when it is written down later.
    @Test func beginsOnceWhatStartsAtAnEdit() throws {
        let edited = try story().edit("2026-01-06 16:46") { $0.people[0].good = try .written("15:30") }
            .checkIn("c1", .green, "2026-01-07 08:00")
        let told = try edited.told()
        #expect(told[3] == "tue 2026-01-06 16:46 try-again 1 r1")
        #expect(try edited.settle("2026-01-09 08:00").told() == told)
    }

    /// By a file from elsewhere, a rupture that is later than what was settled of it: what is to come goes on, and nothing stops.
    @Test func goesOnAfterARuptureWasMovedToALaterDay() throws {
        let edited = try story().edit("2026-01-07 08:00") { history in
            let old = history.ruptures[0]
            let at = history.household.zone.instant(try .written("2026-01-06"), try .written("17:40"))
            history.ruptures[0] = Rupture(id: "r1", with: old.with, kind: old.kind, at: at, recorded: at)
        }
        #expect(try edited.told().last?.contains("rest r1") == true)
        #expect(try edited.told(now: "2026-01-09 08:00").contains { $0.contains("try-again") })
    }

    /// What a clock that ran ahead wrote down has not begun.
    @Test func takesNothingForBegunThatASettlingClockWasAheadOf() throws {
        let ahead = try story().settle("2026-03-01 08:00").attempt("t1", .declined, "2026-01-06 12:00")
            .checkIn("c1", .green, "2026-01-06 13:00")
        let never = try story().attempt("t1", .declined, "2026-01-06 12:00").checkIn("c1", .green, "2026-01-06 13:00")
        let now = "2026-01-06 14:00"
        #expect(try ahead.told(now: now) == never.told(now: now))
    }

    /// Quiet hours, a birth date, the zone, an absence, another cap: none takes back what was there.
    @Test func keepsWhatHadBegun() throws {
        let changes: [(inout History) throws -> Void] = [
            { $0.household.quiet = try .written("10:00-12:00") }, { $0.people[0].born = try .written("2024-07-05") },
            { $0.household.zone = try Zones.named("Asia/Tokyo") },
            { $0.people[0].away = [try .written("2026-01-01/2026-01-10")] }, { $0.household.cap = 1 },
            { $0.household.closed = [try .written("09:00-21:00")] },
        ]
        for change in changes {
            let before = try story().settle("2026-01-07 08:00")
            let edited = try story().edit("2026-01-07 08:00", change)
            let builder = try edited.builder(now: "2026-01-20 08:00")
            let items = Array(builder.items(ofRupture: "r1").prefix(4))
            #expect(items.map(\.id) == ["r1.calm", "r1.reflect", "r1.reconnect", "r1.try-again.1"])
            #expect(items.map(\.start) == before.history.published.map(\.start))
            #expect(
                try builder.items(ofRupture: "r1").dropFirst(4).allSatisfy {
                    $0.start >= (try edited.history.household.edited ?? before.instant("2026-01-07 08:00"))
                })
        }
    }

    /// Its title, text, prompt and reasons stay, too.
    @Test func keepsTheWords() throws {
        let settled = try story().settle("2026-01-07 08:00")
        var plan = settled.plan
        plan.words.leadIns = []
        plan.ladder.minutes.reconnect = 40
        var history = settled.history
        history.household.edited = try settled.instant("2026-01-07 08:00")
        history.people[0].name = "Bodo"
        let before = try settled.builder(now: "2026-01-07 08:00").items(ofRupture: "r1")
        let after = try AgendaBuilder(plan: plan, history: history, now: settled.instant("2026-01-07 08:00")).items(
            ofRupture: "r1")
        #expect(after[2].settled == before[2].settled)
        #expect(after[2].minutes == 15)
        #expect(after[2].with == ["Bodo"])
    }

    /// A record corrected on Wednesday, from a misread signal to a frightening moment: what begun of it stands as it was.
    @Test func keepsWhatBeganOfACorrectedRecord() throws {
        let edited = try Story().person("bo", .adult).rupture("r1", "2026-01-05 10:00").edit("2026-01-07 08:00") {
            history in
            let old = history.ruptures[0]
            history.ruptures[0] = Rupture(id: "r1", with: old.with, kind: .toxic, at: old.at, recorded: old.recorded)
        }
        #expect(
            try edited.told() == [
                "mon 2026-01-05 11:00 reconnect r1", "tue 2026-01-06 20:30 try-again 1 r1",
                "thu 2026-01-08 19:30 roadblock 2 r1", "thu 2026-01-08 20:30 try-again 2 r1",
                "mon 2026-01-12 20:30 try-again 3 r1", "mon 2026-01-19 20:00 rest r1",
            ])
    }

    /// An attempt taken back: the ladder is as if it had not been, from there on.
    @Test func takesBackAnAttempt() throws {
        let edited = try story().attempt("t1", .repaired, "2026-01-06 12:00").edit("2026-01-06 13:00") {
            $0.attempts = []
        }
        #expect(try edited.told() == story().told())
    }

    /// What a closing hid is settled, too, and stays hidden and counted.
    @Test func keepsHiddenWhatWasHidden() throws {
        let closed = try story().attempt("t1", .repaired, "2026-01-06 12:00", recorded: "2026-01-06 21:00")
        #expect(try closed.builder(now: "2026-01-07 08:00").unsettledItems.map(\.id).last == "r1.try-again.1")
        let edited = try closed.edit("2026-01-07 08:00") { $0.household.cap = 2 }
        #expect(try edited.told() == Array(monday.prefix(3)))
    }

    /// Nothing that began under no settled items is invented; a file that was written by hand has none.
    @Test func computesAFileWrittenByHandFromItsRecords() throws {
        #expect(try Array(story().told().prefix(4)) == monday)
    }

    /// Written down now and then or never: the same items.
    @Test func changesNothingByWritingDownNowAndThen() throws {
        try Samples.check(every: 10) { sample in
            var random = SplitMix64(seed: sample.household.seed)
            let story = sample.household.story
            var settled = story.history
            let first = story.history.ruptures.map(\.recorded).min() ?? sample.household.now
            var time = first
            while time < sample.household.now {
                let builder = try AgendaBuilder(plan: story.plan, history: settled, now: time)
                settled.published += try builder.unsettledItems.map {
                    Published(
                        item: try #require($0.key), prompt: $0.prompt, start: $0.start, sequence: 0, modified: time,
                        settled: $0.settled)
                }
                time = time + Int.random(in: 1...140, using: &random) * 1800
            }
            let builder = try AgendaBuilder(plan: story.plan, history: settled, now: sample.household.now)
            for rupture in story.history.ruptures {
                let (one, other) = (builder.items(ofRupture: rupture.id), sample.builder.items(ofRupture: rupture.id))
                if one.map(sample.line) != other.map(sample.line) { return "\(rupture.id) differs" }
            }
            return nil
        }
    }

    /// An edit that changes nothing changes nothing of what had begun.
    @Test func movesNothingThatHadBegunByAnyEdit() throws {
        try Samples.check(every: 5) { sample in
            var random = SplitMix64(seed: sample.household.seed)
            let story = sample.household.story
            let now = sample.household.now + random.pick([60, 3600, 86_400])
            let before = try AgendaBuilder(plan: story.plan, history: story.history, now: now)
            var history = story.history
            history.published += try before.unsettledItems.map {
                Published(
                    item: try #require($0.key), prompt: $0.prompt, start: $0.start, sequence: 0, modified: now,
                    settled: $0.settled)
            }
            history.household.edited = now
            switch Int.random(in: 0..<4, using: &random) {
            case 0: history.household.quiet = try .written("22:00-09:15")
            case 1: history.people[0].good = try .written("11:11")
            case 2: history.household.cap = 1
            default: history.people[0].away = [try .written("2026-01-01/2026-03-01 every 70d")]
            }
            let after = try AgendaBuilder(plan: story.plan, history: history, now: now)
            for rupture in story.history.ruptures {
                let kept = before.items(ofRupture: rupture.id).filter { $0.start < now }
                let items = after.items(ofRupture: rupture.id)
                if Array(items.prefix(kept.count)) != kept { return "\(rupture.id): what had begun was moved" }
                if items.dropFirst(kept.count).contains(where: { $0.start < now }) {
                    return "\(rupture.id): placed in the past"
                }
            }
            return nil
        }
    }
}
