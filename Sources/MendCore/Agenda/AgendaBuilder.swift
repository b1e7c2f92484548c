/// One agenda from a plan and a history: what the planner and the ladder place, merged and sorted, with its words.
///
/// Pure: the same plan, history and now give the same items.
public struct AgendaBuilder {
    private let plan: Plan
    private let history: History
    private let now: Instant
    private let zone: Zone
    private let schedule: RepairSchedule
    private let since: LocalDay?
    private let support: SupportContacts
    private let pattern: PatternText

    /// - Parameters:
    ///   - history: everything; records written down after `now` are passed over.
    ///   - since: no day before this one is asked for, nor a rupture that was over by then; nil: any may be.
    /// - Throws: `RepairScheduler.Fault` when the ladder's figures make more items than the records can need.
    public init(plan: Plan, history: History, now: Instant, since: LocalDay? = nil) throws(RepairScheduler.Fault) {
        self.plan = plan
        self.history = history.known(by: now)
        self.now = now
        zone = history.household.zone
        self.since = since
        schedule = try RepairSchedule(plan: plan, history: self.history, now: now, since: since)
        support = SupportContacts(plan: plan, history: self.history)
        pattern = PatternText(ruptures: self.history.ruptures)
    }

    /// Every item of the local days from `first`, which is not before `since`, to `last`, both included.
    public func agenda(from first: LocalDay, through last: LocalDay) -> Agenda {
        precondition(since.map { $0 <= first } ?? true)
        guard first <= last else { return Agenda(items: []) }
        let range = zone.start(of: first)..<zone.start(of: last + 1)
        var planner = Planner(plan: plan, history: history, now: now)
        // A slot that moves out of quiet hours may come from the day before.
        let slots = planner.slots(from: first + -1, through: last).compactMap { item($0.slot, on: $0.day, planner) }
        return Agenda(items: schedule.items(in: range) + slots.filter { range.contains($0.start) })
    }

    // MARK: The ladder

    /// The items that name a rupture, past and to come, in order of time.
    public func items(ofRupture id: String) -> [Item] {
        schedule.items(of: id)
    }

    /// The item of an id, whenever it is due.
    public func item(_ id: String) -> Item? {
        switch ItemKey(id) {
        case .rung(let key): items(ofRupture: key.anchor).first { $0.id == id } ?? schedule.item(id)
        case .slot(_, let day), .milestone(_, let day), .checkIn(_, let day):
            // Quiet hours may carry a slot's item into the next day.
            (1900...2199).contains(day.date.year)
                ? agenda(from: day, through: day + 1).items.first { $0.id == id } : nil
        case nil: nil
        }
    }

    /// What an item counts from, where its reasons do not tell: the moment itself, where settling was left out.
    public func origin(of item: Item) -> Instant? {
        guard item.because.first?.cause == .afterCalm, let anchor = item.key?.anchor,
            self.item(RungKey(anchor: anchor, rung: .calm).description) == nil
        else { return nil }
        return history.ruptures.first { $0.id == anchor }?.at
    }

    /// Whether one may go to somebody before a together item with them comes.
    public func mayComeSooner(_ item: Item) -> Bool { schedule.mayComeSooner(item) }

    /// Everybody with whom something is open or at rest.
    public var people: [PersonOutlook] { schedule.people }

    /// How things stand with a person; nil when nothing is open, or reminders have ended.
    public func outlook(ofPerson id: String) -> PersonOutlook? { schedule.outlook(ofPerson: id) }

    /// What comes together in somebody's running climb, begun or not, in order of time; empty where none runs.
    public func together(with person: String) -> [Item] { schedule.together(with: person) }

    /// How a rupture stands now.
    public func outlook(ofRupture id: String) -> Outlook { schedule.outlook(ofRupture: id) }

    /// Whether the weekly reflection mentions a rupture that is at rest.
    public func isMentioned(rupture id: String) -> Bool { schedule.isMentioned(id) }

    /// Ruptures that were neither closed nor begun after now, the oldest first.
    public var openRuptures: [Rupture] {
        people.flatMap { $0.open + $0.resting }.sorted(by: NaturalOrder.precedes)
    }

    /// Those of them that have not come to rest: something is still to come, or no place was found for it.
    public var wakefulRuptures: [Rupture] {
        people.flatMap(\.open).sorted(by: NaturalOrder.precedes)
    }

    /// What has begun of the ladder and was not settled yet, also what a closing hides.
    public var unsettledItems: [Item] { schedule.unsettled }

    // MARK: Slots as items

    private func item(_ slot: Planner.Slot, on day: LocalDay, _ planner: borrowing Planner) -> Item? {
        switch slot {
        case .prompt(let prompt, let person, let start, let steps):
            return Item(
                id: ItemKey.slot(.daily, day).description, kind: .prompt, start: start, minutes: prompt.minutes,
                voice: prompt.voice, person: person?.id, with: person.map { [$0.name] } ?? [],
                writtenTitle: prompt.title,
                text: text(of: prompt, with: person), prompt: prompt.id, band: person?.band(on: day), tips: prompt.tips,
                because: steps.reasons)
        case .reflection(let reflection, let start, let steps):
            return Item(
                id: ItemKey.slot(.weekly, day).description, kind: .reflection, start: start,
                minutes: reflection.minutes,
                voice: .own, writtenTitle: reflection.title, text: text(of: reflection, at: start),
                prompt: reflection.id, tips: reflection.tips, because: steps.reasons)
        case .reading(let reading, let start, let steps):
            let pattern = pattern.isDue(after: planner.readingBefore(day), through: start)
            return Item(
                id: ItemKey.slot(.monthly, day).description, kind: .reading, start: start, minutes: reading.minutes,
                voice: .own, writtenTitle: reading.title, text: text(of: reading, withPattern: pattern),
                prompt: reading.id, tips: reading.tips, isGrave: pattern, because: steps.reasons)
        case .milestone(let milestone, let person, let start, let steps):
            return Item(
                id: ItemKey.milestone(person: person.id, day).description, kind: .milestone, start: start,
                minutes: plan.ladder.minutes.reflect, voice: .own, person: person.id, with: [person.name],
                writtenTitle: milestone.title, text: milestone.text, prompt: milestone.id, band: milestone.to,
                because: steps.reasons)
        case .checkIn(let text, let offer, let start, let steps):
            let person = offer.with.flatMap(history.person)
            return Item(
                id: ItemKey.checkIn(offer: offer.id, day).description, kind: .checkIn, start: start, minutes: 1,
                voice: .own, person: person?.id, with: person.map { [$0.name] } ?? [], writtenTitle: text.title,
                text: self.text(of: text, for: offer), prompt: text.id, band: person?.band(on: day),
                tips: [CheckInText.tip],
                because: steps.reasons)
        case .settled(let published):
            return published.settled.map {
                Item($0, of: published, name: $0.person.flatMap(history.person)?.name)
            }
        }
    }

    /// A prompt about getting ahead of the red goes on with what was chosen for the person's Safe Place.
    private func text(of prompt: Prompt, with person: Person?) -> String {
        guard prompt.tips.contains(CheckInText.tip), let person,
            let tools = plan.phrases.tools(of: history.place(of: person.id))
        else { return prompt.text }
        return prompt.text + "\n\n" + tools
    }

    /// What to do, with what was chosen for such a time, and why it comes.
    private func text(of text: CheckInText, for offer: CheckInOffer) -> String {
        [text.text, plan.phrases.tools(of: history.place(of: offer.with)), plan.phrases.whyAhead]
            .compactMap(\.self).joined(separator: "\n\n")
    }

    /// The questions, and a quiet mention of what has come to rest.
    private func text(of reflection: Reflection, at start: Instant) -> String {
        let text = reflection.intro + "\n\n" + reflection.questions.map { "- \($0)" }.joined(separator: "\n")
        let resting = schedule.resting(at: start)
        return resting.isEmpty ? text : text + "\n\n" + plan.phrases.atRest(with: resting.map(\.name))
    }

    /// The text, two books, and, after a run of frightening moments, whom to turn to.
    private func text(of reading: Reading, withPattern pattern: Bool) -> String {
        var parts = [reading.text]
        let books = plan.shelves.flatMap(\.books).filter { reading.shelf.contains($0.id) }
        if !books.isEmpty {
            let lines = books.map { "- \($0.author), \($0.title) (\($0.year))" }
            parts.append(plan.phrases.forMore + "\n" + lines.joined(separator: "\n"))
        }
        if pattern, let text = plan.words.safety.first(where: { $0.when == .pattern }) {
            parts.append(text.text)
            parts.append(support.lines(in: plan.phrases).joined(separator: "\n"))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
