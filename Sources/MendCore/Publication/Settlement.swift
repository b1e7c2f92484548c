/// Writes down what has begun, so that no edit, new plan or restored backup moves it, words it anew or brings up anything else
/// in the past.
public struct Settlement: Sendable {
    /// The history as it is once `changes` are written down.
    public let history: History
    /// What must be written down, in the transaction in which the history was read.
    public let changes: [Change]

    /// Settles what has begun by now. Under another plan than the last time nothing that has not begun is placed earlier than
    /// now.
    /// - Throws: `RepairScheduler.Fault`.
    public init(_ history: History, plan: Plan, now: Instant) throws(RepairScheduler.Fault) {
        var history = history
        // What a clock that was ahead has settled would begin by the clock, whatever is written down until then.
        let ahead = history.unsettledAhead(of: now)
        history.put(ahead)
        let fingerprint = plan.fingerprint
        let isAnotherPlan = history.household.plan != fingerprint
        if isAnotherPlan, history.household.plan != nil { history.household.edited = now }
        let items = try Self.begunItems(history, plan: plan, now: now)
        let begun = Publication(items: items, history: history, plan: plan, now: now).changes
        history.put(begun)
        history.household.plan = fingerprint
        self.history = history
        let records =
            (isAnotherPlan ? [.household(history.household)] : []) + (ahead + begun).map(JournalRecord.published)
        changes = records.map(Change.put)
    }

    /// What has begun by now, from the last day on of which something was settled; of the ladder all that was not settled yet.
    private static func begunItems(
        _ history: History, plan: Plan, now: Instant
    ) throws(RepairScheduler.Fault) -> [Item] {
        let zone = history.household.zone
        let today = zone.day(of: now)
        let settled = history.published.filter { $0.settled != nil && $0.start < now }.map(\.start).max()
        let first = settled.map(zone.day) ?? history.firstDay(now: now)
        let builder = try AgendaBuilder(plan: plan, history: history, now: now, since: min(first, today))
        let items = builder.agenda(from: min(first, today), through: today).items.filter { $0.start < now }
        let ids = Set(items.map(\.id))
        return items + builder.unsettledItems.filter { !ids.contains($0.id) }
    }

    /// The changes of an edit of settings, or of what was written down before: what has begun by now stays, and nothing else
    /// is placed earlier.
    static func changes(
        before edit: (History) throws -> [Change], of history: History, plan: Plan, now: Instant
    ) throws -> [Change] {
        let settlement = try Settlement(history, plan: plan, now: now)
        let changes = try edit(settlement.history)
        var household = settlement.history.household
        for case .put(.household(let changed)) in changes { household = changed }
        household.edited = now
        return settlement.changes + changes + [.put(.household(household))]
    }
}

extension History {
    /// What was settled though it has not begun, by a clock that was ahead; as what has not begun.
    func unsettledAhead(of now: Instant) -> [Published] {
        // By a span, since an iterator copies each one.
        let published = published.span
        var ahead: [Published] = []
        for number in published.indices where published[number].settled != nil && published[number].start >= now {
            ahead.append(published[number].settled(as: nil, words: published[number].words))
        }
        return ahead
    }

    /// Adds what was shown, or puts it in the place of what was there of the same items.
    mutating func put(_ records: [Published]) {
        guard !records.isEmpty else { return }
        var places = Dictionary(published.indices.map { (published[$0].item, $0) }) { $1 }
        for record in records {
            if let place = places[record.item] {
                published[place] = record
            } else {
                places[record.item] = published.count
                published.append(record)
            }
        }
    }
}

extension Plan {
    /// Stands for all that decides what comes when, with which words: scripts, phrases and contacts too. So an edit of a plan's
    /// words is one at which everything that has begun stays as it was shown, and files that were exported are stale after it.
    public var fingerprint: String {
        var hash = StableHash(id, "\(slots)", "\(ladder)", "\(sleep)", "\(good)", "\(phrases)")
        for prompt in prompts { hash.add(prompt.id + prompt.title + prompt.text) }
        for text in words.ahead { hash.add(text.id + text.title + text.text) }
        for reflection in reflections {
            hash.add(reflection.id + reflection.title + reflection.intro + reflection.questions.joined())
        }
        for reading in readings { hash.add(reading.id + reading.title + reading.text + reading.shelf.joined()) }
        for book in shelves.flatMap(\.books) { hash.add(book.id + book.author + book.title + String(book.year)) }
        for milestone in milestones { hash.add(milestone.id + milestone.title + milestone.text) }
        for title in discreetTitles { hash.add(title.text) }
        for country in contacts {
            hash.add(country.country + country.emergency.joined(separator: " "))
            for line in country.lines { hash.add(line.name + line.number + line.how + line.purpose + line.hours) }
        }
        words.add(to: &hash)
        return String(hash.value, radix: 36)
    }
}

extension RepairWords {
    /// All that ends up in items. By hand, text by text: Swift's description of the whole takes a hundred times as long.
    fileprivate func add(to hash: inout StableHash) {
        for leadIn in leadIns {
            hash.add(leadIn.id + leadIn.title)
            hash.add(leadIn.text)
        }
        for script in scripts {
            hash.add(script.id)
            for move in [script.reach, script.own, script.turn, script.next] { hash.add(move) }
        }
        for question in roadblocks { hash.add(question.id + question.question + question.followUp) }
        for practice in calm { hash.add(practice.id + practice.title + practice.text + (practice.caution ?? "")) }
        for text in safety { hash.add(text.id + text.text) }
    }
}

extension StableHash {
    fileprivate mutating func add(_ text: FillableText?) {
        add(text?.with ?? "")
        add(text?.without ?? "")
    }
}
