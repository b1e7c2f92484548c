/// An item as calendars and feeds show it.
public struct ShownItem: Equatable, Sendable {
    public let item: Item
    /// How often it was changed since it was first shown (RFC 5545 §3.8.7.4).
    public let sequence: Int
    /// When it was first shown, or last changed.
    public let modified: Instant
    /// When its words became others after it had begun; nil: they never did.
    public let reworded: Instant?

    public init(item: Item, sequence: Int, modified: Instant, reworded: Instant? = nil) {
        self.item = item
        self.sequence = sequence
        self.modified = modified
        self.reworded = reworded
    }
}
