/// Where a feed document stands among others (RFC 5005 §4). Each is an address, or relative to the document when it is
/// not known where that is published.
public struct FeedLinks: Equatable, Sendable {
    /// The exact address that is fetched, since readers adopt it (RFC 4287 §4.2.7.2); nil when that is not known.
    public let own: String?
    /// Of an archive page: the document to subscribe to.
    public let current: String?
    public let previousArchive: String?
    public let nextArchive: String?

    public init(
        own: String?, current: String? = nil, previousArchive: String? = nil, nextArchive: String? = nil
    ) {
        self.own = own
        self.current = current
        self.previousArchive = previousArchive
        self.nextArchive = nextArchive
    }

    var isArchive: Bool { current != nil }

    /// In the order in which they are written, but for `own`.
    var archive: [(relation: String, address: String)] {
        [("current", current), ("prev-archive", previousArchive), ("next-archive", nextArchive)]
            .compactMap { relation, address in address.map { (relation, $0) } }
    }
}
