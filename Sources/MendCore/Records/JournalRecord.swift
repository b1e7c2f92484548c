/// One line of a household's journal.
public enum JournalRecord: Equatable, Sendable {
    case household(Household)
    case contact(Contact)
    case person(Person)
    case rupture(Rupture)
    case attempt(Attempt)
    case checkIn(CheckIn)
    case hold(Hold)
    case place(SafePlace)
    case offer(CheckInOffer)
    case channel(Channel)
    case subscription(Subscription)
    case published(Published)
    case delivery(Delivery)
}

/// A type of record, in the order of a dump; its raw value is the `type` of its line there.
public enum RecordType: String, CaseIterable, Sendable {
    case household, contact, person, rupture, attempt
    case checkIn = "checkin"
    case hold, place, offer, channel, subscription, published, delivery
}

extension JournalRecord {
    public var type: RecordType {
        switch self {
        case .household: .household
        case .contact: .contact
        case .person: .person
        case .rupture: .rupture
        case .attempt: .attempt
        case .checkIn: .checkIn
        case .hold: .hold
        case .place: .place
        case .offer: .offer
        case .channel: .channel
        case .subscription: .subscription
        case .published: .published
        case .delivery: .delivery
        }
    }
}

/// What tells one record from the others of its type.
public enum RecordKey: Hashable, Sendable {
    case contact(name: String)
    case person(id: String)
    case rupture(id: String)
    case attempt(id: String)
    case checkIn(id: String)
    case hold(id: String)
    case place(id: String)
    case offer(id: String)
    case channel(name: String)
    case subscription(name: String)
    case published(item: ItemKey)
    case delivery(item: ItemKey?, channel: String)
}

/// Everything that a household has written down, in the order in which it was written.
public struct History: Equatable, Sendable {
    public var household: Household
    public var contacts: [Contact] = []
    public var people: [Person] = []
    public var ruptures: [Rupture] = []
    public var attempts: [Attempt] = []
    public var checkIns: [CheckIn] = []
    public var holds: [Hold] = []
    public var places: [SafePlace] = []
    public var offers: [CheckInOffer] = []
    public var channels: [Channel] = []
    public var subscriptions: [Subscription] = []
    public var published: [Published] = []
    public var deliveries: [Delivery] = []

    public init(household: Household) {
        self.household = household
    }

    /// Makes changes in their order.
    package mutating func apply(_ changes: [Change]) {
        for change in changes {
            switch change {
            case .put(let record): put(record)
            case .remove(let key): remove(key)
            }
        }
    }

    /// Adds a record, or puts it in the place of the one with the same key.
    public mutating func put(_ record: JournalRecord) {
        switch record {
        case .household(let household): self.household = household
        case .contact(let contact): contacts.put(contact, by: \.name)
        case .person(let person): people.put(person, by: \.id)
        case .rupture(let rupture): ruptures.put(rupture, by: \.id)
        case .attempt(let attempt): attempts.put(attempt, by: \.id)
        case .checkIn(let checkIn): checkIns.put(checkIn, by: \.id)
        case .hold(let hold): holds.put(hold, by: \.id)
        case .place(let place): places.put(place, by: \.id)
        case .offer(let offer): offers.put(offer, by: \.id)
        case .channel(let channel): channels.put(channel, by: \.name)
        case .subscription(let subscription): subscriptions.put(subscription, by: \.name)
        case .published(let published): self.published.put(published) { $0.item == published.item }
        case .delivery(let delivery):
            deliveries.put(delivery) {
                $0.item == delivery.item && $0.channel.hasBytes(of: delivery.channel)
            }
        }
    }

    /// Adds a record that is known to be new; a household replaces the one that is there.
    public mutating func append(_ record: JournalRecord) {
        switch record {
        case .household(let household): self.household = household
        case .contact(let contact): contacts.append(contact)
        case .person(let person): people.append(person)
        case .rupture(let rupture): ruptures.append(rupture)
        case .attempt(let attempt): attempts.append(attempt)
        case .checkIn(let checkIn): checkIns.append(checkIn)
        case .hold(let hold): holds.append(hold)
        case .place(let place): places.append(place)
        case .offer(let offer): offers.append(offer)
        case .channel(let channel): channels.append(channel)
        case .subscription(let subscription): subscriptions.append(subscription)
        case .published(let published): self.published.append(published)
        case .delivery(let delivery): deliveries.append(delivery)
        }
    }

    public mutating func remove(_ key: RecordKey) {
        switch key {
        case .contact(let name): contacts.removeAll { $0.name.hasBytes(of: name) }
        case .person(let id): people.removeAll { $0.id.hasBytes(of: id) }
        case .rupture(let id): ruptures.removeAll { $0.id.hasBytes(of: id) }
        case .attempt(let id): attempts.removeAll { $0.id.hasBytes(of: id) }
        case .checkIn(let id): checkIns.removeAll { $0.id.hasBytes(of: id) }
        case .hold(let id): holds.removeAll { $0.id.hasBytes(of: id) }
        case .place(let id): places.removeAll { $0.id.hasBytes(of: id) }
        case .offer(let id): offers.removeAll { $0.id.hasBytes(of: id) }
        case .channel(let name): channels.removeAll { $0.name.hasBytes(of: name) }
        case .subscription(let name): subscriptions.removeAll { $0.name.hasBytes(of: name) }
        case .published(let item): published.removeAll { $0.item == item }
        case .delivery(let item, let channel):
            deliveries.removeAll { $0.item == item && $0.channel.hasBytes(of: channel) }
        }
    }

    /// All of it as records, in the order of a dump.
    public var records: [JournalRecord] {
        var records: [JournalRecord] = [.household(household)]
        records += contacts.map(JournalRecord.contact)
        records += people.map(JournalRecord.person)
        records += ruptures.map(JournalRecord.rupture)
        records += attempts.map(JournalRecord.attempt)
        records += checkIns.map(JournalRecord.checkIn)
        records += holds.map(JournalRecord.hold)
        records += places.map(JournalRecord.place)
        records += offers.map(JournalRecord.offer)
        records += channels.map(JournalRecord.channel)
        records += subscriptions.map(JournalRecord.subscription)
        records += published.map(JournalRecord.published)
        records += deliveries.map(JournalRecord.delivery)
        return records
    }

    /// The local day of the first thing that was written down or shown; now's day when there is nothing yet.
    public func firstDay(now: Instant) -> LocalDay {
        let recorded = [
            ruptures.map(\.recorded), attempts.map(\.recorded), checkIns.map(\.recorded), holds.map(\.recorded),
            offers.map(\.at),
            published.map { min($0.start, $0.modified) }, subscriptions.compactMap(\.created), [now],
        ]
        return household.zone.day(of: recorded.joined().min() ?? now)
    }

    public func person(_ id: String) -> Person? {
        people.first { $0.id == id }
    }

    public func rupture(_ id: String) -> Rupture? {
        ruptures.first { $0.id == id }
    }
}

extension Array {
    fileprivate mutating func put(_ element: Element, by key: KeyPath<Element, String>) {
        put(element) { $0[keyPath: key].hasBytes(of: element[keyPath: key]) }
    }

    fileprivate mutating func put(_ element: Element, where isSame: (Element) -> Bool) {
        if let index = firstIndex(where: isSame) {
            self[index] = element
        } else {
            append(element)
        }
    }
}

extension String {
    /// Whether both are the same bytes. Swift's `==` takes two spellings of one letter for the same.
    fileprivate func hasBytes(of other: String) -> Bool {
        utf8.elementsEqual(other.utf8)
    }
}
