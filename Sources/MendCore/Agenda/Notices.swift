/// Names of notices on a phone: a newer one of the same ladder, or of the same slot, takes the place of the older.
public struct NoticeTags: Sendable {
    private let hash: KeyedHash

    public init(household: Household) {
        hash = KeyedHash(household.id)
    }

    /// The tag of an item's notice: 16 hexadecimal digits that tell nothing.
    public func tag(of item: Item) -> String { hash.shortDigits("notice \(item.subject)") }

    /// The tags of all people with whom something is open, sorted; a notice with another tag that asks about somebody is over.
    public func open(_ ruptures: [Rupture]) -> [String] {
        Set(ruptures.map { hash.shortDigits("notice \(Item.subject(ofLadderWith: $0.with))") }).sorted()
    }
}

extension Item {
    /// For how long what concerns somebody makes sense to hear; a phone that wakes later finds it on the page.
    static let repairSense = 3.hours
    /// However late it is: a notice that is given up at once would never come.
    static let leastSense = 15.minutes

    /// Until when a notice of it makes sense that goes out now: what concerns somebody for three hours, anything else to the
    /// end of the local day.
    public func senseEnds(from now: Instant, in zone: Zone) -> Instant {
        let dayEnds = zone.start(of: zone.day(of: now) + 1)
        return max(now + Self.leastSense, kind.isRepair ? min(now + Self.repairSense, dayEnds) : dayEnds)
    }
}
