import MendCore

/// An invented family in a hard year: two children who live here every other week, a partner, and as many ruptures as asked
/// for, with attempts of all outcomes.
public enum HardFamily {
    /// The first day of the year.
    public static let start = LocalDay(number: 20_454)

    /// - Parameters:
    ///   - zone: where they live.
    ///   - ruptures: spread evenly over `days` from `start`.
    ///   - seed: the same seed gives the same year.
    public static func history(zone: Zone, ruptures count: Int, days: Int = 365, seed: UInt64 = 1) -> History {
        var random = SplitMix(state: seed)
        var history = History(household: Household(id: "HardYear", zone: zone, country: "US", shared: false))
        history.people = people()
        for number in 0..<count {
            let day = start + number * days / max(count, 1)
            let minutes = 7 * 60 + random.next(below: 14 * 60)
            let at = zone.start(of: day) + minutes * 60
            let person = history.people[random.next(below: history.people.count)]
            let rupture = Rupture(
                id: "r\(number + 1)", with: person.id,
                kind: random.choose([.benign, .oscillating, .limitSetting, .limitSetting, .toxic]),
                at: at, recorded: at + random.choose([0, 5, 20, 240]) * 60,
                zone: random.choose([nil, .green, .yellow, .red]), theirZone: random.choose([nil, .yellow, .red]),
                excitedAbout: random.choose([nil, "a drawing", "her lego tower", "the match", "a new song"]))
            history.ruptures.append(rupture)
            addAttempts(to: rupture, &history, &random)
        }
        return history
    }

    /// Four in five are repaired or let go in the end.
    private static func addAttempts(to rupture: Rupture, _ history: inout History, _ random: inout SplitMix) {
        var at = rupture.recorded + (30 + random.next(below: 600)) * 60
        for _ in 0..<random.next(below: 3) {
            add(random.choose([.declined, .notReady, .partial]), to: rupture, at: at, &history, &random)
            at = at + (6 + random.next(below: 72)) * 3600
        }
        if random.next(below: 5) > 0 {
            add(random.choose([.repaired, .repaired, .repaired, .letGo]), to: rupture, at: at, &history, &random)
        }
    }

    private static func add(
        _ outcome: Attempt.Outcome, to rupture: Rupture, at: Instant, _ history: inout History, _ random: inout SplitMix
    ) {
        history.attempts.append(
            Attempt(
                id: "t\(history.attempts.count + 1)", rupture: rupture.id, at: at,
                recorded: at + random.choose([0, 10, 180]) * 60, outcome: outcome,
                roadblock: random.choose([nil, nil, .shame, .guilt, .childhood, .movingOn])))
    }

    private static func people() -> [Person] {
        var ada = Person(id: "ada", name: "Ada", relation: .child, born: LocalDay(year: 2020, month: 4, day: 3))
        ada.closed = [ClosedTime("mon-fri 08:00-15:00")].compactMap { $0 }
        var theo = Person(id: "theo", name: "Theo", relation: .child, born: LocalDay(year: 2014, month: 7, day: 14))
        theo.closed = [ClosedTime("mon-fri 07:45-15:30")].compactMap { $0 }
        // Every other week with the other parent.
        for week in stride(from: 1, to: 60, by: 2) {
            let away = DaysAway(first: start + 7 * week, last: start + 7 * week + 6)
            ada.away += [away].compactMap { $0 }
            theo.away += [away].compactMap { $0 }
        }
        return [ada, theo, Person(id: "sam", name: "Sam", relation: .partner)]
    }
}

/// A small seeded source of numbers (Steele, Lea and Flood 2014).
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }

    mutating func next(below bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }

    mutating func choose<Element>(_ elements: [Element]) -> Element {
        elements[next(below: elements.count)]
    }
}
