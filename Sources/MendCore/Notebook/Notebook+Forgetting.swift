/// What is to be forgotten, by its id.
public enum Forgettable: Hashable, Sendable {
    case person(String)
    case rupture(String)
}

extension Notebook {
    /// Forgets it and all that depends on it. What has begun of anything else stays where it was, and nothing else comes before now.
    /// - Parameter beforehand: done while nobody else writes to the journal; where it throws, the journal is as it was.
    /// - Returns: whether there was anything.
    @discardableResult
    public func forget(_ subject: Forgettable, beforehand: () throws -> Void = {}) throws -> Bool {
        try update { history in
            try beforehand()
            guard history.knows(of: subject) else { return ([], false) }
            let changes = try edit(history) { history in
                let gone = history.changes(forgetting: subject, calling: plan.phrases.discreetTitle)
                return try gone + words(for: gone, in: history) + history.changes(keepingIDsOf: gone)
            }
            return (changes, true)
        }
    }

    /// Words for slots that have lost theirs, made of what is left.
    private func words(for gone: [Change], in history: History) throws -> [Change] {
        let wordless = gone.compactMap { change -> Published? in
            guard case .put(.published(let shown)) = change, shown.settled == nil else { return nil }
            return shown
        }
        guard let first = wordless.map(\.start).min() else { return [] }
        var rest = history
        rest.apply(gone)
        // They were there, whatever was edited since.
        rest.household.edited = nil
        let zone = history.household.zone
        let builder = try AgendaBuilder(plan: plan, history: rest, now: now)
        let items = builder.agenda(from: zone.day(of: first), through: zone.day(of: now)).items
        let words = Dictionary(items.map { ($0.id, $0.settled) }, uniquingKeysWith: { $1 })
        return wordless.compactMap { shown in
            words[shown.item.description].map { .put(.published(shown.settled(as: $0, words: nil))) }
        }
    }
}

extension History {
    /// A rupture with its attempts; a person with their ruptures, and the check-ins with them; and what was published and
    /// delivered of all that. Each stands before what it refers to.
    public func keys(about subject: Forgettable) -> [RecordKey] {
        let gone: [Rupture]
        var keys: [RecordKey] = []
        switch subject {
        case .person(let id):
            gone = ruptures.filter { $0.with == id }
            keys += checkIns.filter { $0.with == id }.map { .checkIn(id: $0.id) }
            keys += holds.filter { $0.with == id }.map { .hold(id: $0.id) }
            keys += places.filter { $0.with == id }.map { .place(id: $0.id) }
            keys += offers.filter { $0.with == id }.map { .offer(id: $0.id) }
        case .rupture(let id):
            gone = ruptures.filter { $0.id == id }
        }
        var ids = Set(gone.map(\.id))
        // What was taken back before may have left what had begun.
        if case .rupture(let id) = subject { ids.insert(id) }
        keys += attempts.filter { ids.contains($0.rupture) }.map { .attempt(id: $0.id) }
        keys += gone.map { .rupture(id: $0.id) }
        if case .person(let id) = subject, person(id) != nil { keys.append(.person(id: id)) }
        let isGone = { (item: ItemKey?) in
            switch item {
            case .rung(let key): ids.contains(key.anchor)
            case .milestone(let person, _): subject == .person(person)
            case .checkIn(let offer, _): offers.first { $0.id == offer }?.with.map { subject == .person($0) } ?? false
            case .slot, nil: false
            }
        }
        keys += published.filter { isGone($0.item) }.map { .published(item: $0.item) }
        keys += deliveries.filter { isGone($0.item) }.map { .delivery(item: $0.item, channel: $0.channel) }
        return keys
    }

    /// Takes away what `keys(about:)` names, and of all other items that have begun what they may have told of it. Those keep
    /// their prompt and their start, which say nothing of anybody, so that no calendar shows them twice.
    /// - Parameter title: for rungs that have named it among other ruptures.
    public func changes(forgetting subject: Forgettable, calling title: String) -> [Change] {
        let keys = keys(about: subject)
        var ruptures: Set<String> = if case .rupture(let id) = subject { [id] } else { [] }
        var published: Set<ItemKey> = []
        for key in keys {
            switch key {
            case .rupture(let id): ruptures.insert(id)
            case .published(let item): published.insert(item)
            default: break
            }
        }
        // A journal that knows nothing of them has nothing to be silent about.
        guard !keys.isEmpty || isNamed(subject) else { return [] }
        let rest = self.published.filter { !published.contains($0.item) && $0.mayTell(of: subject, ruptures: ruptures) }
        return keys.map(Change.remove) + rest.map { .put(.published($0.withoutWords(of: ruptures, calling: title))) }
    }

    /// Whether anything was written down about it, or still tells of it.
    public func knows(of subject: Forgettable) -> Bool {
        !keys(about: subject).isEmpty || isNamed(subject)
    }

    /// Whether an item that has begun names a rupture, though perhaps that was taken back since.
    private func isNamed(_ subject: Forgettable) -> Bool {
        guard case .rupture(let id) = subject else { return false }
        return published.contains { $0.settled?.ruptures.contains(id) ?? false }
    }
}

extension Published {
    /// Whether what was shown may name somebody, or one of some ruptures. The week's reflection mentions whom something is at
    /// rest with, and the month's reading whether there were frightening moments, without saying whose: they tell of everybody.
    fileprivate func mayTell(of subject: Forgettable, ruptures: Set<String>) -> Bool {
        guard let settled else { return false }
        switch item {
        case .slot(.weekly, _), .slot(.monthly, _): return true
        case .slot(.daily, _), .milestone, .checkIn, .rung:
            return settled.person.map { subject == .person($0) } == true || !ruptures.isDisjoint(with: settled.ruptures)
        }
    }

    /// What calendars and the choice of prompts go by; of a rung what its ladder goes by, too.
    fileprivate func withoutWords(of ruptures: Set<String>, calling title: String) -> Published {
        guard case .rung = item, let settled else { return self.settled(as: nil, words: nil) }
        return self.settled(
            as: SettledItem(
                person: settled.person, ruptures: settled.ruptures.filter { !ruptures.contains($0) },
                minutes: settled.minutes, voice: settled.voice, title: title, text: "", band: settled.band, tips: [],
                isGrave: false, because: []), words: nil)
    }
}
