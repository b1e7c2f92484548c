import MendCore

/// Tells a second copy of a message from a new one.
public enum MessageID {
    /// 32 hexadecimal digits that follow from what goes out where, and tell nothing of it.
    public static func digits(of items: [Item], by channel: String, in household: Household) -> String {
        DiscreetNames(household).digits(
            ([channel] + items.map(\.id)).joined(separator: " "), at: items.first?.start)
    }
}
