/// Chooses each day's prompt: together with somebody in reach on together days, alone on the others.
struct DailyPrompts {
    private let slots: Slots
    private let people: [Person]
    private var availability: PersonAvailability
    private let toxicDays: ToxicRuptureDays
    /// Days of the week that have something together, from Monday (0) on.
    private let togetherDays: [Int]
    private var own: Pools
    private var together: Pools
    /// The number of the day on which each of the people was served last.
    private var lastServed: [Int?]

    /// Prompts and the order in which they come.
    private struct Pools {
        /// Numbers of the plan's prompts.
        let prompts: [Int]
        var rotation: Rotation
    }

    init(plan: Plan, history: History, seed: String, availability: PersonAvailability) {
        slots = plan.slots
        people = history.people
        lastServed = Array(repeating: nil, count: history.people.count)
        self.availability = availability
        toxicDays = ToxicRuptureDays(
            plan.slots.gentleThemes.isEmpty ? [] : history.ruptures, zone: history.household.zone)
        togetherDays = plan.slots.togetherDays.map(\.index).sorted()
        // By their numbers, since a prompt is much to copy.
        let prompts = plan.prompts
        let alone = prompts.indices.filter { prompts[$0].voice == .own }
        let gentle = alone.indices.filter { plan.slots.gentleThemes.contains(prompts[alone[$0]].theme) }
        own = Pools(
            prompts: alone,
            rotation: Rotation(
                seed: seed,
                texts: alone.map {
                    .init(id: prompts[$0].id, theme: prompts[$0].theme, season: Set(prompts[$0].season))
                },
                ring: 366, preferred: gentle, order: ThemeOrder.daily))
        let shared = prompts.indices.filter { prompts[$0].voice == .together }
        together = Pools(
            prompts: shared,
            rotation: Rotation(
                seed: seed,
                texts: shared.map {
                    .init(
                        id: prompts[$0].id, theme: prompts[$0].theme,
                        pools: Set(prompts[$0].bands.map(\.order)), season: Set(prompts[$0].season))
                },
                pools: AgeBand.allCases.count,
                // One together day after 52 weeks a text may come again.
                ring: 52 * togetherDays.count + 1, order: ThemeOrder.inTurn))
    }

    /// What a day brings. A frightening moment is followed by a text for the caregiver alone, even where the two were to
    /// meet: coming back is the ladder's, at its own pace.
    struct Choice {
        /// Its number in the plan.
        let prompt: Int
        /// The number of the person whom it is with.
        let person: Int?
        /// The number of the person whose turn it is, and whose times it keeps to: of a meeting that gave way to a text for the
        /// caregiver alone, too, so that no time of a calendar tells that it did.
        let turn: Int?
        /// Of the slot.
        let time: LocalTime
    }

    /// The prompt of a day. Nil when the plan has none.
    ///
    /// - Parameters:
    ///   - shown: what a calendar or feed has shown for that day.
    ///   - hasBegun: whether that has begun.
    mutating func draw(on day: LocalDay, shown: Published?, hasBegun: Bool) -> Choice? {
        if let shown, let kept = keep(shown, on: day, hasBegun: hasBegun) { return kept }
        guard let weekday = togetherDays.firstIndex(of: day.weekday.index), let person = personToServe(on: day) else {
            return drawOwn(on: day, slots.selfTime, turn: nil)
        }
        let time = slots.togetherTime(on: day.weekday)
        if toxicDays.isNear(day, time) {
            lastServed[person] = day.number
            return drawOwn(on: day, time, turn: person)
        }
        let place = Planner.week(of: day) * togetherDays.count + weekday
        return together.rotation.draw(from: people[person].band(on: day).order, at: place, on: day).map { drawn in
            lastServed[person] = day.number
            return Choice(prompt: together.prompts[drawn], person: person, turn: person, time: time)
        }
    }

    private mutating func drawOwn(on day: LocalDay, _ time: LocalTime, turn: Int?) -> Choice? {
        own.rotation.draw(at: day - Planner.origin, on: day, isPicky: toxicDays.isNear(day, time))
            .map { Choice(prompt: own.prompts[$0], person: nil, turn: turn, time: time) }
    }

    // MARK: What was shown

    /// Remembers a prompt that has begun, so that neither it nor its person comes again soon.
    mutating func remember(_ shown: Published, with personID: String?, on day: LocalDay) {
        let person = personID.flatMap { id in people.firstIndex { $0.id == id } }
        if let turn = person ?? gaveWay(on: day) { lastServed[turn] = day.number }
        guard let prompt = shown.prompt else { return }
        if let position = own.rotation.position(of: prompt) { own.rotation.show(position, on: day) }
        if let position = together.rotation.position(of: prompt) { together.rotation.show(position, on: day) }
    }

    /// Whose meeting gave way to a text for the caregiver alone.
    private mutating func gaveWay(on day: LocalDay) -> Int? {
        guard togetherDays.contains(day.weekday.index), toxicDays.isNear(day, slots.togetherTime(on: day.weekday))
        else {
            return nil
        }
        return personToServe(on: day)
    }

    /// What was shown for a day stays with it as long as it fits; once it has begun, it stays whatever becomes of the people.
    private mutating func keep(_ shown: Published, on day: LocalDay, hasBegun: Bool) -> Choice? {
        guard let id = shown.prompt else { return nil }
        let isTogetherDay = togetherDays.contains(day.weekday.index)
        let time = slots.togetherTime(on: day.weekday)
        if let position = own.rotation.position(of: id) {
            let turn = isTogetherDay ? personToServe(on: day) : nil
            let ownTime = turn == nil ? slots.selfTime : time
            guard hasBegun || (toxicDays.isNear(day, ownTime) ? own.rotation.isPreferred(position) : turn == nil) else {
                return nil
            }
            own.rotation.show(position, on: day)
            if let turn { lastServed[turn] = day.number }
            return Choice(prompt: own.prompts[position], person: nil, turn: turn, time: ownTime)
        }
        guard let position = together.rotation.position(of: id),
            hasBegun || isTogetherDay && !toxicDays.isNear(day, time)
        else { return nil }
        let bands = together.rotation.pools(of: position)
        // Whoever was in reach was served; only if that has changed since, somebody else can have been meant.
        let inReach = nextInTurn(of: bands, on: day)
        guard let person = inReach ?? (hasBegun ? nextInTurn(of: bands, on: day, evenOutOfReach: true) : nil) else {
            return nil
        }
        together.rotation.show(position, on: day)
        lastServed[person] = day.number
        return Choice(prompt: together.prompts[position], person: person, turn: person, time: time)
    }

    // MARK: Persons in turn

    private mutating func personToServe(on day: LocalDay) -> Int? {
        nextInTurn(of: together.rotation.filledPools, on: day)
    }

    /// Whoever was served longest ago, of those of some bands.
    private mutating func nextInTurn(of bands: Set<Int>, on day: LocalDay, evenOutOfReach: Bool = false) -> Int? {
        var next: Int?
        for person in people.indices where bands.contains(people[person].band(on: day).order) {
            guard evenOutOfReach || availability.isInReach(person, on: day) else { continue }
            if next.map({ isServed(person, before: $0) }) ?? true { next = person }
        }
        return next
    }

    /// Whether it is rather the first one's turn.
    private func isServed(_ one: Int, before other: Int) -> Bool {
        (lastServed[one] ?? .min, people[one].id) < (lastServed[other] ?? .min, people[other].id)
    }
}
