/// An item as calendars and feeds show it.
public struct ShownItem: Equatable, Sendable {
    public let item: Item
    /// How often it was changed since it was first shown (RFC 5545 §3.8.7.4).
    public let sequence: Int
    /// When it was first shown, or last changed.
    public let modified: Instant
    /// The changes that discreet editions show.
    public let moves: Published.Moves
    /// When its words became others after it had begun; nil: they never did.
    public let reworded: Instant?

    /// - Parameter moves: nil: every change was one.
    public init(
        item: Item, sequence: Int, modified: Instant, moves: Published.Moves? = nil, reworded: Instant? = nil
    ) {
        self.item = item
        self.sequence = sequence
        self.modified = modified
        self.moves = moves ?? .init(count: sequence, last: modified)
        self.reworded = reworded
    }
}
