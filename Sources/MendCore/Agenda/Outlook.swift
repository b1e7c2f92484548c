/// What comes next.
public enum Outlook: Equatable, Sendable {
    /// The first item that has not begun.
    case next(Item)
    /// Rest has come; only the weekly reflection mentions it.
    case atRest
    /// A pause holds it until an instant; then comes an item, if a place was found for it.
    case onHold(until: Instant, next: Item?)
    case closed
    /// Nothing fits within the days in which a place is looked for.
    case noPlace(NoPlace)

    /// The item that comes next.
    public var item: Item? {
        switch self {
        case .next(let item): item
        case .onHold(_, let item): item
        case .atRest, .closed, .noPlace: nil
        }
    }
}

/// How things stand with one person.
public struct PersonOutlook: Equatable, Sendable {
    public let person: Person
    /// Ruptures that are open and not at rest, the newest first.
    public let open: [Rupture]
    /// Ruptures at rest, the newest first.
    public let resting: [Rupture]
    public let outlook: Outlook
    /// The id of the rupture with which the running climb began; nil: all is at rest.
    public let anchor: String?

    /// Since when something is open; nil: all is at rest.
    public var since: Instant? { open.last?.at }
}
