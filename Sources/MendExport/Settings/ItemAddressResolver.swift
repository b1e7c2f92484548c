import MendCore

/// Finds the item that an address of a discreet edition means.
public struct ItemAddressResolver {
    private let hash: KeyedHash

    /// Finds items of this household.
    public init(household: Household) {
        hash = KeyedHash(household.id)
    }

    /// - Parameter name: the last part of the address: the hash of the item's id.
    /// - Returns: nil when none of the items is meant.
    public func item(_ name: String, among items: [Item]) -> Item? {
        items.first { hash.digits($0.id) == name }
    }
}
