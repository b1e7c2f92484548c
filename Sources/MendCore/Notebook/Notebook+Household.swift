extension Notebook {
    public func add(_ entry: PersonEntry, named name: String, relation: Person.Relation) throws -> Person {
        let (person, _) = try append { history in
            var person = Person(id: history.newPersonID(for: name), name: name, relation: relation)
            try entry.apply(to: &person)
            try history.checkNoTwin(of: person)
            try plan.check(person, of: history.household, on: history.household.zone.day(of: now))
            return (person, .person(person))
        }
        return person
    }

    /// - Parameter name: a name or an id.
    public func change(person name: String, _ entry: PersonEntry) throws -> Person {
        try journal.update { history in
            var person = try history.person(named: name)
            try entry.apply(to: &person)
            try history.checkNoTwin(of: person)
            var after = history
            after.put(.person(person))
            try HistoryChecker.check(after, now: now)
            try plan.check(person, of: history.household, on: history.household.zone.day(of: now))
            let changes = try edit(history) { _ in [.put(.person(person))] }
            return (changes, person)
        }
    }

    public func change(_ entry: HouseholdEntry) throws -> Household {
        try journal.update { history in
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
            guard !history.contacts.contains(where: { $0.name == contact.name }) else {
                throw InputError.contactNameTaken
            }
            return (contact, .contact(contact))
        }
    }

    public func removeContact(named name: String) throws {
        try journal.update { history in
            guard let contact = history.contacts.first(where: { $0.name == name }) else {
                throw InputError.noContact
            }
            return ([.remove(.contact(name: contact.name))], ())
        }
    }
}

extension History {
    /// A person by name, whatever the case of its letters, or by id.
    public func person(named name: String) throws -> Person {
        if let person = people.first(where: { $0.name == name }) ?? person(name) { return person }
        let alike = people.filter { $0.name.lowercased() == name.lowercased() || $0.id == name.lowercased() }
        guard alike.count == 1 else { throw RecordFault.nobody }
        return alike[0]
    }

    /// Two people of one name could not be told apart.
    fileprivate func checkNoTwin(of person: Person) throws {
        guard !people.contains(where: { $0.id != person.id && $0.name.lowercased() == person.name.lowercased() }) else {
            throw InputError.personNameTaken
        }
    }

    /// The name in small letters where that makes an id, else a number.
    fileprivate func newPersonID(for name: String) -> String {
        let letters = name.lowercased().utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        let base =
            letters.count == name.utf8.count && letters.count <= 32 ? String(decoding: letters, as: UTF8.self) : "p"
        var id = base == "p" ? "p1" : base
        var number = 2
        while person(id) != nil {
            id = "\(base)\(number)"
            number += 1
        }
        return id
    }
}

extension Plan {
    /// Refuses closed times that leave no hour of the week at the person's present age.
    fileprivate func check(_ person: Person, of household: Household, on day: LocalDay) throws {
        guard leavesAnHour(to: person, of: household, on: day) else { throw RecordFault.noOpenHour }
    }
}
