/// A time in which nothing is placed: for the whole household, prompts included, or for one person's whole ladder.
///
/// One of the same that was written down later replaces it; one whose `until` is its `at` ends it.
public struct Hold: Hashable, Sendable {
    public let id: String
    /// The person's id; nil: the household.
    public let with: String?
    /// When it begins.
    public let at: Instant
    /// When it was written down.
    public let recorded: Instant
    /// When it ends; not before `at`.
    public let until: Instant

    public init(id: String, with: String? = nil, at: Instant, recorded: Instant? = nil, until: Instant) {
        self.id = id
        self.with = with
        self.at = at
        self.recorded = recorded ?? at
        self.until = until
    }
}
