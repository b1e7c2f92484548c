import Testing

@testable import MendCore

/// What holds for every household.
@Suite struct LadderPropertyTests {
    /// Calm, reflect, then what comes together, then rest; tries in the order of their numbers, each question before
    /// its try.
    @Test func keepsTheOrderOfRungs() throws {
        try Samples.check { sample in
            for (rupture, items) in sample.ladders {
                let names = items.map(\.kind.name)
                for rung in ["calm", "reflect", "reconnect"] where names.filter({ $0 == rung }).count > 1 {
                    return "two \(rung) for \(rupture.id)"
                }
                let order = ["calm": 0, "reflect": 1, "reconnect": 2]
                let first = items.sorted { ($0.start, order[$0.kind.name] ?? 3) < ($1.start, order[$1.kind.name] ?? 3) }
                if first.map({ order[$0.kind.name] ?? 3 }) != first.map({ order[$0.kind.name] ?? 3 }).sorted() {
                    return "rungs out of order for \(rupture.id)"
                }
                for (basis, group) in Dictionary(grouping: items.filter { $0.ruptures[0] == rupture.id }, by: basis) {
                    let tries = group.filter { $0.kind == .rung(.tryAgain) }
                    guard zip(tries, tries.dropFirst()).allSatisfy({ $0.number < $1.number && $0.start < $1.start })
                    else {
                        return "tries of \(rupture.id) on \(basis) out of order"
                    }
                    let rest = group.first { $0.kind == .rung(.rest) }
                    if let rest, rest.start <= tries.last?.start ?? rest.start - 1 {
                        return "rest of \(rupture.id) too early"
                    }
                    for question in group where question.kind == .rung(.roadblock) {
                        guard let tried = tries.first(where: { $0.number == question.number }) else { continue }
                        let ahead = tried.start - question.start
                        // A try that moved along left its question where it stood.
                        let moved = tried.because.filter { $0.rule == .merged }.map(\.moved).reduce(0, +)
                        if ahead < 3600 || ahead > 3600 + moved { return "question \(question.id) is \(ahead) s ahead" }
                    }
                }
            }
            return nil
        }
    }

    @Test func keepsTheLimitOfItsKind() throws {
        let limits: [Rupture.Kind: Int] = [.benign: 3, .oscillating: 5, .limitSetting: 6, .toxic: 8]
        try Samples.check { sample in
            for (rupture, items) in sample.ladders {
                let band = try sample.person(of: rupture).band(on: sample.zone.day(of: rupture.at))
                let limit = try band == .infant ? 2 : #require(limits[rupture.kind])
                for item in items where item.ruptures[0] == rupture.id && item.number > limit {
                    return "\(item.id) over \(limit)"
                }
                for item in items where item.kind == .rung(.roadblock) {
                    if ![2, 4, 6, 8].contains(item.number) { return "a question before try \(item.number)" }
                    if sample.history.household.cap == 1 { return "a question under a cap of one" }
                }
            }
            return nil
        }
    }

    /// Read minute by minute on the clock, by the plain sentences of the design.
    @Test func keepsQuietAndClosedTimesFree() throws {
        try Samples.check { sample in
            let people = Dictionary(uniqueKeysWithValues: sample.history.people.map { ($0.id, $0) })
            for item in sample.items {
                let rupture = try #require(sample.history.rupture(item.ruptures[0]))
                let person = item.voice == .together ? people[rupture.with] : nil
                let clock = PlainClock(
                    zone: sample.zone, quiet: sample.history.household.quiet, plan: sample.household.story.plan)
                for second in [Int](stride(from: 0, to: item.minutes * 60, by: 60)) + [item.minutes * 60 - 1] {
                    if let why = clock.isClosed(item.start + second, for: person) {
                        return "\(sample.line(item)) stands in \(why) at \(sample.zone.text(item.start + second))"
                    }
                }
            }
            return nil
        }
    }

    /// Tries, questions and rests never fill a day beyond the cap.
    @Test func keepsTheCapForWhatWaits() throws {
        try Samples.check { sample in
            let waiting = sample.items.filter { ["try-again", "roadblock", "rest"].contains($0.kind.name) }
            for (day, items) in Dictionary(grouping: waiting, by: { sample.zone.day(of: $0.start) })
            where items.count > sample.history.household.cap {
                return "\(items.count) on \(day)"
            }
            return nil
        }
    }

    @Test func comesNotBeforeItsRecord() throws {
        try Samples.check { sample in
            for (rupture, items) in sample.ladders {
                let attempts = Dictionary(uniqueKeysWithValues: sample.attempts(at: rupture).map { ($0.id, $0) })
                for item in items {
                    if item.start < rupture.recorded {
                        return "\(sample.line(item)) before its rupture was written down"
                    }
                    guard item.ruptures[0] == rupture.id, let attempt = attempts[basis(item)] else { continue }
                    if item.start < attempt.recorded {
                        return "\(sample.line(item)) before \(attempt.id) was written down"
                    }
                }
            }
            return nil
        }
    }

    /// From a closing's own time on until something begins anew, nothing shows.
    @Test func comesAfterNoClosing() throws {
        try Samples.check { sample in
            for (rupture, items) in sample.ladders {
                for closing in closings(of: rupture, sample) {
                    if let item = items.first(where: {
                        $0.start >= closing.at && $0.start < closing.until ?? $0.start + 1
                    }) {
                        return "\(sample.line(item)) after a closing at \(sample.zone.text(closing.at))"
                    }
                }
            }
            return nil
        }
    }

    /// At least the spacing from the placed start before, in hours or calendar days.
    @Test func keepsItsSpacing() throws {
        try Samples.check { sample in
            for (rupture, items) in sample.ladders where items.allSatisfy({ $0.ruptures[0] == rupture.id }) {
                let attempts = Dictionary(uniqueKeysWithValues: sample.attempts(at: rupture).map { ($0.id, $0) })
                for (id, group) in Dictionary(grouping: items, by: basis) {
                    var spacing = sample.figures.spacing[...]
                    if let attempt = attempts[id] { spacing = spacing.dropFirst(attempt.outcome == .partial ? 2 : 1) }
                    let tries = group.filter { $0.kind == .rung(.tryAgain) || $0.kind == .rung(.reconnect) }
                    for ((before, after), delay) in zip(zip(tries, tries.dropFirst()), spacing) {
                        guard sample.isSpaced(before, after, delay) else {
                            return "\(after.id) too soon after \(before.id)"
                        }
                    }
                }
                let last = items.last { $0.kind == .rung(.tryAgain) }
                if let last, let rest = items.last(where: { $0.kind == .rung(.rest) }), rest.start > last.start,
                    !sample.isSpaced(last, rest, .days(7))
                {
                    return "\(rest.id) too soon after \(last.id)"
                }
            }
            return nil
        }
    }

    /// A next item, at rest, closed, or no place: every rupture that is known stands somehow.
    @Test func saysHowEachRuptureStands() throws {
        try Samples.check { sample in
            let open = Set(sample.builder.openRuptures.map(\.id))
            for (rupture, items) in sample.ladders {
                let isClosed = closings(of: rupture, sample).last.map { $0.until == nil } ?? false
                if open.contains(rupture.id) == isClosed { return "\(rupture.id) is open: \(!isClosed)" }
                let ahead = items.first { $0.start >= sample.household.now }
                switch sample.builder.outlook(ofRupture: rupture.id) {
                case .closed: if !isClosed { return "\(rupture.id) is said to be closed" }
                case .next(let item): if item != ahead { return "next of \(rupture.id) is not \(item.id)" }
                case .atRest:
                    if ahead != nil || items.last?.kind != .rung(.rest) { return "\(rupture.id) is said to rest" }
                case .noPlace:
                    if ahead != nil || items.last?.kind == .rung(.rest) {
                        return "\(rupture.id) is said to have no place"
                    }
                    // Nobody is away or asleep for so long unless the household says so.
                    if try sample.person(of: rupture).away.isEmpty, try sample.person(of: rupture).closed.isEmpty {
                        return "\(rupture.id) found no place"
                    }
                }
            }
            return nil
        }
    }

    /// What is known at an earlier now has the same future from there and from later on.
    @Test func seesTheSameFutureFromEarlierAndLater() throws {
        try Samples.check { sample in
            var random = SplitMix64(seed: sample.household.seed)
            let rupture = random.pick(sample.history.ruptures)
            let earlier = rupture.recorded + random.pick([0, 700, 5000, 90_000])
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
        try Samples.check { sample in
            let records = sample.history.ruptures.map(\.recorded) + sample.history.attempts.map(\.recorded)
            var random = SplitMix64(seed: sample.household.seed)
            let record = random.pick(records)
            let plan = sample.household.story.plan
            let before = try AgendaBuilder(plan: plan, history: sample.history, now: record - 1)
            let after = try AgendaBuilder(plan: plan, history: sample.history, now: record)
            for rupture in sample.history.ruptures {
                let hidden = closings(of: rupture, sample)
                let kept = after.items(ofRupture: rupture.id).map { "\($0.kind.name) \($0.start.seconds)" }
                for item in before.items(ofRupture: rupture.id) where item.start < record {
                    if hidden.contains(where: { $0.at <= item.start }) { continue }
                    if !kept.contains("\(item.kind.name) \(item.start.seconds)") {
                        return "\(sample.line(item)) was moved by the record at \(sample.zone.text(record))"
                    }
                }
            }
            return nil
        }
    }

    @Test func namesEachItemOnce() throws {
        try Samples.check { Set($0.items.map(\.id)).count == $0.items.count ? nil : "an id stands for two items" }
    }

    @Test func givesTheSameItemsForTheSameInput() throws {
        let households = try RandomHouseholds()
        try Samples.check(every: 3) { sample in
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

    /// The moves of `because` lead from what an item counts from to its start.
    @Test func explainsEachMove() throws {
        try Samples.check { sample in
            for (rupture, items) in sample.ladders {
                let attempts = sample.attempts(at: rupture)
                let band = try sample.person(of: rupture).band(on: sample.zone.day(of: rupture.at))
                var bases = [rupture.at, rupture.recorded, rupture.at + sample.figures.calmDelay(rupture, band: band)]
                bases += attempts.map(\.at) + items.map(\.start)
                for item in items where item.ruptures[0] == rupture.id {
                    if item.because.isEmpty || item.because.contains(where: \.detail.isEmpty) {
                        return "\(item.id) says nothing"
                    }
                    let base = item.start - item.because.map(\.moved).reduce(0, +)
                    if !bases.contains(base) {
                        return "\(item.id) counts from \(sample.zone.text(base)): \(item.because)"
                    }
                }
            }
            return nil
        }
    }

    // MARK: Helpers

    /// The attempt's id in an item's id; empty without one.
    private func basis(_ item: Item) -> String {
        let parts = item.id.split(separator: ".")
        return parts.count > 2 && Rung(rawValue: String(parts[1])) == nil ? String(parts[1]) : ""
    }

    /// When a rupture was closed, by the closing's own time, and until when; an attempt older than the one before
    /// changes nothing.
    private func closings(of rupture: Rupture, _ sample: Samples.Sample) -> [(at: Instant, until: Instant?)] {
        var found: [(at: Instant, until: Instant?)] = []
        var newest = rupture.at
        let sorted = sample.attempts(at: rupture).sorted {
            (max($0.recorded, rupture.recorded), $0.at, $0.id) < (max($1.recorded, rupture.recorded), $1.at, $1.id)
        }
        for attempt in sorted where attempt.at >= newest {
            newest = attempt.at
            if attempt.outcome.closes {
                found.append((attempt.at, nil))
            } else if attempt.outcome == .again, let last = found.indices.last {
                found[last].until = found[last].until ?? attempt.recorded
            }
        }
        return found
    }
}

extension Samples.Sample {
    fileprivate func isSpaced(_ before: Item, _ after: Item, _ delay: LadderFigures.Delay) -> Bool {
        switch delay {
        case .elapsed(let seconds):
            // On a later day the good time holds, though the hours end after it.
            after.start - before.start >= seconds
                || zone.day(of: after.start) > zone.day(of: before.start)
                    && zone.day(of: after.start) >= zone.day(of: before.start + seconds)
        case .days(let days): zone.day(of: after.start) - zone.day(of: before.start) >= days
        }
    }
}

/// Windows as the design says them, for one instant.
private struct PlainClock {
    let zone: Zone
    let quiet: Window
    let plan: Plan

    /// What closes an instant: for the caregiver alone quiet hours, with a person their hours and days as well.
    func isClosed(_ instant: Instant, for person: Person?) -> String? {
        let (day, second) = zone.reading(at: instant)
        let yesterday = day + -1
        if covers(quiet, second) || covers(quiet, second + 86_400) { return "quiet hours" }
        guard let person else { return nil }
        if person.away.contains(where: { $0.first <= day && day <= $0.last }) { return "days away" }
        if let sleep = person.sleep ?? plan.sleep[person.band(on: day)],
            covers(sleep, second) || covers(sleep, second + 86_400)
        {
            return "sleep"
        }
        for closed in person.closed {
            if closed.days.contains(day.weekday), covers(closed.window, second) { return "\(closed)" }
            if closed.days.contains(yesterday.weekday), covers(closed.window, second + 86_400) {
                return "\(closed) from yesterday"
            }
        }
        return nil
    }

    /// Whether a window that begins on a day covers a moment, in seconds since that day's 00:00.
    private func covers(_ window: Window, _ second: Int) -> Bool {
        let end = window.end.minutes * 60 + (window.end < window.start ? 86_400 : 0)
        return window.start.minutes * 60 <= second && second < end
    }
}
