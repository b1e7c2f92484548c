import MendCore

/// Entries for feed readers, newest first: the value that RSS, Atom and JSON Feed are written from.
public struct Feed: Equatable, Sendable {
    /// Permanent.
    public let id: String
    public let title: PlainText
    public let subtitle: PlainText
    public let language: Language
    /// The page that the feed belongs to.
    public let home: String
    /// When an entry was last shown first or changed; of a feed without entries, when the household began.
    public let updated: Instant
    public let entries: [FeedEntry]

    public init(
        id: String, title: PlainText, subtitle: PlainText, language: Language = .english, home: String,
        updated: Instant, entries: [FeedEntry]
    ) {
        self.id = id
        self.title = title
        self.subtitle = subtitle
        self.language = language
        self.home = home
        self.updated = updated
        self.entries = entries
    }

    static let author = "mend"
    /// Minutes for which a reader may keep it, as long as calendars say.
    static let minutesToLive = 60
}

public struct FeedEntry: Equatable, Sendable {
    /// Permanent, and independent of address and title.
    public let id: String
    public let link: String
    public let title: PlainText
    public let published: Instant
    /// Never before `published`.
    public let updated: Instant
    public let summary: PlainText
    /// Paragraphs and lists, without script, style, form, event attribute and relative address.
    public let html: String

    public init(
        id: String, link: String, title: PlainText, published: Instant, updated: Instant, summary: PlainText,
        html: String
    ) {
        self.id = id
        self.link = link
        self.title = title
        self.published = published
        self.updated = max(published, updated)
        self.summary = summary
        self.html = html
    }
}
