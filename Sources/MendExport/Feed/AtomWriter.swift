import MendCore
import MendXML

/// Writes a feed as Atom (RFC 4287).
public enum AtomWriter {
    public static func bytes(of feed: Feed, links: FeedLinks) throws(XMLWritingError) -> [UInt8] {
        let writer = try XMLDocumentWriter()
        let attributes: [XMLDocumentWriter.Attribute] = [
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xmlns:fh", "http://purl.org/syndication/history/1.0"),
            ("xml:lang", feed.language.rawValue),
        ]
        try writer.element("feed", attributes) { () throws(XMLWritingError) in
            try writer.element("id", text: feed.id)
            try writer.element("title", text: feed.title.string)
            try writer.element("subtitle", text: feed.subtitle.string)
            try writer.element("updated", text: TimeText.utc(feed.updated))
            try writer.element("author") { () throws(XMLWritingError) in
                try writer.element("name", text: Feed.author)
            }
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
        }
        return try writer.finish()
    }

    private static func write(_ entry: FeedEntry, to writer: XMLDocumentWriter) throws(XMLWritingError) {
        try writer.element("entry") { () throws(XMLWritingError) in
            try writer.element("id", text: entry.id)
            try writer.element("title", text: entry.title.string)
            try writer.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", entry.link)])
            try writer.element("published", text: TimeText.utc(entry.published))
            try writer.element("updated", text: TimeText.utc(entry.updated))
            try writer.element("summary", text: entry.summary.string)
            try writer.element("content", [("type", "html")], text: entry.html)
        }
    }
}
