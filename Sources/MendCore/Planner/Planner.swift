/// Places the plan's slots day by day: daily prompt, weekly reflection, monthly reading, milestones.
///
/// Who is served, and what a used-up pool holds next, depend on the days before. So every run begins on one day, whatever
/// interval is asked for: the same day gets the same text from every side. What was shown keeps its text.
struct Planner {
    /// 2024-01-01, a Monday. Nothing is forgotten from here on.
    static let start = LocalDay(number: 19_723)
    /// 1,040 weeks: runs for days before `start` begin so many days earlier, or twice as many, and so on.
    static let eraDays = 7_280

    private let plan: Plan
    private let history: History
    private let zone: Zone
    private let reach: Reach
    private let shown: ShownSlots
    private let now: Instant
    private var prompts: DailyPrompts
    private var reflections: Rotation
    private var readings: Rotation

    /// - Parameter history: what is known by now.
    init(plan: Plan, history: History, now: Instant) {
        self.plan = plan
        self.history = history
        self.now = now
        zone = history.household.zone
        let windows = Windows(household: history.household, sleep: plan.sleep)
        reach = Reach(zone: zone, windows: windows, slots: plan.slots, people: history.people)
        shown = ShownSlots(history.published)
        let seed = "\(plan.id) \(history.household.id)"
        prompts = DailyPrompts(plan: plan, history: history, seed: seed, reach: reach)
        reflections = Rotation(
            seed: seed, texts: plan.reflections.map { .init(id: $0.id, theme: $0.theme) }, ring: 53,
            order: ThemeOrder.inTurn)
        readings = Rotation(
            seed: seed, texts: plan.readings.map { .init(id: $0.id, theme: "") }, ring: 12, order: ThemeOrder.inTurn)
    }

    /// What a day of the plan holds, before words are made of it.
    enum Slot {
        case prompt(Prompt, with: Person?, at: Instant, steps: [Step])
        case reflection(Reflection, at: Instant, steps: [Step])
        case reading(Reading, at: Instant, steps: [Step])
        case milestone(Milestone, of: Person, at: Instant, steps: [Step])
    }

    /// The slots of the local days from `first` to `last`, both included, each with its day.
    mutating func slots(from first: LocalDay, through last: LocalDay) -> [(day: LocalDay, slot: Slot)] {
        guard first <= last else { return [] }
        var found: [(LocalDay, Slot)] = []
        let era = min((first - Self.start).floorDivided(by: Self.eraDays), 0)
        for day in (Self.start + era * Self.eraDays)...last where zone.has(day) {
            if day <= Self.start, (day - Self.start) % Self.eraDays == 0 { forget() }
            let isWanted = day >= first
            if let drawn = prompts.draw(on: day, shown: shown[.daily, day], now: now), isWanted {
                found.append((day, place(drawn, on: day)))
            }
            if day.weekday == plan.slots.reflectionDay,
                let reflection = reflections.draw(at: Self.week(of: day), on: day, shown: shown[.weekly, day]?.prompt),
                isWanted
            {
                let place = place(
                    plan.reflections[reflection].minutes, at: plan.slots.reflectionTime, on: day,
                    shown: shown[.weekly, day])
                found.append((day, .reflection(plan.reflections[reflection], at: place.start, steps: place.steps)))
            }
            if isReadingDay(day),
                let reading = readings.draw(at: Self.month(of: day), on: day, shown: shown[.monthly, day]?.prompt),
                isWanted
            {
                let place = place(
                    plan.readings[reading].minutes, at: plan.slots.readingTime, on: day, shown: shown[.monthly, day])
                found.append((day, .reading(plan.readings[reading], at: place.start, steps: place.steps)))
            }
            if isWanted { found += milestones(on: day).map { (day, $0) } }
        }
        return found
    }

    /// Weeks since `start`.
    static func week(of day: LocalDay) -> Int {
        (day - start).floorDivided(by: 7)
    }

    private static func month(of day: LocalDay) -> Int {
        let (year, month, _) = day.date
        return year * 12 + month
    }

    /// The reading slot's start in the month before that of `day`, as the plan has it.
    func readingBefore(_ day: LocalDay) -> Instant {
        var earlier = day + -1
        while !isReadingDay(earlier) { earlier = earlier + -1 }
        return zone.instant(earlier, plan.slots.readingTime)
    }

    private func isReadingDay(_ day: LocalDay) -> Bool {
        day.weekday == plan.slots.readingDay && day.date.day <= 7
    }

    private mutating func forget() {
        prompts.forget()
        reflections.forget()
        readings.forget()
    }

    private func place(_ choice: DailyPrompts.Choice, on day: LocalDay) -> Slot {
        let prompt = plan.prompts[choice.prompt]
        let person = choice.person.map { history.people[$0] }
        let place = place(prompt.minutes, at: choice.time, on: day, shown: shown[.daily, day], with: person)
        return .prompt(prompt, with: person, at: place.start, steps: place.steps)
    }

    // MARK: The others

    /// Birthdays on which the band changes.
    private func milestones(on day: LocalDay) -> [Slot] {
        history.people.compactMap { person in
            guard let born = person.born, day > born else { return nil }
            let (from, to) = (person.band(on: day + -1), person.band(on: day))
            guard from != to else { return nil }
            let fitting = plan.milestones.filter { $0.from == from && $0.to == to }
            guard !fitting.isEmpty else { return nil }
            let milestone = fitting[StableHash(history.household.id, person.id, to.rawValue).index(of: fitting.count)]
            let place = place(
                plan.ladder.minutes.reflect, at: plan.slots.milestoneTime, on: day,
                shown: shown[.milestone(person: person.id, day)])
            return .milestone(milestone, of: person, at: place.start, steps: place.steps)
        }
    }

    /// Slots move forward out of quiet hours and closed times like any item; what was shown and has begun stays where it was.
    private func place(
        _ minutes: Int, at time: LocalTime, on day: LocalDay, shown: ShownSlots.Shown?, with person: Person? = nil
    ) -> Place {
        guard let shown, shown.start <= now else {
            return reach.place(minutes, at: time, on: day, with: person)
        }
        return (shown.start, [Step(cause: .slot, from: zone.instant(day, time), to: shown.start)])
    }

    typealias Place = (start: Instant, steps: [Step])
}
