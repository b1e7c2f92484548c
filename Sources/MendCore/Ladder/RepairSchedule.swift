/// The places that the simulation gave, read as items.
struct RepairSchedule {
    private let scheduler: RepairScheduler
    private let wording: RepairWording
    private let zone: Zone
    private let attempts: [String: [Attempt]]
    private let shownPrompts: [String: String]

    /// - Parameter history: what is known by now.
    init(plan: Plan, history: History, now: Instant) throws(RepairScheduler.Fault) {
        scheduler = try RepairScheduler(plan: plan, history: history)
        wording = RepairWording(plan: plan, history: history)
        zone = history.household.zone
        attempts = Dictionary(grouping: history.attempts, by: \.rupture)
            .mapValues { $0.sorted { ($0.recorded, $0.id) < ($1.recorded, $1.id) } }
        shownPrompts = history.promptsOfBegunItems(now: now)
    }

    /// Items that start in a half-open stretch of time.
    func items(in range: Range<Instant>) -> [Item] {
        scheduler.standings.filter { !$0.owners.isEmpty && range.contains($0.start) }.map(item)
    }

    /// The items of one rupture, in order of time.
    func items(of ruptureID: String) -> [Item] {
        guard let ladder = ladder(of: ruptureID) else { return [] }
        return ladder.standings.map { item(scheduler.standings[$0]) }.sorted { $0.start < $1.start }
    }

    func phase(of ruptureID: String) -> Ladder.Phase? {
        ladder(of: ruptureID)?.phase
    }

    /// Ruptures that had come to rest by an instant and were neither closed nor begun anew since, the oldest first.
    func resting(at instant: Instant) -> [(rupture: Rupture, person: Person)] {
        scheduler.ladders.filter { ladder in
            let rest = ladder.standings.map { scheduler.standings[$0] }.last { $0.rung == .rest && $0.start < instant }
            guard let rest else { return false }
            return !(attempts[ladder.rupture.id] ?? []).contains {
                ($0.outcome.closes || $0.outcome == .again) && $0.recorded > rest.start && $0.recorded <= instant
            }
        }
        .map { ($0.rupture, $0.person) }
        .sorted { ($0.0.at, $0.0.id) < ($1.0.at, $1.0.id) }
    }

    private func ladder(of ruptureID: String) -> Ladder? {
        scheduler.ladders.first { $0.rupture.id == ruptureID }
    }

    private func item(_ standing: Standing) -> Item {
        // The oldest rupture lends id, number and reasons; the heaviest the words.
        let owners = standing.owners.sorted { left, right in
            let (first, second) = (scheduler.ladders[left.ladder].rupture, scheduler.ladders[right.ladder].rupture)
            return (first.at, first.id) < (second.at, second.id)
        }
        let ladders = owners.map { scheduler.ladders[$0.ladder] }
        let oldest = owners[0]
        let heaviest = owners[ladders.indices.min { ladders[$0].rupture.precedesInTies(ladders[$1].rupture) } ?? 0]
        let about = scheduler.ladders[heaviest.ladder]
        let band = about.person.band(on: zone.day(of: standing.start))
        let id = ladders[0].itemID(standing.rung, number: oldest.number, basis: oldest.basis?.id)
        let subject = RepairWording.Subject(
            rung: standing.rung, number: heaviest.number, rupture: about.rupture, person: about.person, band: band,
            roadblock: standing.rung == .roadblock
                ? roadblock(of: about, number: heaviest.number, by: standing.start) : nil)
        let words = wording.words(for: subject, pinned: shownPrompts[id])
        let details = ReasonText(zone: zone, name: about.person.name)
        return Item(
            id: id, kind: .rung(standing.rung), start: standing.start, minutes: standing.minutes,
            voice: standing.rung.isTogether ? .together : .own, with: [about.person.name],
            ruptures: ladders.map(\.rupture.id), number: oldest.number, writtenTitle: words.title, text: words.text,
            prompt: words.prompt, band: band, tips: words.tips,
            isGrave: ladders.contains { $0.rupture.kind == .toxic },
            because: oldest.steps.map(details.reason))
    }

    /// The roadblock last named by then, or else the four in turn.
    private func roadblock(of ladder: Ladder, number: Int, by instant: Instant) -> Roadblock {
        let named = (attempts[ladder.rupture.id] ?? []).last { $0.roadblock != nil && $0.recorded <= instant }?
            .roadblock
        let turn = max(number / 2 - 1, 0) % Roadblock.allCases.count
        return named ?? Roadblock.allCases[turn]
    }
}

extension History {
    /// What was written down by an instant. Later records do not exist yet.
    public func known(by now: Instant) -> History {
        var known = self
        known.ruptures.removeAll { $0.recorded > now }
        known.attempts.removeAll { $0.recorded > now }
        known.checkIns.removeAll { $0.at > now }
        return known
    }

    /// Prompts that stay, by item: those of items that were shown and have begun.
    func promptsOfBegunItems(now: Instant) -> [String: String] {
        var prompts: [String: String] = [:]
        for shown in published where shown.start <= now { prompts[shown.item] = shown.prompt }
        return prompts
    }
}
