import Testing

@testable import MendCore

/// What holds for every household.
@Suite struct LadderPropertyTests {
    /// Calm, reflect, reconnect, tries by their numbers, then rest; each question an hour ahead of its try, or more where a
    /// record came between.
    @Test func keepsTheOrderOfRungs() throws {
        try Samples.check { sample in
            for (anchor, items) in Dictionary(grouping: sample.items, by: sample.anchor) {
                let way = items.filter { $0.number == 0 && $0.kind != .rung(.rest) }
                for (one, other) in zip(way, way.dropFirst()) where sample.order(one) >= sample.order(other) {
                    return "\(one.id) before \(other.id)"
                }
                let tries = items.filter { $0.kind == .rung(.tryAgain) }
                if let first = tries.first, let last = way.last, first.start <= last.start {
                    return "\(first.id) too early"
                }
                var numbers: [Int] = []
                for item in tries {
                    // Beginning anew with the same anchor begins the numbers anew.
                    if item.number == 1 { numbers = [] }
                    if let before = numbers.last, item.number != before + 1 { return "\(item.id) after try \(before)" }
                    numbers.append(item.number)
                }
                for question in items where question.kind == .rung(.roadblock) {
                    guard let tried = tries.first(where: { $0.number == question.number && $0.start > question.start })
                    else { continue }
                    let isBetween = sample.records.contains { $0 > question.start && $0 <= tried.start }
                    let ahead = tried.start - question.start
                    if ahead < 3600 || ahead > 3600 && !isBetween {
                        return "\(question.id) of \(anchor) is \(ahead) s ahead"
                    }
                }
            }
            return nil
        }
    }

    @Test func keepsTheLimitOfEachRupture() throws {
        try Samples.check { sample in
            for (rupture, items) in sample.ladders {
                guard !sample.attempts(at: rupture).contains(where: { $0.outcome == .again }) else { continue }
                let tries = items.filter { $0.kind == .rung(.tryAgain) }
                let most = sample.figures.limits.kinds[rupture.kind]
                if tries.count > most { return "\(tries.count) tries of \(rupture.id)" }
            }
            return nil
        }
    }

    /// Without a word in between, nobody is asked more than three times.
    @Test func leavesSilenceInPeace() throws {
        try Samples.check { sample in
            for person in sample.history.people {
                let answers = sample.records(with: person)
                let tries = sample.items.filter { $0.kind == .rung(.tryAgain) && $0.person == person.id }
                for (index, item) in tries.enumerated().dropFirst(3) {
                    let first = tries[index - 3].start
                    if !answers.contains(where: { $0 > first && $0 <= item.start }) { return "\(item.id) into silence" }
                }
            }
            return nil
        }
    }

    /// Read minute by minute on the clock, by the plain sentences of the design.
    @Test func keepsWindowsFree() throws {
        try Samples.check { sample in
            let clock = PlainClock(history: sample.history, plan: sample.household.story.plan)
            for item in sample.items {
                let person = item.voice == .together ? item.person.flatMap(sample.history.person) : nil
                for second in [Int](stride(from: 0, to: item.minutes * 60, by: 60)) + [item.minutes * 60 - 1] {
                    if let why = clock.isClosed(item.start + second, of: item.start, for: person) {
                        return "\(sample.line(item)) stands in \(why) at \(sample.zone.text(item.start + second))"
                    }
                }
            }
            return nil
        }
    }

    /// Nothing but calm begins in a pause that is known, or in a red thermometer of the caregiver's.
    @Test func keepsHoldsFree() throws {
        try Samples.check { sample in
            for item in sample.items where item.kind != .rung(.calm) {
                for scope in [nil, item.person] {
                    let pause = sample.history.holds.filter { $0.with == scope && $0.recorded <= item.start }
                        .max { ($0.recorded, $0.at, $0.id) < ($1.recorded, $1.at, $1.id) }
                    if let pause, pause.until > item.start { return "\(sample.line(item)) in the pause \(pause.id)" }
                }
                let feelings = sample.feelings.filter { $0.recorded <= item.start }
                for red in feelings where red.zone == .red && red.at + red.length > item.start {
                    if !feelings.contains(where: { $0.zone != .red && $0.at >= red.at }) {
                        return "\(sample.line(item)) in red since \(sample.zone.text(red.at))"
                    }
                }
            }
            return nil
        }
    }

    /// Reflect and reconnect alone exceed the cap, hidden items count.
    @Test func keepsTheCapForWhatWaits() throws {
        try Samples.check { sample in
            let waiting = sample.rungs.filter { [.tryAgain, .roadblock, .rest].contains($0.key.rung) }
            for (day, rungs) in Dictionary(grouping: waiting, by: { sample.zone.day(of: $0.start) })
            where rungs.count > sample.history.household.cap {
                return "\(rungs.count) on \(day)"
            }
            return nil
        }
    }

    /// Without an answer, from one try to the next there is at least the spacing; never two of one day.
    @Test func keepsItsSpacing() throws {
        try Samples.check { sample in
            for person in sample.history.people {
                let answers = sample.records(with: person)
                let together = sample.items.filter { $0.voice == .together && $0.person == person.id }
                for (one, other) in zip(together, together.dropFirst())
                where !answers.contains(where: { $0 > one.start && $0 <= other.start }) {
                    let days = sample.zone.day(of: other.start) - sample.zone.day(of: one.start)
                    if days < 1 { return "\(one.id) and \(other.id) on one day" }
                }
                let rests = sample.items.filter { $0.kind == .rung(.rest) && $0.person == person.id }
                for rest in rests {
                    guard let last = together.last(where: { $0.start < rest.start }) else { continue }
                    if sample.zone.day(of: rest.start) - sample.zone.day(of: last.start) < 7 {
                        return "\(rest.id) too soon"
                    }
                }
            }
            return nil
        }
    }

    @Test func comesNotBeforeItsRecord() throws {
        try Samples.check { sample in
            for (rupture, items) in sample.ladders {
                for item in items where item.start < rupture.recorded {
                    return "\(sample.line(item)) before its rupture was written down"
                }
            }
            let attempts = Dictionary(uniqueKeysWithValues: sample.history.attempts.map { ($0.id, $0) })
            for rung in sample.rungs {
                if let attempt = rung.key.attempt.flatMap({ attempts[$0] }), rung.start < attempt.recorded {
                    return "\(rung.key) before its attempt was written down"
                }
            }
            return nil
        }
    }

    /// From a closing's own time on until something begins anew, nothing shows that names no other open rupture.
    @Test func comesAfterNoClosing() throws {
        try Samples.check { sample in
            for (rupture, items) in sample.ladders {
                for closing in closings(of: rupture, sample) {
                    let shown = items.first {
                        $0.start >= closing.at && $0.start < closing.until ?? $0.start + 1
                            && ($0.ruptures == [rupture.id] || $0.start >= closing.recorded)
                    }
                    if let shown { return "\(sample.line(shown)) after a closing at \(sample.zone.text(closing.at))" }
                }
            }
            return nil
        }
    }

    /// A next item, at rest, closed, paused, or no place: every rupture that is known stands somehow.
    @Test func saysHowEachRuptureStands() throws {
        try Samples.check { sample in
            let open = Set(sample.builder.openRuptures.map(\.id))
            for (rupture, items) in sample.ladders {
                let isClosed = closings(of: rupture, sample).last.map { $0.until == nil } ?? false
                if open.contains(rupture.id) == isClosed { return "\(rupture.id) is open: \(!isClosed)" }
                let ahead = items.first { $0.start >= sample.household.now }
                switch sample.builder.outlook(ofRupture: rupture.id) {
                case .closed: if !isClosed { return "\(rupture.id) is said to be closed" }
                case .next(let item):
                    if item.person != rupture.with || item.start < sample.household.now {
                        return "next of \(rupture.id) is not \(item.id)"
                    }
                case .atRest: if ahead != nil { return "\(rupture.id) is said to rest" }
                case .onHold(let until, _):
                    if until <= sample.household.now { return "\(rupture.id) is said to be paused" }
                case .noPlace:
                    if ahead != nil { return "\(rupture.id) is said to have no place" }
                }
            }
            return nil
        }
    }

    /// What is known at an earlier now has the same future from there and from later on.
    @Test func seesTheSameFutureFromEarlierAndLater() throws {
        try Samples.check(every: 4) { sample in
            var random = SplitMix64(seed: sample.household.seed)
            let earlier = random.pick(sample.records) + random.pick([0, 700, 5000, 90_000])
            let known = sample.history.known(by: earlier)
            let one = try AgendaBuilder(plan: sample.household.story.plan, history: sample.history, now: earlier)
            let two = try AgendaBuilder(
                plan: sample.household.story.plan, history: known, now: sample.household.now + 86_400)
            for rupture in sample.history.ruptures
            where one.items(ofRupture: rupture.id) != two.items(ofRupture: rupture.id) {
                return "\(rupture.id) looks different at \(sample.zone.text(earlier))"
            }
            return nil
        }
    }

    /// A record moves nothing that had begun; only a closing hides.
    @Test func movesNothingThatHadBegun() throws {
        try Samples.check(every: 2) { sample in
            var random = SplitMix64(seed: sample.household.seed)
            let record = random.pick(sample.records)
            let plan = sample.household.story.plan
            let before = try RepairScheduler(plan: plan, history: sample.history.known(by: record - 1))
            let after = try RepairScheduler(plan: plan, history: sample.history.known(by: record))
            let begun = before.rungs.filter { $0.start < record }
            let kept = after.rungs.prefix(begun.count)
            guard begun.map(\.key) == kept.map(\.key), begun.map(\.start) == kept.map(\.start) else {
                return "the record at \(sample.zone.text(record)) moved what had begun"
            }
            if after.rungs.dropFirst(begun.count).contains(where: { $0.start < record }) {
                return "something comes in the past"
            }
            return nil
        }
    }

    @Test func namesEachItemOnce() throws {
        try Samples.check { Set($0.rungs.map(\.key)).count == $0.rungs.count ? nil : "an id stands for two items" }
    }

    @Test func givesTheSameItemsForTheSameInput() throws {
        let households = try RandomHouseholds()
        try Samples.check(every: 10) { sample in
            let again = try Samples.Sample(households.household(seed: sample.household.seed))
            return again.items == sample.items ? nil : "the same input gave other items"
        }
    }

    /// The agenda holds just the ladders' items, in order.
    @Test func showsTheLaddersInTheAgenda() throws {
        try Samples.check(every: 40) { sample in
            let days = sample.household.days
            let agenda = sample.builder.agenda(from: days.lowerBound, through: days.upperBound).items
            let expected = Agenda(items: sample.items.filter { days.contains(sample.zone.day(of: $0.start)) })
            return agenda == expected.items ? nil : "the agenda differs from the ladders"
        }
    }

    /// The moves of `because` lead from what an item counts from to its start, which lies before it or is a record.
    @Test func explainsEachMove() throws {
        try Samples.check { sample in
            var bases = Set(
                sample.history.ruptures.map(\.at) + sample.history.attempts.map(\.at) + sample.rungs.map(\.start))
            for (rupture, _) in sample.ladders {
                let person = try sample.person(of: rupture)
                let band = person.band(on: sample.zone.day(of: rupture.at))
                // Where a left-out calm was due.
                if let delay = sample.figures.calmDelay(rupture, band: band) { bases.insert(rupture.at + delay) }
                bases.insert(rupture.recorded)
            }
            for item in sample.items {
                let base = item.start - item.because.map(\.moved).reduce(0, +)
                if item.because.isEmpty || !bases.contains(base) {
                    return "\(item.id) counts from \(sample.zone.text(base)): \(item.because)"
                }
            }
            return nil
        }
    }

    // MARK: Helpers

    /// When a rupture was closed, by the closing's own time and by its record, and until when.
    private func closings(
        of rupture: Rupture, _ sample: Samples.Sample
    ) -> [(at: Instant, recorded: Instant, until: Instant?)] {
        var found: [(at: Instant, recorded: Instant, until: Instant?)] = []
        let sorted = sample.attempts(at: rupture).sorted {
            ($0.recorded, $0.at, $0.outcome.closes ? 1 : 0, $0.id) < (
                $1.recorded, $1.at, $1.outcome.closes ? 1 : 0, $1.id
            )
        }
        for attempt in sorted {
            if attempt.outcome.closes {
                found.append((attempt.at, attempt.recorded, nil))
            } else if attempt.outcome == .again {
                for index in found.indices { found[index].until = found[index].until ?? attempt.recorded }
            }
        }
        return found
    }
}

extension Samples.Sample {
    /// When something was written down with a person that ends silence.
    fileprivate func records(with person: Person) -> [Instant] {
        let ruptures = history.ruptures.filter { $0.with == person.id }
        let ids = Set(ruptures.map(\.id))
        return ruptures.map(\.recorded) + history.attempts.filter { ids.contains($0.rupture) }.map(\.recorded)
    }

    fileprivate var records: [Instant] {
        history.ruptures.map(\.recorded) + history.attempts.map(\.recorded) + history.checkIns.map(\.recorded)
            + history.holds.map(\.recorded)
    }

    fileprivate func anchor(_ item: Item) -> String { String(item.id.prefix { $0 != "." }) }

    fileprivate func order(_ item: Item) -> Int {
        if case .rung(let rung) = item.kind { rung.order } else { 9 }
    }

    /// Where the caregiver's thermometer stood, and for how long a red one holds.
    fileprivate var feelings: [(at: Instant, recorded: Instant, zone: FeelingZone, length: Int)] {
        let own = history.checkIns.filter { $0.with == nil }.map { ($0.at, $0.recorded, $0.zone, 1200) }
        let named = history.ruptures.compactMap { rupture -> (Instant, Instant, FeelingZone, Int)? in
            let zone = rupture.kind == .toxic ? .red : rupture.zone
            let band = history.person(rupture.with)?.band(on: self.zone.day(of: rupture.at))
            return zone.map { (rupture.at, rupture.recorded, $0, band == .infant ? 600 : 1200) }
        }
        return own + named
    }
}

/// Windows as the design says them, for one instant.
private struct PlainClock {
    let history: History
    let plan: Plan

    /// What closes an instant of an item: for the caregiver quiet hours, their own closed times and days away, with a person
    /// their hours and days as well, sleep by the band of the item's day.
    func isClosed(_ instant: Instant, of start: Instant, for person: Person?) -> String? {
        let zone = history.household.zone
        let (day, second) = zone.reading(at: instant)
        if covers(history.household.quiet, second) { return "quiet hours" }
        if isClosed(history.household.closed, day, second) { return "the caregiver's closed times" }
        if history.household.away.contains(where: { $0.contains(day) }) { return "the caregiver's days away" }
        guard let person else { return nil }
        if person.away.contains(where: { $0.contains(day) }) { return "days away" }
        if let sleep = person.sleep ?? plan.sleep[person.band(on: zone.day(of: start))], covers(sleep, second) {
            return "sleep"
        }
        return isClosed(person.closed, day, second) ? "closed times" : nil
    }

    private func isClosed(_ times: [ClosedTime], _ day: LocalDay, _ second: Int) -> Bool {
        times.contains { time in
            time.days.contains(day.weekday) && covers(time.window, second, begun: false)
                || time.days.contains((day + -1).weekday) && covers(time.window, second + 86_400, begun: false)
        }
    }

    /// Whether a window covers a moment, in seconds since the day's 00:00; one that begins on any day, or on that day alone.
    private func covers(_ window: Window, _ second: Int, begun: Bool = true) -> Bool {
        let end = window.end.minutes * 60 + (window.end < window.start ? 86_400 : 0)
        func isIn(_ second: Int) -> Bool { window.start.minutes * 60 <= second && second < end }
        return isIn(second) || begun && isIn(second + 86_400)
    }
}
