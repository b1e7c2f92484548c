import Testing

@testable import MendCore

/// A household as a test tells it, with local times, and the ladder's items as `2026-01-05 18:00 calm`.
struct Story {
    let zone: Zone
    var plan: Plan
    var history: History

    init(
        _ zone: String = "America/New_York", quiet: String = "21:00-07:00", cap: Int = 3, closed: [String] = [],
        away: [String] = [], good: String? = nil, changing change: (inout Plan) throws -> Void = { _ in }
    ) throws {
        var plan = try Shipped.plan()
        try change(&plan)
        let household = try Household(
            id: "k7Qm2xW9", zone: Zones.named(zone), quiet: .written(quiet), cap: cap,
            closed: closed.map(ClosedTime.written), away: away.map(DaysAway.written), good: good.map(LocalTime.written))
        self.init(plan: plan, history: History(household: household))
    }

    init(plan: Plan, history: History) {
        self.plan = plan
        self.history = history
        zone = history.household.zone
    }

    // MARK: Telling

    /// Somebody of a band on 2026-01-05 and for at least five months around it.
    func person(
        _ id: String, _ band: AgeBand, closed: [String] = [], away: [String] = [], sleep: String? = nil,
        good: String? = nil
    ) throws -> Story {
        let born: String? =
            switch band {
            case .infant: "2025-07-05"
            case .toddler: "2024-07-05"
            case .preschool: "2021-07-05"
            case .schoolAge: "2017-07-05"
            case .teen: "2011-07-05"
            case .adult: nil
            }
        return try person(id, born: born, closed: closed, away: away, sleep: sleep, good: good)
    }

    func person(
        _ id: String, born: String?, closed: [String] = [], away: [String] = [], sleep: String? = nil,
        good: String? = nil
    ) throws -> Story {
        var story = self
        try story.history.people.append(
            Person(
                id: id, name: id.capitalized, relation: born == nil ? .partner : .child,
                born: born.map(LocalDay.written),
                closed: closed.map(ClosedTime.written), away: away.map(DaysAway.written),
                sleep: sleep.map(Window.written),
                good: good.map(LocalTime.written)))
        return story
    }

    /// A rupture with the first person unless another is named, at a local time or an RFC 3339 one.
    func rupture(
        _ id: String, _ at: String, _ kind: Rupture.Kind = .benign, recorded: String? = nil, with person: String? = nil,
        zone: FeelingZone? = nil, theirs: FeelingZone? = nil, excitedAbout: String? = nil
    ) throws -> Story {
        var story = self
        let with = try person ?? #require(history.people.first).id
        try story.history.ruptures.append(
            Rupture(
                id: id, with: with, kind: kind, at: instant(at), recorded: recorded.map(instant), zone: zone,
                theirZone: theirs, excitedAbout: excitedAbout))
        return story
    }

    /// An attempt at the last rupture unless another is named.
    func attempt(
        _ id: String, _ outcome: Attempt.Outcome, _ at: String, recorded: String? = nil, of rupture: String? = nil,
        roadblock: Roadblock? = nil
    ) throws -> Story {
        var story = self
        let rupture = try rupture ?? #require(history.ruptures.last).id
        try story.history.attempts.append(
            Attempt(
                id: id, rupture: rupture, at: instant(at), recorded: recorded.map(instant), outcome: outcome,
                roadblock: roadblock))
        return story
    }

    /// A check-in of the caregiver's own unless somebody is named.
    func checkIn(
        _ id: String, _ zone: FeelingZone, _ at: String, recorded: String? = nil, with person: String? = nil
    ) throws -> Story {
        var story = self
        try story.history.checkIns.append(
            CheckIn(id: id, with: person, at: instant(at), recorded: recorded.map(instant), zone: zone))
        return story
    }

    /// A pause of the household unless somebody is named.
    func pause(_ id: String, _ at: String, until: String, with person: String? = nil) throws -> Story {
        var story = self
        try story.history.holds.append(Hold(id: id, with: person, at: instant(at), until: instant(until)))
        return story
    }

    /// Reminders with the first person end.
    func end(_ at: String) throws -> Story {
        var story = self
        story.history.people[0].ended = try instant(at)
        return story
    }

    /// The same household with other settings from an instant on, at which what had begun is written down.
    func edit(_ at: String, _ change: (inout History) throws -> Void) throws -> Story {
        var story = try settle(at)
        try change(&story.history)
        story.history.household.edited = try instant(at)
        return Story(plan: plan, history: story.history)
    }

    /// What has begun by an instant is written down.
    func settle(_ at: String) throws -> Story {
        var story = self
        story.history.published += try builder(now: at).unsettledItems.map { item in
            Published(
                item: try #require(item.key), prompt: item.prompt, start: item.start, sequence: 0, modified: try instant(at),
                settled: item.settled)
        }
        return story
    }

    func contact(_ name: String, _ number: String) -> Story {
        var story = self
        story.history.contacts.append(Contact(name: name, number: number))
        return story
    }

    func country(_ code: String) -> Story {
        var story = self
        story.history.household.country = code
        return story
    }

    func instant(_ text: String) throws -> Instant {
        try text.contains("T") ? .written(text) : zone.at(text)
    }

    // MARK: Reading

    /// Everything known, unless `now` is earlier.
    func builder(now: String? = nil) throws -> AgendaBuilder {
        let last =
            (history.ruptures.map(\.recorded) + history.attempts.map(\.recorded) + history.checkIns.map(\.recorded)
            + history.holds.map(\.recorded) + history.people.flatMap { [$0.ended, $0.begun].compactMap(\.self) }
            + [history.household.edited].compactMap(\.self)).max()
        let now = try now.map(instant) ?? #require(last)
        return try AgendaBuilder(plan: plan, history: history, now: now)
    }

    /// All items of the ladders, past and to come, with their ruptures: `mon 2026-01-05 18:00 calm r2+r1`.
    func told(now: String? = nil) throws -> [String] {
        try repairs(now: now).map(told)
    }

    /// The same with the rules that put each where it stands: `mon 2026-01-05 18:00 calm r2+r1 | calm-floor`.
    func toldWithRules(now: String? = nil) throws -> [String] {
        try repairs(now: now).map { told($0) + " | " + $0.because.map(\.rule.rawValue).joined(separator: ", ") }
    }

    private func told(_ item: Item) -> String {
        "\(zone.day(of: item.start).weekday.rawValue) \(line(item)) \(item.ruptures.joined(separator: "+"))"
    }

    private func repairs(now: String?) throws -> [Item] {
        let first = history.ruptures.map(\.at).min().map(zone.day) ?? LocalDay(number: 0)
        return try builder(now: now).agenda(from: first, through: first + 400).items.filter(\.kind.isRepair)
    }

    /// The items of a rupture, past and to come: `2026-01-05 18:00 calm`, `2026-01-06 19:30 try-again 2`.
    func ladder(_ rupture: String = "r1", now: String? = nil) throws -> [String] {
        try builder(now: now).items(ofRupture: rupture).map(line)
    }

    /// The ladder's items of a day, or of some, with their ruptures: `2026-01-05 18:00 calm r1`.
    func day(_ first: String, through last: String? = nil, now: String? = nil) throws -> [String] {
        try builder(now: now).agenda(from: .written(first), through: .written(last ?? first)).items
            .map { "\(line($0)) \($0.ruptures.joined(separator: "+"))" }
    }

    /// Why the first item of a kind (and number) stands where it stands: `calm-floor PT20M`.
    func because(_ kind: String, _ number: Int = 0, of rupture: String = "r1") throws -> [String] {
        let item = try builder().items(ofRupture: rupture).first { $0.kind.name == kind && $0.number == number }
        return try #require(item).because.map { "\($0.rule.rawValue) \(TimeText.duration($0.moved))" }
    }

    func ids(_ rupture: String = "r1") throws -> [String] {
        try builder().items(ofRupture: rupture).map(\.id)
    }

    private func line(_ item: Item) -> String {
        "\(zone.text(item.start)) \(item.kind.name)\(item.number == 0 ? "" : " \(item.number)")"
    }
}

extension String {
    /// `ada` as a name: `Ada`.
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
