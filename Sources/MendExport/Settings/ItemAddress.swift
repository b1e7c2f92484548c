import MendCore

/// Finds the item that an address of a discreet edition means.
public struct ItemAddress {
    private let hash: KeyedHash

    public init(household: Household) {
        hash = KeyedHash(household.id)
    }

    /// - Parameter name: the last part of the address.
    public func item(_ name: String, among items: [Item]) -> Item? {
        items.first { hash.digits($0.id) == name }
    }
}
