import MendCore
import MendExport
import MendText

/// A task as mend tells it, whatever clients wrote into it.
struct PlannedTask: Sendable {
    let subject: TaskSubject
    /// The id of what it is about: the rupture with which the climb began, or the prompt's item.
    let id: String
    /// With whom; nil: the caregiver alone.
    let person: String?
    /// The ids of the ruptures that it names, the newest first.
    let ruptures: [String]
    let title: PlainText
    let text: PlainText
    /// Nil: nothing is to come that may be shown.
    let due: Instant?
    let created: Instant
    /// When what it tells was written down last.
    let modified: Instant
    /// The newest attempt at what it names; nil: none.
    let attempt: String?
}

/// The tasks of a list: one for each person with whom something is open, and perhaps the day's prompt.
struct TaskPlanner {
    private let history: History
    private let plan: Plan
    private let now: Instant
    private let isOpen: Bool
    private let prompts: Bool
    private let catalogue: Catalogue
    private let neutral: NeutralTitles

    /// - Parameter history: what was written down by `now`.
    init(history: History, plan: Plan, now: Instant, list: TaskList, catalogue: Catalogue) {
        self.history = history
        self.plan = plan
        self.now = now
        self.catalogue = catalogue
        (isOpen, prompts) = (list.open, list.prompts)
        neutral = NeutralTitles(household: history.household, plan: plan)
    }

    /// In the household's order of people, the prompt last; and the first instant at which they are others, though nothing was
    /// written down.
    /// - Throws: `RepairScheduler.Fault`.
    func tasks() throws -> (tasks: [PlannedTask], until: Instant) {
        let builder = try AgendaBuilder(plan: plan, history: history, now: now)
        let today = history.household.zone.day(of: now)
        var tasks: [PlannedTask] = []
        var times: [Instant] = []
        for outlook in builder.people {
            guard let anchor = outlook.anchor ?? restingAnchor(outlook) else { continue }
            if outlook.anchor == nil { times.append(end(of: outlook.resting)) }
            let items = builder.together(with: outlook.person.id)
            times += items.flatMap { [$0.start, $0.end] } + (outlook.outlook.item.map { [$0.start] } ?? [])
            tasks.append(task(outlook, anchor: anchor, items))
        }
        if prompts {
            let items = builder.agenda(from: today, through: today).items.filter { $0.kind == .prompt }
            tasks += items.compactMap(task(ofPrompt:))
        }
        let next = history.nextChange(of: [], after: now)
        return (tasks, times.filter { $0 > now }.reduce(next, min))
    }

    /// A discreet task stays for as long whatever it is about: when reminders end would tell the kind. Nil: it does not stay.
    private func restingAnchor(_ outlook: PersonOutlook) -> String? {
        guard !isOpen, outlook.open.isEmpty, now < end(of: outlook.resting) else { return nil }
        return outlook.resting.max { $0.at < $1.at }?.id
    }

    /// Some weeks after the newest was written down, by when the longest climb is over.
    private func end(of resting: [Rupture]) -> Instant {
        resting.map(\.recorded).max().map { day(of: $0) + (Self.discreetDays * 24).hours } ?? now
    }

    private static let discreetDays = 35

    private func task(_ outlook: PersonOutlook, anchor: String, _ items: [Item]) -> PlannedTask {
        let ruptures = outlook.open.isEmpty ? outlook.resting : outlook.open
        let ids = Set(ruptures.map(\.id))
        let attempts = history.attempts.filter { ids.contains($0.rupture) }
        let coming = items.first { $0.end > now }
        let recorded =
            ruptures.map(\.recorded) + attempts.map(\.recorded)
            + history.holds.filter { $0.with == outlook.person.id || $0.with == nil }.map(\.recorded)
        let created = history.rupture(anchor)?.recorded ?? now
        let modified = recorded.reduce(created, max)
        let times = isOpen ? nil : DiscreetTimes(of: items)
        let shown = times.map { times in items.first { $0.end > now && times.show($0) } } ?? coming
        return PlannedTask(
            subject: .climb(anchor: anchor), id: anchor, person: outlook.person.id, ruptures: ruptures.map(\.id),
            title: title(coming, outlook, anchor), text: text(coming), due: shown?.start,
            // The moment of a record is not for a discreet list.
            created: isOpen ? created : day(of: created), modified: isOpen ? modified : day(of: modified),
            attempt: attempts.max { ($0.recorded, $0.at, $0.id) < ($1.recorded, $1.at, $1.id) }?.id)
    }

    private func title(_ item: Item?, _ outlook: PersonOutlook, _ anchor: String) -> PlainText {
        guard isOpen else { return PlainText(neutral.title(ofTask: anchor)).oneLine }
        return PlainText(item?.title ?? catalogue.text(TaskPhrase.stillOpen(with: outlook.person.name))).oneLine
    }

    private func text(_ item: Item?) -> PlainText {
        guard isOpen else { return PlainText(neutral.text) }
        let how = catalogue.text(TaskPhrase.howToAnswer)
        return PlainText([item?.text, how].compactMap(\.self).joined(separator: "\n\n"))
    }

    private func task(ofPrompt item: Item) -> PlannedTask? {
        guard let key = item.key else { return nil }
        let begins = history.household.zone.start(of: key.day ?? history.household.zone.day(of: item.start))
        return PlannedTask(
            subject: .prompt(key), id: item.id, person: item.person, ruptures: [],
            title: PlainText(isOpen ? item.title : neutral.title(ofTask: item.id)).oneLine,
            text: PlainText(isOpen ? item.text : neutral.text), due: item.start, created: begins, modified: begins,
            attempt: nil)
    }

    private func day(of instant: Instant) -> Instant {
        let zone = history.household.zone
        return zone.start(of: zone.day(of: instant))
    }
}
