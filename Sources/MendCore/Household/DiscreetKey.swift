/// The secret on which ids and titles in discreet editions hang. Each journal makes its own, and it is published nowhere: who
/// knew it could tell from an id what an item is about.
///
/// It is the journal's rather than the household's, in no dump, and another in each journal that one is loaded into. So it says
/// nothing of whether two households are the same, and all are equal.
public struct DiscreetKey: Sendable {
    /// 256 random bits in hexadecimal digits; empty where no journal holds the household.
    public let secret: String
    /// When the journal was given its key; nil: it was made with one. What had begun by then keeps the id and the title under
    /// which calendars had shown it, which hung on the household's id.
    public let since: Instant?

    public init(secret: String = "", since: Instant? = nil) {
        self.secret = secret
        self.since = since
    }
}

extension DiscreetKey: Equatable {
    public static func == (one: DiscreetKey, other: DiscreetKey) -> Bool { true }
}
