extension Notebook {
    /// Pauses everything, or what concerns one person.
    /// - Parameters:
    ///   - name: a name or an id; nil: the household, prompts too.
    ///   - until: an instant after now, or a day, at whose beginning the pause ends.
    public func pause(with name: String?, until text: String) throws -> (hold: Hold, person: Person?) {
        try hold(with: name) { history in
            let until = try Parsing.laterTime(text, now: now, zone: history.household.zone)
            guard until > now else { throw InputError.pauseInThePast }
            return until
        }
    }

    /// Ends a pause of everything, or of what concerns one person. What was paused otherwise stays paused.
    public func resume(with name: String?) throws -> (hold: Hold, person: Person?) {
        try hold(with: name) { _ in now }
    }

    private func hold(
        with name: String?, until: (History) throws -> Instant
    ) throws -> (hold: Hold, person: Person?) {
        let (value, _) = try append { history in
            let person = try name.map { try history.person(named: $0) }
            let hold = Hold(
                id: NumberedID.next("h", after: history.holds.map(\.id)), with: person?.id, at: now, recorded: now,
                until: try until(history))
            return ((hold, person), .hold(hold))
        }
        return value
    }

    /// Ends reminders, prompts and milestones with somebody, whose notes stay; or lets them begin again.
    public func set(person name: String, hasEnded: Bool) throws -> Person {
        try journal.update { history in
            var person = try history.person(named: name)
            // Ending twice leaves the first end; what never ended does not begin again.
            guard hasEnded != person.hasEnded(by: now) else { return ([], person) }
            if hasEnded {
                person.ended = now
                person.begun = nil
            } else {
                person.begun = now
            }
            return ([.put(.person(person))], person)
        }
    }
}
