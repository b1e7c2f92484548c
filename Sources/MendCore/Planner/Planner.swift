/// Places the plan's slots day by day: daily prompt, weekly reflection, monthly reading, milestones.
///
/// Who is served, and what a used-up pool holds next, depend on what was shown in the year before. So a run begins a year
/// before the first day that is asked for, and what has begun stays as it was shown.
struct Planner {
    /// 2024-01-01, a Monday, from which days and weeks are counted on to find their places in the rings.
    static let origin = LocalDay(number: 19_723)
    /// 52 weeks: a run begins at a whole number of these from `origin`, so that it does not depend on the day of asking.
    static let runDays = 364

    private let plan: Plan
    private let history: History
    private let zone: Zone
    private let windows: Windows
    private let availability: PersonAvailability
    private let pauses: Pauses
    private let shown: ShownSlots
    private let now: Instant
    private let checkIns: PlannedCheckIns
    private var prompts: DailyPrompts
    private var reflections: Rotation
    private var readings: Rotation

    /// - Parameter history: what is known by now.
    init(plan: Plan, history: History, now: Instant) {
        self.plan = plan
        self.history = history
        self.now = now
        zone = history.household.zone
        windows = Windows(household: history.household, sleep: plan.sleep)
        availability = PersonAvailability(zone: zone, windows: windows, plan: plan, people: history.people)
        pauses = Pauses(history.holds)
        shown = ShownSlots(history.published)
        let seed = "\(plan.id) \(history.household.id)"
        checkIns = PlannedCheckIns(plan.words.ahead, seed: seed)
        prompts = DailyPrompts(plan: plan, history: history, seed: seed, availability: availability)
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
        /// A check-in that was taken up ahead of hard hours.
        case checkIn(CheckInText, CheckInOffer, at: Instant, steps: [Step])
        /// What has begun and was written down.
        case settled(Published)
    }

    /// The slots of the local days from `first` to `last`, both included, each with its day.
    mutating func slots(from first: LocalDay, through last: LocalDay) -> [(day: LocalDay, slot: Slot)] {
        guard first <= last else { return [] }
        var found: [(LocalDay, Slot)] = []
        for day in start(before: first)...last where zone.has(day) {
            let slots = [prompt(on: day), reflection(on: day), reading(on: day)].compactMap { $0 }
            if day >= first { found += (slots + milestones(on: day) + checkIns(on: day)).map { (day, $0) } }
        }
        return found
    }

    /// Where a run begins: a year before what is asked for at the earliest that is the same on every day of a year.
    private func start(before first: LocalDay) -> LocalDay {
        let runs = (min(first, zone.day(of: now)) - Self.origin).floorDivided(by: Self.runDays) - 1
        return Self.origin + runs * Self.runDays
    }

    /// Weeks since `origin`.
    static func week(of day: LocalDay) -> Int {
        (day - origin).floorDivided(by: 7)
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

    // MARK: The slots of a day

    private mutating func prompt(on day: LocalDay) -> Slot? {
        let shown = shown[.slot(.daily, day)]
        if let shown, let settled = shown.settled {
            prompts.remember(shown, with: settled.person, on: day)
            return .settled(shown)
        }
        guard let choice = prompts.draw(on: day, shown: shown, hasBegun: shown.map(hasBegun) ?? false) else {
            return nil
        }
        let prompt = plan.prompts[choice.prompt]
        let person = choice.person.map { history.people[$0] }
        let turn = choice.turn.map { history.people[$0] }
        return place(prompt.minutes, at: choice.time, on: day, shown: shown, with: turn)
            .map { .prompt(prompt, with: person, at: $0.start, steps: $0.steps) }
    }

    private mutating func reflection(on day: LocalDay) -> Slot? {
        let shown = shown[.slot(.weekly, day)]
        if let shown, shown.settled != nil {
            reflections.remember(shown.prompt, on: day)
            return .settled(shown)
        }
        guard day.weekday == plan.slots.reflectionDay,
            let number = reflections.draw(at: Self.week(of: day), on: day, shown: shown?.prompt)
        else { return nil }
        let reflection = plan.reflections[number]
        return place(reflection.minutes, at: plan.slots.reflectionTime, on: day, shown: shown)
            .map { .reflection(reflection, at: $0.start, steps: $0.steps) }
    }

    private mutating func reading(on day: LocalDay) -> Slot? {
        let shown = shown[.slot(.monthly, day)]
        if let shown, shown.settled != nil {
            readings.remember(shown.prompt, on: day)
            return .settled(shown)
        }
        guard isReadingDay(day), let number = readings.draw(at: Self.month(of: day), on: day, shown: shown?.prompt)
        else { return nil }
        let reading = plan.readings[number]
        return place(reading.minutes, at: plan.slots.readingTime, on: day, shown: shown)
            .map { .reading(reading, at: $0.start, steps: $0.steps) }
    }

    /// Birthdays on which the band changes.
    private func milestones(on day: LocalDay) -> [Slot] {
        history.people.compactMap { person in
            let shown = shown[.milestone(person: person.id, day)]
            if let shown, shown.settled != nil { return .settled(shown) }
            guard let born = person.born, day > born else { return nil }
            let (from, to) = (person.band(on: day + -1), person.band(on: day))
            let fitting = plan.milestones.filter { from != to && $0.from == from && $0.to == to }
            guard !fitting.isEmpty else { return nil }
            let milestone = fitting[StableHash(history.household.id, person.id, to.rawValue).index(of: fitting.count)]
            guard let place = place(plan.ladder.minutes.reflect, at: plan.slots.milestoneTime, on: day, shown: shown),
                !person.hasEnded(by: place.start)
            else { return nil }
            return .milestone(milestone, of: person, at: place.start, steps: place.steps)
        }
    }

    /// Check-ins stand at their time or not at all: later they would come after the hours that they are ahead of.
    private func checkIns(on day: LocalDay) -> [Slot] {
        history.offers.compactMap { offer in
            let shown = shown[.checkIn(offer: offer.id, day)]
            if let shown, shown.settled != nil { return .settled(shown) }
            let wanted = zone.instant(day, offer.time)
            guard offer.days.contains(day.weekday), offer.isOn(at: wanted),
                let text = checkIns.text(of: offer, on: day),
                let place = place(1, at: offer.time, on: day, shown: shown), place.start == wanted
            else { return nil }
            if let person = offer.with.flatMap(history.person), person.isAway(on: day) || person.hasEnded(by: wanted) {
                return nil
            }
            return .checkIn(text, offer, at: place.start, steps: place.steps)
        }
    }

    // MARK: Places

    /// Whether what was shown had begun though nobody settled it, as in a journal of a release that settled nothing. Elsewhere
    /// it was shown ahead of its time, and a pause or an edit since may have moved it or left it out.
    private func hasBegun(_ shown: Published) -> Bool { history.household.plan == nil && shown.start <= now }

    private typealias Place = (start: Instant, steps: [Step])

    /// Slots move forward out of quiet hours and closed times like any item; what was shown and has begun stays where it was.
    /// Nil where the household is paused or the caregiver away, and for what `isLost`.
    private func place(
        _ minutes: Int, at time: LocalTime, on day: LocalDay, shown: Published?, with person: Person? = nil
    ) -> Place? {
        if let shown, hasBegun(shown) {
            return (shown.start, [Step(cause: .slot, from: zone.instant(day, time), to: shown.start)])
        }
        guard !windows.isAway(day, with: nil) else { return nil }
        let place = availability.place(minutes, at: time, on: day, with: person)
        return pauses.contains(place.start) || isLost(place.start) ? nil : place
    }

    /// Whether it would have begun before the last edit and was not written down then: nothing comes up in the past. On the days
    /// before anything was written down nobody knows otherwise.
    private func isLost(_ start: Instant) -> Bool {
        guard let edited = history.household.edited, start < edited else { return false }
        return zone.day(of: start) >= zone.day(of: min(shown.firstSettled ?? edited, edited))
    }
}
