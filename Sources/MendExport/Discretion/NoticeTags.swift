import MendCore

/// Names of notices on a phone: a newer one of the same ladder, or of the same slot, takes the place of the older.
public struct NoticeTags: Sendable {
    private let names: DiscreetNames

    /// Of the notices of this household.
    public init(household: Household) {
        names = DiscreetNames(household)
    }

    /// The tag of an item's notice: 32 hexadecimal digits that tell nothing.
    public func tag(of item: Item) -> String { tag(item.subject) }

    /// The tags of all people with whom something is open, sorted; a notice with another tag that asks about somebody is over.
    public func open(_ ruptures: [Rupture]) -> [String] {
        Set(ruptures.map { tag(Item.subject(ofLadderWith: $0.with)) }).sorted()
    }

    private func tag(_ subject: String) -> String { names.digits("notice \(subject)", at: nil) }
}
