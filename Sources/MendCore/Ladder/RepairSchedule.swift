/// The places that the simulation gave, read as items.
struct RepairSchedule {
    private let scheduler: RepairScheduler
    private let history: History
    private let wording: RepairWording
    private let zone: Zone
    private let now: Instant
    private let rests: [Rest]
    /// By the number of a ladder, the places of those of its rungs that have not begun, in their order.
    private let coming: [Int: [Int]]
    private let rested: Set<Int>
    /// Prompts that stay: those of items that were shown and have begun, where nobody settled them.
    private let begunPrompts: [RungKey: String]
    /// By climb and newest attempt, the number of the first try-again.
    private let firstTries: [RungKey: Int]

    /// A stretch of time in which a rupture is at rest.
    private struct Rest {
        let person: Person
        let rupture: Rupture
        let from: Instant
        /// When it was closed or begun anew.
        let until: Instant?

        func contains(_ instant: Instant) -> Bool { from < instant && until.map { $0 > instant } ?? true }
    }

    /// - Parameters:
    ///   - history: what is known by now.
    ///   - since: nothing before that day is asked for; nil: all may be.
    init(plan: Plan, history: History, now: Instant, since: LocalDay?) throws(RepairScheduler.Fault) {
        let scheduler = try RepairScheduler(plan: plan, history: history, since: since)
        self.scheduler = scheduler.looksBack ? try RepairScheduler(plan: plan, history: history) : scheduler
        rests = Self.rests(self.scheduler, history)
        rested = self.scheduler.laddersAtRest(by: now)
        var coming: [Int: [Int]] = [:]
        for (place, rung) in self.scheduler.rungs.enumerated() where rung.start >= now && !rung.isHidden {
            coming[rung.ladder, default: []].append(place)
        }
        self.coming = coming
        var prompts: [RungKey: String] = [:]
        // By spans, since an iterator copies each one.
        let published = history.published.span
        for number in published.indices where published[number].start <= now && published[number].settled == nil {
            if case .rung(let key) = published[number].item { prompts[key] = published[number].prompt }
        }
        begunPrompts = prompts
        firstTries = Self.firstTries(self.scheduler)
        wording = RepairWording(plan: plan, history: history)
        self.history = history
        zone = history.household.zone
        self.now = now
    }

    // MARK: Items

    /// Items that start in a half-open stretch of time.
    func items(in range: Range<Instant>) -> [Item] {
        items { range.contains($0.start) }
    }

    /// The items that name a rupture, in order of time.
    func items(of ruptureID: String) -> [Item] {
        guard let rupture = number(ruptureID) else { return [] }
        return items { $0.ruptures.contains(rupture) }
    }

    /// The item of an id.
    func item(_ id: String) -> Item? {
        items { $0.key.description == id }.first
    }

    /// What has begun by now and was not settled yet, hidden items too.
    var unsettled: [Item] {
        items(scheduler.rungs.filter { $0.start < now && $0.settled == nil })
    }

    private func items(where isWanted: (PlacedRung) -> Bool) -> [Item] {
        items(scheduler.rungs.filter { !$0.isHidden && isWanted($0) })
    }

    private func items(_ rungs: [PlacedRung]) -> [Item] { rungs.map(item) }

    private func item(_ rung: PlacedRung) -> Item {
        if let number = rung.settled, let settled = history.published[number].settled {
            return Item(
                settled, of: history.published[number], name: settled.person.flatMap(history.person)?.name)
        }
        let ruptures = rung.ruptures.map { history.ruptures[$0] }
        let person = scheduler.ladders[rung.ladder].person
        var words = RepairWording.Words(title: "", text: "", prompt: nil, tips: [])
        // The heaviest gives the words, of several the newest.
        if let about = ruptures.min(by: { $0.kind.weight < $1.kind.weight }) {
            let subject = RepairWording.Subject(
                rung: rung.key.rung, number: rung.key.number, rupture: about, person: person, band: rung.band,
                roadblock: rung.roadblock, answer: answer(before: rung))
            words = wording.words(for: subject, pinned: begunPrompts[rung.key])
        }
        return Item(
            id: rung.key.description, kind: .rung(rung.key.rung), start: rung.start,
            minutes: scheduler.minutes(of: rung.key.rung),
            voice: rung.key.rung.isTogether ? .together : .own, person: person.id, with: [person.name],
            ruptures: ruptures.map(\.id), number: rung.key.number, writtenTitle: words.title, text: words.text,
            prompt: words.prompt, band: person.band(on: zone.day(of: rung.start)), tips: words.tips,
            isGrave: ruptures.contains { $0.kind.isFrightening }, because: rung.steps.reasons)
    }

    /// What the last time was answered with: the climb's newest attempt, unless another try-again has come since.
    private func answer(before rung: PlacedRung) -> Answer {
        guard let attempt = rung.attempt.map({ history.attempts[$0] }) else { return .silence }
        let isFirst = firstTries[Self.climb(of: rung.key)].map { $0 >= rung.key.number } ?? true
        guard isFirst else { return .silence }
        return attempt.outcome.refuses ? .refusal : attempt.outcome == .partial ? .partial : .silence
    }

    private static func firstTries(_ scheduler: RepairScheduler) -> [RungKey: Int] {
        var first: [RungKey: Int] = [:]
        for rung in scheduler.rungs where rung.key.rung == .tryAgain && rung.key.attempt != nil {
            let climb = climb(of: rung.key)
            first[climb] = min(first[climb] ?? .max, rung.key.number)
        }
        return first
    }

    /// The same key for all rungs of a climb that stand on one attempt.
    private static func climb(of key: RungKey) -> RungKey {
        RungKey(anchor: key.anchor, attempt: key.attempt, rung: .tryAgain)
    }

    /// Whether one may go to somebody before a together item comes: nothing holds it, their last answer was no refusal, and
    /// nothing that it is about frightened anybody.
    func mayComeSooner(_ item: Item) -> Bool {
        guard case .rung(let key) = item.key, key.rung.isTogether, !item.isGrave,
            let ladder = history.people.firstIndex(where: { $0.id == item.person })
        else { return false }
        let answers = history.attempts.filter { item.ruptures.contains($0.rupture) || $0.id == key.attempt }
        let last = answers.max { ($0.at, $0.recorded, $0.id) < ($1.at, $1.recorded, $1.id) }
        return scheduler.heldUntil(ladder) <= now && !(last?.outcome.refuses ?? false)
    }

    // MARK: How things stand

    /// Everybody with whom something is neither closed nor ended, in the household's order.
    var people: [PersonOutlook] {
        scheduler.ladders.indices.compactMap { outlook(of: $0) }
    }

    /// Nil when nothing is open with them, or reminders have ended.
    func outlook(ofPerson id: String) -> PersonOutlook? {
        history.people.firstIndex { $0.id == id }.flatMap(outlook)
    }

    /// What comes together in somebody's running climb, begun or not, in order of time; empty where none runs.
    func together(with id: String) -> [Item] {
        guard let number = history.people.firstIndex(where: { $0.id == id }), let anchor = outlook(of: number)?.anchor
        else { return [] }
        return items { $0.ladder == number && $0.key.rung.isTogether && $0.key.anchor == anchor }
            .sorted { $0.start < $1.start }
    }

    /// How a rupture stands: closed, at rest, or as things stand with the person.
    func outlook(ofRupture id: String) -> Outlook {
        guard let rupture = number(id),
            let ladder = history.people.firstIndex(where: { $0.id == history.ruptures[rupture].with })
        else { return .closed }
        // With somebody for whom reminders have ended nothing comes.
        guard let person = outlook(of: ladder) else {
            return scheduler.ladders[ladder].isOpen(rupture) ? .atRest : .closed
        }
        if person.open.contains(where: { $0.id == id }) {
            guard case .next = person.outlook else { return person.outlook }
            return next(of: ladder) { $0.ruptures.contains(rupture) }.map(Outlook.next) ?? person.outlook
        }
        return person.resting.contains { $0.id == id } ? .atRest : .closed
    }

    private func outlook(of number: Int) -> PersonOutlook? {
        let ladder = scheduler.ladders[number]
        guard !ladder.hasEnded else { return nil }
        var open = ladder.climb?.members.map(\.rupture) ?? []
        var resting = Array(ladder.resting)
        if rested.contains(number) {
            resting += open
            open = []
        }
        guard !open.isEmpty || !resting.isEmpty else { return nil }
        let next = next(of: number) { _ in true }.map(Outlook.next)
        let held = scheduler.pausedUntil(number)
        let outlook: Outlook =
            if open.isEmpty {
                .atRest
            } else if held > now {
                .onHold(until: held, next: next?.item)
            } else {
                next ?? scheduler.stuck[number].map(Outlook.noPlace) ?? .atRest
            }
        func ruptures(_ numbers: [Int]) -> [Rupture] {
            numbers.map { history.ruptures[$0] }.sorted { NaturalOrder.precedes($1, $0) }
        }
        return PersonOutlook(
            person: ladder.person, open: ruptures(open), resting: ruptures(resting), outlook: outlook,
            anchor: open.isEmpty ? nil : ladder.climb.map { history.ruptures[$0.anchor.rupture].id })
    }

    /// The first item of a person that has not begun. Calm never rings and was shown at once, so what comes after it is next.
    private func next(of ladder: Int, where isMeant: (PlacedRung) -> Bool) -> Item? {
        let rungs = coming[ladder]?.map { scheduler.rungs[$0] }.filter(isMeant) ?? []
        return (rungs.first { $0.key.rung != .calm } ?? rungs.first).flatMap { items([$0]).first }
    }

    private func number(_ id: String) -> Int? {
        history.ruptures.firstIndex { $0.id == id }
    }

    /// People with whom something had come to rest by an instant and was neither closed nor begun anew since, in the order
    /// in which it happened.
    func resting(at instant: Instant) -> [Person] {
        var seen: Set<String> = []
        return rests.filter { $0.contains(instant) && seen.insert($0.person.id).inserted }.map(\.person)
    }

    /// Whether the weekly reflection mentions a rupture: only what a rest reminder has left in peace.
    func isMentioned(_ ruptureID: String) -> Bool {
        rests.contains { $0.rupture.id == ruptureID && $0.contains(now) }
    }

    private static func rests(_ scheduler: RepairScheduler, _ history: History) -> [Rest] {
        let places = scheduler.rungs.filter {
            $0.key.rung == .rest && !$0.isHidden && !scheduler.ladders[$0.ladder].hasEnded
        }
        guard !places.isEmpty else { return [] }
        let ends = Dictionary(
            grouping: history.attempts.filter { $0.outcome.closes || $0.outcome == .again }, by: \.rupture
        ).mapValues { $0.map(\.recorded).sorted() }
        return places.flatMap { place in
            place.ruptures.map { number in
                let rupture = history.ruptures[number]
                return Rest(
                    person: scheduler.ladders[place.ladder].person, rupture: rupture, from: place.start,
                    until: ends[rupture.id]?.first { $0 > place.start })
            }
        }
        .sorted { $0.rupture.at < $1.rupture.at }
    }
}

extension History {
    /// What was written down by an instant. Later records do not exist yet.
    public func known(by now: Instant) -> History {
        var known = self
        known.ruptures.keep { $0.recorded <= now }
        known.attempts.keep { $0.recorded <= now }
        known.checkIns.keep { $0.recorded <= now }
        known.holds.keep { $0.recorded <= now }
        known.offers.keep { $0.at <= now }
        known.put(unsettledAhead(of: now))
        if let edited = household.edited, edited > now { known.household.edited = nil }
        for number in people.indices {
            if let ended = people[number].ended, ended > now { known.people[number].ended = nil }
            if let begun = people[number].begun, begun > now { known.people[number].begun = nil }
        }
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
