/// Places the plan's slots day by day: daily prompt, weekly reflection, monthly reading, milestones.
///
/// Choices depend on what was chosen before, so every run begins at the first day of an era of twenty years, whatever
/// interval is asked for: the same day gets the same text from every side. What was shown keeps its text.
struct Planner {
    /// 2024-01-01, a Monday.
    static let eraStart = LocalDay(number: 19_723)
    /// 1,040 weeks.
    static let eraDays = 7_280

    private let plan: Plan
    private let history: History
    private let zone: Zone
    private let reach: Reach
    private let shown: [String: Published]
    private let now: Instant
    private let people: [Person]
    private var prompts: Rotation
    private var reflections: Rotation
    private var readings: Rotation
    private var lastServed: [String: LocalDay] = [:]

    /// - Parameter history: what is known by now.
    init(plan: Plan, history: History, now: Instant) {
        self.plan = plan
        self.history = history
        self.now = now
        zone = history.household.zone
        people = history.people
        let windows = Windows(household: history.household, sleep: plan.sleep)
        reach = Reach(zone: zone, windows: windows, slots: plan.slots)
        shown = Dictionary(history.published.map { ($0.item, $0) }) { _, last in last }
        let seed = "\(plan.id) \(history.household.id)"
        prompts = Rotation(seed: seed, texts: plan.prompts.map { .init(id: $0.id, theme: "\($0.voice) \($0.theme)") })
        reflections = Rotation(seed: seed, texts: plan.reflections.map { .init(id: $0.id, theme: $0.theme) })
        readings = Rotation(seed: seed, texts: plan.readings.map { .init(id: $0.id, theme: "") })
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
        let pools = SeasonalPools(plan: plan, rotation: prompts)
        let allReflections = reflections.pool { _ in true }
        let allReadings = readings.pool { _ in true }
        let era = (first - Self.eraStart).floorDivided(by: Self.eraDays)
        for day in (Self.eraStart + era * Self.eraDays)...last where zone.has(day) {
            if (day - Self.eraStart) % Self.eraDays == 0 { forget() }
            let isWanted = day >= first
            if let prompt = drawPrompt(on: day, pools[day]), isWanted {
                found.append((day, place(prompt.0, prompt.1, on: day)))
            }
            if day.weekday == plan.slots.reflectionDay,
                let reflection = draw(&reflections, from: allReflections, slot: "weekly", on: day), isWanted
            {
                let place = place(
                    plan.reflections[reflection].minutes, at: plan.slots.reflectionTime, on: day, as: "weekly.\(day)")
                found.append((day, .reflection(plan.reflections[reflection], at: place.start, steps: place.steps)))
            }
            if isReadingDay(day), let reading = draw(&readings, from: allReadings, slot: "monthly", on: day), isWanted {
                let place = place(
                    plan.readings[reading].minutes, at: plan.slots.readingTime, on: day, as: "monthly.\(day)")
                found.append((day, .reading(plan.readings[reading], at: place.start, steps: place.steps)))
            }
            if isWanted { found += milestones(on: day).map { (day, $0) } }
        }
        return found
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
        lastServed = [:]
    }

    // MARK: Daily prompt

    /// Together with somebody in reach on together days, alone on the others.
    private mutating func drawPrompt(on day: LocalDay, _ pools: Pools) -> (Prompt, Person?)? {
        if let kept = keptPrompt(on: day) {
            if let person = kept.1 { lastServed[person.id] = day }
            return kept
        }
        if plan.slots.togetherDays.contains(day.weekday), let person = personToServe(on: day, pools) {
            guard let drawn = prompts.draw(from: pools.together[person.band(on: day)], on: day) else { return nil }
            lastServed[person.id] = day
            return (plan.prompts[drawn], person)
        }
        return prompts.draw(from: pools.own, on: day).map { (plan.prompts[$0], nil) }
    }

    /// What was shown for a day stays with it as long as it fits; once it has begun, it stays whatever becomes of the people.
    private mutating func keptPrompt(on day: LocalDay) -> (Prompt, Person?)? {
        guard let published = shown["daily.\(day)"], let id = published.prompt,
            let prompt = plan.prompts.first(where: { $0.id == id })
        else { return nil }
        let hasBegun = published.start <= now
        let isTogetherDay = plan.slots.togetherDays.contains(day.weekday)
        switch prompt.voice {
        case .own:
            let servable = people.contains {
                reach.isInReach($0, on: day) && !plan.prompts(for: $0.band(on: day)).isEmpty
            }
            guard hasBegun || !isTogetherDay || !servable else { return nil }
            prompts.show(id, on: day)
            return (prompt, nil)
        case .together:
            let fitting = people.filter { prompt.bands.contains($0.band(on: day)) }
            // Whoever was in reach was served; only if that has changed since, somebody else can have been meant.
            let inReach = fitting.filter { reach.isInReach($0, on: day) }
            guard hasBegun || isTogetherDay,
                let person = leastRecentlyServed(inReach) ?? (hasBegun ? leastRecentlyServed(fitting) : nil)
            else { return nil }
            prompts.show(id, on: day)
            return (prompt, person)
        }
    }

    private func personToServe(on day: LocalDay, _ pools: Pools) -> Person? {
        leastRecentlyServed(
            people.filter { !pools.together[$0.band(on: day)].isEmpty && reach.isInReach($0, on: day) })
    }

    private func leastRecentlyServed(_ people: [Person]) -> Person? {
        people.min { left, right in
            (lastServed[left.id]?.number ?? .min, left.id) < (lastServed[right.id]?.number ?? .min, right.id)
        }
    }

    private func place(_ prompt: Prompt, _ person: Person?, on day: LocalDay) -> Slot {
        let time = person == nil ? plan.slots.selfTime : plan.slots.togetherTime(on: day.weekday)
        let place = place(prompt.minutes, at: time, on: day, as: "daily.\(day)", with: person)
        return .prompt(prompt, with: person, at: place.start, steps: place.steps)
    }

    // MARK: The others

    private func draw(
        _ rotation: inout Rotation, from pool: Rotation.Pool, slot: String, on day: LocalDay
    ) -> Int? {
        if let id = shown["\(slot).\(day)"]?.prompt, let kept = rotation.show(id, on: day) { return kept }
        return rotation.draw(from: pool, on: day)
    }

    /// Birthdays on which the band changes.
    private func milestones(on day: LocalDay) -> [Slot] {
        people.compactMap { person in
            guard let born = person.born, day > born else { return nil }
            let (from, to) = (person.band(on: day + -1), person.band(on: day))
            let fitting = plan.milestones.filter { $0.from == from && $0.to == to }
            guard from != to, !fitting.isEmpty else { return nil }
            let milestone = fitting[StableHash(history.household.id, person.id, to.rawValue).index(of: fitting.count)]
            let place = place(
                plan.ladder.minutes.reflect, at: plan.slots.milestoneTime, on: day, as: "milestone.\(person.id).\(day)")
            return .milestone(milestone, of: person, at: place.start, steps: place.steps)
        }
    }

    /// Slots move forward out of quiet hours and closed times like any item; what was shown and has begun stays where it was.
    private func place(
        _ minutes: Int, at time: LocalTime, on day: LocalDay, as item: String, with person: Person? = nil
    ) -> Place {
        guard let published = shown[item], published.start <= now else {
            return reach.place(minutes, at: time, on: day, with: person)
        }
        return (published.start, [Step(cause: .slot, from: zone.instant(day, time), to: published.start)])
    }

    typealias Place = (start: Instant, steps: [Step])
}

/// The pools of each month; the same ones all year where no prompt has a season.
private struct SeasonalPools {
    private let months: [Pools]

    init(plan: Plan, rotation: Rotation) {
        let hasSeasons = plan.prompts.contains { !$0.season.isEmpty }
        months = (hasSeasons ? Array(1...12) : [0]).map { Pools(plan: plan, rotation: rotation, month: $0) }
    }

    subscript(day: LocalDay) -> Pools {
        months.count == 1 ? months[0] : months[day.date.month - 1]
    }
}

/// The daily prompts as pools: one for the caregiver, one for each band.
private struct Pools {
    let own: Rotation.Pool
    let together: BandTable<Rotation.Pool>

    init(plan: Plan, rotation: Rotation, month: Int) {
        func fits(_ prompt: Prompt) -> Bool { prompt.season.isEmpty || prompt.season.contains(month) }
        own = rotation.pool { plan.prompts[$0].voice == .own && fits(plan.prompts[$0]) }
        together = BandTable { band in
            rotation.pool { position in
                let prompt = plan.prompts[position]
                return prompt.voice == .together && prompt.bands.contains(band) && fits(prompt)
            }
        }
    }
}

extension Plan {
    /// The together prompts for a band.
    public func prompts(for band: AgeBand) -> [Prompt] {
        prompts.filter { $0.voice == .together && $0.bands.contains(band) }
    }
}
