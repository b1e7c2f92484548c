extension Notebook {
    /// Pauses everything, or what concerns one person.
    /// - Parameters:
    ///   - reference: nil: the household, prompts too.
    ///   - until: an instant after now, or a day, at whose beginning the pause ends.
    public func pause(with reference: PersonReference?, until text: String) throws -> (hold: Hold, person: Person?) {
        let (value, _) = try append { history in
            let person = try reference.map { try history.person(meant: $0) }
            let until = try Parsing.laterTime(text, now: now, zone: history.household.zone)
            guard until > now else { throw InputError.pauseInThePast }
            let hold = newHold(with: person, until: until, in: history)
            return ((hold, person), .hold(hold))
        }
        return value
    }

    /// Ends a pause of everything, or of what concerns one person. What was paused otherwise stays paused.
    /// - Returns: whether there was such a pause, and the household's where that still holds a person back.
    public func resume(with reference: PersonReference?) throws -> (wasPaused: Bool, person: Person?, rest: Hold?) {
        try update { history in
            let person = try reference.map { try history.person(meant: $0) }
            let rest = person == nil ? nil : history.pause(with: nil, at: now)
            guard history.pause(with: person?.id, at: now) != nil else { return ([], (false, person, rest)) }
            let hold = newHold(with: person, until: now, in: history)
            var checker = HistoryChecker(history, now: now)
            try checker.add(.hold(hold))
            return ([.put(.hold(hold))], (true, person, rest))
        }
    }

    private func newHold(with person: Person?, until: Instant, in history: History) -> Hold {
        Hold(
            id: NumberedID.hold.next(in: history), with: person?.id, at: now, recorded: now, until: until)
    }

    /// Ends reminders, prompts and milestones with somebody, whose notes stay; or lets them begin again.
    public func set(person reference: PersonReference, hasEnded: Bool) throws -> Person {
        try update { history in
            var person = try history.person(meant: reference)
            // Ending twice leaves the first end; what never ended does not begin again.
            guard hasEnded != person.hasEnded(by: now) else { return ([], person) }
            if hasEnded {
                person.ended = now
                person.begun = nil
            } else {
                person.begun = now
            }
            // A second end is all that is known then of the first, and a day's prompt may be another without them.
            return (try edit(history) { _ in [.put(.person(person))] }, person)
        }
    }
}

extension History {
    /// The pause that is on at an instant; nil: there is none.
    /// - Parameter person: an id; nil: the pause of the whole household.
    public func pause(with person: String?, at instant: Instant) -> Hold? {
        // One that was written down later replaces those before.
        let newest = holds.filter { $0.with == person && $0.recorded <= instant }
            .max { ($0.recorded, $0.at, $0.id) < ($1.recorded, $1.at, $1.id) }
        return newest.flatMap { $0.until > instant ? $0 : nil }
    }
}
