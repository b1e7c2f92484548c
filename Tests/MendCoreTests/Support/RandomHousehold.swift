import Testing

@testable import MendCore

/// Households made up from a seed: people of all bands, closed times, weeks elsewhere, changes of the clock, late
/// records, pauses, check-ins and every outcome. The same seed makes the same household.
struct RandomHousehold {
    let seed: Int
    let story: Story
    /// After the last record.
    let now: Instant

    /// The first to the last day of the ladders, and then some.
    var days: ClosedRange<LocalDay> {
        let first = story.history.ruptures.map(\.at).min() ?? now
        return story.zone.day(of: first)...(story.zone.day(of: now) + 200)
    }
}

/// Makes households; it keeps the plan and the zones, which are slow to read.
struct RandomHouseholds {
    /// Zones with a day around which their clock changes (or nothing happens).
    private let places: [(zone: Zone, day: LocalDay)]
    private let plan: Plan

    init() throws {
        plan = try Shipped.plan()
        places = try [
            ("America/New_York", "2026-01-10"), ("America/New_York", "2026-03-07"), ("America/New_York", "2026-10-31"),
            ("Europe/London", "2026-03-28"), ("Europe/Dublin", "2026-10-24"), ("Australia/Lord_Howe", "2026-10-03"),
            ("Australia/Lord_Howe", "2026-04-04"), ("Australia/Sydney", "2026-04-04"),
            ("America/Santiago", "2026-09-05"),
            ("America/Nuuk", "2026-03-28"), ("Africa/Casablanca", "2026-02-14"), ("Pacific/Apia", "2011-12-28"),
            ("Asia/Kathmandu", "2026-02-27"), ("UTC", "2024-02-28"),
        ].map { try (Zones.named($0), .written($1)) }
    }

    func household(seed: Int) throws -> RandomHousehold {
        var random = SplitMix64(seed: seed)
        let (zone, center) = random.pick(places)
        let quiet = try Window.written(
            random.pick([
                "21:00-07:00", "21:00-07:00", "21:00-07:00", "22:30-06:15", "01:30-05:00", "12:00-13:00", "23:00-02:30",
            ]))
        var settings = Household(id: "h\(seed)", zone: zone, quiet: quiet, cap: random.pick([1, 2, 3, 3, 3, 3, 4, 6]))
        if random.once(in: 4) { settings.closed = [try .written(random.pick(["mon-fri 09:00-17:00", "06:30-07:45"]))] }
        if random.once(in: 8) {
            settings.away = [DaysAway(first: center + 2, last: center + 4, every: 21)].compactMap(\.self)
        }
        if random.once(in: 5) { settings.good = try .written(random.pick(["06:00", "12:30", "21:15"])) }
        var history = History(household: settings)
        let far = zone.start(of: center + 400)
        for number in 1...random.pick([1, 1, 2, 3]) {
            let person = try person("p\(number)", center, &random)
            var checker = HistoryChecker(history, now: far)
            if (try? checker.add(.person(person))) != nil { history.people.append(person) }
        }
        if history.people.isEmpty { history.people.append(Person(id: "p0", name: "P0", relation: .friend)) }
        let first = zone.start(of: center + -3)
        addRecords(to: &history, from: first, far: far, &random)
        addHolds(to: &history, from: first, &random)
        if history.ruptures.isEmpty { return try household(seed: seed + 1_000_000) }
        let records =
            history.ruptures.map(\.recorded) + history.attempts.map(\.recorded) + history.checkIns.map(\.recorded)
            + history.holds.map(\.recorded)
        let now = (records.max() ?? far) + random.pick([0, 60, 3 * 3600, 5 * 86_400, 90 * 86_400])
        return RandomHousehold(seed: seed, story: Story(plan: plan, history: history), now: now)
    }

    private func person(_ id: String, _ center: LocalDay, _ random: inout SplitMix64) throws -> Person {
        // Some have a birthday that changes the band while the ladder stands.
        let years = random.pick([0, 1, 1, 3, 4, 6, 8, 12, 15, 18])
        let (year, _, _) = center.date
        let birthday =
            center
            + (random.once(in: 3) ? Int.random(in: -2...8, using: &random) : -Int.random(in: 9...300, using: &random))
        let born = LocalDay(year: year - years, month: birthday.date.month, day: min(birthday.date.day, 28))
        var closed: [ClosedTime] = []
        if random.once(in: 2) { closed.append(try .written("mon-fri 08:00-15:00")) }
        if random.once(in: 4) {
            closed.append(
                try .written(
                    random.pick(["fri-sun 18:00-09:30", "daily 16:30-19:00", "wed 00:00-24:00", "sat,sun 12:00-13:30"]))
            )
        }
        var away: [DaysAway] = []
        if random.once(in: 3) {
            // Every other week.
            let first = center + Int.random(in: -10...4, using: &random)
            away = [DaysAway(first: first, last: first + 6, every: 14, until: first + 130)].compactMap(\.self)
        } else if random.once(in: 12) {
            away = [DaysAway(first: center, last: center + Int.random(in: 30...90, using: &random))].compactMap { $0 }
        }
        let isAdult = years >= 18 && random.once(in: 2)
        return try Person(
            id: id, name: id.uppercased(), relation: isAdult ? .partner : .child, born: isAdult ? nil : born,
            closed: closed,
            away: away,
            sleep: random.once(in: 6) ? .written(random.pick(["20:00-06:00", "12:30-14:30", "23:00-09:00"])) : nil,
            good: random.once(in: 5)
                ? .written(random.pick(["02:30", "01:30", "07:15", "12:00", "21:30", "00:10"])) : nil)
    }

    /// Ruptures within ten days and attempts at them, written down one after another as long as they may be true.
    private func addRecords(to history: inout History, from first: Instant, far: Instant, _ random: inout SplitMix64) {
        var ruptures: [Rupture] = []
        var attempts: [Attempt] = []
        for number in 1...random.pick([1, 1, 2, 3, 5]) {
            var at = first + Int.random(in: 0...(10 * 24 * 60), using: &random) * 60
            // Often soon after another.
            if let before = ruptures.last, random.once(in: 2) {
                at = before.at + Int.random(in: 0...45, using: &random) * 60
            }
            if random.once(in: 10) { at = at + Int.random(in: 1...59, using: &random) }
            let rupture = Rupture(
                id: "r\(number)", with: random.pick(history.people).id, kind: random.pick(Rupture.Kind.allCases),
                at: at,
                recorded: at + lateness(&random), zone: random.pick([nil] + FeelingZone.allCases),
                theirZone: random.pick([nil, .red] + FeelingZone.allCases))
            ruptures.append(rupture)
            for index in 0..<random.pick([0, 0, 1, 1, 2, 4]) {
                at = random.once(in: 8) ? rupture.at : at
                at =
                    at + random.pick([0, 5, 20, 60, 240, 1500, 4000, 20_000]) * 60
                    + Int.random(in: 0...3600, using: &random)
                attempts.append(
                    Attempt(
                        id: "\(rupture.id)a\(index)", rupture: rupture.id, at: at, recorded: at + lateness(&random),
                        outcome: random.pick(Attempt.Outcome.allCases + [.declined, .notReady, .declined, .partial]),
                        roadblock: random.pick([nil, nil] + Roadblock.allCases)))
            }
        }
        let records =
            ruptures.map { ($0.recorded, JournalRecord.rupture($0)) } + attempts.map { ($0.recorded, .attempt($0)) }
        var checker = HistoryChecker(history, now: far)
        for (_, record) in records.sorted(by: { $0.0 < $1.0 }) where (try? checker.add(record)) != nil {
            history.append(record)
        }
    }

    /// Pauses and check-ins of the same days.
    private func addHolds(to history: inout History, from first: Instant, _ random: inout SplitMix64) {
        for number in 0..<random.pick([0, 0, 1, 2, 6]) {
            let at = first + Int.random(in: 0...(14 * 24 * 60), using: &random) * 60
            let person = random.once(in: 2) ? random.pick(history.people).id : nil
            if random.once(in: 2) {
                history.checkIns.append(
                    CheckIn(
                        id: "c\(number)", with: person, at: at, recorded: at + lateness(&random),
                        zone: random.pick([.red, .red, .green, .yellow])))
            } else {
                let length = random.pick([0, 40 * 60, 5 * 3600, 3 * 86_400, 70 * 86_400])
                history.holds.append(Hold(id: "h\(number)", with: person, at: at, until: at + length))
            }
        }
    }

    private func lateness(_ random: inout SplitMix64) -> Int {
        random.pick([0, 0, 0, 0, 60, 600, 1800, 3 * 3600, 26 * 3600, 9 * 86_400])
    }
}

extension RandomHousehold: CustomStringConvertible {
    /// The seed, and the household's records.
    var description: String {
        let records = story.history.records.map { "\($0)" }.joined(separator: "\n")
        return "seed \(seed), now \(TimeText.rfc3339(now, story.zone))\n\(records)"
    }
}
