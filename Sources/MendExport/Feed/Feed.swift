import MendCore

/// Entries for feed readers, newest first: the value that RSS, Atom and JSON Feed are written from.
public struct Feed: Equatable, Sendable {
    /// A URI that never changes (RFC 4287 §4.2.6).
    public let id: String
    /// One line.
    public let title: PlainText
    /// One line.
    public let subtitle: PlainText
    public let language: Language
    /// The address of the page that the feed belongs to.
    public let home: String
    /// When an entry last came or changed; of a feed without entries, when the household began.
    public let updated: Instant
    /// The newest first.
    public let entries: [FeedEntry]

    /// A feed of entries that are in order already.
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

/// One entry of a feed.
public struct FeedEntry: Equatable, Sendable {
    /// A URI that never changes, whatever becomes of address and title.
    public let id: String
    /// The address at which it can be read.
    public let link: String
    /// One line.
    public let title: PlainText
    /// When its item began.
    public let published: Instant
    /// Never before `published`.
    public let updated: Instant
    /// Its first paragraph, on one line.
    public let summary: PlainText
    /// Paragraphs and lists, without script, style, form, event attribute and relative address.
    public let html: String

    /// - Parameter updated: when its words changed last, if they did since it began; `published` stands for what is before that.
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
