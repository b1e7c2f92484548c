import MendCore
import MendXML

/// Writes a feed as RSS 2.0.
public enum RSSWriter {
    /// The document in UTF-8, indented.
    /// - Throws: what libxml2 could not do.
    public static func bytes(of feed: Feed, links: FeedLinks) throws(XMLWritingError) -> [UInt8] {
        let writer = try XMLDocumentWriter()
        try writer.startElement(
            "rss",
            [
                ("version", "2.0"),
                ("xmlns:atom", "http://www.w3.org/2005/Atom"),
                ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
                ("xmlns:fh", "http://purl.org/syndication/history/1.0"),
            ])
        try writer.startElement("channel")
        try writer.element("title", text: feed.title.string)
        try writer.element("link", text: feed.home)
        try writer.element("description", text: feed.subtitle.string)
        try writer.element("language", text: feed.language.rawValue)
        try writer.element("lastBuildDate", text: TimeText.rfc822(feed.updated))
        try writer.element("generator", text: Feed.author)
        try writer.element("ttl", text: String(Feed.minutesToLive))
        if let own = links.own {
            try writer.element("atom:link", [("rel", "self"), ("type", "application/rss+xml"), ("href", own)])
        }
        if links.isArchive { try writer.element("fh:archive") }
        for link in links.archive {
            try writer.element("atom:link", [("rel", link.relation), ("href", link.address)])
        }
        for entry in feed.entries { try write(entry, to: writer) }
        try writer.endElement()
        try writer.endElement()
        return try writer.finish()
    }

    private static func write(_ entry: FeedEntry, to writer: XMLDocumentWriter) throws(XMLWritingError) {
        try writer.startElement("item")
        try writer.element("title", text: entry.title.string)
        try writer.element("link", text: entry.link)
        try writer.element("guid", [("isPermaLink", "false")], text: entry.id)
        try writer.element("pubDate", text: TimeText.rfc822(entry.published))
        // Readers take it for HTML, so plain text needs HTML's escapes beside XML's.
        try writer.element("description", text: HTMLText.escaped(entry.summary))
        try writer.element("content:encoded", text: entry.html)
        try writer.endElement()
    }
}
