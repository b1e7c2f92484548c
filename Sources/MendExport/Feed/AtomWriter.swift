import MendCore
import MendXML

/// Writes a feed as Atom (RFC 4287).
public enum AtomWriter {
    /// The document in UTF-8, indented.
    /// - Throws: what libxml2 could not do.
    public static func bytes(of feed: Feed, links: FeedLinks) throws(XMLWritingError) -> [UInt8] {
        let writer = try XMLDocumentWriter()
        try writer.startElement(
            "feed",
            [
                ("xmlns", "http://www.w3.org/2005/Atom"),
                ("xmlns:fh", "http://purl.org/syndication/history/1.0"),
                ("xml:lang", feed.language.rawValue),
            ])
        try writer.element("id", text: feed.id)
        try writer.element("title", text: feed.title.string)
        try writer.element("subtitle", text: feed.subtitle.string)
        try writer.element("updated", text: TimeText.utc(feed.updated))
        try writer.startElement("author")
        try writer.element("name", text: Feed.author)
        try writer.endElement()
        try writer.element("generator", text: Feed.author)
        if let own = links.own {
            try writer.element("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", own)])
        }
        try writer.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", feed.home)])
        if links.isArchive { try writer.element("fh:archive") }
        for link in links.archive {
            try writer.element("link", [("rel", link.relation), ("href", link.address)])
        }
        for entry in feed.entries { try write(entry, to: writer) }
        try writer.endElement()
        return try writer.finish()
    }

    private static func write(_ entry: FeedEntry, to writer: XMLDocumentWriter) throws(XMLWritingError) {
        try writer.startElement("entry")
        try writer.element("id", text: entry.id)
        try writer.element("title", text: entry.title.string)
        try writer.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", entry.link)])
        try writer.element("published", text: TimeText.utc(entry.published))
        try writer.element("updated", text: TimeText.utc(entry.updated))
        try writer.element("summary", text: entry.summary.string)
        try writer.element("content", [("type", "html")], text: entry.html)
        try writer.endElement()
    }
}
