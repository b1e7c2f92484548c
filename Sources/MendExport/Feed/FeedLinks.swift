/// Where a feed document stands among others (RFC 5005 §4). Each is an address, or relative to the document when it is
/// not known where that is published.
public struct FeedLinks: Equatable, Sendable {
    /// The exact address that is fetched, since readers adopt it (RFC 4287 §4.2.7.2); nil when that is not known.
    public let own: String?
    /// Of an archive page: the document to subscribe to; nil for that document itself.
    public let current: String?
    /// The archive page with the entries before these; nil when there are none.
    public let previousArchive: String?
    /// Of an archive page: the one with the entries after these; nil for the document to subscribe to.
    public let nextArchive: String?

    /// - Parameter current: makes it the links of an archive page.
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
