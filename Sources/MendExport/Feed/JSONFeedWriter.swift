import MendCore

/// Writes a feed as JSON Feed 1.1 (jsonfeed.org/version/1.1).
public enum JSONFeedWriter {
    /// The document in UTF-8, indented, with a final line feed. Of the links it takes only its own.
    public static func bytes(of feed: Feed, links: FeedLinks) -> [UInt8] {
        let document = JSONText.object([
            ("version", .string("https://jsonfeed.org/version/1.1")),
            ("title", .string(feed.title.string)),
            ("home_page_url", .string(feed.home)),
            ("feed_url", links.own.map(JSONText.string)),
            ("description", .string(feed.subtitle.string)),
            ("authors", .array([.object([("name", .string(Feed.author))])])),
            ("language", .string(feed.language.rawValue)),
            ("items", .array(feed.entries.map(item))),
        ])
        return Array(document.page.utf8) + [0x0A]
    }

    private static func item(_ entry: FeedEntry) -> JSONText {
        .object([
            ("id", .string(entry.id)),
            ("url", .string(entry.link)),
            ("title", .string(entry.title.string)),
            ("content_html", .string(entry.html)),
            ("summary", .string(entry.summary.string)),
            ("date_published", .string(TimeText.utc(entry.published))),
            ("date_modified", .string(TimeText.utc(entry.updated))),
        ])
    }
}
