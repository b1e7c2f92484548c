/// The places that the simulation gave, read as items.
struct RepairSchedule {
    private let scheduler: RepairScheduler
    private let wording: RepairWording
    private let zone: Zone
    private let attempts: [String: [Attempt]]
    private let shownPrompts: [String: String]
    private let rests: [Rest]

    /// A stretch of time in which a rupture is at rest.
    private struct Rest {
        let ladder: Int
        let from: Instant
        /// When it was closed or begun anew.
        let until: Instant?
    }

    /// - Parameter history: what is known by now.
    init(plan: Plan, history: History, now: Instant) throws(RepairScheduler.Fault) {
        scheduler = try RepairScheduler(plan: plan, history: history)
        wording = RepairWording(plan: plan, history: history)
        zone = history.household.zone
        attempts = Dictionary(grouping: history.attempts, by: \.rupture)
            .mapValues { $0.sorted { ($0.recorded, $0.id) < ($1.recorded, $1.id) } }
        shownPrompts = history.promptsOfBegunItems(now: now)
        rests = Self.rests(scheduler, attempts)
    }

    private static func rests(_ scheduler: RepairScheduler, _ attempts: [String: [Attempt]]) -> [Rest] {
        scheduler.ladders.enumerated().flatMap { index, ladder in
            ladder.standings.filter { scheduler.standings[$0].rung == .rest }.map { place in
                let from = scheduler.standings[place].start
                let end = attempts[ladder.rupture.id]?.first {
                    ($0.outcome.closes || $0.outcome == .again) && $0.recorded > from
                }
                return Rest(ladder: index, from: from, until: end?.recorded)
            }
        }
    }

    /// Items that start in a half-open stretch of time.
    func items(in range: Range<Instant>) -> [Item] {
        scheduler.standings.filter { !$0.owners.isEmpty && range.contains($0.start) }.map { item($0) }
    }

    /// The items of one rupture, in order of time.
    func items(of ruptureID: String) -> [Item] {
        guard let ladder = ladder(of: ruptureID) else { return [] }
        return ladder.standings.map { item(scheduler.standings[$0]) }.sorted { $0.start < $1.start }
    }

    func phase(of ruptureID: String) -> Ladder.Phase? {
        ladder(of: ruptureID)?.phase
    }

    /// Ruptures that no attempt has closed, the oldest first.
    var openRuptures: [Rupture] {
        scheduler.ladders.filter { $0.phase != .closed }.map(\.rupture).sorted { $0.isOlder(than: $1) }
    }

    /// Ruptures that had come to rest by an instant and were neither closed nor begun anew since, the oldest first.
    func resting(at instant: Instant) -> [(rupture: Rupture, person: Person)] {
        rests.filter { rest in rest.from < instant && rest.until.map { $0 > instant } ?? true }
            .map { (scheduler.ladders[$0.ladder].rupture, scheduler.ladders[$0.ladder].person) }
            .sorted { $0.0.isOlder(than: $1.0) }
    }

    private func ladder(of ruptureID: String) -> Ladder? {
        scheduler.ladders.first { $0.rupture.id == ruptureID }
    }

    private func item(_ standing: Standing) -> Item {
        // The oldest rupture lends id, number and reasons; the heaviest the words.
        let owners =
            standing.owners.count == 1
            ? standing.owners : standing.owners.sorted { rupture(of: $0).isOlder(than: rupture(of: $1)) }
        let oldest = owners[0]
        let heaviest = owners.dropFirst().reduce(oldest) {
            rupture(of: $1).precedesInTies(rupture(of: $0)) ? $1 : $0
        }
        let about = scheduler.ladders[heaviest.ladder].rupture
        let person = scheduler.ladders[heaviest.ladder].person
        let band = person.band(on: zone.day(of: standing.start))
        let id = scheduler.ladders[oldest.ladder].itemID(
            standing.rung, number: oldest.number, basis: oldest.basis?.id)
        let subject = RepairWording.Subject(
            rung: standing.rung, number: heaviest.number, rupture: about, person: person, band: band,
            roadblock: standing.rung == .roadblock
                ? roadblock(of: about, number: heaviest.number, by: standing.start) : nil)
        let words = wording.words(for: subject, pinned: shownPrompts[id])
        let details = ReasonText(zone: zone, name: person.name)
        return Item(
            id: id, kind: .rung(standing.rung), start: standing.start, minutes: standing.minutes,
            voice: standing.rung.isTogether ? .together : .own, with: [person.name],
            ruptures: owners.map { rupture(of: $0).id }, number: oldest.number, writtenTitle: words.title,
            text: words.text,
            prompt: words.prompt, band: band, tips: words.tips,
            isGrave: owners.contains { rupture(of: $0).kind == .toxic },
            because: oldest.steps.map(details.reason))
    }

    private func rupture(of owner: Standing.Owner) -> Rupture {
        scheduler.ladders[owner.ladder].rupture
    }

    /// The roadblock last named by then, or else the four in turn.
    private func roadblock(of rupture: Rupture, number: Int, by instant: Instant) -> Roadblock {
        let named = (attempts[rupture.id] ?? []).last { $0.roadblock != nil && $0.recorded <= instant }?
            .roadblock
        let turn = max(number / 2 - 1, 0) % Roadblock.allCases.count
        return named ?? Roadblock.allCases[turn]
    }
}

extension History {
    /// What was written down by an instant. Later records do not exist yet.
    public func known(by now: Instant) -> History {
        var known = self
        known.ruptures.keep { $0.recorded <= now }
        known.attempts.keep { $0.recorded <= now }
        known.checkIns.keep { $0.at <= now }
        return known
    }

    /// Prompts that stay, by item: those of items that were shown and have begun.
    func promptsOfBegunItems(now: Instant) -> [String: String] {
        var prompts: [String: String] = [:]
        for shown in published where shown.start <= now { prompts[shown.item] = shown.prompt }
        return prompts
    }
}

extension Array {
    /// Nearly always all are kept, and then nothing is copied.
    fileprivate mutating func keep(where isKept: (Element) -> Bool) {
        if !areAll(isKept) { removeAll { !isKept($0) } }
    }

    /// By a span, since an iterator copies each element.
    private func areAll(_ isKept: (Element) -> Bool) -> Bool {
        let elements = span
        for index in elements.indices where !isKept(elements[index]) { return false }
        return true
    }
}
