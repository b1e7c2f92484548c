/// What is to be forgotten, by its id.
public enum Forgettable: Hashable, Sendable {
    case person(String)
    case rupture(String)
}

extension Notebook {
    /// Forgets it and all that depends on it.
    /// - Returns: whether there was anything.
    @discardableResult
    public func forget(_ subject: Forgettable) throws -> Bool {
        try journal.update { history in
            let keys = history.keys(about: subject)
            return (keys.map(Change.remove), !keys.isEmpty)
        }
    }
}

extension History {
    /// A rupture with its attempts; a person with their ruptures, and the check-ins with them; and what was published and
    /// delivered of all that. Each stands before what it refers to.
    public func keys(about subject: Forgettable) -> [RecordKey] {
        let gone: [Rupture]
        var keys: [RecordKey] = []
        var prefixes: [String] = []
        switch subject {
        case .person(let id):
            gone = ruptures.filter { $0.with == id }
            keys += checkIns.filter { $0.with == id }.map { .checkIn(id: $0.id) }
            prefixes.append("milestone.\(id).")
        case .rupture(let id):
            gone = ruptures.filter { $0.id == id }
        }
        let ids = Set(gone.map(\.id))
        keys += attempts.filter { ids.contains($0.rupture) }.map { .attempt(id: $0.id) }
        keys += gone.map { .rupture(id: $0.id) }
        if case .person(let id) = subject, person(id) != nil { keys.append(.person(id: id)) }
        // An item's id begins with what it is about.
        prefixes += ids.map { "\($0)." }
        let isGone = { (item: String) in prefixes.contains { item.hasPrefix($0) } }
        keys += published.filter { isGone($0.item) }.map { .published(item: $0.item) }
        keys += deliveries.filter { isGone($0.item) }.map { .delivery(item: $0.item, channel: $0.channel) }
        return keys
    }
}
