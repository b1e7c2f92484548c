extension Notebook {
    public func add(_ entry: PersonEntry, named name: String, relation: Person.Relation) throws -> Person {
        let (person, _) = try append { history in
            let name = name.trimmingBlanks
            var person = Person(id: history.newPersonID(for: name), name: name, relation: relation)
            try entry.apply(to: &person)
            try history.checkNoTwin(of: person)
            try plan.check(person, of: history.household, on: history.household.zone.day(of: now))
            return (person, .person(person))
        }
        return person
    }

    public func change(person reference: PersonReference, _ entry: PersonEntry) throws -> Person {
        try update { history in
            var person = try history.person(meant: reference)
            let name = FoldedName(person.name)
            try entry.apply(to: &person)
            if FoldedName(person.name) != name { try history.checkNoTwin(of: person) }
            var after = history
            after.put(.person(person))
            try HistoryChecker.check(after, now: now)
            try plan.check(person, of: history.household, on: history.household.zone.day(of: now))
            let changes = try edit(history) { _ in [.put(.person(person))] }
            return (changes, person)
        }
    }

    public func change(_ entry: HouseholdEntry) throws -> Household {
        try update { history in
            var household = history.household
            try entry.apply(to: &household, plan: plan)
            var after = history
            after.put(.household(household))
            try HistoryChecker.check(after, now: now)
            // What was fine before must still leave everybody an hour.
            for person in history.people { try plan.check(person, of: household, on: household.zone.day(of: now)) }
            let changes = try edit(history) { settled in
                household.plan = settled.household.plan
                return [.put(.household(household))]
            }
            return (changes, household)
        }
    }

    public func add(_ contact: Contact) throws {
        _ = try append { history in
            try history.checkNameIsFree(of: .contact(contact))
            return (contact, .contact(contact))
        }
    }

    /// - Returns: what was taken away; `putBack` takes it.
    /// - Throws: `InputError.noContact`, or what the journal throws.
    @discardableResult
    public func removeContact(named name: String) throws -> [JournalRecord] {
        try update { history in
            guard let contact = history.contacts.first(where: { $0.name == name }) else {
                throw InputError.noContact
            }
            return ([.remove(.contact(name: contact.name))], [.contact(contact)])
        }
    }
}

extension History {
    /// Two people whose names read alike could not be told apart.
    fileprivate func checkNoTwin(of person: Person) throws {
        let name = FoldedName(person.name)
        guard !people.contains(where: { $0.id != person.id && FoldedName($0.name) == name }) else {
            throw InputError.personNameTaken
        }
    }
}

extension Plan {
    /// Refuses closed times that leave no hour of the week at the person's present age.
    fileprivate func check(_ person: Person, of household: Household, on day: LocalDay) throws {
        guard leavesAnHour(to: person, of: household, on: day) else { throw RecordFault.noOpenHour }
    }
}
