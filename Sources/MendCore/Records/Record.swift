/// One line of a household's journal.
public enum Record: Equatable, Sendable {
    case household(Household)
    case contact(Contact)
    case person(Person)
    case rupture(Rupture)
    case attempt(Attempt)
    case checkIn(CheckIn)
    case channel(Channel)
    case subscription(Subscription)
    case published(Published)
    case delivery(Delivery)
}

/// What tells one record from the others of its type.
public enum RecordKey: Hashable, Sendable {
    case contact(name: String)
    case channel(name: String)
    case subscription(name: String)
}

/// Everything that a household has written down, in the order in which it was written.
public struct History: Equatable, Sendable {
    public var household: Household
    public var contacts: [Contact] = []
    public var people: [Person] = []
    public var ruptures: [Rupture] = []
    public var attempts: [Attempt] = []
    public var checkIns: [CheckIn] = []
    public var channels: [Channel] = []
    public var subscriptions: [Subscription] = []
    public var published: [Published] = []
    public var deliveries: [Delivery] = []

    public init(household: Household) {
        self.household = household
    }

    /// Adds a record, or puts it in the place of the one with the same key.
    public mutating func put(_ record: Record) {
        switch record {
        case .household(let household): self.household = household
        case .contact(let contact): contacts.put(contact, by: \.name)
        case .person(let person): people.put(person, by: \.id)
        case .rupture(let rupture): ruptures.put(rupture, by: \.id)
        case .attempt(let attempt): attempts.put(attempt, by: \.id)
        case .checkIn(let checkIn): checkIns.put(checkIn, by: \.id)
        case .channel(let channel): channels.put(channel, by: \.name)
        case .subscription(let subscription): subscriptions.put(subscription, by: \.name)
        case .published(let published): self.published.put(published, by: \.item)
        case .delivery(let delivery):
            deliveries.put(delivery) { $0.item == delivery.item && $0.channel == delivery.channel }
        }
    }

    public mutating func remove(_ key: RecordKey) {
        switch key {
        case .contact(let name): contacts.removeAll { $0.name == name }
        case .channel(let name): channels.removeAll { $0.name == name }
        case .subscription(let name): subscriptions.removeAll { $0.name == name }
        }
    }

    /// All of it as records, in the order of a dump.
    public var records: [Record] {
        var records: [Record] = [.household(household)]
        records += contacts.map(Record.contact)
        records += people.map(Record.person)
        records += ruptures.map(Record.rupture)
        records += attempts.map(Record.attempt)
        records += checkIns.map(Record.checkIn)
        records += channels.map(Record.channel)
        records += subscriptions.map(Record.subscription)
        records += published.map(Record.published)
        records += deliveries.map(Record.delivery)
        return records
    }

    public func person(_ id: String) -> Person? {
        people.first { $0.id == id }
    }

    public func rupture(_ id: String) -> Rupture? {
        ruptures.first { $0.id == id }
    }
}

extension Array {
    fileprivate mutating func put<Key: Equatable>(_ element: Element, by key: KeyPath<Element, Key>) {
        put(element) { $0[keyPath: key] == element[keyPath: key] }
    }

    fileprivate mutating func put(_ element: Element, where isSame: (Element) -> Bool) {
        if let index = firstIndex(where: isSame) {
            self[index] = element
        } else {
            append(element)
        }
    }
}
