/// What somebody means who gives a rupture's id, a name, or nothing.
public enum Meant: Equatable, Sendable {
    case rupture(Rupture)
    case person(Person)
    case anybody
}

extension History {
    /// A whole name goes before a rupture's id, and that before the beginning of a name.
    /// - Parameter text: a name, or a rupture's id; nil: anybody is meant.
    /// - Throws: `RecordFault.noRupture`, `neitherRuptureNorPerson`, which does not quote what may be a name, or
    ///   `AmbiguousName`.
    public func meant(by text: String?) throws -> Meant {
        guard let text else { return .anybody }
        if let person = try person(named: text) { return .person(person) }
        if let rupture = rupture(text) { return .rupture(rupture) }
        if let person = try person(whoseNameBeginsWith: text) { return .person(person) }
        throw text.wholeMatch(of: /r[0-9]{1,9}/) == nil
            ? RecordFault.neitherRuptureNorPerson : RecordFault.noRupture(text)
    }
}

extension AgendaBuilder {
    /// The rupture that is meant, of several the newest open one; nil: none is open.
    public func openRupture(_ meant: Meant) -> Rupture? {
        switch meant {
        case .rupture(let rupture): rupture
        case .person(let person): openRuptures.last { $0.with == person.id }
        case .anybody: openRuptures.last
        }
    }

    /// The rupture that an attempt is about: to begin again is for the newest of those that are closed or at rest.
    /// - Parameter history: what is known by now.
    /// - Throws: `RecordFault.nothingOpen`.
    public func rupture(_ meant: Meant, for outcome: Attempt.Outcome, in history: History) throws(RecordFault)
        -> Rupture
    {
        if outcome == .again {
            switch meant {
            case .rupture(let rupture): return rupture
            case .person(let person): if let rupture = newestAsleep(history, with: person) { return rupture }
            case .anybody: if let rupture = newestAsleep(history, with: nil) { return rupture }
            }
        }
        guard let rupture = openRupture(meant) else { throw .nothingOpen }
        return rupture
    }

    private func newestAsleep(_ history: History, with person: Person?) -> Rupture? {
        let awake = Set(wakefulRuptures.map(\.id))
        return history.ruptures.filter { !awake.contains($0.id) && (person == nil || $0.with == person?.id) }
            .max(by: NaturalOrder.precedes)
    }
}
