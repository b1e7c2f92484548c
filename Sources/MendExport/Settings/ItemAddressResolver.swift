import MendCore

/// Finds the item that an address of a discreet edition means.
public struct ItemAddressResolver {
    private let names: DiscreetNames

    /// Finds items of this household.
    public init(household: Household) {
        names = DiscreetNames(household)
    }

    /// - Parameter name: the last part of the address: the hash of the item's id.
    /// - Returns: nil when none of the items is meant.
    public func item(_ name: String, among items: [Item]) -> Item? {
        items.first { names.digits($0.id, at: $0.start) == name }
    }
}
