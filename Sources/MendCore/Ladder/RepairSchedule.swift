/// The places that the simulation gave, read as items.
struct RepairSchedule {
    private let scheduler: RepairScheduler
    private let wording: RepairWording
    private let zone: Zone
    private let attempts: [String: [Attempt]]
    private let published: [Published]
    private let now: Instant
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
        published = history.published
        self.now = now
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
        items(scheduler.standings.filter { !$0.owners.isEmpty && range.contains($0.start) })
    }

    /// The items of one rupture, in order of time.
    func items(of ruptureID: String) -> [Item] {
        guard let ladder = ladder(of: ruptureID) else { return [] }
        return items(ladder.standings.map { scheduler.standings[$0] }).sorted { $0.start < $1.start }
    }

    /// Of the items of one rupture, the first that has not begun.
    func nextItem(of ruptureID: String) -> Item? {
        ladder(of: ruptureID).flatMap(next).flatMap { items([$0]).first }
    }

    private func next(of ladder: Ladder) -> Standing? {
        ladder.standings.lazy.map { scheduler.standings[$0] }.filter { $0.start >= now }.min { $0.start < $1.start }
    }

    func phase(of ruptureID: String) -> Ladder.Phase? {
        ladder(of: ruptureID)?.phase
    }

    /// Ruptures that no attempt has closed, the oldest first.
    var openRuptures: [Rupture] {
        scheduler.ladders.filter { $0.phase != .closed }.map(\.rupture).sorted { $0.isOlder(than: $1) }
    }

    /// Those of them that have not come to rest, the oldest first.
    var wakefulRuptures: [Rupture] {
        scheduler.ladders.filter { ladder in
            switch ladder.phase {
            case .closed: false
            case .stuck: true
            case .climbing, .resting: next(of: ladder) != nil
            }
        }
        .map(\.rupture).sorted { $0.isOlder(than: $1) }
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

    private func items(_ standings: [Standing]) -> [Item] {
        let owners = standings.map(ownersByAge)
        let ids = owners.indices.map { id(of: standings[$0], oldest: owners[$0][0]) }
        let pinned = promptsOfBegunItems(among: Set(ids))
        return standings.indices.map { item(standings[$0], owners[$0], id: ids[$0], pinned: pinned[ids[$0]]) }
    }

    /// The oldest rupture lends id, number and reasons; the heaviest the words.
    private func ownersByAge(_ standing: Standing) -> [Standing.Owner] {
        standing.owners.count == 1
            ? standing.owners : standing.owners.sorted { rupture(of: $0).isOlder(than: rupture(of: $1)) }
    }

    private func id(of standing: Standing, oldest: Standing.Owner) -> String {
        scheduler.ladders[oldest.ladder].itemID(standing.rung, number: oldest.number, basis: oldest.basis?.id)
    }

    /// Prompts that stay: those of items that were shown and have begun.
    private func promptsOfBegunItems(among ids: Set<String>) -> [String: String] {
        var prompts: [String: String] = [:]
        guard !ids.isEmpty else { return prompts }
        // By a span, since an iterator copies each one.
        let published = published.span
        for number in published.indices where published[number].start <= now {
            let item = published[number].item.description
            if ids.contains(item) { prompts[item] = published[number].prompt }
        }
        return prompts
    }

    private func item(_ standing: Standing, _ owners: [Standing.Owner], id: String, pinned: String?) -> Item {
        let oldest = owners[0]
        let heaviest = owners.dropFirst().reduce(oldest) {
            rupture(of: $1).precedesInTies(rupture(of: $0)) ? $1 : $0
        }
        let about = scheduler.ladders[heaviest.ladder].rupture
        let person = scheduler.ladders[heaviest.ladder].person
        let band = person.band(on: zone.day(of: standing.start))
        let subject = RepairWording.Subject(
            rung: standing.rung, number: heaviest.number, rupture: about, person: person, band: band,
            roadblock: standing.rung == .roadblock
                ? roadblock(of: about, number: heaviest.number, by: standing.start) : nil)
        let words = wording.words(for: subject, pinned: pinned)
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
