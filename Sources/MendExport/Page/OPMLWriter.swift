import MendXML

/// Writes the list of feeds that a reader can import (OPML 2.0).
public enum OPMLWriter {
    /// One outline, in the format that readers handle best: with all three, an import would subscribe three times to
    /// the same.
    /// - Parameter atom: the feed's address, or its file name when it is not known where it is published.
    /// - Throws: what libxml2 could not do.
    public static func bytes(of feed: Feed, atom: String) throws(XMLWritingError) -> [UInt8] {
        let writer = try XMLDocumentWriter()
        try writer.startElement("opml", [("version", "2.0")])
        try writer.startElement("head")
        try writer.element("title", text: feed.title.string)
        try writer.endElement()
        try writer.startElement("body")
        // OPML's type is "rss" for Atom, too.
        try writer.element(
            "outline",
            [
                ("type", "rss"), ("version", "ATOM"), ("text", feed.title.string), ("title", feed.title.string),
                ("description", feed.subtitle.string), ("xmlUrl", atom), ("htmlUrl", feed.home),
            ])
        try writer.endElement()
        try writer.endElement()
        return try writer.finish()
    }
}
